import { Action, type Cause, type ReviewedChange } from '../model';
import { stable } from '../values/stable';
import { blockOf, type Graph, keyOf } from './graph';

/** A change before its cause is known. */
export type Uncaused = Omit<ReviewedChange, 'cause' | 'dependents'>;

/** What gives its readers new values. */
const GIVES_NEW_VALUES = new Set<Action>([Action.REPLACE, Action.CREATE, Action.DESTROY]);

/**
 * Leads a change back to the first one that it follows from: from the attribute that forces it, or whose value is decided
 * later, to the block that this attribute reads, as long as that one is new too.
 */
export function causeFinder(graph: Graph, changes: Uncaused[]): (change: Uncaused) => Cause | undefined {
  const byBlock = new Map<string, Uncaused[]>();
  for (const change of changes) {
    const key = keyOf(change.stack, blockOf(change.address));
    byBlock.set(key, [...(byBlock.get(key) ?? []), change]);
  }
  const step = (change: Uncaused): { readonly to: Uncaused; readonly through: string } | undefined => {
    const reads = graph.nodes.get(keyOf(change.stack, blockOf(change.address)))?.reads;
    for (const through of changedAttributes(change)) {
      for (const read of reads?.get(through) ?? []) {
        const to = newIn(byBlock, read, graph);
        if (to === undefined || to === change) continue;
        // The same value forces both: neither follows from the other.
        return sharesForce(change, to) ? undefined : { to, through };
      }
    }
    return undefined;
  };
  return (change) => {
    if (change.action !== Action.REPLACE && change.action !== Action.UPDATE) return undefined;
    const first = step(change);
    if (first === undefined) return undefined;
    const seen = new Set<Uncaused>([change]);
    let root = first.to;
    for (let next = step(root); next !== undefined && root.action === Action.REPLACE; next = step(root)) {
      if (seen.has(root)) break;
      seen.add(root);
      root = next.to;
    }
    return { stack: root.stack, address: root.address, action: root.action, through: first.through };
  };
}

/** Whether the same change of the same value forces both to be made anew, such as another region. */
function sharesForce(one: Uncaused, other: Uncaused): boolean {
  const forcing = ({ values }: Uncaused): string[] =>
    values.filter(({ forces, decidedLater, secret }) => forces && !decidedLater && !secret).map(stable);
  const others = new Set(forcing(other));
  return forcing(one).some((value) => others.has(value));
}

/** Top attributes of what forces the change, or else of what is decided later. */
function changedAttributes({ forcedBy, values, action }: Uncaused): string[] {
  const paths =
    action === Action.REPLACE ? forcedBy : values.filter(({ decidedLater }) => decidedLater).map(({ path }) => path);
  return [...new Set(paths.map((path) => path.split(/[.[]/)[0] ?? ''))];
}

/** The change of a block that gives new values to its readers; data sources only pass them on. */
function newIn(byBlock: Map<string, Uncaused[]>, key: string, graph: Graph, depth = 0): Uncaused | undefined {
  const changes = byBlock.get(key) ?? [];
  const found =
    changes.find(({ action }) => action === Action.REPLACE) ??
    changes.find(({ action }) => GIVES_NEW_VALUES.has(action));
  const node = graph.nodes.get(key);
  if (found !== undefined || node === undefined || node.managed || depth > 5) return found;
  for (const read of [...node.reads.values()].flat()) {
    const through = newIn(byBlock, read, graph, depth + 1);
    if (through !== undefined) return through;
  }
  return undefined;
}
