import { LanguageCode } from '../codes';
import type { Finding } from '../finding';
import type { Rule } from './rule';

/** Who accepts a finding says why, and until a day of the calendar. */
export const suppressions: Rule = (document) =>
  (document.policy?.suppress ?? []).flatMap(({ reason, expires }, index): Finding[] => {
    const path = ['policy', 'suppress', String(index)];
    const found: Finding[] = [];
    if (reason?.trim() === '') {
      found.push({
        code: LanguageCode.SUPPRESSION,
        path: [...path, 'reason'],
        message: '"reason" is blank',
        expected: 'why the finding is accepted, and who decided it',
      });
    }
    if (expires !== undefined && !inCalendar(expires)) {
      found.push({
        code: LanguageCode.SUPPRESSION,
        path: [...path, 'expires'],
        message: `"${expires}" is not in the calendar`,
        expected: 'a day that exists, such as "2027-03-31"',
      });
    }
    return found;
  });

/** Date.parse takes February 30th for March 2nd: what comes back must be what went in. */
function inCalendar(day: string): boolean {
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
