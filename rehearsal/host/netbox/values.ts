import { numberOf } from '../checks/scalars';
import type { ObjectValue, Value } from '../values';

/** A text argument; undefined where there is none. An empty text is none for the provider. */
export function textOf(object: ObjectValue, argument: string): string | undefined {
  const value = object[argument] ?? null;
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A number, which crosses the wire as text when no float is exactly it, such as 59.123456. */
export function numberFrom(value: Value): number | undefined {
  if (typeof value !== 'string') return numberOf(value);
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** A number argument; undefined where there is none. */
export function numberIn(object: ObjectValue, argument: string): number | undefined {
  return numberFrom(object[argument] ?? null);
}

/** An id that an argument holds; undefined where it holds none. Zero is none for the provider. */
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
