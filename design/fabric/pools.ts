import { enumerate } from '../figures';
import type { Endpoint, NetworkRole } from '../hall/seams';
import { FabricLayout, type FabricPool, type NetworkAsk } from './ask';
import { type FabricProblem, FabricProblemKind } from './problems';

/** Indices from the first to the one before the last. */
export interface IndexRange {
  readonly from: number;
  readonly to: number;
}

/** A pool whose planned indices may have gaps: switches are numbered for all units that are kept. */
export interface KnownPool extends FabricPool {
  /** Ascending. @default - from 0 to `servers` */
  readonly planned?: IndexRange[];
}

/** Servers of one kind on one network. */
export interface PoolPorts {
  readonly name: string;
  readonly endpoints: Endpoint[];
  /** Ports of one server. */
  readonly ports: number;
  readonly gbps: number;
  /** Slots that are planned for: one past the highest index at least. */
  readonly servers: number;
  /** The same in ranges. */
  readonly planned: IndexRange[];
  /** Slots that numbers are kept for. */
  readonly kept: number;
  /** Whether that was stated, so that it does not follow what stands. */
  readonly keeps: boolean;
  readonly scaleUpServers: number;
  /** Leafs that the ports of a server are spread over. */
  readonly leafs: number;
  /** From 0. @default - after what the pool before it keeps */
  readonly firstUnit?: number;
}

/** The pools that have ports on the network, in the order of the floor. */
export function poolsOn(
  ask: NetworkAsk,
  layout: FabricLayout,
  endpoints: Endpoint[],
  known: KnownPool[],
  problems: FabricProblem[],
): PoolPorts[] {
  const grouped = new Map<string, Endpoint[]>();
  for (const endpoint of endpoints) {
    if (portsOf(endpoint, ask.role) === undefined) continue;
    const group = grouped.get(endpoint.pool);
    if (group === undefined) grouped.set(endpoint.pool, [endpoint]);
    else group.push(endpoint);
  }
  return [...grouped].map(([name, group]) => poolOf(name, group, ask, layout, known, problems));
}

export function portsOf(endpoint: Endpoint, role: NetworkRole): Endpoint['ports'][number] | undefined {
  return endpoint.ports.find((ports) => ports.network === role && ports.count > 0);
}

function poolOf(
  name: string,
  endpoints: Endpoint[],
  ask: NetworkAsk,
  layout: FabricLayout,
  known: KnownPool[],
  problems: FabricProblem[],
): PoolPorts {
  const { count, gbps } = portsOf(endpoints[0]!, ask.role)!;
  const report = (kind: FabricProblemKind, message: string, got: number, limit: number): void => {
    problems.push({ kind, network: ask.role, message, got, limit });
  };
  const other = endpoints
    .map((each) => portsOf(each, ask.role)!)
    .find((ports) => ports.count !== count || ports.gbps !== gbps);
  if (other !== undefined) {
    const message = `pool ${name} has servers with ${count} x ${gbps} and with ${other.count} x ${other.gbps} Gbit/s; a pool's servers are of one kind`;
    report(FabricProblemKind.MIXED_PORTS, message, other.count * other.gbps, count * gbps);
  }
  const pool = known.find((each) => each.name === name);
  const highest = endpoints.reduce((most, { index }) => Math.max(most, index), 0) + 1;
  if (pool?.servers !== undefined && pool.servers < highest) {
    const message = `pool ${name} is planned for ${pool.servers} servers, and has one with the index ${highest - 1}`;
    report(FabricProblemKind.INDEX_TAKEN, message, highest, pool.servers);
  }
  const seen = new Set<number>();
  const twice = endpoints.filter(({ index }) => seen.size === seen.add(index).size);
  if (twice.length > 0) {
    const names = enumerate(twice.map((each) => each.name));
    report(FabricProblemKind.INDEX_TAKEN, `pool ${name}: ${names} have indices of others`, endpoints.length, seen.size);
  }
  const servers = pool?.servers ?? highest;
  const shared = Math.min(ask.leafsPerUnit ?? 2, count);
  return {
    name,
    endpoints,
    ports: count,
    gbps,
    servers,
    planned: pool?.planned ?? [{ from: 0, to: servers }],
    kept: Math.max(servers, pool?.keptServers ?? 0),
    keeps: pool?.keptServers !== undefined,
    scaleUpServers: pool?.scaleUpServers ?? 1,
    leafs: layout === FabricLayout.RAIL_OPTIMIZED ? count : shared,
    ...(pool?.firstUnit === undefined ? {} : { firstUnit: pool.firstUnit - 1 }),
  };
}
