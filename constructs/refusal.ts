import type { Finding } from '../blueprints/language/finding';
import { Severity } from '../blueprints/language/finding';

/**
 * Throws what the design refuses, as one error a reader can act on: constructs throw early, and say what, allowed and fix.
 * @param where the construct's path
 */
export function throwRefusals(where: string, findings: Finding[]): void {
  const refusals = findings.filter((finding) => finding.severity !== Severity.WARNING);
  if (refusals.length === 0) {
    return;
  }
  const lines = refusals.map((finding) =>
    [
      `${finding.code}: ${finding.message}`,
      finding.expected ? `expected: ${finding.expected}` : '',
      finding.hint ? `hint: ${finding.hint}` : '',
    ]
      .filter(Boolean)
      .join('; '),
  );
  throw new Error(`${where}: ${lines.join('\n')}`);
}
