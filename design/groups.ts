import type { NodeGroupDesign } from './basis';

/** More groups than this in one pool is a slip of the pen, and would only fill memory. */
export const MOST_GROUPS = 10_000;

/**
 * Splits nodes into groups. All but the last are full, so that a pool that grows changes its last group and adds
 * others; the minimum fills the groups from the first.
 *
 * @param size the most nodes of one group
 */
export function splitIntoGroups(nodes: number, minimumNodes: number, size: number): NodeGroupDesign[] {
  const groups: NodeGroupDesign[] = [];
  let minimumLeft = minimumNodes;
  for (let start = 0; start < nodes; start += size) {
    const maxNodes = Math.min(size, nodes - start);
    const minNodes = Math.min(maxNodes, minimumLeft);
    minimumLeft -= minNodes;
    groups.push({ key: String(groups.length + 1), maxNodes, minNodes });
  }
  return groups;
}
