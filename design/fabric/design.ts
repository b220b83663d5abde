import { type Endpoint, NetworkRole } from '../hall/seams';
import { AddressBook } from './address-book';
import { DEFAULT_BLOCKS, DEFAULT_CABLE_RULES, DEFAULT_NETWORK_RACK, type FabricAsk } from './ask';
import { placeOf, Tape } from './floor';
import { keptBeyondSpines } from './kept';
import { managementPools, type PlannedNetwork } from './management-pools';
import { Media } from './media';
import { buildNetwork } from './network';
import { networkRacksOf } from './network-racks';
import { type FabricProblem, FabricProblemKind } from './problems';
import { shapeNetwork } from './shape';
import { type Row, Stands } from './stands';
import { allOf, makeSwitches, type OpenSwitch } from './switches';
import type { FabricDesign, ScaleUpDomains } from './types';

/** A fabric, or why there is none. Warnings stand beside a design. */
export interface FabricResult {
  readonly design?: FabricDesign;
  readonly findings: FabricProblem[];
}

/** Networks in the order that numbers are given by; management comes last, for it joins the others' switches. */
const ORDER = [NetworkRole.COMPUTE, NetworkRole.FRONTEND, NetworkRole.STORAGE, NetworkRole.OUT_OF_BAND];

/**
 * Engineers the networks of a site. Names, ports and addresses follow from indices alone: a server that is taken out takes its own
 * cables with it, and nothing else moves.
 */
export function designFabric(ask: FabricAsk): FabricResult {
  const findings: FabricProblem[] = [];
  const rack = { ...DEFAULT_NETWORK_RACK, ...ask.networkRack };
  const cables = { ...DEFAULT_CABLE_RULES, ...ask.cables };
  const blocks = { ...DEFAULT_BLOCKS, ...ask.addresses };
  const pools = ask.pools ?? [];
  checkPlan(ask, rack.firstIndex, findings);
  const book = new AddressBook(blocks, ask.asnBase, findings);
  const stands = new Stands(rack, ask.floor, findings);
  const tape = new Tape(cables, ask.floor, rack);
  const media = new Media(ask.optics);
  const rows = rowsOfServers(ask);
  const planned: PlannedNetwork[] = [];
  const byName = new Map<string, OpenSwitch>();
  const managed = (device: string, address: string, gateway: string): void => {
    const sw = byName.get(device);
    if (sw === undefined) return;
    sw.outOfBand = address;
    sw.outOfBandGateway = gateway;
  };
  if (failed(findings)) return { findings };
  for (const [order, role] of ORDER.entries()) {
    const network = ask.networks.find((each) => each.role === role);
    if (network === undefined) continue;
    const management = role === NetworkRole.OUT_OF_BAND;
    const others = management ? managementPools(planned, pools, stands) : { endpoints: [], pools: [] };
    const known = [...pools, ...others.pools];
    const shape = shapeNetwork(network, ask.endpoints.concat(others.endpoints), known, findings);
    if (shape === undefined) continue;
    const rowOf = (pool: string, server: number): Row => rows(pool, server) ?? rowOfSwitches(stands, pool, server);
    const switches = makeSwitches(shape, { stands, book, order, rowOf });
    for (const sw of allOf(switches)) byName.set(sw.name, sw);
    planned.push({ order, shape, switches });
  }
  stands.settle();
  const built = planned.map(({ order, shape, switches }) =>
    buildNetwork(shape, switches, { book, order, tape, media, managed }, findings),
  );
  findings.push(...keptBeyondSpines(planned.map(({ shape }) => shape)));
  if (failed(findings)) return { findings };
  const networks = built.map(({ design }) => design);
  const watts = (device: string): number =>
    built.reduce((sum, { optics }) => sum + (optics.wattsOf.get(device) ?? 0), 0);
  const design: FabricDesign = {
    networks,
    networkRacks: networkRacksOf(networks, watts),
    scaleUp: scaleUpOf(ask),
    addresses: { blocks, subnets: book.subnets() },
    assumptions: assumptionsOf(ask),
  };
  return { design, findings };
}

function failed(findings: FabricProblem[]): boolean {
  return findings.some((finding) => finding.warning !== true);
}

