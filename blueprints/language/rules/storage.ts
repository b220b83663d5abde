import { LanguageCode } from '../codes';
import { Caret, type Finding } from '../finding';
import { dotted } from '../show';
import { wrote } from '../sound';
import { clustersOf, type Rule } from './rule';

/** A parallel file system is bought by size; an object store has none. */
export const storage: Rule = (document) =>
  clustersOf(document).flatMap(([path, cluster]) =>
    Object.entries(cluster.storage ?? {}).flatMap(([name, store]): Finding[] => {
      if (store === undefined) return [];
      const below = [...path, 'storage', name];
      const code = LanguageCode.STORAGE;
      if (store.kind === 'parallel' && !wrote(store, 'capacity')) {
        const message = `${dotted(below)} is a parallel file system without "capacity"`;
        return [{ code, path: below, at: Caret.KEY, message, expected: 'its usable size, such as "600 TiB"' }];
      }
      if (store.kind !== 'object') return [];
      return ['capacity', 'throughput']
        .filter((key) => wrote(store, key))
        .map((key) => ({
          code,
          path: [...below, key],
          at: Caret.KEY,
          message: `an object store has no "${key}"`,
          expected: `"${key}" with kind parallel only`,
          hint: 'object stores grow as they are filled: remove it',
        }));
    }),
  );
