import type { BlueprintSource } from '../../blueprints/language';
import { Caret } from '../../blueprints/language/finding';
import { inert } from '../../blueprints/language/show';
import {
  type PolicyFinding,
  type PolicyReport,
  type PolicyRuleResult,
  PolicyRuleState,
  PolicySeverity,
} from '../../review/policy';
import { findingText, policyVerdictText } from '../../review/policy/render/words';
import type { Palette } from '../diff/palette';
import type { Page } from '../outcome';
import { table } from '../table';
import { counted, number, paragraph } from '../text';

/** Findings of one rule that are listed; the rest is counted. */
const MOST = 10;

export interface PolicyTextOptions {
  readonly page: Page;
  readonly palette: Palette;
  readonly source?: BlueprintSource;
  /** List every finding. @default false */
  readonly unfold?: boolean;
}

/** A report for a terminal: what each rule looked at, then what must be done. */
export function policyText(report: PolicyReport, options: PolicyTextOptions): string {
  const { page } = options;
  const verdict = paragraph(`${policyVerdictText(report)} (on ${report.today})`, page.width);
  const parts = [
    ruleTable(report, page),
    ...report.rules.flatMap((rule) => ruleFindings(rule, report, options)),
    suppressionLines(report, page),
    problemLines(report, options),
    page.bold(verdict),
  ];
  return parts.filter(Boolean).join('\n\n');
}

/** What nothing was counted of has no column. */
function ruleTable({ rules }: PolicyReport, page: Page): string {
  const counts = [
    { head: 'looked at', of: (rule: PolicyRuleResult) => rule.lookedAt, always: true },
    { head: 'broken', of: (rule: PolicyRuleResult) => rule.breaks, always: true },
    { head: 'accepted', of: (rule: PolicyRuleResult) => rule.suppressed, always: false },
    { head: 'unknown', of: (rule: PolicyRuleResult) => rule.unknown, always: false },
  ].filter(({ always, of }) => always || rules.some((rule) => of(rule) > 0));
  const columns = [
    { head: 'rule', whole: true },
    { head: 'result', whole: true },
    ...counts.map(({ head }) => ({ head, right: true })),
    { head: 'looks at' },
  ];
  const rows = rules.map((rule) => [
    rule.id,
    stateText(rule),
    ...counts.map(({ of }) => number(of(rule))),
    rule.looksAt,
  ]);
  return table(page, columns, rows);
}

function stateText({ state, severity }: PolicyRuleResult): string {
  if (state === PolicyRuleState.FAILED && severity === PolicySeverity.WARNING) return 'warning';
  return STATES[state];
}

const STATES: { readonly [state in PolicyRuleState]: string } = {
  [PolicyRuleState.PASSED]: 'passed',
  [PolicyRuleState.SUPPRESSED]: 'accepted',
  [PolicyRuleState.FAILED]: 'failed',
  [PolicyRuleState.PARTLY_CHECKED]: 'passed in part',
  [PolicyRuleState.NOT_CHECKED]: 'not checked',
  [PolicyRuleState.MET_NOTHING]: 'met nothing',
  [PolicyRuleState.BROKEN]: 'broken',
};

function ruleFindings(rule: PolicyRuleResult, report: PolicyReport, options: PolicyTextOptions): string[] {
  const open = report.findings.filter((each) => each.rule === rule.id && each.suppressedBy === undefined);
  const unknown = report.unknowns.filter((each) => each.rule === rule.id);
  const { page, palette } = options;
  const colour = rule.severity === PolicySeverity.ERROR ? palette.red : palette.yellow;
  const broken =
    open.length === 0
      ? []
      : [
          [
            `${colour(`${rule.severity} ${inert(rule.id)}`)}: ${inert(rule.title)}`,
            ...listed(open, options),
            paragraph(rule.why, page.width, '  why: '),
            paragraph(rule.remedy, page.width, '  do:  '),
          ].join('\n'),
        ];
  const missing =
    unknown.length === 0
      ? []
      : [
          [
            `${palette.yellow(`not checked ${inert(rule.id)}`)}: ${inert(rule.title)}`,
            ...listed(alikeTogether(unknown), options),
          ].join('\n'),
        ];
  return [...broken, ...missing];
}

/** What is unknown for one reason is one line. */
function alikeTogether(findings: PolicyFinding[]): PolicyFinding[] {
  const groups = new Map<string, PolicyFinding[]>();
  for (const each of findings) {
    const reason = each.message ?? '';
    groups.set(reason, [...(groups.get(reason) ?? []), each]);
  }
  return [...groups.values()].map(([first, ...others]) =>
    others.length === 0 ? first! : { ...first!, subject: `${first!.subject} and ${number(others.length)} more` },
  );
}

function listed(findings: PolicyFinding[], { page, source, unfold = false }: PolicyTextOptions): string[] {
  const shown = unfold ? findings : findings.slice(0, MOST);
  const lines = shown.flatMap((finding) => {
    const at = placeText(finding.blueprintPath, source);
    return [paragraph(findingText(finding), page.width, '  - '), ...(at === undefined ? [] : [page.dim(`    ${at}`)])];
  });
  const rest = findings.length - shown.length;
  return rest === 0 ? lines : [...lines, `  … and ${number(rest)} more: --unfold`];
}

/** `blueprint.yaml:12:5`. */
export function placeText(path: string[] | undefined, source: BlueprintSource | undefined): string | undefined {
  const place = path === undefined ? undefined : source?.locate(path, Caret.KEY);
  return place === undefined ? undefined : inert(`${source?.file}:${place.line}:${place.column}`);
}

function suppressionLines({ suppressions }: PolicyReport, page: Page): string {
  if (suppressions.length === 0) return '';
  const lines = suppressions.map(({ rule, where, reason, expires, state, count }) =>
    paragraph(
      `${rule}${where === undefined ? '' : ` at ${where}`} until ${expires}, ${state}, ${counted(count, 'finding')}: ${reason}`,
      page.width,
      '  - ',
    ),
  );
  return ['accepted by the blueprint:', ...lines].join('\n');
}

function problemLines({ problems }: PolicyReport, { page, palette, source }: PolicyTextOptions): string {
  return problems
    .flatMap(({ code, severity, message, blueprintPath }) => {
      const colour = severity === PolicySeverity.ERROR ? palette.red : palette.yellow;
      const at = placeText(blueprintPath, source);
      return [
        colour(paragraph(`${severity} ${code}: ${message}`, page.width)),
        ...(at === undefined ? [] : [page.dim(`    ${at}`)]),
      ];
    })
    .join('\n');
}
