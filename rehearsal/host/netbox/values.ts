import { numberOf } from '../checks/scalars';
import type { ObjectValue, Value } from '../values';

/** A text argument; undefined where there is none. An empty text is none for the provider. */
export function textOf(object: ObjectValue, argument: string): string | undefined {
  const value = object[argument] ?? null;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number argument; undefined where there is none. Zero is none for the provider where an id is asked for. */
export function numberIn(object: ObjectValue, argument: string): number | undefined {
  return numberOf(object[argument] ?? null);
}

/** An id that an argument holds; undefined where it holds none. */
export function idIn(object: ObjectValue, argument: string): number | undefined {
  const id = numberIn(object, argument);
  return id === 0 ? undefined : id;
}

/** Every id that an argument holds: one, or a set of them. */
export function idsIn(object: ObjectValue, argument: string): number[] {
  const value = object[argument] ?? null;
  const values: Value[] = Array.isArray(value) ? value : [value];
  return values.flatMap((each) => numberOf(each) ?? []).filter((id) => id !== 0);
}

/** The texts of a set. */
export function textsIn(object: ObjectValue, argument: string): string[] {
  const value = object[argument] ?? null;
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
