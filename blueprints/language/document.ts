/**
 * The blueprint as an object: what a YAML file holds once it is read, and what a TypeScript program may write instead.
 * Quantities are strings with a unit ("3 MW"), as in YAML. The JSON Schema beside this file says the same for editors;
 * a test holds the two together.
 */

/** A whole blueprint. */
export interface BlueprintDocument {
  /** Version of the language. Only 1 exists. */
  readonly wattform: number;
  /** Name of the design; prefix of every resource's name. */
  readonly name: string;
  /** What the design is for, in a sentence. @default - none */
  readonly description?: string;
  /** Who answers for it: a team or an address; becomes a tag. @default - none */
  readonly owner?: string;
  /** Tags put on every resource that takes tags. @default - none */
  readonly tags?: { readonly [key: string]: string };
  /** Where Terraform keeps its state. @default - the local backend, beside the output folder */
  readonly state?: StateDocument;
  /** The places that hold capacity, by name. */
  readonly sites: { readonly [name: string]: SiteDocument };
  /** The clusters, by name. */
  readonly clusters: { readonly [name: string]: ClusterDocument };
}

/** Where Terraform keeps its state: one backend for all stacks, one state a stack. Secrets never stand here. */
export interface StateDocument {
  /** local, s3, azurerm, gcs, http or remote. */
  readonly backend: string;
  /** s3 and gcs: the bucket. */
  readonly bucket?: string;
  /** s3: the bucket's region. */
  readonly region?: string;
  /** s3: KMS key that encrypts the state. @default - the bucket's own encryption */
  readonly kmsKey?: string;
  /** azurerm: resource group of the storage account. */
  readonly resourceGroup?: string;
  /** azurerm: storage account. */
  readonly storageAccount?: string;
  /** azurerm: blob container. */
  readonly container?: string;
  /** http: address that the stack's name is appended to. */
  readonly address?: string;
  /** remote: host of the service. @default app.terraform.io */
  readonly hostname?: string;
  /** remote: organization. */
  readonly organization?: string;
  /** s3, azurerm, gcs, remote: prefix of each state's key or workspace. @default - the blueprint's name */
  readonly prefix?: string;
}

/** A place that holds capacity. */
export interface SiteDocument {
  /** What the site is built on: a registered target (`aws`, `azure`). */
  readonly target: string;
  /** The cloud's region. */
  readonly region: string;
  /** The zone that accelerators and their fabric live in. Never derived: a derived zone moves and replaces the pool. */
  readonly zone?: string;
  /** Zones of the system pools, `zone` included. @default - the target's rule, printed by `explain` */
  readonly zones?: string[];
  /** Account (AWS) or subscription (Azure) that the site belongs to. @default - the one of the credentials */
  readonly account?: string;
  /** What the site may draw. @default - no limit */
  readonly power?: SitePowerDocument;
  /** Addressing. @default - the target's plan */
  readonly network?: SiteNetworkDocument;
  /** Who administers the clusters: IAM principal ARNs on AWS, Entra group object ids on Azure. @default - nobody but the creator */
  readonly administrators?: string[];
  /** Cloud limits that were raised on request, by their id in catalog/data/limits.csv. @default - the catalog's values */
  readonly limits?: { readonly [limit: string]: number };
}

/** Power of a site. */
export interface SitePowerDocument {
  /** The most that the site's accelerator nodes may draw (IT load), "3 MW". */
  readonly allotment: string;
}

/** Addressing of a site. */
export interface SiteNetworkDocument {
  /** The site's IPv4 block, a /16. @default 10.0.0.0/16 */
  readonly cidr?: string;
}

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

/** The accelerators that are asked for: by name, or by what they must do. */
export interface AcceleratorsDocument {
  /** An id of catalog/data/accelerators.csv, "h100-sxm". Excludes the requirements below. */
  readonly model?: string;
  /** At least this much memory each, ">= 141 GB". GB compares with the vendor's label, GiB with measured memory. */
  readonly memory?: string;
  /** Vendors that will do: amd, aws, intel, nvidia … */
  readonly vendor?: string[];
  /** At least this much dense BF16, ">= 900 TFLOPS". */
  readonly bf16?: string;
  /** At least this much dense FP8, ">= 1900 TFLOPS". */
  readonly fp8?: string;
  /** How many accelerators. */
  readonly count: number;
  /** How many the autoscaler keeps at least. @default - `count`; 0 for a capacity block */
  readonly minimum?: number;
  /** The instance type, when the design's choice is not wanted. */
  readonly instance?: string;
  /** Power of one node at full load, "10.2 kW", when you know better than the catalog. */
  readonly nodePower?: string;
  /** Zones of the pool. One only where RDMA is used. @default - the site's zone */
  readonly zones?: string[];
}

/** How capacity is obtained. */
export interface CapacityDocument {
  /** on-demand, spot, reserved or block. */
  readonly mode: string;
  /** reserved and block: the id of what was bought, or of the group it is in. */
  readonly reservation?: string;
  /** block: when it starts, RFC 3339, UTC. Nodes are asked for from then on. @default - scaled by hand */
  readonly starts?: string;
  /** block: when it ends, RFC 3339, UTC. Nodes are drained before. @default - scaled by hand */
  readonly ends?: string;
}

/** The network between the accelerators of a pool. */
export interface FabricDocument {
  /** required, preferred or none. @default preferred */
  readonly rdma?: string;
  /** The most oversubscription allowed; 1 is non-blocking. @default - not asked */
  readonly oversubscription?: number;
  /** cluster or none: whether nodes are placed close together. @default - cluster where RDMA is used and the mode allows */
  readonly placement?: string;
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
