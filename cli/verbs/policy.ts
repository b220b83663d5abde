import { statSync, writeFileSync } from 'node:fs';
import type { BlueprintSource } from '../../blueprints/language';
import { Caret } from '../../blueprints/language/finding';
import { type PolicyReport, PolicyVerdict } from '../../review/policy';
import { policySarif } from '../../review/policy/render/sarif';
import { isDay } from '../../review/policy/subject';
import { paletteFor } from '../diff/palette';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { CommonOptions, Outcome, Page } from '../outcome';
import { usesEscapes } from '../page';
import { gateWith } from '../policy/load-rules';
import { blueprintSubject, type Checked, folderSubject, RefusedBlueprint } from '../policy/subject';
import { policyText } from '../policy/text';

/** Options of `policy`. */
export interface PolicyOptions extends CommonOptions {
  /** Modules with more rules. @default - those that ship */
  readonly rules?: string[];
  /** The day by which suppressions expire. @default - today, in UTC */
  readonly today?: string;
  /** What stdout holds. @default terminal */
  readonly format?: string;
  /** A file for SARIF, whatever stdout holds. @default - none */
  readonly sarif?: string;
  readonly unfold?: boolean;
}

const FORMATS = ['terminal', 'json', 'sarif'] as const;

const { version } = require('../../package.json') as { readonly version: string };

/** Holds a design against the rules of the policy. */
export async function policy(source: string, options: PolicyOptions, page: Page): Promise<Outcome> {
  const format = FORMATS.find((each) => each === (options.format ?? 'terminal'));
  if (format === undefined) {
    throw new CliFailure(ExitCode.USAGE, `there is no format ${options.format}`, `formats: ${FORMATS.join(', ')}`);
  }
  const today = dayOf(options);
  const gate = await gateWith(options.rules ?? []);
  let checked: Checked;
  try {
    const isFolder = statSync(source, { throwIfNoEntry: false })?.isDirectory() === true;
    checked = isFolder ? folderSubject(source, today) : blueprintSubject(source, today);
  } catch (error) {
    if (error instanceof RefusedBlueprint) return error.outcome;
    throw error;
  }
  const report = gate.check(checked.subject);
  if (options.sarif !== undefined) writeFileSync(options.sarif, sarifOf(report, checked.source));
  return outcomeOf(report, checked, format, options, page);
}

/** The one place where the clock is read: rules are given the day. */
function dayOf({ today = new Date().toISOString().slice(0, 10) }: PolicyOptions): string {
  if (isDay(today)) return today;
  throw new CliFailure(ExitCode.USAGE, `--today ${today} is no day of the calendar`, 'a day as 2026-11-25');
}

function outcomeOf(
  report: PolicyReport,
  { source }: Checked,
  format: (typeof FORMATS)[number],
  options: PolicyOptions,
  page: Page,
): Outcome {
  const exitCode = report.verdict === PolicyVerdict.PASSED ? ExitCode.OK : ExitCode.POLICY;
  const document = { ok: exitCode === ExitCode.OK, findings: [], policy: placed(report, source) };
  const palette = paletteFor(usesEscapes(process.stdout, process.env));
  const texts = {
    terminal: () => policyText(report, { page, palette, source, unfold: options.unfold }),
    json: () => JSON.stringify(document, null, 2),
    sarif: () => sarifOf(report, source).trimEnd(),
  };
  return { exitCode, text: texts[format](), document };
}

function sarifOf(report: PolicyReport, source: BlueprintSource | undefined): string {
  return policySarif(report, { version, placeOf: (path) => placeOf(path, source) });
}

/** Findings with file, line and column where there is a blueprint. */
function placed(report: PolicyReport, source: BlueprintSource | undefined): PolicyReport {
  const withPlace = <T extends { readonly blueprintPath?: string[] }>(each: T) => ({
    ...each,
    ...(each.blueprintPath !== undefined && { place: placeOf(each.blueprintPath, source) }),
  });
  return {
    ...report,
    findings: report.findings.map(withPlace),
    unknowns: report.unknowns.map(withPlace),
    problems: report.problems.map(withPlace),
  };
}

function placeOf(path: string[], source: BlueprintSource | undefined) {
  const place = source?.locate(path, Caret.KEY);
  if (source === undefined || place === undefined) return undefined;
  return { file: source.file, line: place.line, column: place.column, endColumn: place.column + place.length };
}
