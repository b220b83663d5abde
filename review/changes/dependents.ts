import type { Dependents } from '../model';
import { natural } from './actions';
import { type Graph, keyOf } from './graph';

/** How many are named. */
const MOST_NAMED = 20;

/** Blocks that read a block, directly or through others; the nearest first. */
export function dependentsOf(graph: Graph, stack: string, address: string): Dependents {
  const reached = new Set<string>();
  const waiting = [keyOf(stack, address)];
  for (let key = waiting.shift(); key !== undefined; key = waiting.shift()) {
    for (const reader of [...(graph.readers.get(key) ?? [])].sort(natural)) {
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
  const nearest = managed
    .slice(0, MOST_NAMED)
    .map(({ stack: where, address: name }) => ({ stack: where, address: name }));
  return { count: managed.length, nearest, stacks: [...new Set(managed.map((node) => node.stack))].sort(), types };
}
