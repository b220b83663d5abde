import { LanguageCode } from './codes';
import { controlCharacters } from './data-findings';
import type { BlueprintDocument } from './document';
import { Caret, type Finding, type Path, Severity } from './finding';
import { LIMITS } from './limits';
import { plainData } from './plain-data';
import { RULES } from './rules';
import { LANGUAGE_VERSION } from './schema';
import { checkShape } from './shape';
import type { RawText } from './shape-words';
import { described } from './show';
import { sortFindings } from './sort-findings';
import { takeOut } from './sound';
import { BlueprintSource } from './source';

/** What the language must know from outside. */
export interface LanguageOptions {
  /** Names of the targets that sites may stand on. */
  readonly targets: string[];
}

/** A blueprint that was checked. */
export interface CheckedDocument {
  /** There when no finding is an error. */
  readonly document?: BlueprintDocument;
  /** By path and code. */
  readonly findings: Finding[];
  /** For {@link renderFindings}: findings show their path, as there is no text. */
  readonly source: BlueprintSource;
}

/** What checking values gives. */
export type CheckedValues = Pick<CheckedDocument, 'document' | 'findings'>;

/** Checks a blueprint that a program made, as the loader checks a file: the same findings, without places in a text. */
export function checkDocument(object: unknown, options: LanguageOptions): CheckedDocument {
  const { value, findings } = plainData(object);
  const checked = checkValues(value, findings, options.targets, () => undefined);
  return { document: checked.document, findings: sortFindings(checked.findings), source: new BlueprintSource('') };
}

/**
 * Checks plain data that may be anything.
 * @param found what reading it has found already; no more is said about those places
 * @param rawText how a scalar was written
 */
export function checkValues(value: unknown, found: Finding[], targets: string[], rawText: RawText): CheckedValues {
  if (found.some(({ code }) => code === LanguageCode.TOO_LARGE)) return { findings: limited(found) };
  const root = notABlueprint(value) ?? otherVersion(value);
  if (root !== undefined) return { findings: limited([...found, root]) };

  const findings = [...found, ...controlCharacters(value)];
  const said = new Set(findings.map(placeOf));
  const misshapen = checkShape(value, targets, rawText);
  const unsound = [...findings, ...misshapen].filter(isAboutValue);
  findings.push(
    ...misshapen.filter((finding) => finding.code === LanguageCode.MISSING_KEY || !said.has(placeOf(finding))),
  );
  if (findings.length < LIMITS.findings) {
    const sound = takeOut(
      value,
      unsound.map(({ path }) => path),
    );
    for (const rule of RULES) findings.push(...rule(sound));
  }
  const refused = findings.some(({ severity }) => severity !== Severity.WARNING);
  return refused ? { findings: limited(unique(findings)) } : { document: value as BlueprintDocument, findings };
}

/** Findings after which the value cannot be relied on; the others are about a key, or something that is missing. */
function isAboutValue(finding: Finding): boolean {
  return finding.at !== Caret.KEY;
}

/** Key and value of one path are two places. */
function placeOf(finding: Finding): string {
  return `${finding.at === Caret.KEY ? 'key' : ''}\n${keyOf(finding.path)}`;
}

function notABlueprint(value: unknown): Finding | undefined {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return undefined;
  const empty = value === null || value === undefined;
  return {
    code: LanguageCode.NOT_A_BLUEPRINT,
    path: [],
    message: empty ? 'the blueprint is empty' : `the blueprint is ${described(value)}`,
    expected: 'a map with wattform, name, sites and clusters',
    hint: empty ? '"wattform init" writes one to begin with' : undefined,
  };
}

/** A blueprint of another version is not measured against this one. */
function otherVersion(value: unknown): Finding | undefined {
  const version = Object.hasOwn(value as object, 'wattform')
    ? (value as { wattform: unknown }).wattform
    : LANGUAGE_VERSION;
  if (typeof version !== 'number' || version === LANGUAGE_VERSION) return undefined;
  return {
    code: LanguageCode.VERSION,
    path: ['wattform'],
    message: `version ${version} of the blueprint language is not known to this wattform`,
    expected: `wattform: ${LANGUAGE_VERSION}`,
    hint: version > LANGUAGE_VERSION ? 'a newer wattform may read it' : undefined,
  };
}

function unique(findings: Finding[]): Finding[] {
  const seen = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.code}\n${keyOf(finding.path)}\n${finding.span?.offset}\n${finding.message}`;
    if (!seen.has(key)) seen.set(key, finding);
  }
  return [...seen.values()];
}

function limited(findings: Finding[]): Finding[] {
  if (findings.length <= LIMITS.findings) return findings;
  const rest = findings.length - LIMITS.findings;
  return [
    ...findings.slice(0, LIMITS.findings),
    {
      code: LanguageCode.TOO_MANY,
      path: [],
      message: `${rest} more findings are not shown`,
      hint: 'correct these first',
    },
  ];
}

function keyOf(path: Path): string {
  return path.join('\0');
}
