import { RunError } from '../../engine';
import type { PipelineDesign } from './design';
import { PipelineRefusal } from './refusal';

/** Letters that mean themselves in YAML, in a shell, in GitHub's expressions, in a URL and in a workspace's name alike. */
const PLAIN_NAME = /^[A-Za-z0-9_-]+$/;
const PLAIN_PATH = /^[A-Za-z0-9_.-]+(\/[A-Za-z0-9_.-]+)*$/;

/**
 * What every runner asks for: names that can stand in its files as they are, and a state that a runner's next machine finds
 * again. Names that wattform makes pass; this keeps what somebody wrote into a folder by hand from becoming code of a runner.
 */
export function checkDesign(design: PipelineDesign): void {
  checkName('the design', design.name);
  for (const { name } of design.stacks) checkName('the stack', name);
  checkPath(design.folder);
  for (const { directory } of design.stacks) checkPath(directory);
  const local = design.stacks.find((stack) => stack.state.kind === 'local');
  if (local !== undefined) {
    throw new PipelineRefusal(
      `the state of ${local.name} is kept by the local backend, on the disk of the machine that applies it: a runner's next machine would find none and build everything again`,
      'give the blueprint a state that all machines reach, such as state: { backend: s3, bucket: …, region: … }',
      ['state', 'backend'],
    );
  }
}

/** @throws RunError when a path leaves the repository or holds letters that mean something to a runner */
export function checkPath(path: string): void {
  const parts = path.split('/');
  if (PLAIN_PATH.test(path) && !parts.includes('..') && !parts.includes('.')) return;
  throw new RunError(
    `"${path}" is not a folder below the root of a repository that a runner's file can name`,
    'say where the synthesized folder is in the repository: --folder cdktf.out; letters, digits, ".", "_", "-" and "/"',
  );
}

/** @throws RunError when a value could be more than text in a runner's file */
export function checkWord(what: string, value: string, allowed: RegExp, says: string): void {
  if (!allowed.test(value)) throw new RunError(`${what} "${value}" cannot stand in the file`, `it may hold ${says}`);
}

function checkName(what: string, name: string): void {
  if (PLAIN_NAME.test(name)) return;
  throw new PipelineRefusal(
    `${what} is named "${name}", and a runner's file takes only letters, digits, "-" and "_" in names`,
    'rename it in the blueprint or in the program that synthesizes it',
  );
}
