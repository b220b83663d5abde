import type { SwitchModel } from '../../catalog/switches';
import { LinkTechnology } from '../../catalog/switches';
import { type Endpoint, NetworkRole } from '../hall/seams';
import { FabricLayout, FabricTechnology, type NetworkAsk } from './ask';
import { type LeafSize, leafProblem, leafTerms, sizeLeaf, uplinkParts } from './leaf-size';
import { type KnownPool, type PoolPorts, poolsOn } from './pools';
import { linksOfPort } from './ports';
import { type FabricProblem, FabricProblemKind } from './problems';
import { runsOf, type Seats, seatUnits, type UnitRun } from './seats';
import { threeTiers, twoTiers, type UpperTiers } from './upper-tiers';

/** A network in numbers: everything that names, ports and addresses are derived from. */
export interface NetworkShape {
  readonly ask: NetworkAsk;
  readonly layout: FabricLayout;
  readonly planes: number;
  readonly models: { readonly leaf: SwitchModel; readonly spine: SwitchModel; readonly core: SwitchModel };
  readonly pools: PoolShape[];
  /** Leafs of a unit at most: the stride of leaf numbers. */
  readonly rails: number;
  /** Units that are planned for: what the upper tiers are sized by. */
  readonly units: number;
  /** Unit numbers that are given or kept: what names, addresses and places are derived from. */
  readonly numbers: number;
  /** Seat of every planned unit below the spines, from 0. */
  readonly seats: Seats;
  /** Uplinks of a leaf; 0 when one leaf is the network. */
  readonly up: number;
  readonly uplinkGbps: number;
  /** Parts of a leaf's port that is led up. */
  readonly upParts: number;
  /** @default - one leaf is the network */
  readonly upper?: UpperTiers;
}

export interface PoolShape extends PoolPorts, LeafSize {
  /** Unit before its first, counted over all pools. */
  readonly unitsBefore: number;
  /** Units that are planned for. */
  readonly units: number;
  /** Unit numbers that are its own, those that are kept counted. */
  readonly numbers: number;
  /** The planned ones, where they follow each other; counted over all pools. */
  readonly runs: UnitRun[];
}

/** Sizes leafs, then as many tiers above as it takes. */
export function shapeNetwork(
  ask: NetworkAsk,
  endpoints: Endpoint[],
  known: KnownPool[],
  problems: FabricProblem[],
): NetworkShape | undefined {
  const before = problems.length;
  const railed = ask.role === NetworkRole.COMPUTE ? FabricLayout.RAIL_OPTIMIZED : FabricLayout.SHARED_LEAF;
  const layout = ask.layout ?? railed;
  const models = { leaf: ask.leaf, spine: ask.spine ?? ask.leaf, core: ask.core ?? ask.spine ?? ask.leaf };
  checkValues(ask, Object.values(models), problems);
  const pools = poolsOn(ask, layout, endpoints, known, problems);
  if (pools.length === 0 || problems.length > before) return undefined;

  const planes = ask.planes ?? 1;
  const fastest = Math.max(...pools.map((pool) => pool.gbps)) / planes;
  const uplinkGbps = ask.uplinkGbps ?? ask.leaf.uplinkGbps ?? fastest;
  const base = { ask, layout, planes, models, uplinkGbps };
  const single = oneLeaf(pools, ask, uplinkGbps);
  if (single !== undefined) {
    const seats = seatUnits(single.runs, 1, 1);
    return { ...base, pools: [single], rails: 1, units: 1, numbers: 1, seats, up: 0, upParts: 1 };
  }
  const sized = sizePools(pools, ask, uplinkGbps, problems);
  if (sized === undefined) return undefined;
  const { shapes, up } = sized;
  const rails = Math.max(...shapes.map((pool) => pool.leafs));
  const units = shapes.reduce((sum, pool) => sum + pool.units, 0);
  const numbers = Math.max(...shapes.map((pool) => pool.unitsBefore + pool.numbers));
  checkUnits(shapes, ask, problems);
  const terms = leafTerms(ask, uplinkGbps);
  const want = { ask, models, rails, units, up, uplinkGbps, coreGbps: ask.coreGbps ?? uplinkGbps };
  const upper = twoTiers(want) ?? threeTiers(want, problems);
  if (upper === undefined || problems.length > before) return undefined;
  const seats = seatUnits(
    shapes.flatMap((pool) => pool.runs),
    numbers,
    upper.unitsPerPod * upper.pods,
  );
  return { ...base, pools: shapes, rails, units, numbers, seats, up, upParts: uplinkParts(terms), upper };
}

