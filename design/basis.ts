import type { CapacityAsk, Placement, Purpose, Scheduler } from './asks';
import type { HallSummary } from './hall';

/**
 * The basis of design: every engineering number that follows from a blueprint, as plain data. It is written beside the
 * Terraform as `basis-of-design.json`. The term is the building trade's own.
 */
export interface BasisOfDesign {
  /** Version of this format. */
  readonly format: number;
  readonly name: string;
  readonly catalog: CatalogStamp;
  readonly sites: SiteDesign[];
  /** In deploy order: a stack stands after every stack that it depends on. */
  readonly stacks: StackDesign[];
  readonly quotas: QuotaDemand[];
  readonly totals: Totals;
  /** What a reader should know beside the numbers: splits, estimates, gaps. In a stable order. */
  readonly notices: Notice[];
}

/** Which catalog the numbers come from. */
export interface CatalogStamp {
  /** SHA-256 over the catalog's files. */
  readonly sha256: string;
  /** The youngest and the oldest price date used. */
  readonly pricesAsOf: string[];
}

/** How a figure is known. */
export enum FigureBasis {
  /** A cell of the catalog. */
  CATALOG = 'catalog',
  /** Arithmetic over catalog cells. */
  DERIVED = 'derived',
  /** A labelled rule of thumb; `note` names it. */
  ESTIMATE = 'estimate',
  /** The user said so. */
  STATED = 'stated',
  UNKNOWN = 'unknown',
}

/** A number with its unit and where it comes from. `value` is absent when it is unknown (null in JSON): never zero instead. */
export interface Figure {
  readonly value?: number;
  /** kW, USD/h, TFLOPS, GiB, 1 (a plain count) … */
  readonly unit: string;
  readonly basis: FigureBasis;
  /** Sources of the rows that it follows from, with their dates. */
  readonly sources: string[];
  /** What the reader must know: the region of a price, the rule of an estimate, why it is unknown. */
  readonly note?: string;
}

export interface SiteDesign {
  readonly name: string;
  readonly target: string;
  readonly region: string;
  readonly zone?: string;
  readonly systemZones: string[];
  readonly network: NetworkPlan;
  readonly power: SitePower;
  readonly clusters: ClusterDesign[];
  /** Racks, networks and power chain of an owned hall. @default - the site is a cloud's */
  readonly hall?: HallSummary;
  readonly priceUsdPerHour: Figure;
}

export interface SitePower {
  /** The site's limit in kW. @default - none is set */
  readonly allotmentKw?: number;
  /** IT load of the accelerator nodes at their maximum. */
  readonly itLoad: Figure;
  readonly limit: PowerLimit;
}

/** What can be said of a site's power limit. */
export enum PowerLimit {
  /** Every accelerator node's power is known or estimated, and the sum is within the allotment. */
  HOLDS = 'holds',
  /** A figure is missing: nothing is claimed. */
  UNCLAIMED = 'unclaimed',
  /** No allotment is set. */
  NONE = 'none',
}

/** The site's addressing, decided. */
export interface NetworkPlan {
  readonly cidr: string;
  /** More blocks that the fabric needs, associated with the same network. */
  readonly secondaryCidrs: string[];
  readonly subnets: SubnetPlan[];
  /** Overlay block of pods, where pods are outside the network. */
  readonly podCidr?: string;
  readonly serviceCidr?: string;
  /** Addresses that the accelerator nodes take at their maximum. */
  readonly fabricAddresses: number;
}

export interface SubnetPlan {
  /** Stable key: `system-a`, `fabric-1`, `storage`. */
  readonly key: string;
  readonly role: SubnetRole;
  readonly cidr: string;
  /** The zone, where subnets are zonal. */
  readonly zone?: string;
}

/** What a subnet is for. */
export enum SubnetRole {
  /** Control plane and system nodes. */
  SYSTEM = 'system',
  /** Accelerator nodes. */
  FABRIC = 'fabric',
  /** File systems. */
  STORAGE = 'storage',
  /** Private endpoints. */
  ENDPOINTS = 'endpoints',
}

/** CPU nodes for the cluster's own services. */
export interface SystemPoolDesign {
  readonly instanceType: string;
  readonly nodes: number;
  readonly zones: string[];
}

export interface ClusterDesign {
  readonly name: string;
  readonly site: string;
  readonly purpose: Purpose;
  readonly scheduler: Scheduler;
  readonly version?: string;
  readonly pools: PoolDesign[];
  readonly systemPool: SystemPoolDesign;
  /** One, or several where the cloud's limits on a control plane force it. The first bears the cluster's name. */
  readonly controlPlanes: ControlPlaneDesign[];
  readonly parallelFileSystems: ParallelFileSystemDesign[];
  readonly objectStores: ObjectStoreDesign[];
  readonly itLoad: Figure;
  /** The cluster's part of the site's allotment, in kW. The parts of a site never exceed its allotment. @default - no limit is claimed */
  readonly powerBudgetKw?: number;
  readonly priceUsdPerHour: Figure;
}

