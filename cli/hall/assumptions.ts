import type { Assumption } from '../../design/electrical';
import type { Page } from '../outcome';
import { section } from './folded';
import { ASSUMPTION_MARKS } from './marks';
import { words } from './names';

/** Every option that a design rests on: its value, how it is known, and where it comes from. */
export function assumptionTable(assumptions: Assumption[], page: Page, title = 'what it rests on'): string {
  const rows = assumptions.map(({ option, value, basis, source }) => [
    words(option),
    readable(value),
    ASSUMPTION_MARKS[basis],
    source,
  ]);
  const columns = [{ head: 'assumption' }, { head: 'value' }, { head: 'known by', whole: true }, { head: 'source' }];
  return section(page, title, columns, rows, 'assumption', 60);
}

/** Values that hold several stand as JSON: `{"critical":"2N"}` becomes "critical 2N". */
function readable(value: string): string {
  if (!/^[[{]/.test(value)) return value;
  try {
    return listed(JSON.parse(value) as object);
  } catch {
    return value;
  }
}

function listed(value: object): string {
  const parts = Object.entries(value).map(([key, each]) => {
    if (Array.isArray(each)) return `${words(key)} (${each.length} values)`;
    return `${words(key)} ${typeof each === 'object' && each !== null ? `(${listed(each)})` : String(each)}`;
  });
  return parts.join(', ') || 'none';
}
