import { type Finding, type Path, Severity } from '../../blueprints/language/finding';
import { didYouMean } from '../../blueprints/language/suggest';
import type { Catalog, RackType } from '../../catalog';
import type { SwitchModel } from '../../catalog/switches';
import { Purpose } from '../asks';
import { FigureBasis, type PoolDesign } from '../basis';
import { DesignCode } from '../codes';
import { designElectrical, ProblemSeverity } from '../electrical';
import {
  DEFAULT_NETWORK_RACK,
  designFabric,
  FabricLayout,
  type FabricPool,
  FabricTechnology,
  type NetworkAsk,
  networkRackLoads,
} from '../fabric';
import { designRacks, type PoolToRack, type RacksDesign } from '../racks';
import type { HallAsk } from './ask';
import { keptServers } from './kept-rows';
import { HallFindings } from './problems';
import { LoadClass, NetworkRole, type RackLoad } from './seams';
import { chooseSwitch } from './switch-choice';
import type { HallDesign } from './types';

/** A pool that stands in a hall. */
export interface HallPool {
  readonly cluster: string;
  readonly pool: PoolDesign;
  readonly path: Path;
}

export interface HallResult {
  readonly design?: HallDesign;
  readonly findings: Finding[];
}

const CLASS_OF: { readonly [purpose in Purpose]: LoadClass } = {
  [Purpose.TRAINING]: LoadClass.CHECKPOINTABLE,
  [Purpose.INFERENCE]: LoadClass.CRITICAL,
  [Purpose.BATCH]: LoadClass.DEFERRABLE,
};

/** Engineers the hall of a site: racks, then the fabric between them, then the power chain behind both. */
export function designHall(ask: HallAsk, pools: HallPool[], catalog: Catalog): HallResult {
  const names = new Map(pools.map((each) => [`${each.cluster}/${each.pool.name}`, each]));
  const found = new HallFindings(ask, (pool) => names.get(pool)?.path ?? ask.path);
  const rackType = findRow(ask.racks.type, catalog.racks, 'racks.csv', [...ask.path, 'racks', 'type'], found.findings);
  for (const { pool, path } of pools) checkServer(pool, path, catalog, found.findings);
  for (const name of Object.keys(ask.racks.firstRows)) checkPool(name, [...names.keys()], ask, found.findings);
  const networks = networksOf(ask, pools, catalog, found.findings);
  const climate = climateOf(ask, catalog, found.findings);
  if (rackType === undefined || found.findings.length > 0) return { findings: found.findings };

  // The power of a rack, where it is stated, bounds racks of switches too; then the floor alone divides rows into panels.
  const { envelopeKw } = ask.racks;
  const racks = designRacks({
    floor: ask.floor,
    rackType: withLoad(rackType, ask.racks.maximumLoadKg),
    envelopeKw,
    airKw: ask.racks.airKw,
    reservedU: ask.racks.reservedU,
    retired: ask.racks.retired,
    pools: [...names].map(([name, { pool }]) => toRack(name, pool, ask, catalog)),
  });
  found.racks(racks.problems);
  if (racks.design === undefined) return { findings: found.findings };

  const fabric = designFabric({
    endpoints: racks.design.endpoints,
    networks,
    pools: racks.design.pools.map((pool) => ({
      name: pool.name,
      ...scaleUpOf(pool.server, catalog),
      serversPerRack: pool.nodesPerRack,
      ...keptServers(pool, racks.design!, ask),
    })),
    floor: { rowsPerHall: ask.floor.rowsPerHall, racksPerRow: ask.floor.racksPerRow },
    ...(envelopeKw === undefined
      ? {}
      : { networkRack: { envelopeKw: Math.min(envelopeKw, DEFAULT_NETWORK_RACK.envelopeKw) } }),
    addresses: definedOf(ask.fabric.addresses),
    ...(ask.fabric.asnBase === undefined ? {} : { asnBase: ask.fabric.asnBase }),
    optics: catalog.optics,
  });
  found.fabric(fabric.findings);
  if (fabric.design === undefined) return { findings: found.findings };

  const loads = [...racks.design.loads, ...inRowsOf(racks.design, networkRackLoads(fabric.design))];
  const single = new Set(ask.singleCorded);
  const power = designElectrical({
    loads,
    catalog,
    singleCorded: loads.filter(({ rack }) => single.has(rack.index)).map(({ rack }) => rack.name),
    options: {
      ...ask.power,
      ...(climate === undefined ? {} : { climate }),
      rowsPerHall: ask.floor.rowsPerHall,
      ...(envelopeKw === undefined ? {} : { rackEnvelopeKw: envelopeKw }),
    },
  });
  found.power(power.findings);
  const refused = power.findings.some(({ severity }) => severity === ProblemSeverity.REFUSED);
  if (power.design === undefined || refused) return { findings: found.findings };
  return {
    design: {
      racks: racks.design,
      fabric: fabric.design,
      power: power.design,
      servers: [...new Set(racks.design.pools.map(({ server }) => catalog.server(server)!))],
      rackType,
      loads,
    },
    findings: found.findings,
  };
}

