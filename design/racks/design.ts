import { ServerForm } from '../../catalog/servers';
import { tidy } from '../figures';
import { type Endpoint, type EndpointPorts, NetworkRole, type RackPlace } from '../hall/seams';
import { type PerRack, perRack } from './per-rack';
import {
  type PoolToRack,
  type RackDesign,
  type RackedPool,
  type RackedServer,
  type RackProblem,
  RackProblemKind,
  type RacksAsk,
  type RacksDesign,
} from './types';

export interface RacksResult {
  /** Undefined when a problem stands in its way. */
  readonly design?: RacksDesign;
  readonly problems: RackProblem[];
}

/**
 * Puts the nodes of every pool into racks, and the racks onto the floor. Each pool begins a row of its own; a slot's index is
 * its place on the floor, so that a rack keeps its name, and a server its index, whatever happens to the others. A retired slot
 * stays empty and the pool takes one more at its end.
 */
export function designRacks(ask: RacksAsk): RacksResult {
  const problems: RackProblem[] = [];
  const racks: RackDesign[] = [];
  const endpoints: Endpoint[] = [];
  const pools: RackedPool[] = [];
  const retired = new Set(ask.retired);
  let nextRow = 1;
  const holders: { readonly name: string; readonly from: number; readonly to: number }[] = [];
  for (const pool of ask.pools) {
    const { result, problem } = perRack(pool, ask);
    if (result === undefined) {
      problems.push(...(problem === undefined ? [] : [problem]));
      continue;
    }
    const firstRow = pool.firstRow ?? nextRow;
    const first = (firstRow - 1) * ask.floor.racksPerRow + 1;
    const slots = slotsFrom(first, Math.ceil(pool.nodes / result.nodes), retired);
    const lastRow = Math.ceil(slots.at(-1)! / ask.floor.racksPerRow);
    const other = holders.find(({ from, to }) => firstRow <= to && lastRow >= from);
    if (other !== undefined) problems.push(rowsOverlap(pool, firstRow, lastRow, other));
    holders.push({ name: pool.name, from: firstRow, to: lastRow });
    nextRow = Math.max(nextRow, lastRow + 1);
    problems.push(...floorProblems(pool, lastRow, ask));
    slots.forEach((index, number) => {
      const nodes = Math.min(result.nodes, pool.nodes - number * result.nodes);
      const rack = rackOf(placeOf(index, ask), pool, result, nodes, ask);
      racks.push(rack);
      const before = (index - first) * result.nodes;
      for (const server of rack.servers) endpoints.push(endpointOf(server, rack, pool, before));
    });
    pools.push(racked(pool, result, slots.length, firstRow));
  }
  if (problems.length > 0) return { problems };
  racks.sort((one, other) => one.place.index - other.place.index);
  endpoints.sort((one, other) => one.rack.index - other.rack.index || one.slot - other.slot);
  return { design: { racks, endpoints, loads: racks.map((rack) => loadOf(rack, ask)), pools }, problems };
}

/** Where a slot lies: rows of racks, halls of rows. */
export function placeOf(index: number, { floor }: Pick<RacksAsk, 'floor'>): RackPlace {
  const row = Math.floor((index - 1) / floor.racksPerRow);
  return {
    index,
    name: `r${String(index).padStart(4, '0')}`,
    hall: Math.floor(row / floor.rowsPerHall) + 1,
    row: (row % floor.rowsPerHall) + 1,
    position: ((index - 1) % floor.racksPerRow) + 1,
  };
}

function slotsFrom(first: number, count: number, retired: Set<number>): number[] {
  const slots: number[] = [];
  for (let index = first; slots.length < count; index += 1) {
    if (!retired.has(index)) slots.push(index);
  }
  return slots;
}

function rackOf(place: RackPlace, pool: PoolToRack, { needs }: PerRack, nodes: number, ask: RacksAsk): RackDesign {
  const { server } = pool;
  const isRack = server.form === ServerForm.RACK;
  const servers = Array.from({ length: nodes }, (_, number): RackedServer => {
    const slot = number + 1;
    const name = `${place.name}-s${String(slot).padStart(2, '0')}`;
    return { name, slot, ...(isRack ? {} : { unit: 1 + number * server.heightU }) };
  });
  return {
    place,
    pool: pool.name,
    loadClass: pool.loadClass,
    type: isRack ? server.id : ask.rackType.id,
    heightU: isRack ? server.heightU : ask.rackType.heightU,
    widthInch: isRack ? server.widthInch : ask.rackType.widthInch,
    servers,
    usedU: isRack ? server.heightU : nodes * server.heightU,
    typicalKw: tidy(needs.typicalKw * nodes),
    peakKw: tidy(needs.peakKw * nodes),
    liquidShare: needs.liquidShare,
    ...(needs.weightKg === undefined ? {} : { weightKg: tidy(needs.weightKg * nodes) }),
  };
}

function endpointOf(server: RackedServer, rack: RackDesign, { server: type }: PoolToRack, before: number): Endpoint {
  const { ports } = type;
  const all: EndpointPorts[] = [
    { network: NetworkRole.COMPUTE, count: ports.compute, gbps: ports.computeGbps },
    { network: NetworkRole.FRONTEND, count: ports.frontend, gbps: ports.frontendGbps },
    { network: NetworkRole.STORAGE, count: ports.storage, gbps: ports.storageGbps },
    { network: NetworkRole.OUT_OF_BAND, count: ports.outOfBand, gbps: 1 },
  ];
  return {
    name: server.name,
    rack: rack.place,
    slot: server.slot,
    index: before + server.slot - 1,
    accelerators: type.acceleratorsPerNode,
    pool: rack.pool,
    ports: all.filter(({ count }) => count > 0),
  };
}

function loadOf(rack: RackDesign, ask: RacksAsk): RacksDesign['loads'][number] {
  const server = ask.pools.find(({ name }) => name === rack.pool)!.server;
  return {
    rack: rack.place,
    loadClass: rack.loadClass,
    typicalKw: rack.typicalKw,
    peakKw: rack.peakKw,
    accelerators: rack.servers.length * server.acceleratorsPerNode,
    liquidShare: rack.liquidShare,
  };
}

function racked(pool: PoolToRack, { nodes, needs, why }: PerRack, racks: number, firstRow: number): RackedPool {
  return {
    name: pool.name,
    server: pool.server.id,
    racks,
    nodesPerRack: nodes,
    accelerators: pool.nodes * pool.server.acceleratorsPerNode,
    peakKwPerRack: tidy(needs.peakKw * Math.min(nodes, pool.nodes)),
    firstRow,
    why,
  };
}

function rowsOverlap(
  pool: PoolToRack,
  from: number,
  to: number,
  other: { readonly name: string; readonly from: number; readonly to: number },
): RackProblem {
  return {
    kind: RackProblemKind.ROWS_OVERLAP,
    pool: pool.name,
    message: `rows ${from} to ${to} of ${pool.name} run into rows ${other.from} to ${other.to} of ${other.name}`,
    hint: `begin ${pool.name} in row ${other.to + 1} or later`,
  };
}

function floorProblems(pool: PoolToRack, lastRow: number, { floor }: RacksAsk): RackProblem[] {
  if (floor.halls === undefined || lastRow <= floor.halls * floor.rowsPerHall) return [];
  const message = `${pool.name} ends in row ${lastRow}, and ${floor.halls} halls have ${floor.halls * floor.rowsPerHall} rows`;
  return [{ kind: RackProblemKind.FLOOR_FULL, pool: pool.name, message, hint: 'add halls, rows or racks a row' }];
}
