/**
 * What the engineers of an owned hall hand to each other: racks to fabric, racks and fabric to power. Plain data, units in the
 * names. `index` is stable everywhere: it is given once and never to another thing, so that whatever hangs on it (a port, an
 * address, a feed) stays when a neighbour is taken out.
 */

/** Where a rack stands. */
export interface RackPlace {
  /** From 1; slots that are left empty keep their number. */
  readonly index: number;
  /** `r0003`: made of the index. */
  readonly name: string;
  /** From 1. */
  readonly hall: number;
  /** From 1, within the hall. */
  readonly row: number;
  /** From 1, within the row. */
  readonly position: number;
}

/** A server, or one tray of a rack-scale system, that has network ports. */
export interface Endpoint {
  /** Unique in the site: `r0003-s02`. */
  readonly name: string;
  readonly rack: RackPlace;
  /** From 1, bottom up, within the rack. */
  readonly slot: number;
  /** Servers of its pool before it in the order of racks and slots, those of racks that were taken out counted: stable. From 0. */
  readonly index: number;
  /** Accelerators of the server. */
  readonly accelerators: number;
  /** The cluster and pool that it serves. */
  readonly pool: string;
  /** Ports by network: compute (one a rail), frontend, storage, out-of-band. */
  readonly ports: EndpointPorts[];
}

export interface EndpointPorts {
  readonly network: NetworkRole;
  readonly count: number;
  readonly gbps: number;
}

/** The networks of a hall. */
export enum NetworkRole {
  /** Between accelerators: rails. */
  COMPUTE = 'compute',
  FRONTEND = 'frontend',
  STORAGE = 'storage',
  /** Management ports, apart from all others. */
  OUT_OF_BAND = 'out-of-band',
}

/** How much a load suffers when its power goes. */
export enum LoadClass {
  /** Must not go dark: inference, storage, network. */
  CRITICAL = 'critical',
  /** Goes on from a checkpoint: training. */
  CHECKPOINTABLE = 'checkpointable',
  /** Waits: batch. */
  DEFERRABLE = 'deferrable',
}

/** What a rack asks of the power chain. */
export interface RackLoad {
  readonly rack: RackPlace;
  readonly loadClass: LoadClass;
  /** kW at the plug, long-term. */
  readonly typicalKw: number;
  /** kW at the plug at the nameplate of what stands in it. */
  readonly peakKw: number;
  /** Accelerators that go dark with it. */
  readonly accelerators: number;
  /** Share of the heat that goes into liquid, 0 to 1. */
  readonly liquidShare: number;
}
