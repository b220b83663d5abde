import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RunError, readSynthesized } from '../../engine';
import { type MovedBlock, movedBlocks, movedFile, type Review } from '../../review';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';

/** Stands beside the configuration of a stack. A later synthesis leaves it where it is. */
const FILE = 'wattform-moved.tf.json';

/**
 * Writes the `moved` blocks of a review into a folder, a file for each stack that has some. Blocks of earlier reviews stay: a state
 * somewhere may still need them, and where nothing has the old address a block does nothing.
 * @throws CliFailure when the folder holds no configuration of the stack
 */
export function writeMoved(review: Review, folder: string): Review {
  const written = new Map<string, string>();
  for (const stack of new Set(review.renames.map(({ to }) => to.stack))) {
    const blocks = movedBlocks(review.renames, stack);
    if (blocks.length === 0) continue;
    const file = join(directoryOf(folder, stack), FILE);
    writeFileSync(file, movedFile(merged(file, blocks)));
    written.set(stack, file);
  }
  return {
    ...review,
    renames: review.renames.map((rename) => {
      const file = rename.sameStack ? written.get(rename.to.stack) : undefined;
      return file === undefined ? rename : { ...rename, writtenTo: file };
    }),
  };
}

function directoryOf(folder: string, stack: string): string {
  if (!existsSync(join(folder, 'manifest.json'))) return folder;
  try {
    const found = readSynthesized(folder).find(({ name }) => name === stack);
    if (found !== undefined) return join(folder, found.directory);
  } catch (error) {
    if (error instanceof RunError) throw new CliFailure(ExitCode.USAGE, error.message, error.hint);
    throw error;
  }
  throw new CliFailure(ExitCode.USAGE, `${folder} holds no stack ${stack}`, 'synthesize the head into it first');
}

/** What stood in the file, and what is new. A later move of the same object takes the place of an earlier one. */
function merged(file: string, blocks: MovedBlock[]): MovedBlock[] {
  if (!existsSync(file)) return blocks;
  const { moved } = JSON.parse(readFileSync(file, 'utf8')) as { readonly moved: MovedBlock[] };
  return [...moved.filter(({ from }) => blocks.every((each) => each.from !== from)), ...blocks];
}
