import type { SwitchModel } from '../../catalog/switches';
import type { NetworkAsk } from './ask';
import type { PoolPorts } from './pools';
import { linksOfPort } from './ports';
import { type FabricProblem, FabricProblemKind } from './problems';

/** How many servers hang on one set of leafs, and how many uplinks a leaf has. */
export interface LeafSize {
  readonly serversPerUnit: number;
  /** Links of one server to one leaf. */
  readonly linksPerLeaf: number;
  /** Gbit/s of one of them. */
  readonly linkGbps: number;
  /** Links that are led down at most. */
  readonly down: number;
  /** Parts of a port that is led down. */
  readonly downParts: number;
  /** Ports that are kept for the links down. */
  readonly downPorts: number;
  readonly up: number;
}

/** Speeds and ratio that a leaf is sized for. */
export interface LeafTerms {
  readonly leaf: SwitchModel;
  readonly uplinkGbps: number;
  readonly oversubscription: number;
  readonly planes: number;
  /** @default - as many as fit */
  readonly serversPerUnit?: number;
}

export function leafTerms(ask: NetworkAsk, uplinkGbps: number): LeafTerms {
  const { leaf, leafOversubscription = 1, planes = 1, serversPerUnit } = ask;
  return { leaf, uplinkGbps, oversubscription: leafOversubscription, planes, serversPerUnit };
}

/**
 * The largest unit that a leaf carries at the asked ratio, in whole scale-up domains where one fits.
 * @param atLeastUp uplinks that it must leave room for
 */
export function sizeLeaf(pool: PoolPorts, terms: LeafTerms, atLeastUp = 0): LeafSize | undefined {
  const of = (servers: number): LeafSize => leafSize(pool, terms, servers, atLeastUp);
  if (terms.serversPerUnit !== undefined) {
    const asked = of(terms.serversPerUnit);
    return fits(asked, terms) ? asked : undefined;
  }
  const one = of(1);
  let servers = one.downParts === 0 ? 0 : Math.floor((terms.leaf.ports * one.downParts) / one.linksPerLeaf);
  while (servers > 0 && !fits(of(servers), terms)) servers -= 1;
  const domain = pool.scaleUpServers;
  if (servers >= domain) servers -= servers % domain;
  return servers > 0 ? of(servers) : undefined;
}

function leafSize(pool: PoolPorts, terms: LeafTerms, servers: number, atLeastUp: number): LeafSize {
  const { leaf, uplinkGbps, oversubscription, planes } = terms;
  const linkGbps = pool.gbps / planes;
  const linksPerLeaf = Math.ceil(pool.ports / pool.leafs);
  const down = servers * linksPerLeaf;
  const downParts = linksOfPort(leaf, linkGbps);
  // Two uplinks at least where they have ports of their own: a leaf must outlive one of them.
  const least = Math.max(atLeastUp, leaf.uplinkPorts > 0 ? 2 : 1);
  const up = Math.max(least, Math.ceil((down * linkGbps) / (oversubscription * uplinkGbps) - 1e-9));
  return {
    serversPerUnit: servers,
    linksPerLeaf,
    linkGbps,
    down,
    downParts,
    downPorts: Math.ceil(down / downParts),
    up,
  };
}

/** Links of the uplinks' speed that a port gives. */
export function uplinkParts({ leaf, uplinkGbps }: LeafTerms): number {
  return leaf.uplinkPorts > 0 ? Number((leaf.uplinkGbps ?? 0) >= uplinkGbps) : linksOfPort(leaf, uplinkGbps);
}

/** Uplinks that a leaf has room for beside its ports down. */
export function roomForUplinks(size: LeafSize, terms: LeafTerms): number {
  const { leaf } = terms;
  const ports = leaf.uplinkPorts > 0 ? leaf.uplinkPorts : leaf.ports - size.downPorts;
  return Math.min(ports * uplinkParts(terms), (leaf.maximumLogicalPorts ?? Number.POSITIVE_INFINITY) - size.down);
}

function fits(size: LeafSize, terms: LeafTerms): boolean {
  return size.downParts > 0 && size.downPorts <= terms.leaf.ports && size.up <= roomForUplinks(size, terms);
}

/** Why a leaf cannot carry what is asked, with the numbers that clash. */
export function leafProblem(ask: NetworkAsk, pool: PoolPorts, terms: LeafTerms): FabricProblem {
  const { leaf, uplinkGbps, oversubscription, planes } = terms;
  const network = ask.role;
  const linkGbps = pool.gbps / planes;
  const slow = linksOfPort(leaf, linkGbps) === 0 ? linkGbps : uplinkGbps;
  if (linksOfPort(leaf, linkGbps) === 0 || uplinkParts(terms) === 0) {
    const limit = leaf.uplinkPorts > 0 && slow === uplinkGbps ? (leaf.uplinkGbps ?? 0) : leaf.gbps;
    const message = `a port of ${leaf.model} gives ${limit} Gbit/s, and links of ${slow} are asked`;
    return { kind: FabricProblemKind.SPEED, network, message, got: slow, limit };
  }
  const size = leafSize(pool, terms, terms.serversPerUnit ?? 1, 0);
  if (size.downPorts > leaf.ports) {
    const message = `${size.serversPerUnit} servers of ${pool.name} take ${size.downPorts} ports of a leaf, and ${leaf.model} has ${leaf.ports}`;
    return { kind: FabricProblemKind.BLOCKS, network, message, got: size.downPorts, limit: leaf.ports };
  }
  const room = Math.max(0, roomForUplinks(size, terms));
  const downGbps = size.down * linkGbps;
  const ratio = room === 0 ? 'no uplink' : `${Math.round((downGbps / (room * uplinkGbps)) * 100) / 100}:1`;
  return {
    kind: FabricProblemKind.BLOCKS,
    network,
    message: `a leaf of ${size.serversPerUnit} servers of ${pool.name} has ${downGbps} Gbit/s down and room for ${room * uplinkGbps} up (${ratio}), and ${oversubscription}:1 is asked`,
    got: downGbps,
    limit: room * uplinkGbps * oversubscription,
    hint: 'fewer servers a unit, a switch with more ports, or a higher ratio',
  };
}
