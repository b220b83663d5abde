import type {
  AcceleratorsDocument,
  BlueprintDocument,
  ClusterDocument,
  FabricDocument,
  PoolDocument,
  SiteDocument,
  StorageDocument,
} from '../blueprints/language/document';
import { fabricOf } from '../blueprints/language/fabric-of';
import type { Finding, Path } from '../blueprints/language/finding';
import {
  type AcceleratorAsk,
  CapacityMode,
  type ClusterAsk,
  type FabricAsk,
  type ObjectStoreAsk,
  type ParallelFileSystemAsk,
  Placement,
  type PoolAsk,
  Purpose,
  Rdma,
  Scheduler,
  type SiteAsk,
} from './asks';
import { hallAsk, hallKeys } from './hall';
import { Units } from './units';

/** Name of the pool of a cluster that has accelerators but no pools. */
const SINGLE_POOL = 'workers';

export interface AsksResult {
  /** Sorted by name. */
  readonly sites: SiteAsk[];
  /** Sorted by name, their pools and stores too. */
  readonly clusters: ClusterAsk[];
  readonly findings: Finding[];
}

/**
 * Settles units and defaults: what a document says becomes what the design is asked. Everything is sorted by name, so that
 * the order of keys in a document changes nothing. What cannot be read is a finding and is left out.
 */
export function asksFromBlueprint(document: BlueprintDocument): AsksResult {
  const units = new Units();
  const sites = entries(document.sites).map(([name, site]) => siteAsk(name, site, units));
  const clusters = entries(document.clusters).flatMap(([name, cluster]) => {
    const site = sites.find((candidate) => candidate.name === cluster.site);
    return clusterAsk(name, cluster, site, units) ?? [];
  });
  return { sites, clusters, findings: units.findings };
}

function siteAsk(name: string, site: SiteDocument, units: Units): SiteAsk {
  const path = ['sites', name];
  return {
    name,
    path,
    target: site.target,
    region: site.region,
    zone: site.zone,
    zones: site.zones,
    account: site.account,
    administrators: site.administrators ?? [],
    allotmentKw: units.power(site.power?.allotment, [...path, 'power', 'allotment']),
    cidr: site.network?.cidr,
    _hall: hallAsk(site, path, units),
    _hallKeys: hallKeys(site, path),
    limits: site.limits ?? {},
  };
}

function clusterAsk(
  name: string,
  cluster: ClusterDocument,
  site: SiteAsk | undefined,
  units: Units,
): ClusterAsk | undefined {
  const path = ['clusters', name];
  const purpose = units.word(cluster.purpose, Purpose, undefined, [...path, 'purpose']);
  const scheduler = units.word(cluster.scheduler, Scheduler, undefined, [...path, 'scheduler']);
  if (purpose === undefined || scheduler === undefined) {
    return undefined;
  }
  const poolOf = (poolName: string, poolPath: Path, pool: PoolDocument) =>
    poolAsk(poolName, poolPath, { ...pool, fabric: fabricOf(cluster.fabric, pool.fabric) }, purpose, site, units) ?? [];
  const single =
    cluster.accelerators === undefined
      ? []
      : poolOf(SINGLE_POOL, path, { accelerators: cluster.accelerators, capacity: cluster.capacity });
  const named = entries(cluster.pools ?? {}).flatMap(([poolName, pool]) =>
    poolOf(poolName, [...path, 'pools', poolName], pool),
  );
  const pools = [single, named].flat();
  return {
    name,
    path,
    site: cluster.site,
    purpose,
    scheduler,
    version: cluster.version,
    pools,
    ...stores(cluster, path, site, pools, units),
  };
}