function checkPlan({ networks, endpoints }: FabricAsk, firstIndex: number, findings: FabricProblem[]): void {
  for (const [at, { role }] of networks.entries()) {
    if (networks.findIndex((each) => each.role === role) === at) continue;
    const message = `two networks are ${role}, and a site has one of each`;
    findings.push({ kind: FabricProblemKind.VALUE, network: role, message, got: 2, limit: 1 });
  }
  const last = endpoints.reduce((most, { rack }) => Math.max(most, rack.index), 0);
  if (last < firstIndex) return;
  const message = `network racks begin at index ${firstIndex}, and there is a compute rack ${last}`;
  const hint = 'begin network racks beyond every rack that may ever be built';
  findings.push({ kind: FabricProblemKind.INDEX_TAKEN, message, got: last, limit: firstIndex, hint });
}

/** Where a server of a pool stands, or stood: found from any server that is there, so that it never moves. */
function rowsOfServers({ endpoints, floor, pools = [] }: FabricAsk): (pool: string, server: number) => Row | undefined {
  const known = new Map<string, { readonly first: Endpoint; perRack: number }>();
  for (const endpoint of endpoints) {
    const pool = known.get(endpoint.pool);
    if (pool !== undefined) {
      pool.perRack = Math.max(pool.perRack, endpoint.slot);
      continue;
    }
    const stated = pools.find(({ name }) => name === endpoint.pool)?.serversPerRack ?? 1;
    known.set(endpoint.pool, { first: endpoint, perRack: Math.max(stated, endpoint.slot) });
  }
  return (name, server) => {
    const pool = known.get(name);
    if (pool === undefined) return undefined;
    const { first, perRack } = pool;
    const firstRack = first.rack.index - Math.floor(first.index / perRack);
    return placeOf(Math.max(1, firstRack + Math.floor(server / perRack)), floor);
  };
}

function rowOfSwitches({ reserved }: Stands, pool: string, index: number): Row {
  const stands = reserved.get(pool);
  return (stands?.[index] ?? stands?.at(-1))?.rack ?? { hall: 1, row: 1 };
}

function scaleUpOf({ endpoints, pools = [] }: FabricAsk): ScaleUpDomains[] {
  const domains = new Map<string, Set<number>>();
  const sizes = new Map<string, number>();
  for (const { pool, index, accelerators } of endpoints) {
    if (accelerators === 0) continue;
    const servers = pools.find(({ name }) => name === pool)?.scaleUpServers ?? 1;
    let of = domains.get(pool);
    if (of === undefined) {
      of = new Set();
      domains.set(pool, of);
    }
    of.add(Math.floor(index / servers));
    sizes.set(pool, Math.max(sizes.get(pool) ?? 0, accelerators * servers));
  }
  return [...domains].map(([pool, of]) => {
    const known = pools.find(({ name }) => name === pool);
    const link = known?.scaleUpLink;
    const serversPerDomain = known?.scaleUpServers ?? 1;
    const base = { pool, serversPerDomain, acceleratorsPerDomain: sizes.get(pool)!, domains: of.size };
    return link === undefined ? base : { ...base, link };
  });
}

function assumptionsOf({ cables, networkRack, addresses, networks }: FabricAsk): string[] {
  const { rackPitchM, rowPitchM, hallPitchM, riseM, slack } = { ...DEFAULT_CABLE_RULES, ...cables };
  const { heightU, envelopeKw, stand, rowsServed } = { ...DEFAULT_NETWORK_RACK, ...networkRack };
  const mark = (stated: object | undefined): string =>
    Object.values(stated ?? {}).every((value) => value === undefined)
      ? 'engineering default'
      : 'stated in part or whole';
  return [
    `cables: ${rackPitchM} m a rack, ${rowPitchM} m a row, ${hallPitchM} m a hall, ${riseM} m up to the tray at each end, ${slack * 100} % slack (${mark(cables)})`,
    `network racks: ${heightU} U, ${envelopeKw} kW, at the ${stand}, ${rowsServed} rows a rack (${mark(networkRack)})`,
    `addresses: ${mark(addresses)}, private (RFC 1918); links between switches are unnumbered (RFC 5549)`,
    'autonomous system numbers: a leaf one of its own, the spines of a pod one, the cores one (RFC 7938), private (RFC 6996)',
    'two spines at least, so that one may fail (engineering default)',
    'cages that carry several links are lit by modules, others by passive copper up to its reach (engineering default)',
    ...networks.flatMap(({ planes = 1, role }) => (planes > 1 ? [`${role}: ${planes} planes that never meet`] : [])),
  ];
}
