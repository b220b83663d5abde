import type { AcceleratorsDocument, CapacityDocument, FabricDocument } from './pool';

/** A cluster: accelerators of one kind, or several pools. */
export interface ClusterDocument {
  /** Name of the site it stands on. */
  readonly site: string;
  /** training, inference or batch. */
  readonly purpose: string;
  /** kubernetes. */
  readonly scheduler: string;
  /** Kubernetes minor version, "1.34". @default - the cloud's current default */
  readonly version?: string;
  /** The accelerators of a cluster with one pool. Excludes `pools`. */
  readonly accelerators?: AcceleratorsDocument;
  /** How the one pool's capacity is obtained. Excludes `pools`. @default - on-demand */
  readonly capacity?: CapacityDocument;
  /** Several pools, by name. Excludes `accelerators` and `capacity`. */
  readonly pools?: { readonly [name: string]: PoolDocument };
  /** The network between accelerators; a pool may override it. @default - RDMA preferred */
  readonly fabric?: FabricDocument;
  /** Stores, by name. @default - none */
  readonly storage?: { readonly [name: string]: StorageDocument };
}

/** One node pool. */
export interface PoolDocument {
  readonly accelerators: AcceleratorsDocument;
  /** @default - on-demand */
  readonly capacity?: CapacityDocument;
  /** @default - the cluster's */
  readonly fabric?: FabricDocument;
}

/** A store. */
export interface StorageDocument {
  /** parallel or object. */
  readonly kind: string;
  /** parallel: usable size, "600 TiB". */
  readonly capacity?: string;
  /** parallel: aggregate throughput, "150 GB/s". @default - the smallest that the target sells */
  readonly throughput?: string;
}
