import { inert } from '../../../blueprints/language/show';
import { PolicyCode, type PolicyFinding, type PolicyProblem, type PolicyReport } from '../report';
import { PolicyOutcome } from '../rule';
import { findingText } from './words';

/** A place in the text of a blueprint; lines and columns count from 1. */
export interface PolicyPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The column after the last. */
  readonly endColumn: number;
}

export interface PolicySarifOptions {
  /** Of wattform. */
  readonly version: string;
  /** Where in a file a path of the blueprint leads. */
  placeOf(path: string[]): PolicyPlace | undefined;
}

/** A report as SARIF 2.1.0: what breaks a rule, what is suppressed and why, and what could not be judged (`open`). */
export function policySarif(report: PolicyReport, options: PolicySarifOptions): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: { name: 'wattform policy', semanticVersion: options.version, rules: rulesOf(report) },
        },
        columnKind: 'utf16CodeUnits',
        properties: { verdict: report.verdict, today: report.today, lookedAt: lookedAt(report) },
        results: [
          ...report.findings.map((finding) => findingResult(finding, report, options)),
          ...report.unknowns.map((finding) => findingResult(finding, report, options)),
          ...report.problems.map((problem) => problemResult(problem, options)),
        ],
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rulesOf({ rules }: PolicyReport): object[] {
  const own = Object.values(PolicyCode).map((id) => ({ id, shortDescription: { text: GATE_RULES[id] } }));
  const given = rules.map(({ id, title, why, remedy, severity }) => ({
    id,
    shortDescription: { text: inert(title) },
    fullDescription: { text: inert(why) },
    help: { text: inert(remedy) },
    defaultConfiguration: { level: severity },
  }));
  return [...given, ...own];
}

const GATE_RULES: { readonly [code in PolicyCode]: string } = {
  [PolicyCode.NOTHING_CHECKED]: 'Nothing was checked.',
  [PolicyCode.SUPPRESSION_EXPIRED]: 'A suppression has expired.',
  [PolicyCode.NO_SUCH_RULE]: 'A suppression names no rule.',
  [PolicyCode.SUPPRESSION_UNUSED]: 'A suppression accepts nothing that was found.',
  [PolicyCode.CLAIMED_AND_MET_NOTHING]: 'A rule claims to have something to check, and looked at nothing.',
  [PolicyCode.RULE_BROKEN]: 'A rule failed.',
};

/** How many things each rule looked at: a green report says what it is worth. */
function lookedAt({ rules }: PolicyReport): object {
  return Object.fromEntries(rules.map(({ id, lookedAt: count }) => [id, count]));
}

function findingResult(finding: PolicyFinding, report: PolicyReport, options: PolicySarifOptions): object {
  const { rule, severity, outcome, stack, address, subject, blueprintPath, suppressedBy } = finding;
  const name = stack === undefined || address === undefined ? subject : `${stack}/${address}`;
  const kind = stack === undefined || address === undefined ? 'object' : 'resource';
  const suppression = suppressedBy === undefined ? undefined : report.suppressions[suppressedBy];
  return {
    ruleId: rule,
    ...(outcome === PolicyOutcome.UNKNOWN ? { kind: 'open', level: 'none' } : { kind: 'fail', level: severity }),
    message: { text: inert(findingText(finding)) },
    locations: [
      {
        ...physical(blueprintPath, options),
        logicalLocations: [{ fullyQualifiedName: inert(name), kind }],
      },
    ],
    partialFingerprints: { 'policy/v1': inert(`${rule} ${name} ${finding.message ?? ''}`) },
    ...(suppression !== undefined && {
      suppressions: [
        { kind: 'inSource', justification: inert(`${suppression.reason} (until ${suppression.expires})`) },
      ],
    }),
  };
}

function problemResult({ code, severity, message, blueprintPath }: PolicyProblem, options: PolicySarifOptions): object {
  const place = physical(blueprintPath, options);
  return {
    ruleId: code,
    level: severity,
    message: { text: inert(message) },
    ...(place !== undefined && { locations: [place] }),
  };
}

function physical(path: string[] | undefined, { placeOf }: PolicySarifOptions): object | undefined {
  const place = path === undefined ? undefined : placeOf(path);
  if (place === undefined) return undefined;
  const uri = encodeURI(place.file).replaceAll('#', '%23').replaceAll('?', '%3F');
  return {
    physicalLocation: {
      artifactLocation: { uri },
      region: { startLine: place.line, startColumn: place.column, endColumn: place.endColumn },
    },
  };
}
