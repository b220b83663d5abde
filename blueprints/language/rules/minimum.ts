import { LanguageCode } from '../codes';
import type { Finding } from '../finding';
import { poolsOf, type Rule } from './rule';

/** The autoscaler cannot keep more than there may be. */
export const minimum: Rule = (document) =>
  poolsOf(document).flatMap(({ path, accelerators }): Finding[] => {
    const { count, minimum: least } = accelerators ?? {};
    if (count === undefined || least === undefined || least <= count) return [];
    return [
      {
        code: LanguageCode.MINIMUM,
        path: [...path, 'accelerators', 'minimum'],
        message: `"minimum" is ${least}, more than "count", which is ${count}`,
        expected: `at most ${count}`,
      },
    ];
  });
