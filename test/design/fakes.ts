import type { ClusterDocument, SiteDocument } from '../../blueprints/language/document';
import type { Finding } from '../../blueprints/language/finding';
import type { InstanceType } from '../../catalog';
import {
  CapacityMode,
  Feature,
  type ITargetProfile,
  type Limit,
  type PoolAsk,
  Purpose,
  Rdma,
  type Refusal,
  type SiteAsk,
  SubnetRole,
} from '../../design';

/** What a test changes of the fake target. */
export interface FakeOptions {
  readonly name?: string;
  readonly cloud?: string;
  /** Limits by id: nodes-per-group, nodes-per-fabric, nodes-per-cluster, groups-per-cluster. */
  readonly limits?: { readonly [id: string]: number };
  readonly lacks?: Feature[];
  /** Instance types that the fake refuses. */
  readonly refuses?: { readonly [instanceType: string]: string };
  /** Whether RDMA has a limit of its own on a group. */
  readonly fabricLimit?: boolean;
  readonly capacityFindings?: Finding[];
  readonly siteFindings?: Finding[];
}

const LIMITS: { readonly [id: string]: number } = {
  'nodes-per-group': 100,
  'nodes-per-fabric': 20,
  'nodes-per-cluster': 1000,
  'groups-per-cluster': 30,
};

/** A target with tiny limits on a cloud whose rows are real. */
export function fakeProfile(options: FakeOptions = {}): ITargetProfile {
  const cloud = options.cloud ?? 'aws';
  const name = options.name ?? cloud;
  const limits: Limit[] = Object.entries({ ...LIMITS, ...options.limits }).map(([id, value]) => ({
    id,
    value,
    what: `nodes or groups at most (${id})`,
    adjustable: id !== 'groups-per-cluster',
    source: `https://example.org/${id}`,
    asOf: '2026-01-02',
  }));
  return {
    name,
    cloud,
    // A made-up cloud has no halls.
    features: Object.values(Feature).filter(
      (feature) => feature !== Feature.FACILITY_HALL && !options.lacks?.includes(feature),
    ),
    checkSite: () => options.siteFindings ?? [],
    refuseInstance: (instance: InstanceType): Refusal | undefined => {
      const reason = options.refuses?.[instance.instanceType];
      return reason === undefined ? undefined : { reason };
    },
    checkCapacity: () => options.capacityFindings ?? [],
    systemZones: (site: SiteAsk) => site.zones ?? [site.zone ?? 'a'],
    systemPool: (site: SiteAsk) => ({ instanceType: SYSTEM[cloud] ?? '', nodes: 3, zones: site.zones ?? ['a'] }),
    limits,
    nodesPerGroupLimit: (_instance: InstanceType, rdma: boolean) =>
      rdma && options.fabricLimit ? 'nodes-per-fabric' : 'nodes-per-group',
    quotasPerNode: (instance: InstanceType, capacity) => [
      {
        quota: `vCPUs of ${instance.class} types, ${capacity.mode}`,
        unit: 'vCPU',
        perNode: instance.vcpus,
        source: 'https://example.org/quotas (2026-01-02)',
      },
    ],
    controlPlaneLimits: { nodes: 'nodes-per-cluster', groups: 'groups-per-cluster', systemGroups: 1 },
    addressesPerNode: () => 2,
    planNetwork: (site: SiteAsk, fabricAddresses: number) => ({
      plan: {
        cidr: site.cidr ?? '10.0.0.0/16',
        secondaryCidrs: [],
        subnets: [{ key: 'fabric-1', role: SubnetRole.FABRIC, cidr: '10.0.0.0/17' }],
        fabricAddresses,
      },
      findings: [],
    }),
    planParallelFileSystem: (ask) => ({
      design: {
        name: ask.name,
        capacityGib: Math.ceil(ask.capacityGib / 1200) * 1200,
        throughputGbps: ask.throughputGbps ?? 1,
        tier: '125',
        rdma: ask.rdma,
        zone: ask.zone,
        why: [],
        sources: ['https://example.org/storage'],
      },
      findings: [],
    }),
  };
}

const SYSTEM: { readonly [cloud: string]: string } = { aws: 'm7i.2xlarge', azure: 'Standard_D8s_v5' };

export const SITE: SiteAsk = {
  name: 'here',
  path: ['sites', 'here'],
  target: 'aws',
  region: 'us-east-1',
  zone: 'us-east-1a',
  administrators: [],
  limits: {},
};

/** A pool of `count` accelerators of a model, for training, with everything else at its default. */
export function poolAsk(model: string | undefined, count: number, changes: Partial<PoolAsk> = {}): PoolAsk {
  return {
    name: 'workers',
    path: ['clusters', 'frontier'],
    purpose: Purpose.TRAINING,
    accelerator: { model },
    count,
    minimum: count,
    capacity: { mode: CapacityMode.ON_DEMAND },
    fabric: { rdma: Rdma.PREFERRED },
    zones: ['us-east-1a'],
    ...changes,
  };
}

export const SITE_DOCUMENT: SiteDocument = { target: 'aws', region: 'us-east-1', zone: 'us-east-1a' };

/** A training cluster with one pool. */
export function clusterDocument(model: string, count: number, changes: Partial<ClusterDocument> = {}): ClusterDocument {
  return { site: 'here', purpose: 'training', scheduler: 'kubernetes', accelerators: { model, count }, ...changes };
}
