import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { RunError, type StackConfiguration } from '../engine';
import type { Settlement } from './journal';
import { readState, type StateSnapshot } from './state';

/** A stack as far as the guards look at it. */
export interface Guarded {
  readonly name: string;
  /** Where the engine runs. */
  readonly home: string;
  readonly configuration: StackConfiguration;
}

/** The file of a local state. @returns undefined with any other backend */
export function localStateFile({ home, configuration }: Guarded): string | undefined {
  const { backend, cloud } = configuration.terraform ?? {};
  if (cloud !== undefined || (backend !== undefined && backend['local'] === undefined)) return undefined;
  const { path = 'terraform.tfstate' } = (backend?.['local'] ?? {}) as { readonly path?: string };
  return resolve(home, path);
}

/** Whether a file holds a state. @returns undefined when the state is elsewhere */
export function hasState(stack: Guarded): boolean | undefined {
  const file = localStateFile(stack);
  return file === undefined ? undefined : existsSync(file) && statSync(file).size > 0;
}

/**
 * Refuses a state that an engine would misunderstand. It takes a file of no bytes for the state of a stack that was never
 * deployed, and would build everything a second time.
 * @param bare whether the last engine that we started found no state: to lock it, an engine makes an empty file, which stays when
 * it is killed, and then the journal knows all that was created
 * @throws RunError
 */
export function guardFiles(stack: Guarded, deployed: boolean, bare: boolean): void {
  const errored = join(stack.home, 'errored.tfstate');
  if (existsSync(errored)) {
    throw new RunError(
      `stack ${stack.name}: the engine could not save its last state and left it in ${errored}`,
      `save it and remove the file: terraform -chdir=${stack.home} state push errored.tfstate && rm ${errored}`,
    );
  }
  const file = localStateFile(stack);
  if (file === undefined || !existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  const empty = text.trim() === '';
  if (empty ? bare : readState(text) !== undefined) return;
  throw new RunError(
    empty
      ? `stack ${stack.name}: the state ${file} is empty; an engine would take that for a stack that was never deployed, and build everything twice`
      : `stack ${stack.name}: the state ${file} is not whole, or is no state`,
    wayOutOfDamage(file, deployed),
  );
}

function wayOutOfDamage(file: string, deployed: boolean): string {
  const backup = `${file}.backup`;
  const saved = existsSync(backup) ? readState(readFileSync(backup, 'utf8')) : undefined;
  const restore =
    saved?.lineage === undefined
      ? `there is no backup beside it. Put back a copy of yours, or move it away: mv ${file} ${file}.damaged`
      : `put back the last state that was saved before the last apply (serial ${saved.serial}, ${saved.objects} objects): cp ${backup} ${file}`;
  if (!deployed) return `${restore}${saved === undefined ? '; that is right if the stack was never deployed' : ''}`;
  return `${restore}. Then run the same command with --recover: what that state lacks is brought in from the journal`;
}

/**
 * Refuses a state that is older than, or another than, the one that the last deploy from here left.
 * @throws RunError
 */
export function guardAge(stack: string, state: StateSnapshot, last: Settlement | undefined, folder: string): void {
  if (last === undefined || last.lineage === undefined) return;
  const refuse = (what: string): never => {
    throw new RunError(
      `stack ${stack}: ${what}; an engine would build again what this state does not hold`,
      `if the right state can be put back, do that. If this one is the best that you have, run the same command with --recover: what it lacks is brought in from the journal. If the journal is what is wrong, move it away: mv ${folder} ${folder}.old`,
    );
  };
  if (state.lineage === undefined) {
    if (last.objects > 0) refuse(`it has no state, and its last deploy left ${last.objects} objects`);
  } else if (state.lineage !== last.lineage) {
    refuse(`its state is another one (lineage ${state.lineage}) than its last deploy left (lineage ${last.lineage})`);
  } else if (state.serial < last.serial) {
    refuse(
      `its state is older (serial ${state.serial}, ${state.objects} objects) than its last deploy left (serial ${last.serial}, ${last.objects} objects)`,
    );
  }
}
