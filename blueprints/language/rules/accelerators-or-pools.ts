import { LanguageCode } from '../codes';
import { Caret, type Finding } from '../finding';
import { dotted } from '../show';
import { wrote } from '../sound';
import { clustersOf, type Rule } from './rule';

/** A cluster has accelerators of its own (and capacity for them), or pools that each have theirs. */
export const acceleratorsOrPools: Rule = (document) =>
  clustersOf(document).flatMap(([path, cluster]): Finding[] => {
    const code = LanguageCode.ACCELERATORS_OR_POOLS;
    if (!wrote(cluster, 'pools')) {
      if (wrote(cluster, 'accelerators')) return [];
      const message = `${dotted(path)} has neither "accelerators" nor "pools"`;
      return [{ code, path, at: Caret.KEY, message, expected: 'accelerators (one pool) or pools (several)' }];
    }
    return ['accelerators', 'capacity']
      .filter((key) => wrote(cluster, key))
      .map((key) => ({
        code,
        path: [...path, key],
        at: Caret.KEY,
        message: `${dotted(path)} has both "${key}" and "pools"`,
        expected: 'one of the two',
        hint: `move "${key}" into a pool`,
      }));
  });
