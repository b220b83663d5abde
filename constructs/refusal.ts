import type { Finding } from '../blueprints/language/finding';
import { Severity } from '../blueprints/language/finding';

/** Findings that refuse, one a line: what, got, allowed and fix. Empty when nothing refuses. */
export function refusalText(findings: Finding[]): string {
  return findings
    .filter((finding) => finding.severity !== Severity.WARNING)
    .map((finding) =>
      [
        `${finding.code}: ${finding.message}`,
        finding.expected ? `expected: ${finding.expected}` : '',
        finding.hint ? `hint: ${finding.hint}` : '',
      ]
        .filter(Boolean)
        .join('; '),
    )
    .join('\n');
}

/**
 * Throws what the design refuses, as one error a reader can act on: constructs throw early.
 * @param where the construct's path
 */
export function throwRefusals(where: string, findings: Finding[]): void {
  const text = refusalText(findings);
  if (text !== '') {
    throw new Error(`${where}: ${text}`);
  }
}
