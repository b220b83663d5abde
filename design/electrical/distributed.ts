/** Two systems that feed one load, counted from 0. */
export type SystemPair = readonly [one: number, other: number];

/** What k systems carry, in normal operation and when each one is lost. */
export interface DistributedLoad {
  /** By system. */
  readonly normal: number[];
  /** `afterLoss[m][i]`: load of system i when m is lost; 0 for m itself. */
  readonly afterLoss: number[][];
  /** The most that any survivor carries, by system. */
  readonly worst: number[];
}

/**
 * Every pair of k systems, in rounds in which each system plays once: a group that is filled in this order is as even as its
 * number of loads allows, whenever one stops.
 */
export function systemPairs(systems: number): SystemPair[] {
  const seats = systems + (systems % 2);
  const pairs: SystemPair[] = [];
  for (let round = 0; round < seats - 1; round += 1) {
    const circle = [0, ...Array.from({ length: seats - 1 }, (_, seat) => 1 + ((seat + round) % (seats - 1)))];
    for (let seat = 0; seat < seats / 2; seat += 1) {
      const one = circle[seat]!;
      const other = circle[seats - 1 - seat]!;
      if (one < systems && other < systems) pairs.push(one < other ? [one, other] : [other, one]);
    }
  }
  return pairs;
}

/**
 * Loads of distributed-redundant systems, each failure by itself: a load halves over its pair, and goes to the other system whole
 * when one is lost. Unequal pairs are the classic failure in the field, so nothing is averaged.
 *
 * @param loads what each pair carries; a pair may occur often
 */
export function distributedLoad(
  systems: number,
  loads: { readonly pair: SystemPair; readonly load: number }[],
): DistributedLoad {
  const normal = new Array<number>(systems).fill(0);
  const moved = Array.from({ length: systems }, () => new Array<number>(systems).fill(0));
  for (const { pair, load } of loads) {
    const [one, other] = pair;
    normal[one]! += load / 2;
    normal[other]! += load / 2;
    moved[one]![other]! += load / 2;
    moved[other]![one]! += load / 2;
  }
  const afterLoss = moved.map((row, lost) => row.map((more, system) => (system === lost ? 0 : normal[system]! + more)));
  const worst = normal.map((load, system) => Math.max(load, ...afterLoss.map((row) => row[system]!)));
  return { normal, afterLoss, worst };
}
