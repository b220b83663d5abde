import { numberOf } from '../checks/scalars';
import { isObject, type ObjectValue } from '../values';

/** One end of a cable. */
export interface Termination {
  /** `dcim.powerport`. */
  readonly kind: string;
  readonly id: number;
}

/** The two sides of a cable; a side may have several ends. */
export const SIDES = ['a_termination', 'b_termination'] as const;

/** The ends of one side of a cable. */
export function endsOf(cable: ObjectValue, side: (typeof SIDES)[number]): Termination[] {
  const ends = cable[side] ?? null;
  if (!Array.isArray(ends)) return [];
  return ends.filter(isObject).map((end) => ({
    kind: String(end['object_type']),
    id: numberOf(end['object_id'] ?? null) ?? 0,
  }));
}

/** All ends of a cable. */
export function allEndsOf(cable: ObjectValue): Termination[] {
  return SIDES.flatMap((side) => endsOf(cable, side));
}

/** A cable whose end is gone with what it was plugged into: NetBox keeps the rest of it. */
export function without(cable: ObjectValue, { kind, id }: Termination): ObjectValue {
  const sides = SIDES.map((side) => {
    const ends = (cable[side] ?? []) as ObjectValue[];
    const left = ends.filter((end) => end['object_type'] !== kind || numberOf(end['object_id'] ?? null) !== id);
    return [side, left] as const;
  });
  return { ...cable, ...Object.fromEntries(sides) };
}