function toRack(name: string, pool: PoolDesign, ask: HallAsk, catalog: Catalog): PoolToRack {
  const { basis, value } = pool.nodePowerKw;
  return {
    name,
    server: catalog.server(pool.instanceType)!,
    nodes: pool.nodes,
    loadClass: CLASS_OF[pool.purpose],
    // The catalog's own figure stands in the server's row, with the typical one beside it.
    ...(basis === FigureBasis.CATALOG || value === undefined ? {} : { nodeKw: value }),
    ...(ask.racks.firstRows[name] === undefined ? {} : { firstRow: ask.racks.firstRows[name] }),
  };
}

/** Servers that one scale-up domain joins, and by what: as the row of the accelerator names it. */
function scaleUpOf(id: string, catalog: Catalog): Pick<FabricPool, 'scaleUpServers' | 'scaleUpLink'> {
  const server = catalog.server(id);
  const accelerator = server === undefined ? undefined : catalog.accelerator(server.acceleratorId);
  const link = accelerator?.scaleUpInterconnect;
  return { scaleUpServers: server?.nodes ?? 1, ...(link === undefined ? {} : { scaleUpLink: link }) };
}

/** Switches stand in rows of servers and hang on the power of their row: its load class is theirs. */
function inRowsOf(racks: RacksDesign, loads: RackLoad[]): RackLoad[] {
  const classes = new Map(racks.loads.map(({ rack, loadClass }) => [`${rack.hall} ${rack.row}`, loadClass]));
  return loads.map((load) => ({
    ...load,
    loadClass: classes.get(`${load.rack.hall} ${load.rack.row}`) ?? load.loadClass,
  }));
}

const SIDE_NETWORKS = [
  [NetworkRole.FRONTEND, 'frontend'],
  [NetworkRole.STORAGE, 'storage'],
  [NetworkRole.OUT_OF_BAND, 'outOfBand'],
] as const;

