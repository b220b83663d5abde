import { REMOTE_STATE, RunError } from '../engine';
import { addressOf, type Block, nested } from './configuration/block';
import type { Module } from './configuration/module-tree';
import { has, placeOf } from './configuration/place';
import { dataOfChecks } from './configuration/requirements';

/** Data sources that ask whatever they are pointed to: what they would answer cannot be played. */
const ASKING = ['http', 'external'];

/**
 * Refuses a stack that would reach out of the private copy.
 * @throws RunError with file and line
 */
export function refuseWhatIsReal(stack: string, modules: Module[], show: (file: string) => string): void {
  const refuse = (block: Block, why: string): never => {
    throw new RunError(`${placeOf(block, show(block.file))}: stack ${stack}: ${why}`);
  };
  for (const block of modules.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'resource' && has(block, 'provisioner')) {
      refuse(block, `${addressOf(block)} has a provisioner, which would run for real`);
    }
    if (block.kind === 'terraform' && has(block, 'encryption')) {
      refuse(block, 'its state is encrypted, and the keys are real');
    }
    if (block.kind === 'data' && ASKING.includes(block.labels[0]!)) {
      refuse(block, `${addressOf(block)} would ask a server or run a program`);
    }
    for (const data of dataOfChecks(block)) {
      if ([...ASKING, REMOTE_STATE].includes(data.labels[0]!)) {
        refuse(block, `its check ${addressOf(data)} would ask what is outside`);
      }
    }
  }
}

/** Whether any module declares a backend, for who reads the state of this stack. */
export function backendsOf(
  root: Module,
): { readonly kind: string; readonly config: { readonly [name: string]: unknown } }[] {
  return root.blocks
    .filter(({ kind }) => kind === 'terraform')
    .flatMap(({ body }) => [
      ...nested(body['backend']).flatMap((kinds) =>
        Object.entries(kinds).flatMap(([kind, configs]) => nested(configs).map((config) => ({ kind, config }))),
      ),
      // What a `cloud` block writes is read as of the backend `remote`.
      ...nested(body['cloud']).map((config) => ({ kind: 'remote', config })),
    ]);
}
