import { blockOf } from '../changes/graph';
import type { Rename } from '../model';

/** A `moved` block. */
export interface MovedBlock {
  readonly from: string;
  readonly to: string;
}

/**
 * The `moved` blocks that make moves of the renames of a stack. Instances that all keep their keys move with their block, so
 * that later instances need no line.
 */
export function movedBlocks(renames: Rename[], stack: string): MovedBlock[] {
  const within = renames.filter(({ sameStack, to }) => sameStack && to.stack === stack);
  const keyOf = (address: string): string => address.slice(blockOf(address).length);
  const blocks = new Map<string, MovedBlock>();
  for (const { from, to } of within) {
    const whole = keyOf(from.address) === keyOf(to.address) && keyOf(from.address) !== '';
    const block = whole
      ? { from: blockOf(from.address), to: blockOf(to.address) }
      : { from: from.address, to: to.address };
    blocks.set(JSON.stringify(block), block);
  }
  return [...blocks.values()];
}

/** The text of a file of Terraform that holds the blocks. */
export function movedFile(blocks: MovedBlock[]): string {
  return `${JSON.stringify({ moved: blocks }, null, 2)}\n`;
}
