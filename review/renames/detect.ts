import type { ResourceChange } from '../../engine';
import type { StackAsk } from '../ask';
import { actionOf, natural } from '../changes/actions';
import { blockOf, type Graph, keyOf } from '../changes/graph';
import { Action, type Rename } from '../model';
import { stable } from '../values/stable';
import { documentIn } from '../values/texts';

/** Types of which nothing exists outside of the state. */
const STATE_ONLY = new Set(['terraform_data', 'null_resource']);

interface Candidate {
  readonly stack: string;
  readonly change: ResourceChange;
}

/** Attributes that say nothing of whether two objects are the same one, or that may differ after a move. */
const SAYS_NOTHING = new Set(['id', 'tags', 'tags_all', 'labels', 'region', 'timeouts']);

/**
 * Pairs what is destroyed with what is created where both are of one type and have the same values in everything that is decided.
 * Of several that are alike, those with the same instance key belong together, and nothing is guessed beyond that.
 */
export function detectRenames(stacks: StackAsk[], graph: Graph): Rename[] {
  const all = (wanted: Action): Candidate[] =>
    stacks.flatMap(({ name, plan }) =>
      (plan?.resource_changes ?? [])
        .filter((change) => actionOf(change) === wanted && change.deposed === undefined)
        .map((change) => ({ stack: name, change })),
    );
  const [gone, made] = [all(Action.DESTROY), all(Action.CREATE)];
  const same = matches(gone, made, true);
  const used = new Set(same.flat());
  // What lives in a state alone is nothing that could be kept in another.
  const left = (candidates: Candidate[]): Candidate[] =>
    candidates.filter((each) => !used.has(each) && !STATE_ONLY.has(each.change.type));
  const kept = thatReadWhatIsKept([...same, ...matches(left(gone), left(made), false)], made, graph);
  return kept
    .map(([from, to]) => renameOf(from, to))
    .sort((one, other) => natural(one.from.stack, other.from.stack) || natural(one.from.address, other.from.address));
}

/**
 * An object that reads one that is made anew would be changed or replaced by that, wherever it is moved: it is no mere rename. So
 * only what reads what stays, or what is renamed itself, is kept.
 */
function thatReadWhatIsKept(
  found: [Candidate, Candidate][],
  made: Candidate[],
  graph: Graph,
): [Candidate, Candidate][] {
  const placeOf = ({ stack, change }: Candidate): string => keyOf(stack, blockOf(change.address));
  let kept = found;
  for (;;) {
    const renamed = new Set(kept.map(([, to]) => placeOf(to)));
    const anew = new Set(made.map(placeOf).filter((place) => !renamed.has(place)));
    const left = kept.filter(([, to]) => {
      const reads = [...(graph.nodes.get(placeOf(to))?.reads ?? [])].flatMap(([name, each]) =>
        name === 'depends_on' ? [] : each,
      );
      return !reads.some((read) => anew.has(read));
    });
    if (left.length === kept.length) return kept;
    kept = left;
  }
}

function matches(gone: Candidate[], made: Candidate[], sameStack: boolean): [Candidate, Candidate][] {
  const place = ({ stack, change }: Candidate): string => (sameStack ? `${stack}\n${change.type}` : change.type);
  const goneBy = grouped(gone, place);
  return [...grouped(made, place)].flatMap(([where, created]) => {
    const destroyed = goneBy.get(where) ?? [];
    if (destroyed.length === 0) return [];
    return [...grouped(created, ({ change }) => decided(change).join())].flatMap(([, alike]) => {
      const attributes = decided(alike[0]!.change);
      if (!attributes.some((name) => !SAYS_NOTHING.has(name) && saysMuch(alike[0]!.change.change.after, name)))
        return [];
      const before = grouped(destroyed, ({ change }) => fingerprint(change.change.before, attributes));
      const after = grouped(alike, ({ change }) => fingerprint(change.change.after, attributes));
      return [...after].flatMap(([print, now]) => pairedUp(before.get(print) ?? [], now));
    });
  });
}

/** Those that can be told apart: one and one, or as many with the same instance keys. */
function pairedUp(before: Candidate[], after: Candidate[]): [Candidate, Candidate][] {
  if (before.length === 1 && after.length === 1) return [[before[0]!, after[0]!]];
  const keyOf = ({ change }: Candidate): string => JSON.stringify(change.index ?? null);
  const [old, now] = [grouped(before, keyOf), grouped(after, keyOf)];
  return [...now].flatMap(([key, [to, ...more]]) => {
    const [from, ...others] = old.get(key) ?? [];
    const clear = from !== undefined && to !== undefined && more.length + others.length === 0;
    return clear ? [[from, to] as [Candidate, Candidate]] : [];
  });
}

/** Attributes of a new object whose values are decided before it is made. */
function decided({ change: { after, after_unknown: unknown } }: ResourceChange): string[] {
  const later = (unknown ?? {}) as { readonly [name: string]: unknown };
  return Object.entries(asMap(after))
    .filter(
      ([name, value]) =>
        value !== null && !SAYS_NOTHING.has(name) && !JSON.stringify(later[name] ?? null).includes('true'),
    )
    .map(([name]) => name)
    .sort();
}

function fingerprint(value: unknown, attributes: string[]): string {
  const values = asMap(value);
  return stable(attributes.map((name) => normal(values[name], name)));
}

/** Documents in texts count as what they say; an empty list as none. */
function normal(value: unknown, name: string): unknown {
  if (typeof value === 'string') return documentIn(value, name) ?? value;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((each) => normal(each, name));
  return value ?? null;
}

/** Switches and numbers are alike in many objects. */
function saysMuch(value: unknown, name: string): boolean {
  const each = asMap(value)[name];
  return (
    (typeof each === 'string' && each !== '') || (typeof each === 'object' && each !== null && stable(each).length > 4)
  );
}

function renameOf(from: Candidate, to: Candidate): Rename {
  const [old, now] = [asMap(from.change.change.before), asMap(to.change.change.after)];
  const differing = ['labels', 'tags'].filter(
    (name) => name in now && stable(normal(old[name], name)) !== stable(normal(now[name], name)),
  );
  return {
    type: to.change.type,
    from: { stack: from.stack, address: from.change.address },
    to: { stack: to.stack, address: to.change.address },
    sameStack: from.stack === to.stack,
    differing,
  };
}

function grouped<T>(values: T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === undefined) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

function asMap(value: unknown): { readonly [name: string]: unknown } {
  return typeof value === 'object' && value !== null ? (value as { readonly [name: string]: unknown }) : {};
}
