import type { Finding, Path } from '../blueprints/language/finding';
import type { InstanceType } from '../catalog/instances';
import type { CapacityAsk, ParallelFileSystemAsk, PoolAsk, SiteAsk } from './asks';
import type { NetworkPlan, ParallelFileSystemDesign, SystemPoolDesign } from './basis';

/**
 * What the design must know of a target, as plain data and pure functions: the design stays free of any provider,
 * and a target brings its own rules. Each target folder has one in `profile.ts`; it loads without the CDK.
 */
export interface ITargetProfile {
  /** Name in blueprints: `aws`. */
  readonly name: string;
  /** The value of the column `cloud` in the catalog. */
  readonly cloud: string;
  /** What the target can do, from {@link Feature}. A blueprint that asks for more is refused with the targets that have it. */
  readonly features: Feature[];

  /** Whether regions are named by whoever owns the place, so that any name will do. @default false */
  readonly namesItsRegions?: boolean;

  /** Seconds that an inventory takes for one record, where the target is one; measured. @default - none is said */
  readonly secondsPerRecord?: number;

  /** Findings about the site itself: region, zone, account, administrators, address block. Paths are below `site.path`. */
  checkSite(site: SiteAsk): Finding[];

  /** Why nodes of this type cannot be built here for this ask; undefined when they can. */
  refuseInstance(instance: InstanceType, ask: PoolAsk): Refusal | undefined;

  /** Findings about the capacity ask (the form of the reservation's id, what excludes what). Paths are below `path`. */
  checkCapacity(capacity: CapacityAsk, path: Path): Finding[];

  /** The zones of the system pools: the site's zone first. */
  systemZones(site: SiteAsk): string[];

  /** The CPU nodes that run the cluster's own services. */
  systemPool(site: SiteAsk): SystemPoolDesign;

  /** The cloud's limits that the design must keep, each with its source. */
  readonly limits: Limit[];

  /** Id of the limit on the nodes of one group (node group, scale set) for a pool of this type. `rdma`: whether it uses the fabric. */
  nodesPerGroupLimit(instance: InstanceType, rdma: boolean): string;

  /** Quotas that one node of this type counts against. */
  quotasPerNode(instance: InstanceType, capacity: CapacityAsk): QuotaUse[];

  /** Ids of the limits on one control plane: the most nodes and the most groups, those of the system included. */
  readonly controlPlaneLimits: ControlPlaneLimits;

  /** IPv4 addresses that one node takes from the site's network (its own and its pods', where pods are in the network). */
  addressesPerNode(instance: InstanceType): number;

  /** The site's subnets for that many accelerator-node addresses; fixed by role, so that growth never renumbers. */
  planNetwork(site: SiteAsk, fabricAddresses: number): NetworkPlanResult;

  /** The file system that gives at least what is asked. */
  planParallelFileSystem(ask: ParallelFileSystemAsk): ParallelFileSystemResult;
}

/** A cloud's limit, as a fact. */
export interface Limit {
  /** Stable id, as blueprints name it under `limits`: `nodes-per-node-group`. */
  readonly id: string;
  readonly value: number;
  /** What is limited, in words: "nodes in one managed node group". */
  readonly what: string;
  /** Whether the cloud raises it on request; only then may a blueprint raise it. */
  readonly adjustable: boolean;
  readonly source: string;
  /** ISO date of the source or of its reading. */
  readonly asOf: string;
}

/** Ids of the limits on one control plane. */
export interface ControlPlaneLimits {
  readonly nodes: string;
  readonly groups: string;
  /** Groups and nodes that the system pool takes of them. */
  readonly systemGroups: number;
}

/** What one node takes of a quota. */
export interface QuotaUse {
  /** The cloud's own name of the quota. */
  readonly quota: string;
  /** vCPU, node, accelerator … */
  readonly unit: string;
  /** Undefined when the catalog does not know (a vCPU count that is missing). */
  readonly perNode?: number;
  /** The most that the cloud grants one site, as documented. @default - as much as is asked for */
  readonly maximum?: number;
  readonly source: string;
  readonly note?: string;
}

/** A refusal: the reason, and its source or the way out. */
export interface Refusal {
  readonly reason: string;
  readonly hint?: string;
}

export interface NetworkPlanResult {
  readonly plan?: NetworkPlan;
  readonly findings: Finding[];
}

export interface ParallelFileSystemResult {
  readonly design?: ParallelFileSystemDesign;
  readonly findings: Finding[];
}

/** Names of what a target may be able to do. A gap is a cell in a table, not a surprise. */
export enum Feature {
  SCHEDULER_KUBERNETES = 'scheduler:kubernetes',
  CAPACITY_ON_DEMAND = 'capacity:on-demand',
  CAPACITY_SPOT = 'capacity:spot',
  CAPACITY_RESERVED = 'capacity:reserved',
  CAPACITY_BLOCK = 'capacity:block',
  FABRIC_RDMA = 'fabric:rdma',
  STORAGE_PARALLEL = 'storage:parallel',
  STORAGE_OBJECT = 'storage:object',
  NETWORK_EXISTING = 'network:existing',
  IDENTITY_WORKLOAD = 'identity:workload',
  OBSERVABILITY_METRICS = 'observability:metrics',
  OBSERVABILITY_DASHBOARDS = 'observability:dashboards',
  /** An owned hall: racks, fabric and the power chain are designed and recorded. */
  FACILITY_HALL = 'facility:hall',
}
