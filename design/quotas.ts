import { type Finding, Severity } from '../blueprints/language/finding';
import type { Catalog, InstanceType } from '../catalog';
import { type CapacityAsk, CapacityMode, type SiteAsk } from './asks';
import type { ClusterDesign, NetworkPlan, QuotaDemand } from './basis';
import { DesignCode } from './codes';
import { tidy } from './figures';
import type { ITargetProfile, QuotaUse } from './target-profile';

/** Sums that grow node type by node type. */
interface Demand {
  readonly quota: string;
  readonly unit: string;
  amount: number;
  readonly types: Set<string>;
  readonly unknownTypes: Set<string>;
  readonly sources: Set<string>;
  readonly notes: Set<string>;
  readonly maximum?: number;
}

/** What one site asks of its cloud's quotas: the maximum of every pool, the system nodes, accelerators by model, addresses. */
export function siteQuotas(
  site: SiteAsk,
  clusters: ClusterDesign[],
  network: NetworkPlan,
  profile: ITargetProfile,
  catalog: Catalog,
): QuotaDemand[] {
  const demands = new Map<string, Demand>();
  const add = (use: QuotaUse, instanceType: string, nodes: number) => {
    const demand = demands.get(use.quota) ?? emptyDemand(use);
    demands.set(use.quota, demand);
    demand.amount += (use.perNode ?? 0) * nodes;
    demand.types.add(instanceType);
    demand.sources.add(use.source);
    if (use.perNode === undefined) {
      demand.unknownTypes.add(instanceType);
    }
    if (use.note !== undefined) {
      demand.notes.add(use.note);
    }
  };
  const addNodes = (instance: InstanceType | undefined, capacity: CapacityAsk, nodes: number) => {
    for (const use of instance === undefined ? [] : profile.quotasPerNode(instance, capacity)) {
      add(use, instance!.instanceType, nodes);
    }
  };

  let systemAddresses = 0;
  for (const cluster of clusters) {
    for (const pool of cluster.pools) {
      const instance = catalog.instance(profile.cloud, pool.instanceType);
      addNodes(instance, pool.capacity, pool.nodes);
      const source = instance?.source ?? '';
      const use = {
        quota: `${pool.acceleratorModel} accelerators`,
        unit: 'accelerator',
        perNode: pool.acceleratorsPerNode,
        source,
      };
      add(use, pool.instanceType, pool.nodes);
    }
    const system = catalog.instance(profile.cloud, cluster.systemPool.instanceType);
    const systemNodes = cluster.systemPool.nodes * cluster.controlPlanes.length;
    addNodes(system, { mode: CapacityMode.ON_DEMAND }, systemNodes);
    systemAddresses += system === undefined ? 0 : systemNodes * profile.addressesPerNode(system);
  }

  const base = { cloud: profile.cloud, region: site.region, site: site.name };
  const counted = [...demands.values()].map((demand) => ({ ...base, ...settle(demand) }));
  const addresses: QuotaDemand = {
    ...base,
    quota: 'IPv4 addresses of the site network',
    unit: 'address',
    demand: network.fabricAddresses + systemAddresses,
    instanceTypes: [],
    sources: [],
    note: `${network.fabricAddresses} for accelerator nodes and ${systemAddresses} for system nodes, in blocks of the site's own; endpoints and file systems come on top`,
  };
  return [...counted, addresses].sort((a, b) => (a.quota < b.quota ? -1 : 1));
}

function emptyDemand(use: QuotaUse): Demand {
  return {
    quota: use.quota,
    unit: use.unit,
    amount: 0,
    types: new Set(),
    unknownTypes: new Set(),
    sources: new Set(),
    notes: new Set(),
    maximum: use.maximum,
  };
}

function settle(demand: Demand): Omit<QuotaDemand, 'cloud' | 'region' | 'site'> {
  const unknown = [...demand.unknownTypes].sort();
  const missing =
    unknown.length === 0
      ? []
      : [`${demand.unit} of ${unknown.join(', ')} unknown; the others come to ${tidy(demand.amount)}`];
  const note = [...missing, ...[...demand.notes].sort()].join('; ');
  return {
    quota: demand.quota,
    unit: demand.unit,
    demand: unknown.length === 0 ? tidy(demand.amount) : undefined,
    ...(demand.maximum === undefined ? {} : { maximum: demand.maximum }),
    instanceTypes: [...demand.types].sort(),
    sources: [...demand.sources].sort(),
    ...(note === '' ? {} : { note }),
  };
}

/**
 * Warnings for demands past what the cloud is known to grant one site. They do not refuse: a cloud may agree to more than it
 * documents, but whoever deploys must know before the first node fails.
 */
export function demandsPastMaximum(site: SiteAsk, quotas: QuotaDemand[]): Finding[] {
  return quotas
    .filter((quota) => quota.site === site.name && quota.maximum !== undefined && (quota.demand ?? 0) > quota.maximum)
    .map((quota) => ({
      code: DesignCode.QUOTA_PAST_MAXIMUM,
      severity: Severity.WARNING,
      path: site.path,
      message: `the site needs ${quota.demand} of "${quota.quota}" (${quota.unit}), past the ${quota.maximum} that are granted at most`,
      expected: `at most ${quota.maximum} on one site`,
      hint: 'divide the clusters among several sites, which may stand in the same region; or have the cloud agree to more first',
    }));
}
