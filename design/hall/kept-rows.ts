import type { RackedPool, RacksDesign } from '../racks';
import type { HallAsk } from './ask';

/**
 * Servers that the rows of a pool hold, where a blueprint says in which rows pools begin (`racks.firstRows`): the fabric keeps numbers
 * for all of them, so that a pool that grows within its rows moves no unit, port or address of the one behind it. The last pool's rows
 * are those to the end of its hall.
 */
export function keptServers(
  { name, firstRow, nodesPerRack }: RackedPool,
  { pools, racks }: RacksDesign,
  { floor, racks: { firstRows } }: Pick<HallAsk, 'floor' | 'racks'>,
): { readonly keptServers?: number } {
  if (Object.keys(firstRows).length === 0) return {};
  const behind = pools.filter((pool) => pool.firstRow > firstRow).map((pool) => pool.firstRow);
  const last = racks.reduce((most, { pool, place }) => (pool === name ? Math.max(most, place.index) : most), 0);
  const lastRow = Math.ceil(last / floor.racksPerRow);
  const endOfHall = Math.ceil(lastRow / floor.rowsPerHall) * floor.rowsPerHall;
  const nextRow = behind.length === 0 ? endOfHall + 1 : Math.min(...behind);
  return { keptServers: (nextRow - firstRow) * floor.racksPerRow * nodesPerRack };
}
