import { type Endpoint, NetworkRole } from '../hall/seams';
import type { FabricPool } from './ask';
import type { IndexRange, KnownPool } from './pools';
import type { NetworkShape } from './shape';
import type { Stands } from './stands';
import { allOf, type Switches } from './switches';
import { FabricTier } from './types';

/** A network whose cables are still to come. */
export interface PlannedNetwork {
  /** Number of the network, from 0. */
  readonly order: number;
  readonly shape: NetworkShape;
  readonly switches: Switches;
}

/** Leafs first: how many of the others there are follows the size of a network, and no leaf's port may move with it. */
const TIERS = [FabricTier.LEAF, FabricTier.SPINE, FabricTier.CORE];

/**
 * What the management network joins beside the servers: every other switch, planned for as a pool a tier. Leafs have numbers for all
 * units that are kept, and management ports for those that are planned.
 */
export function managementPools(
  networks: PlannedNetwork[],
  stated: FabricPool[],
  { reserved }: Stands,
): { readonly endpoints: Endpoint[]; readonly pools: KnownPool[] } {
  const names = new Set(stated.map(({ name }) => name));
  const shapes = new Map(networks.map(({ shape }) => [`${shape.ask.role}/${FabricTier.LEAF}`, shape]));
  const pools = [...reserved]
    .filter(([name]) => !names.has(name))
    .map(([name, { length }]): KnownPool => {
      const shape = shapes.get(name);
      if (shape === undefined) return { name, servers: length };
      const keeps = shape.pools.some((pool) => pool.keeps);
      return { name, servers: length, ...(keeps ? { keptServers: length } : {}), planned: plannedLeafs(shape) };
    });
  const endpoints = TIERS.flatMap((tier) => networks.flatMap((network) => managedPorts(network, tier)));
  return { endpoints, pools };
}

function plannedLeafs({ pools, rails, planes }: NetworkShape): IndexRange[] {
  const leafsOfUnit = rails * planes;
  return pools
    .flatMap(({ runs }) => runs)
    .sort((one, other) => one.first - other.first)
    .map(({ first, units }) => ({ from: first * leafsOfUnit, to: (first + units) * leafsOfUnit }));
}

/** The management ports of a tier's switches. */
function managedPorts({ shape, switches }: PlannedNetwork, tier: FabricTier): Endpoint[] {
  return allOf(switches)
    .filter((sw) => sw.tier === tier)
    .map((sw) => ({
      name: sw.name,
      rack: sw.rack,
      slot: sw.rackUnit,
      index: sw.index,
      accelerators: 0,
      pool: `${shape.ask.role}/${sw.tier}`,
      ports: [{ network: NetworkRole.OUT_OF_BAND, count: 1, gbps: 1 }],
    }));
}
