import type { Dependents } from '../model';
import { type Graph, keyOf } from './graph';

/** Blocks that read a block, directly or through others. */
export function dependentsOf(graph: Graph, stack: string, address: string): Dependents {
  const reached = new Set<string>();
  const waiting = [keyOf(stack, address)];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    for (const reader of graph.readers.get(key) ?? []) {
      if (reached.has(reader)) continue;
      reached.add(reader);
      waiting.push(reader);
    }
  }
  reached.delete(keyOf(stack, address));
  const managed = [...reached].flatMap((key) => {
    const node = graph.nodes.get(key);
    return node?.managed ? [node] : [];
  });
  const types: { [type: string]: number } = {};
  for (const { type } of [...managed].sort((one, other) => (one.type < other.type ? -1 : 1))) {
    types[type] = (types[type] ?? 0) + 1;
  }
  return { count: managed.length, stacks: [...new Set(managed.map((node) => node.stack))].sort(), types };
}
