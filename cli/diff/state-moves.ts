import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { readSynthesized, type StackConfiguration } from '../../engine';
import type { StateMove } from '../../review';

/** Stacks of two synthesized folders that keep their state in another place after the change. */
export function stateMoves(base: string, head: string): StateMove[] {
  const [before, after] = [backends(base), backends(head)];
  return [...after].flatMap(([stack, now]) => {
    const stood = before.get(stack);
    return stood === undefined || isDeepStrictEqual(stood, now) ? [] : [{ stack, from: told(stood), to: told(now) }];
  });
}

type Backend = NonNullable<NonNullable<StackConfiguration['terraform']>['backend']>;

function backends(folder: string): Map<string, Backend> {
  if (!existsSync(join(folder, 'manifest.json'))) return new Map();
  return new Map(
    readSynthesized(folder).map(({ name, file }) => {
      const { terraform } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as StackConfiguration;
      return [name, terraform?.backend ?? {}];
    }),
  );
}

/** The kind of a backend. Its arguments may be secret. */
function told(backend: Backend): string {
  return Object.keys(backend).sort().join(', ') || 'local';
}