/** The whole network on one switch, while no server has ports to spread. */
function oneLeaf(pools: PoolPorts[], ask: NetworkAsk, uplinkGbps: number): PoolShape | undefined {
  const [pool] = pools;
  if (pools.length !== 1 || pool === undefined || pool.leafs > 1 || (pool.firstUnit ?? 0) > 0) return undefined;
  const linkGbps = pool.gbps / (ask.planes ?? 1);
  const downParts = linksOfPort(ask.leaf, linkGbps);
  const serversPerUnit = Math.floor((ask.leaf.ports * downParts) / pool.ports);
  const asked = ask.serversPerUnit ?? serversPerUnit;
  if (
    pool.servers > Math.min(serversPerUnit, asked) ||
    uplinkGbps > Math.max(ask.leaf.gbps, ask.leaf.uplinkGbps ?? 0)
  ) {
    return undefined;
  }
  const down = serversPerUnit * pool.ports;
  const downPorts = ask.leaf.ports;
  const size = { serversPerUnit, linksPerLeaf: pool.ports, linkGbps, down, downParts, downPorts, up: 0 };
  return { ...pool, ...size, unitsBefore: 0, units: 1, numbers: 1, runs: [{ first: 0, units: 1 }] };
}

function sizePools(
  pools: PoolPorts[],
  ask: NetworkAsk,
  uplinkGbps: number,
  problems: FabricProblem[],
): { readonly shapes: PoolShape[]; readonly up: number } | undefined {
  const terms = leafTerms(ask, uplinkGbps);
  const first = pools.map((pool) => sizeLeaf(pool, terms));
  // All leafs have the same uplinks, so that every spine is led to every leaf alike.
  const up = Math.max(...first.map((size) => size?.up ?? 0));
  const shapes: PoolShape[] = [];
  let next = 0;
  for (const pool of pools) {
    const size = sizeLeaf(pool, terms, up);
    if (size === undefined) {
      problems.push(leafProblem(ask, pool, terms));
      continue;
    }
    const unitsBefore = pool.firstUnit ?? next;
    const runs = runsOf(pool.planned, size.serversPerUnit, unitsBefore);
    const units = runs.reduce((sum, run) => sum + run.units, 0);
    const numbers = Math.ceil(pool.kept / size.serversPerUnit);
    next = Math.max(next, unitsBefore + numbers);
    shapes.push({ ...pool, ...size, unitsBefore, units, numbers, runs });
  }
  return shapes.length === pools.length ? { shapes, up } : undefined;
}

function checkUnits(pools: PoolShape[], ask: NetworkAsk, problems: FabricProblem[]): void {
  for (const [at, pool] of pools.entries()) {
    const [from, to] = [pool.unitsBefore, endOf(pool)];
    const other = pools.slice(0, at).find((each) => from < endOf(each) && each.unitsBefore < to);
    if (other === undefined) continue;
    const limit = endOf(other);
    const message = `units ${from + 1} to ${to} of ${pool.name} run into units ${other.unitsBefore + 1} to ${limit} of ${other.name}`;
    const hint = `begin ${pool.name} in unit ${limit + 1} or later`;
    problems.push({ kind: FabricProblemKind.INDEX_TAKEN, network: ask.role, message, got: from + 1, limit, hint });
  }
}

/** Unit after the last that is planned. */
function endOf({ runs }: PoolShape): number {
  return Math.max(...runs.map(({ first, units }) => first + units));
}

function checkValues(ask: NetworkAsk, models: SwitchModel[], problems: FabricProblem[]): void {
  const bad = (message: string, got: number | string, limit: number | string): void => {
    problems.push({ kind: FabricProblemKind.VALUE, network: ask.role, message, got, limit });
  };
  for (const [name, value] of Object.entries({
    'oversubscription of a leaf': ask.leafOversubscription ?? 1,
    'oversubscription of a spine': ask.spineOversubscription ?? 1,
    'speed of an uplink': ask.uplinkGbps ?? 1,
    'speed of a core link': ask.coreGbps ?? 1,
  })) {
    if (!(value > 0 && Number.isFinite(value))) bad(`the ${name} is ${value}, expected a number above 0`, value, 0);
  }
  for (const [name, value] of Object.entries({
    planes: ask.planes ?? 1,
    'servers of a unit': ask.serversPerUnit ?? 1,
    'leafs of a unit': ask.leafsPerUnit ?? 1,
    'spines at least': ask.spinesAtLeast ?? 1,
  })) {
    if (!(Number.isInteger(value) && value >= 1)) bad(`${name}: ${value}, expected a whole number from 1`, value, 1);
  }
  const wanted = ask.technology === FabricTechnology.INFINIBAND ? LinkTechnology.INFINIBAND : LinkTechnology.ETHERNET;
  for (const model of new Set(models.filter((each) => each.technology !== wanted))) {
    const message = `the ${ask.role} network speaks ${ask.technology}, and ${model.model} ${model.technology}`;
    problems.push({
      kind: FabricProblemKind.TECHNOLOGY,
      network: ask.role,
      message,
      got: model.technology,
      limit: wanted,
    });
  }
}
