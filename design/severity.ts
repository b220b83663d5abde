import { type Finding, Severity } from '../blueprints/language/finding';

/** Whether a finding refuses the blueprint. */
export function isError(finding: Finding): boolean {
  return (finding.severity ?? Severity.ERROR) === Severity.ERROR;
}
