import { RunError } from '../../engine';
import { type Fault, FaultKind } from './fault';
import { nearest } from './parse';
import { wordsOf } from './words';

/**
 * Refuses faults that could never happen to these types: a rehearsal that went well because nothing was tried says nothing.
 * @throws RunError
 */
export function refuseWhatCannotHappen(faults: Fault[], types: string[]): void {
  for (const { kind, asked, type } of faults) {
    if (type !== undefined && !types.includes(type)) {
      const near = nearest(type, types);
      throw new RunError(
        `--fault ${asked}: no stack has ${type}${near === undefined ? '' : `; did you mean ${near}?`}`,
        `types of these stacks are ${types.join(', ')}`,
      );
    }
    if (
      kind === FaultKind.TIMEOUT &&
      !types.some((each) => isMeant(each, type) && wordsOf(each).timeout !== undefined)
    ) {
      throw new RunError(`--fault ${asked}: the provider of ${type ?? 'these stacks'} is not known to give up waiting`);
    }
    if (kind !== FaultKind.CAPACITY && kind !== FaultKind.QUOTA) continue;
    const met = types.filter((each) => wordsOf(each)[kind][each] !== undefined);
    if (type !== undefined ? met.includes(type) : met.some((each) => wordsOf(each).machines.includes(each))) continue;
    throw new RunError(
      `--fault ${asked}: ${type ?? 'nothing of these stacks'} is not known to run out of ${kind}`,
      met.length === 0 ? undefined : `of these stacks, ${met.join(', ')} can`,
    );
  }
}

function isMeant(type: string, asked: string | undefined): boolean {
  return asked === undefined || asked === type;
}
