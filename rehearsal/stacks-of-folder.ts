import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { RunError, readSynthesized, type SynthesizedStack } from '../engine';
import { configurationFiles, nameOf } from './configuration/module-tree';

/** What a rehearsal was asked to build. */
export interface FolderOfStacks {
  readonly stacks: SynthesizedStack[];
  /** Whether constructs made it, so that what is wrong is wrong in a construct. */
  readonly synthesized: boolean;
}

/**
 * The stacks of a folder: all of a synthesis, or the one that its Terraform files make.
 * @throws RunError when the folder holds neither
 */
export function stacksOfFolder(folder: string, tofu: boolean): FolderOfStacks {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (found === undefined) throw new RunError(`there is no ${folder}`);
  if (!found.isDirectory()) throw new RunError(`${folder} is not a folder`);
  if (isSynthesis(folder)) return { stacks: readSynthesized(folder), synthesized: true };
  if (configurationFiles(folder, tofu).length > 0) {
    return { stacks: [{ name: nameOf(folder), directory: '.', file: '', dependsOn: [] }], synthesized: false };
  }
  const output = join(folder, 'cdktf.out');
  throw new RunError(
    `${folder} holds neither a synthesis (manifest.json) nor files of Terraform (*.tf, *.tf.json)`,
    existsSync(join(output, 'manifest.json')) ? `did you mean ${output}?` : undefined,
  );
}

/** Other tools write files of that name too. One that is no JSON is said to be broken, unless Terraform files stand beside it. */
function isSynthesis(folder: string): boolean {
  const file = join(folder, 'manifest.json');
  if (!existsSync(file)) return false;
  if (configurationFiles(folder, true).length === 0) return true;
  try {
    return 'stacks' in (JSON.parse(readFileSync(file, 'utf8')) as object);
  } catch {
    return false;
  }
}
