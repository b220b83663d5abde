/** A row of catalog/data/instances.csv. An empty cell is undefined: unknown, never zero. */
export interface InstanceType {
  readonly cloud: string;
  readonly instanceType: string;
  /** gpu, accelerator (Trainium, TPU …) or cpu. */
  readonly class: string;
  /** Id of the accelerator; undefined for CPU types and for accelerators outside the catalog. */
  readonly acceleratorId?: string;
  readonly acceleratorModel?: string;
  /** May be a fraction, where a cloud sells slices. */
  readonly acceleratorCount?: number;
  readonly vcpus?: number;
  readonly memoryGib?: number;
  readonly localNvmeGb?: number;
  readonly networkGbps?: number;
  /** EFA, InfiniBand NDR …; undefined when unknown or none (then `rdmaInterfaces` is 0). */
  readonly rdmaKind?: string;
  readonly rdmaInterfaces?: number;
  readonly maxNetworkCards?: number;
  readonly nicLayout?: string;
  readonly cpuArchitecture?: string;
  readonly onDemandUsdPerHour?: PriceRange;
  readonly priceRegion?: string;
  /** ISO date. */
  readonly priceAsOf?: string;
  readonly priceSource?: string;
  readonly capacityBlockUsdPerHour?: PriceRange;
  readonly placementConstraints?: string;
  /** kW of the whole node at full load. */
  readonly nodePowerKw?: number;
  readonly powerBasis?: string;
  readonly source: string;
  readonly notes?: string;
}

/** A list price; `from` equals `to` where the catalog has one figure. */
export interface PriceRange {
  readonly from: number;
  readonly to: number;
}
