import { LanguageCode } from './codes';
import type { Finding } from './finding';
import type { BlueprintSource, Place } from './source';

/** Findings by line, column and code; those without a place by path. The same findings always come in the same order. */
export function sortFindings(findings: Finding[], source?: BlueprintSource): Finding[] {
  const placed = findings.map((finding) => ({ finding, place: source?.place(finding) }));
  placed.sort(
    (a, b) => isLast(a.finding) - isLast(b.finding) || byPlace(a.place, b.place) || byWords(a.finding, b.finding),
  );
  return placed.map(({ finding }) => finding);
}

/** That more is not shown is said behind all that is. */
function isLast({ code }: Finding): number {
  return Number(code === LanguageCode.TOO_MANY);
}

function byPlace(a: Place | undefined, b: Place | undefined): number {
  if (a === undefined || b === undefined) return Number(a !== undefined) - Number(b !== undefined);
  return a.line - b.line || a.column - b.column;
}

function byWords(a: Finding, b: Finding): number {
  return compare(a.code, b.code) || compare(a.path.join('\0'), b.path.join('\0')) || compare(a.message, b.message);
}

/** By code unit: a locale's order is not the same everywhere. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
