import type { IndexRange } from './pools';

/** Planned units whose numbers follow each other. */
export interface UnitRun {
  /** From 0. */
  readonly first: number;
  readonly units: number;
}

/** How the ports of spines are shared out among units. */
export enum Seating {
  /** A unit's seat is its number: whatever is kept has its ports. */
  NUMBERED = 'numbered',
  /** Every pool has a part of the ports, in proportion to the numbers that it keeps. */
  SHARED = 'shared',
  /** One planned unit after another, without a gap. */
  PACKED = 'packed',
}

export interface Seats {
  readonly seating: Seating;
  /** Seat of a planned unit, from 0. */
  readonly of: (unit: number) => number;
  /** The first planned unit that sits there or behind. */
  readonly unitAt: (seat: number) => number;
}

/**
 * Gives every planned unit a seat: the place of its uplinks among the ports of the spines. The spines are as many as the planned
 * units need, so the numbers that are kept may not all have room. While they do, or while every pool stays within its part of the
 * room, a pool that grows moves nobody's seat, for neither depends on how many units stand.
 * @param runs of all pools
 * @param numbers unit numbers that are given or kept
 * @param room seats that the spines have; at least one for every planned unit
 */
export function seatUnits(runs: UnitRun[], numbers: number, room: number): Seats {
  const ascending = [...runs].sort((one, other) => one.first - other.first);
  const shared = (number: number): number => Math.floor((number * room) / numbers);
  const fits = ascending.every(({ first, units }, at) => {
    const next = ascending[at + 1];
    return shared(first) + units <= (next === undefined ? room : shared(next.first));
  });
  const last = ascending.at(-1);
  // What is kept behind the last planned unit is kept from nobody.
  if (last === undefined || last.first + last.units <= room)
    return seatsFrom(Seating.NUMBERED, ascending, ({ first }) => first);
  if (fits) return seatsFrom(Seating.SHARED, ascending, ({ first }) => shared(first));
  return seatsFrom(Seating.PACKED, ascending, (_, before) => before);
}

function seatsFrom(seating: Seating, runs: UnitRun[], startOf: (run: UnitRun, unitsBefore: number) => number): Seats {
  const seats = new Map<number, number>();
  const units: { readonly unit: number; readonly seat: number }[] = [];
  for (const run of runs) {
    const start = startOf(run, units.length);
    for (let number = 0; number < run.units; number += 1) {
      seats.set(run.first + number, start + number);
      units.push({ unit: run.first + number, seat: start + number });
    }
  }
  return {
    seating,
    of: (unit) => seats.get(unit)!,
    unitAt: (seat) => (units.find((each) => each.seat >= seat) ?? units.at(-1))!.unit,
  };
}

/** The units that ranges of indices lie in. A unit that two ranges share begins the latter's run, however far the former reaches. */
export function runsOf(planned: IndexRange[], serversPerUnit: number, unitsBefore: number): UnitRun[] {
  const firsts = planned.map(({ from }) => unitsBefore + Math.floor(from / serversPerUnit));
  return planned
    .map(({ to }, at) => {
      const end = Math.min(unitsBefore + Math.ceil(to / serversPerUnit), firsts[at + 1] ?? Number.POSITIVE_INFINITY);
      return { first: firsts[at]!, units: end - firsts[at]! };
    })
    .filter(({ units }) => units > 0);
}
