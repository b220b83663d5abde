import { type BlueprintSource, findingsToJson, readBlueprint, renderFindings } from '../blueprints/language';
import type { BlueprintDocument } from '../blueprints/language/document';
import type { Finding } from '../blueprints/language/finding';
import { TargetRegistry } from '../constructs/targets/registry';
import { ExitCode } from './exit-code';
import { type Outcome, type OutcomeDocument, refuses } from './outcome';
import { usesEscapes } from './page';

/** A blueprint file that was read, and how to talk about it: later rooms add findings that lead back to its lines. */
export interface Reading {
  readonly file: string;
  readonly registry: TargetRegistry;
  /** Its text, and where in it each value stands. */
  readonly source: BlueprintSource;
  /** Undefined when the language refuses the file. */
  readonly document?: BlueprintDocument;
  /** Ends the run: the findings decide the exit code. */
  outcome(findings: Finding[], result: ReadingResult): Outcome;
  /** Ends the run because the language refuses the file. */
  refused(): Outcome;
  /** What the language found. */
  readonly findings: Finding[];
}

/** What a verb adds to the findings. */
export interface ReadingResult {
  /** Printed when nothing refuses the blueprint. */
  readonly text: string;
  /** Keys of the JSON document beside `ok` and `findings`, when nothing refuses the blueprint. */
  readonly document: { readonly [key: string]: unknown };
}

/** Reads a blueprint for the targets that ship with wattform. */
export function read(file: string): Reading {
  const registry = TargetRegistry.builtIn();
  const result = readBlueprint(file, { targets: registry.names() });
  const outcome = (findings: Finding[], { text, document }: ReadingResult): Outcome => {
    const ok = !refuses(findings);
    const json: OutcomeDocument = { ok, findings: findingsToJson(findings, result.source) };
    return {
      exitCode: ok ? ExitCode.OK : ExitCode.REFUSED,
      text: ok ? text : '',
      findingsText:
        findings.length === 0
          ? undefined
          : renderFindings(findings, result.source, { colour: usesEscapes(process.stderr, process.env) }),
      document: ok ? { ...json, ...document } : json,
    };
  };
  return {
    file,
    registry,
    source: result.source,
    document: result.document,
    findings: result.findings,
    outcome,
    refused: () => outcome(result.findings, { text: '', document: {} }),
  };
}
