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
