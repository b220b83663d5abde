import type { Value } from '../values';

/** A change of an argument that the provider makes in place in some cases only. */
export interface Conditional {
  /** As in `Fixed.arguments`. */
  readonly argument: string;
  /** Whether this change makes a new object. What is left out is null. */
  readonly when: (before: Value, after: Value) => boolean;
}

/** What cannot be changed of an object of one type. */
export interface Fixed {
  /** The page of the provider's documentation. */
  readonly source: string;
  /** Names, or paths through blocks: `launch_template.id`. */
  readonly arguments: readonly string[];
  /** Blocks that cannot be added or taken away. @default - none */
  readonly presence?: readonly string[];
  /** What the provider decides while it plans. @default - nothing */
  readonly sometimes?: readonly Conditional[];
  /** Why nothing is listed, where nothing is. */
  readonly why?: string;
}

/** By type. */
export interface ReplaceTable {
  readonly [type: string]: Fixed;
}

/** It was set and is not any more. */
export function isRemoved(before: Value, after: Value): boolean {
  return !isUnset(before) && isUnset(after);
}

/** It was set, whatever it becomes. */
export function wasSet(before: Value): boolean {
  return !isUnset(before);
}

function isUnset(value: Value): boolean {
  return value === null || value === '' || value === 0 || (Array.isArray(value) && value.length === 0);
}