/** The networks that the servers have ports for, each with its switches. */
function networksOf(ask: HallAsk, pools: HallPool[], catalog: Catalog, findings: Finding[]): NetworkAsk[] {
  const servers = pools.flatMap(({ pool }) => catalog.server(pool.instanceType) ?? []);
  const fastest = (ports: (server: (typeof servers)[number]) => [count: number, gbps: number]): number =>
    Math.max(0, ...servers.map(ports).map(([count, gbps]) => (count > 0 ? gbps : 0)));
  const { fabric } = ask;
  const path = [...ask.path, 'fabric'];
  const model = (
    technology: FabricTechnology,
    gbps: number,
    id: string | undefined,
    at: Path,
  ): SwitchModel | undefined => {
    if (id !== undefined) return findRow(id, catalog.switches, 'switches.csv', at, findings);
    const chosen = chooseSwitch(technology, gbps, catalog);
    if (chosen === undefined) {
      const message = `the catalog has no ${technology} switch with ports of ${gbps} Gbit/s`;
      findings.push({ code: DesignCode.HALL_FABRIC, severity: Severity.ERROR, path: at, message, hint: 'name one' });
    }
    return chosen;
  };
  const networks: NetworkAsk[] = [];
  const rails = fastest(({ ports }) => [ports.compute, ports.computeGbps]);
  const leaf = rails === 0 ? undefined : model(fabric.technology, rails, fabric.leaf, [...path, 'leaf']);
  if (leaf !== undefined) {
    const upper = (id: string | undefined, key: string) =>
      id === undefined ? undefined : findRow(id, catalog.switches, 'switches.csv', [...path, key], findings);
    const [spine, core] = [upper(fabric.spine, 'spine'), upper(fabric.core, 'core')];
    networks.push({
      role: NetworkRole.COMPUTE,
      technology: fabric.technology,
      layout: fabric.layout,
      leaf,
      ...(spine === undefined ? {} : { spine }),
      ...(core === undefined ? {} : { core }),
      leafOversubscription: fabric.oversubscription,
      spineOversubscription: fabric.oversubscription,
      ...(fabric.serversPerUnit === undefined ? {} : { serversPerUnit: fabric.serversPerUnit }),
    });
  }
  for (const [role, key] of SIDE_NETWORKS) {
    const gbps = fastest(({ ports }) =>
      role === NetworkRole.FRONTEND
        ? [ports.frontend, ports.frontendGbps]
        : role === NetworkRole.STORAGE
          ? [ports.storage, ports.storageGbps]
          : [ports.outOfBand, 1],
    );
    if (gbps === 0) continue;
    const side = fabric[key];
    const chosen = model(FabricTechnology.ETHERNET, gbps, side.leaf, [...path, key, 'leaf']);
    if (chosen === undefined) continue;
    // A leaf whose uplinks are faster than its ports cannot be its own spine.
    const spine =
      chosen.uplinkGbps === undefined
        ? chosen
        : model(FabricTechnology.ETHERNET, chosen.uplinkGbps, undefined, [...path, key]);
    if (spine === undefined) continue;
    networks.push({
      role,
      technology: FabricTechnology.ETHERNET,
      layout: FabricLayout.SHARED_LEAF,
      leaf: chosen,
      spine,
      leafOversubscription: side.oversubscription ?? SIDE_OVERSUBSCRIPTION[role],
      spineOversubscription: side.oversubscription ?? SIDE_OVERSUBSCRIPTION[role],
    });
  }
  return networks;
}

/** Engineering defaults: storage is as good as it is fast, the front end is shared, management hardly speaks. */
const SIDE_OVERSUBSCRIPTION = {
  [NetworkRole.FRONTEND]: 3,
  [NetworkRole.STORAGE]: 1,
  [NetworkRole.OUT_OF_BAND]: 48,
};

function climateOf(ask: HallAsk, catalog: Catalog, findings: Finding[]) {
  if (ask.climate === undefined) return undefined;
  return findRow(ask.climate, catalog.climates, 'climates.csv', [...ask.path, 'facility', 'climate'], findings);
}

function findRow<T extends { readonly id: string }>(
  id: string,
  rows: T[],
  file: string,
  path: Path,
  findings: Finding[],
): T | undefined {
  const row = rows.find((each) => each.id === id);
  if (row === undefined) {
    const ids = rows.map((each) => each.id);
    findings.push({
      code: DesignCode.HALL_ROW,
      severity: Severity.ERROR,
      path,
      message: `${file} has no "${id}"`,
      expected: `one of ${ids.slice(0, 12).join(', ')}${ids.length > 12 ? ', …' : ''}`,
      hint: didYouMean(id, ids),
    });
  }
  return row;
}

function checkPool(name: string, names: string[], ask: HallAsk, findings: Finding[]): void {
  if (names.includes(name)) return;
  findings.push({
    code: DesignCode.HALL_ROW,
    severity: Severity.ERROR,
    path: [...ask.path, 'racks', 'firstRows', name],
    message: `no pool "${name}" stands on this site`,
    expected: `one of ${names.join(', ')}`,
    hint: didYouMean(name, names),
  });
}

function checkServer({ instanceType }: PoolDesign, path: Path, catalog: Catalog, findings: Finding[]): void {
  if (catalog.server(instanceType) !== undefined) return;
  const message = `${instanceType} is no server that can be put into a rack`;
  const hint = 'name a row of servers.csv, or describe it under racks.servers';
  findings.push({
    code: DesignCode.HALL_ROW,
    severity: Severity.ERROR,
    path: [...path, 'accelerators'],
    message,
    hint,
  });
}

function withLoad(rackType: RackType, maximumLoadKg: number | undefined): RackType {
  return maximumLoadKg === undefined ? rackType : { ...rackType, maximumLoadKg };
}

function definedOf<T extends object>(object: T): Partial<T> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as Partial<T>;
}
