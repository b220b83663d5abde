import { resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { REMOTE_STATE, RunError } from '../engine';
import { addressOf, type Block, type Body, nested } from './configuration/block';
import type { Module } from './configuration/module-tree';
import { placeOf } from './configuration/place';
import { backendsOf } from './refusals';

/** A stack whose state others may read. */
export interface StateOwner {
  readonly name: string;
  readonly modules: Module[];
}

/** A data source that reads the state of a stack. */
export interface StateReader {
  readonly module: Module;
  readonly name: string;
  /** The stack that it reads. */
  readonly reads: string;
}

/**
 * Who reads which state in a stack.
 * @throws RunError for a state that belongs to no stack, or to the stack itself
 */
export function stateReadersOf(stack: StateOwner, owners: StateOwner[], show: (file: string) => string): StateReader[] {
  return stack.modules.flatMap((module) =>
    module.blocks
      .filter(({ kind, labels }) => kind === 'data' && labels[0] === REMOTE_STATE)
      .map((block) => {
        const owner = owners.find((each) => isOf(block, module.directory, each));
        const what = `${placeOf(block, show(block.file))}: stack ${stack.name}: ${addressOf(block)}`;
        if (owner === undefined) {
          throw new RunError(
            `${what} reads a state that belongs to no stack of the folder`,
            'what stands in that state is not known here, and a rehearsal asks nobody',
          );
        }
        if (owner === stack) throw new RunError(`${what} reads the state of its own stack`);
        return { module, name: block.labels[1]!, reads: owner.name };
      }),
  );
}

/** A reader may leave out arguments that only a writer needs, such as a lock. */
function isOf({ body }: Block, directory: string, { modules: [root] }: StateOwner): boolean {
  const kind = String(body['backend']);
  const wanted = settled(kind, nested(body['config'])[0] ?? {}, directory);
  return backendsOf(root!).some((backend) => {
    if (backend.kind !== kind) return false;
    const written = settled(kind, backend.config, root!.directory);
    return Object.keys(wanted).every((argument) => isDeepStrictEqual(wanted[argument], written[argument]));
  });
}

/** A path counts from the folder in which it is written; the parser gives nested blocks as lists of one. */
function settled(kind: string, config: Body, directory: string): Body {
  const entries = Object.entries(config).map(([name, value]) => {
    if (kind === 'local' && name === 'path' && typeof value === 'string') return [name, resolve(directory, value)];
    return [name, Array.isArray(value) && value.length === 1 ? (value[0] as unknown) : value];
  });
  return Object.fromEntries(entries) as Body;
}
