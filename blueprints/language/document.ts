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
  /** What the site may draw, and the power chain of an owned hall. @default - no limit */
  readonly power?: SitePowerDocument;
  /** Owned hall: the floor and the climate. @default - as many halls as it takes */
  readonly facility?: FacilityDocument;
  /** Owned hall: racks and what may stand in them. @default - see `wattform explain` */
  readonly racks?: RacksDocument;
  /** Owned hall: the networks between servers. @default - see `wattform fabric` */
  readonly fabric?: SiteFabricDocument;
  /** Addressing. @default - the target's plan */
  readonly network?: SiteNetworkDocument;
  /** Who administers the clusters: IAM principal ARNs on AWS, Entra group object ids on Azure. @default - nobody but the creator */
  readonly administrators?: string[];
  /** Cloud limits that were raised on request, by their id in catalog/data/limits.csv. @default - the catalog's values */
  readonly limits?: { readonly [limit: string]: number };
}

/** Power of a site. All but the allotment concern owned halls. */
export interface SitePowerDocument {
  /** The most that the site's accelerator nodes may draw (IT load), "3 MW". @default - no limit */
  readonly allotment?: string;
  /** NEC or IEC. @default NEC */
  readonly code?: string;
  /** N, N+1, block, 2N, 2(N+1), 3N/2, 4N/3 or 5N/4. @default - critical 2N, checkpointable N+1, deferrable N */
  readonly redundancy?: ByLoadClassDocument;
  /** How long batteries carry a load class, "5 min". @default - critical 5 min */
  readonly autonomy?: ByLoadClassDocument;
  /** Load classes that generators stand behind. @default - critical */
  readonly generators?: string[];
  /** 415/240 VAC, 480/277 VAC, 400/230 VAC or 800 VDC. @default - by the code */
  readonly distribution?: string;
  /** busway or panel. @default busway */
  readonly row?: string;
  /** Of the racks. @default 0.95 */
  readonly powerFactor?: number;
  /** Rating of a distribution transformer. @default 2500 kVA */
  readonly transformer?: string;
  /** Rating of a UPS module. @default 500 kW */
  readonly ups?: string;
  /** Rating of a generator. @default 2500 kW */
  readonly generator?: string;
  /** Excursion above nameplate that failures are checked at. @default 1.4 */
  readonly peakFactor?: number;
  /** Racks that take power from one side only, by index. @default - none */
  readonly singleCorded?: number[];
  /** @default - no limit of the grid is known */
  readonly interconnect?: InterconnectDocument;
  /** dry or evaporative. @default dry */
  readonly cooling?: string;
}

/** Something for each load class: training is checkpointable, inference critical, batch deferrable. */
export interface ByLoadClassDocument {
  readonly critical?: string;
  readonly checkpointable?: string;
  readonly deferrable?: string;
}

/** The connection to the grid. */
export interface InterconnectDocument {
  /** The most that the grid gives. */
  readonly limit?: string;
  /** Independent services. @default 1 */
  readonly services?: number;
  /** How fast the load may change, "10 MW/min". */
  readonly rampLimit?: string;
  readonly minimumPowerFactor?: number;
}

/** The floor of an owned hall, and the air outside. */
export interface FacilityDocument {
  /** @default - as many as it takes */
  readonly halls?: number;
  /** @default 20 */
  readonly rowsPerHall?: number;
  /** @default 20 */
  readonly racksPerRow?: number;
  /** An id of climates.csv. @default - unknown */
  readonly climate?: string;
}

/** Racks of an owned hall. */
export interface RacksDocument {
  /** An id of racks.csv. @default eia-48u */
  readonly type?: string;
  /** The most that one rack may draw. @default - what its servers need */
  readonly power?: string;
  /** Heat that air carries out of one rack. @default 50 kW */
  readonly airCooling?: string;
  /** What may stand in one rack. @default - that of the rack type */
  readonly maximumLoad?: string;
  /** Units of each rack that are kept free. @default 4 */
  readonly reservedUnits?: number;
  /** Slots that stay empty, by index. @default - none */
  readonly retired?: number[];
  /** Row that the racks of a pool begin in, by `cluster/pool`. @default - the row after the pool before it */
  readonly firstRows?: { readonly [pool: string]: number };
  /** Servers that the catalog does not have, by a name of yours. @default - none */
  readonly servers?: { readonly [name: string]: ServerDocument };
}

/** A server of your own. */
export interface ServerDocument {
  /** @default custom */
  readonly vendor?: string;
  /** An id of accelerators.csv. */
  readonly accelerator: string;
  readonly accelerators: number;
  /** Rack units. */
  readonly height: number;
  /** The most that one draws. */
  readonly power: string;
  /** @default - the most */
  readonly typicalPower?: string;
  /** Share of its heat that goes into liquid. @default 0 */
  readonly liquidShare?: number;
  /** @default - unknown */
  readonly weight?: string;
  /** Rails. @default - one an accelerator */
  readonly computePorts?: number;
  /** Gbit/s. @default 400 */
  readonly computeGbps?: number;
  /** @default 2 */
  readonly frontendPorts?: number;
  /** Gbit/s. @default 100 */
  readonly frontendGbps?: number;
  /** @default 2 */
  readonly storagePorts?: number;
  /** Gbit/s. @default 200 */
  readonly storageGbps?: number;
}

/** The networks of an owned hall. */
export interface SiteFabricDocument {
  /** roce, ultra-ethernet or infiniband. @default roce */
  readonly technology?: string;
  /** rail-optimized or shared-leaf. @default rail-optimized */
  readonly layout?: string;
  /** Gbit/s down over Gbit/s up of the compute network. @default 1 */
  readonly oversubscription?: number;
  /** An id of switches.csv. @default - chosen by speed and ports */
  readonly leaf?: string;
  readonly spine?: string;
  readonly core?: string;
  /** Servers of one scalable unit. @default - what the leaf's ports give */
  readonly serversPerUnit?: number;
  readonly frontend?: SideNetworkDocument;
  readonly storage?: SideNetworkDocument;
  readonly outOfBand?: SideNetworkDocument;
  readonly addresses?: FabricAddressesDocument;
  /** First autonomous system number. @default 4200000000 */
  readonly asnBase?: number;
}

/** A network beside that of the accelerators. */
export interface SideNetworkDocument {
  /** An id of switches.csv. @default - chosen by speed and ports */
  readonly leaf?: string;
  readonly oversubscription?: number;
}

/** IPv4 blocks of the fabric. */
export interface FabricAddressesDocument {
  readonly links?: string;
  readonly loopbacks?: string;
  readonly outOfBand?: string;
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
