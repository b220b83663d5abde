import type { Assumption } from '../../design/electrical';
import { readable, wordsOf } from '../../review/report/figure-text';
import type { Page } from '../outcome';
import { section } from './folded';
import { ASSUMPTION_MARKS } from './marks';

/** Every option that a design rests on: its value, how it is known, and where it comes from. */
export function assumptionTable(assumptions: Assumption[], page: Page, title = 'what it rests on'): string {
  const rows = assumptions.map(({ option, value, basis, source }) => [
    wordsOf(option),
    readable(value),
    ASSUMPTION_MARKS[basis],
    source,
  ]);
  const columns = [{ head: 'assumption' }, { head: 'value' }, { head: 'known by', whole: true }, { head: 'source' }];
  return section(page, title, columns, rows, 'assumption', 60);
}
