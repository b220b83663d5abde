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
  const same = toldApart(matches(gone, made, true), graph);
  const used = new Set(same.flat());
  // What lives in a state alone is nothing that could be kept in another.
  const left = (candidates: Candidate[]): Candidate[] =>
    candidates.filter((each) => !used.has(each) && !STATE_ONLY.has(each.change.type));
  const kept = thatReadWhatIsKept([...same, ...matches(left(gone), left(made), false).pairs], made, graph);
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

/** Objects that are alike: as many pairs as can be told apart, and groups in which they cannot yet. */
interface Matched {
  readonly pairs: [Candidate, Candidate][];
  readonly alike: { readonly before: Candidate[]; readonly after: Candidate[] }[];
}

function matches(gone: Candidate[], made: Candidate[], sameStack: boolean): Matched {
  const place = ({ stack, change }: Candidate): string => (sameStack ? `${stack}\n${change.type}` : change.type);
  const goneBy = grouped(gone, place);
  const found: Matched = { pairs: [], alike: [] };
  for (const [where, created] of grouped(made, place)) {
    const destroyed = goneBy.get(where) ?? [];
    if (destroyed.length === 0) continue;
    for (const [, alike] of grouped(created, ({ change }) => stable(change.change.after_unknown))) {
      const mask = alike[0]!.change.change.after_unknown;
      const names = decided(alike[0]!.change);
      if (names.length === 0) continue;
      const before = grouped(destroyed, ({ change }) => fingerprint(change.change.before, names, mask));
      const after = grouped(alike, ({ change }) => fingerprint(change.change.after, names, mask));
      for (const [print, now] of after) pairUp(before.get(print) ?? [], now, found);
    }
  }
  return found;
}

/** One and one belong together; of several those with the same instance key, and the rest is for later. */
function pairUp(before: Candidate[], after: Candidate[], { pairs, alike }: Matched): void {
  if (before.length === 0) return;
  if (before.length === 1 && after.length === 1) {
    pairs.push([before[0]!, after[0]!]);
    return;
  }
  const keyOf = ({ change }: Candidate): string => JSON.stringify(change.index ?? null);
  const [old, now] = [grouped(before, keyOf), grouped(after, keyOf)];
  for (const [key, to] of now) {
    const from = old.get(key) ?? [];
    if (from.length === 1 && to.length === 1) pairs.push([from[0]!, to[0]!]);
    else if (from.length > 0) alike.push({ before: from, after: to });
  }
}

/** Those that are alike are told apart by what they read, once that is known to be renamed. */
function toldApart({ pairs, alike }: Matched, graph: Graph): [Candidate, Candidate][] {
  const all = [...pairs];
  let left = alike;
  for (let grew = true; grew; ) {
    const renamed = new Map(all.map(([from, to]) => [placeOf(to), placeOf(from)]));
    const readsOf = (to: Candidate): string[] =>
      [...(graph.nodes.get(placeOf(to))?.reads.values() ?? [])].flat().flatMap((read) => renamed.get(read) ?? []);
    grew = false;
    left = left.map(({ before, after }) => {
      const taken = new Set<Candidate>();
      for (const to of after) {
        const reads = readsOf(to);
        const fits = before.filter((from) => reads.every((read) => graph.readers.get(read)?.has(placeOf(from))));
        if (reads.length === 0 || fits.length !== 1 || taken.has(fits[0]!)) continue;
        all.push([fits[0]!, to]);
        taken.add(fits[0]!).add(to);
        grew = true;
      }
      return { before: before.filter((each) => !taken.has(each)), after: after.filter((each) => !taken.has(each)) };
    });
  }
  return all;
}

function placeOf({ stack, change }: Candidate): string {
  return keyOf(stack, blockOf(change.address));
}

/** Attributes of a new object of which something is decided before it is made. */
function decided({ change: { after, after_unknown: mask } }: ResourceChange): string[] {
  return Object.entries(asMap(after))
    .filter(([name, value]) => !SAYS_NOTHING.has(name) && saysMuch(known(value, asMap(mask)[name])))
    .map(([name]) => name)
    .sort();
}

function fingerprint(value: unknown, attributes: string[], mask: unknown): string {
  const values = asMap(value);
  return stable(attributes.map((name) => normal(known(values[name], asMap(mask)[name]), name)));
}

/** What of a value is decided before the object is made. */
function known(value: unknown, mask: unknown): unknown {
  if (mask === true) return null;
  if (Array.isArray(value))
    return value.map((each, index) => known(each, Array.isArray(mask) ? mask[index] : undefined));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]) => [name, known(each, asMap(mask)[name])] as const);
  return Object.fromEntries(entries.filter(([, each]) => each !== null));
}

/** Documents in texts count as what they say; an empty list as none. */
function normal(value: unknown, name: string): unknown {
  if (typeof value === 'string') return documentIn(value, name) ?? value;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((each) => normal(each, name));
  return value ?? null;
}

/** Switches and numbers are alike in many objects. */
function saysMuch(value: unknown): boolean {
  if (typeof value === 'string') return value !== '';
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((each) => saysMuch(each) || typeof each === 'number');
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
