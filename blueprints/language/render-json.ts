import { type Finding, Severity } from './finding';
import { sortFindings } from './sort-findings';
import type { BlueprintSource } from './source';

/** A finding for machines. Lines and columns count from 1, columns in UTF-16 units; `endColumn` is the one after the last. */
export interface JsonFinding {
  readonly code: string;
  /** error or warning. */
  readonly severity: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: number;
  readonly endColumn?: number;
  readonly path: string[];
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** Findings as plain data, in the order of {@link renderFindings}. */
export function findingsToJson(findings: Finding[], source?: BlueprintSource): JsonFinding[] {
  return sortFindings(findings, source).map((finding) => {
    const place = source?.place(finding);
    return {
      code: finding.code,
      severity: finding.severity ?? Severity.ERROR,
      ...(source === undefined || source.file === '' ? {} : { file: source.file }),
      ...(place === undefined
        ? {}
        : { line: place.line, column: place.column, endColumn: place.column + place.length }),
      path: finding.path,
      message: finding.message,
      ...(finding.expected === undefined ? {} : { expected: finding.expected }),
      ...(finding.hint === undefined ? {} : { hint: finding.hint }),
    };
  });
}
