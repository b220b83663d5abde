import type { Path } from '../blueprints/language/finding';
import type { HallAsk } from './hall';

/**
 * What is asked for, with units settled (kW, GiB, GB/s, TFLOPS as numbers) and defaults filled in: the design's input.
 * `design/from-blueprint.ts` makes asks from a document, the constructs make them from their props; both then share
 * every rule. `path` leads back into the blueprint, so that a finding points at a line.
 */

/** Whether the accelerators of a pool talk by RDMA. */
export enum Rdma {
  /** Refuse a node type without it. */
  REQUIRED = 'required',
  /** Take it where the node type has it. */
  PREFERRED = 'preferred',
  NONE = 'none',
}

/** Whether nodes are placed close together. */
export enum Placement {
  CLUSTER = 'cluster',
  NONE = 'none',
}

/** How capacity is obtained. */
export enum CapacityMode {
  ON_DEMAND = 'on-demand',
  SPOT = 'spot',
  RESERVED = 'reserved',
  /** A fixed window, bought ahead. */
  BLOCK = 'block',
}

export enum Purpose {
  TRAINING = 'training',
  INFERENCE = 'inference',
  BATCH = 'batch',
}

export enum Scheduler {
  KUBERNETES = 'kubernetes',
}

export interface SiteAsk {
  readonly name: string;
  readonly path: Path;
  readonly target: string;
  readonly region: string;
  readonly zone?: string;
  /** Zones of the system pools as written; the target's rule fills in when absent. */
  readonly zones?: string[];
  readonly account?: string;
  readonly administrators: string[];
  readonly allotmentKw?: number;
  readonly cidr?: string;
  /** What is said of an owned hall. @internal */
  readonly _hall?: HallAsk;
  /** Keys of the document that only an owned hall understands, as paths. @internal */
  readonly _hallKeys?: Path[];
  /** Limits that were raised on request, by id. */
  readonly limits: { readonly [limit: string]: number };
}

export interface ClusterAsk {
  readonly name: string;
  readonly path: Path;
  readonly site: string;
  readonly purpose: Purpose;
  readonly scheduler: Scheduler;
  readonly version?: string;
  readonly pools: PoolAsk[];
  readonly parallelFileSystems: ParallelFileSystemAsk[];
  readonly objectStores: ObjectStoreAsk[];
}

export interface PoolAsk {
  /** `workers` for a cluster that has accelerators but no pools. */
  readonly name: string;
  /** Path of the pool, or of the cluster when it is the only one. */
  readonly path: Path;
  readonly purpose: Purpose;
  readonly accelerator: AcceleratorAsk;
  /** Accelerators at most. */
  readonly count: number;
  /** Accelerators at least. */
  readonly minimum: number;
  readonly capacity: CapacityAsk;
  readonly fabric: FabricAsk;
  /** Zones of the nodes; the first is the fabric's. Empty when the site names none. */
  readonly zones: string[];
  /** The instance type, when it is prescribed. */
  readonly instanceType?: string;
  /** kW of one node at full load, when the user knows better. */
  readonly nodePowerKw?: number;
}

/** Either a model, or requirements. */
export interface AcceleratorAsk {
  readonly model?: string;
  /** GB as the vendor labels it. */
  readonly memoryGbAtLeast?: number;
  /** GiB as measured. */
  readonly memoryGibAtLeast?: number;
  readonly vendors?: string[];
  readonly bf16TflopsAtLeast?: number;
  readonly fp8TflopsAtLeast?: number;
}

export interface CapacityAsk {
  readonly mode: CapacityMode;
  readonly reservation?: string;
  readonly starts?: string;
  readonly ends?: string;
}

export interface FabricAsk {
  readonly rdma: Rdma;
  /** 1 is non-blocking. Undefined: not asked. */
  readonly oversubscription?: number;
  /** Undefined: the design decides. */
  readonly placement?: Placement;
}

export interface ParallelFileSystemAsk {
  readonly name: string;
  readonly path: Path;
  readonly capacityGib: number;
  /** GB/s (10^9 bytes a second). Undefined: the smallest that the target sells. */
  readonly throughputGbps?: number;
  /** Whether the cluster's nodes have an RDMA fabric. */
  readonly rdma: boolean;
  readonly zone?: string;
}

export interface ObjectStoreAsk {
  readonly name: string;
  readonly path: Path;
}