function poolAsk(
  name: string,
  path: Path,
  pool: PoolDocument,
  purpose: Purpose,
  site: SiteAsk | undefined,
  units: Units,
): PoolAsk | undefined {
  const { accelerators, capacity } = pool;
  const before = units.findings.length;
  const mode = units.word(capacity?.mode, CapacityMode, CapacityMode.ON_DEMAND, [...path, 'capacity', 'mode']);
  const fabric = fabricAsk(pool.fabric, [...path, 'fabric'], units);
  const nodePowerKw = units.power(accelerators.nodePower, [...path, 'accelerators', 'nodePower']);
  const accelerator = acceleratorAsk(accelerators, [...path, 'accelerators'], units);
  if (mode === undefined || units.findings.length > before) {
    return undefined;
  }
  return {
    name,
    path,
    purpose,
    accelerator,
    count: accelerators.count,
    minimum: accelerators.minimum ?? (mode === CapacityMode.BLOCK ? 0 : accelerators.count),
    capacity: { mode, reservation: capacity?.reservation, starts: capacity?.starts, ends: capacity?.ends },
    fabric,
    zones: accelerators.zones ?? (site?.zone === undefined ? [] : [site.zone]),
    instanceType: accelerators.instance,
    nodePowerKw,
  };
}

function acceleratorAsk(accelerators: AcceleratorsDocument, path: Path, units: Units): AcceleratorAsk {
  const memory = units.memory(accelerators.memory, [...path, 'memory']);
  return {
    model: accelerators.model,
    memoryGbAtLeast: memory.gb,
    memoryGibAtLeast: memory.gib,
    vendors: accelerators.vendor,
    bf16TflopsAtLeast: units.compute(accelerators.bf16, [...path, 'bf16']),
    fp8TflopsAtLeast: units.compute(accelerators.fp8, [...path, 'fp8']),
  };
}

function fabricAsk(fabric: FabricDocument | undefined, path: Path, units: Units): FabricAsk {
  return {
    rdma: units.word(fabric?.rdma, Rdma, Rdma.PREFERRED, [...path, 'rdma']) ?? Rdma.PREFERRED,
    oversubscription: fabric?.oversubscription,
    placement:
      fabric?.placement === undefined
        ? undefined
        : units.word(fabric.placement, Placement, undefined, [...path, 'placement']),
  };
}

/** Whether the nodes have RDMA follows from the pools' design; until then a file system is asked with what the pools want. */
function stores(
  cluster: ClusterDocument,
  clusterPath: Path,
  site: SiteAsk | undefined,
  pools: PoolAsk[],
  units: Units,
): Pick<ClusterAsk, 'parallelFileSystems' | 'objectStores'> {
  const parallelFileSystems: ParallelFileSystemAsk[] = [];
  const objectStores: ObjectStoreAsk[] = [];
  for (const [name, store] of entries(cluster.storage ?? {})) {
    const path = [...clusterPath, 'storage', name];
    const kind = units.word(store.kind, STORE_KINDS, undefined, [...path, 'kind']);
    if (kind === STORE_KINDS.OBJECT) {
      objectStores.push({ name, path });
    } else if (kind === STORE_KINDS.PARALLEL) {
      const rdma = pools.some((pool) => pool.fabric.rdma !== Rdma.NONE);
      parallelFileSystems.push(...parallelAsk(name, path, store, site, rdma, units));
    }
  }
  return { parallelFileSystems, objectStores };
}

const STORE_KINDS = { PARALLEL: 'parallel', OBJECT: 'object' };

function parallelAsk(
  name: string,
  path: Path,
  store: StorageDocument,
  site: SiteAsk | undefined,
  rdma: boolean,
  units: Units,
): ParallelFileSystemAsk[] {
  const before = units.findings.length;
  const capacityGib = units.size(store.capacity ?? '', [...path, 'capacity']);
  const throughputGbps = units.rate(store.throughput, [...path, 'throughput']);
  return capacityGib === undefined || units.findings.length > before
    ? []
    : [{ name, path, capacityGib, throughputGbps, rdma, zone: site?.zone }];
}

/** Entries by name in the order of code units, the same in every locale. */
function entries<Value>(map: { readonly [name: string]: Value }): [string, Value][] {
  return Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1));
}
