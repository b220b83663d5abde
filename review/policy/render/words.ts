import { type PolicyReport, PolicyVerdict } from '../report';
import { type PolicyObservation, PolicyOutcome } from '../rule';

const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 3 });

/** `rack r0003 of gavle: draws more than one rack may: 45 against 40 kW`. The caller makes it inert. */
export function findingText({ subject, message = '', outcome, measured, limit, unit = '' }: PolicyObservation): string {
  const clash =
    measured === undefined || limit === undefined
      ? ''
      : `: ${numbers.format(measured)} against ${`${numbers.format(limit)} ${unit}`.trim()}`;
  const lead = outcome === PolicyOutcome.UNKNOWN ? 'not checked, unknown: ' : '';
  return `${subject}: ${lead}${message}${clash}`;
}

/** What the whole comes to, with how much was looked at. */
export function policyVerdictText({ verdict, rules, findings }: PolicyReport): string {
  const looked = rules.reduce((sum, { lookedAt }) => sum + lookedAt, 0);
  const met = rules.filter(({ lookedAt }) => lookedAt > 0).length;
  const scope = `${met} of ${rules.length} rules looked at ${numbers.format(looked)} things`;
  const open = findings.filter(({ suppressedBy }) => suppressedBy === undefined).length;
  switch (verdict) {
    case PolicyVerdict.PASSED:
      return `the policy is kept: ${scope}${open === 0 ? '' : `, ${open} warnings`}`;
    case PolicyVerdict.FAILED:
      return `the policy is not kept: ${scope}, ${open} findings`;
    case PolicyVerdict.NOTHING_CHECKED:
      return `nothing was checked: ${scope}`;
  }
}