export interface ControlPlaneDesign {
  /** The cluster's name, then `<cluster>-2`, `<cluster>-3` … */
  readonly name: string;
  readonly stack: string;
  readonly pools: PoolShare[];
  /** Part of the site's allotment in kW. @default - no limit is claimed */
  readonly powerBudgetKw?: number;
}

/** What of a pool one control plane holds. */
export interface PoolShare {
  readonly pool: string;
  readonly accelerators: number;
  readonly minimumAccelerators: number;
  readonly groups: NodeGroupDesign[];
}

export interface NodeGroupDesign {
  /** "1", "2", …: stable as the pool grows. */
  readonly key: string;
  readonly maxNodes: number;
  readonly minNodes: number;
}

export interface PoolDesign {
  readonly name: string;
  readonly purpose: Purpose;
  readonly acceleratorId: string;
  readonly acceleratorVendor: string;
  readonly acceleratorModel: string;
  /** Resource that pods ask for: `nvidia.com/gpu`. */
  readonly kubernetesResource: string;
  readonly instanceType: string;
  readonly acceleratorsPerNode: number;
  readonly cpuArchitecture: string;
  /** Accelerators asked for. */
  readonly acceleratorsAsked: number;
  /** Accelerators in all nodes: asked and spare. */
  readonly accelerators: number;
  readonly nodes: number;
  readonly minimumNodes: number;
  readonly capacity: CapacityAsk;
  readonly zones: string[];
  /** Whether the nodes have the RDMA fabric. */
  readonly rdma: boolean;
  readonly rdmaKind: string;
  readonly placement: Placement;
  readonly rdmaInterfacesPerNode: Figure;
  readonly networkCardsPerNode: Figure;
  /** vCPUs, memory, local disks and dense BF16 are those of all nodes together. */
  readonly vcpus: Figure;
  readonly memoryGib: Figure;
  readonly localNvmeGb: Figure;
  readonly bf16Tflops: Figure;
  /** kW of one node at full load. */
  readonly nodePowerKw: Figure;
  /** kW of the pool at its maximum. */
  readonly itLoad: Figure;
  /** List price of the pool at its maximum. */
  readonly priceUsdPerHour: Figure;
  /** Node groups over all control planes. */
  readonly groups: NodeGroupDesign[];
  /** Why this accelerator and this instance type: one sentence a step. */
  readonly why: string[];
  readonly notices: Notice[];
}

export interface ParallelFileSystemDesign {
  readonly name: string;
  /** What is bought: the asked size rounded up to what the target sells. */
  readonly capacityGib: number;
  readonly throughputGbps: number;
  /** The target's own tier: MB/s per TiB, or a SKU's name. */
  readonly tier: string;
  readonly rdma: boolean;
  readonly zone?: string;
  readonly why: string[];
  readonly sources: string[];
}

export interface ObjectStoreDesign {
  readonly name: string;
}

export interface StackDesign {
  readonly name: string;
  /** Absent for what the halls of several sites share. */
  readonly site?: string;
  /** Control plane that the stack holds; absent for a site's stack. */
  readonly controlPlane?: string;
  /** Of an owned hall: records that its inventory keeps of the stack. */
  readonly records?: number;
  /** Seconds that an apply of them takes, about. */
  readonly applySeconds?: number;
  readonly dependsOn: string[];
}

/** What must be asked of a cloud before the deploy. */
export interface QuotaDemand {
  readonly cloud: string;
  readonly region: string;
  readonly site: string;
  /** The quota's own name: "Running On-Demand P instances". */
  readonly quota: string;
  /** vCPU, accelerators, addresses, nodes … */
  readonly unit: string;
  /** Absent when it is unknown (null in JSON). */
  readonly demand?: number;
  /** The most that the cloud grants one site, as documented. @default - as much as is asked for */
  readonly maximum?: number;
  /** Instance types that count. */
  readonly instanceTypes: string[];
  readonly sources: string[];
  readonly note?: string;
}

export interface Totals {
  readonly accelerators: { readonly [acceleratorId: string]: number };
  readonly nodes: number;
  readonly itLoad: Figure;
  readonly priceUsdPerHour: Figure;
}

export interface Notice {
  /** Stable code, as in docs/errors.md. */
  readonly code: string;
  readonly message: string;
  readonly sources: string[];
}
