import { Seating } from './seats';
import type { NetworkShape } from './shape';

/** Why a network has its form, one sentence a step. */
export function reasonsOf(shape: NetworkShape): string[] {
  const { pools, planes, upper, up, uplinkGbps, models, rails } = shape;
  const why = pools.map(
    (pool) =>
      `${pool.name}: ${counted(pool.serversPerUnit, 'server')} and ${counted(pool.leafs * planes, 'leaf')} a unit; a leaf has ${pool.down} x ${pool.linkGbps} Gbit/s down and ${up} x ${uplinkGbps} up`,
  );
  if (upper === undefined) return [...why, `one ${models.leaf.model} holds all`];
  const { cores } = upper;
  const spines = counted(upper.spinesPerPod * planes, 'spine');
  const tiers =
    cores === undefined
      ? [`${spines}: the fewest with a port for every uplink and the same links to every leaf`]
      : [
          `three tiers: one ${models.spine.model} has fewer ports than there are leafs`,
          `${counted(upper.pods, 'pod')} of ${counted(upper.unitsPerPod, 'unit')} at most, ${counted(rails * planes, 'leaf')} a unit, ${spines} a pod`,
          `${counted(cores.groups * planes, 'group')} of ${counted(cores.coresPerGroup, 'core')}: spine n of every pod meets group n`,
        ];
  return [...why, ...tiers, ...keptReasons(shape)];
}

/** What of the numbers that are kept has ports at the spines, and what does not. */
function keptReasons({ units, numbers, seats, upper }: NetworkShape): string[] {
  if (numbers === units || upper === undefined) return [];
  const room = upper.unitsPerPod * upper.pods;
  const kept = `numbers are kept for ${counted(numbers, 'unit')}, ${units} of them planned; the spines have ports for ${room}`;
  if (room === units && seats.seating !== Seating.NUMBERED)
    return [`${kept}: growth takes more spines, and leads uplinks anew`];
  return [
    {
      [Seating.NUMBERED]: `${kept}: a pool that grows within its numbers re-cables nothing behind it`,
      [Seating.SHARED]: `${kept}, of which every pool has a part: growth within the parts re-cables nothing`,
      [Seating.PACKED]: `${kept}, given out without gaps: growth leads uplinks of the units behind to other ports of the spines`,
    }[seats.seating],
  ];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
