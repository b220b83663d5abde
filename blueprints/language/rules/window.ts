import { LanguageCode } from '../codes';
import { Caret, type Finding, type Path } from '../finding';
import type { SoundCapacity } from '../sound';
import { wrote } from '../sound';
import { poolsOf, type Rule } from './rule';

const ENDS = ['starts', 'ends'] as const;

/** Only a capacity block has a start and an end; both are moments of the calendar, and the end is later. */
export const window: Rule = (document) =>
  poolsOf(document).flatMap(({ path, capacity }): Finding[] => {
    if (capacity === undefined) return [];
    const below = [...path, 'capacity'];
    const written = ENDS.filter((key) => wrote(capacity, key));
    if (capacity.mode !== undefined && capacity.mode !== 'block') {
      return written.map((key) => ({
        code: LanguageCode.WINDOW,
        path: [...below, key],
        at: Caret.KEY,
        message: `${capacity.mode} capacity has no "${key}"`,
        expected: '"starts" and "ends" with mode block only',
      }));
    }
    const unreal = written.flatMap((key) => notInCalendar(capacity[key], [...below, key]));
    return unreal.length > 0 ? unreal : endsBeforeStart(capacity, below);
  });

/** Date.parse takes February 30th for March 2nd: what comes back must be what went in. */
function notInCalendar(moment: string | undefined, path: Path): Finding[] {
  if (moment === undefined) return [];
  const time = Date.parse(moment);
  const real = !Number.isNaN(time) && new Date(time).toISOString() === moment.replace('Z', '.000Z');
  if (real) return [];
  return [
    {
      code: LanguageCode.WINDOW,
      path,
      message: `"${moment}" is not in the calendar`,
      expected: 'a moment that exists, such as "2026-03-01T11:30:00Z"',
    },
  ];
}

function endsBeforeStart({ starts, ends }: SoundCapacity, below: Path): Finding[] {
  if (starts === undefined || ends === undefined || Date.parse(starts) < Date.parse(ends)) return [];
  return [
    {
      code: LanguageCode.WINDOW,
      path: [...below, 'ends'],
      message: `the block ends at ${ends}, not after its start at ${starts}`,
      expected: 'an end after the start',
    },
  ];
}
