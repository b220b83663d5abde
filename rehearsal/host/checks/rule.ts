import type { PathStep } from '../validate';
import { isObject, type ObjectValue, Unknown, type Value } from '../values';

/** Looks at one known value. Returns what would be allowed when it is not. */
export type ValueCheck = (value: Value) => string | undefined;

/** What a check of several arguments of one object or block finds. */
export interface Disagreement {
  readonly summary: string;
  readonly detail: string;
  /** The argument to blame, below the object or block. @default - the object or block itself */
  readonly argument?: string;
}

/** Looks at the arguments of one object or block together. Any of them may be unknown. */
export type ObjectCheck = (object: ObjectValue) => Disagreement | undefined;

/** What is checked of a type. Paths are names of attributes and blocks, joined by dots: `vpc_config.subnet_ids`. */
export interface TypeRules {
  /** The page of the provider's documentation on the type. */
  readonly source: string;
  /** Of lists and sets of values, each item is checked. */
  readonly values?: { readonly [path: string]: ValueCheck };
  /** By the path of the block; the object itself is ''. */
  readonly together?: { readonly [path: string]: readonly ObjectCheck[] };
}

/** The rules of a provider, by type. */
export interface ProviderRules {
  readonly [type: string]: TypeRules;
}

/** A value and where it stands. */
export interface Placed {
  readonly value: Value;
  readonly path: PathStep[];
}

/** Everything that stands at a path of names. What is null or unknown on the way is passed over; a place in a list is a step. */
export function valuesAt(value: Value, names: readonly string[], path: PathStep[] = []): Placed[] {
  if (value === null || value instanceof Unknown) return [];
  if (Array.isArray(value)) return value.flatMap((item, index) => valuesAt(item, names, [...path, index]));
  const [name, ...rest] = names;
  if (name === undefined) return [{ value, path }];
  return isObject(value) ? valuesAt(value[name] ?? null, rest, [...path, name]) : [];
}

/** The names of a path. */
export function namesOf(path: string): string[] {
  return path === '' ? [] : path.split('.');
}

/** How a value is shown to people. */
export function shown(value: Value): string {
  const text = typeof value === 'bigint' ? String(value) : JSON.stringify(value);
  return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}
