import { canonical } from './canonical';
import { AWS_REPLACE } from './replace/aws';
import { AZURE_REPLACE } from './replace/azurerm';
import { NETBOX_REPLACE } from './replace/netbox';
import type { Fixed, ReplaceTable } from './replace/table';
import type { PathStep } from './validate';
import { isObject, type ObjectValue, Unknown, type Value } from './values';

/**
 * Arguments whose change makes the provider delete the object and create another. No schema carries this; the tables are by
 * hand, from the documentation of the providers, and have an entry for every type that ships.
 */
export const REPLACE: ReplaceTable = { ...AWS_REPLACE, ...AZURE_REPLACE, ...NETBOX_REPLACE };

/** Where an object that exists and its plan differ in what cannot be changed. */
export function replacedBy(type: string, prior: Value, planned: ObjectValue): PathStep[][] {
  const fixed = REPLACE[type];
  if (!isObject(prior) || fixed === undefined) return [];
  return [...changedArguments(fixed, prior, planned), ...changedPresence(fixed, prior, planned)];
}

function changedArguments(fixed: Fixed, prior: ObjectValue, planned: ObjectValue): PathStep[][] {
  const always = fixed.arguments.map((argument) => ({ argument, when: () => true }));
  return [...always, ...(fixed.sometimes ?? [])].flatMap(({ argument, when }) => {
    return pairsAt(prior, planned, argument.split('.')).flatMap(({ before, after, path }) =>
      canonical(before) !== canonical(after) && when(before, after) ? [path] : [],
    );
  });
}

function changedPresence({ presence = [] }: Fixed, prior: ObjectValue, planned: ObjectValue): PathStep[][] {
  return presence.flatMap((block) =>
    pairsAt(prior, planned, block.split('.')).flatMap(({ before, after, path }) =>
      before instanceof Unknown || after instanceof Unknown || countOf(before) === countOf(after) ? [] : [path],
    ),
  );
}

interface Pair {
  readonly before: Value;
  readonly after: Value;
  readonly path: PathStep[];
}

/** What stands at the same place before and after; a block that only one of them has is compared with nothing. */
function pairsAt(before: Value, after: Value, names: readonly string[], path: PathStep[] = []): Pair[] {
  const [name, ...rest] = names;
  if (name === undefined) return [{ before, after, path }];
  // A block whose items are not known yet is not known to change.
  if (before instanceof Unknown || after instanceof Unknown) return [];
  if (Array.isArray(before) || Array.isArray(after)) {
    const [one, other] = [itemsOf(before), itemsOf(after)];
    return Array.from({ length: Math.max(one.length, other.length) }, (_, index) =>
      pairsAt(one[index] ?? null, other[index] ?? null, names, [...path, index]),
    ).flat();
  }
  if (!isObject(before) && !isObject(after)) return [];
  return pairsAt(memberOf(before, name), memberOf(after, name), rest, [...path, name]);
}

function memberOf(value: Value, name: string): Value {
  return isObject(value) ? (value[name] ?? null) : null;
}

function itemsOf(value: Value): Value[] {
  return Array.isArray(value) ? value : [];
}

function countOf(value: Value): number {
  if (Array.isArray(value)) return value.length;
  return value === null ? 0 : 1;
}
