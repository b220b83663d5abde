import type { Optic } from '../../catalog/optics';
import type { SwitchModel } from '../../catalog/switches';
import type { Endpoint, NetworkRole } from '../hall/seams';

/** What is to be joined at one site, and how. */
export interface FabricAsk {
  /** All servers of the site. */
  readonly endpoints: Endpoint[];
  /** At most one a role. */
  readonly networks: NetworkAsk[];
  /** What is known of a pool beyond its servers. @default - what follows from the endpoints */
  readonly pools?: FabricPool[];
  readonly floor: FabricFloor;
  /** @default - DEFAULT_NETWORK_RACK */
  readonly networkRack?: Partial<NetworkRackAsk>;
  /** @default - DEFAULT_BLOCKS */
  readonly addresses?: Partial<AddressBlocks>;
  /** First autonomous system number; 4-byte private ones are 4200000000 to 4294967294 (RFC 6996). @default - 4200000000 */
  readonly asnBase?: number;
  /** @default - DEFAULT_CABLE_RULES */
  readonly cables?: Partial<CableRules>;
  /** Optics to choose from: those of the catalog. */
  readonly optics: Optic[];
}

/** What the links of a network speak. */
export enum FabricTechnology {
  /** RDMA over converged Ethernet: PFC and ECN on the lossless priorities. */
  ROCE = 'roce',
  /** Ultra Ethernet: ECN and packet spraying, no PFC. */
  ULTRA_ETHERNET = 'ultra-ethernet',
  /** Plain Ethernet: front-end and management. */
  ETHERNET = 'ethernet',
  INFINIBAND = 'infiniband',
}

/** Which leaf a port of a server is led to. */
export enum FabricLayout {
  /** Port n of every server of a unit to leaf n: one hop within a rail. */
  RAIL_OPTIMIZED = 'rail-optimized',
  /** All ports of a server to the unit's one leaf, or spread over its few. */
  SHARED_LEAF = 'shared-leaf',
}

export interface NetworkAsk {
  readonly role: NetworkRole;
  readonly technology: FabricTechnology;
  /** @default - rail-optimized for the compute network, shared leafs for all others */
  readonly layout?: FabricLayout;
  readonly leaf: SwitchModel;
  /** @default - the leaf's */
  readonly spine?: SwitchModel;
  /** @default - the spine's */
  readonly core?: SwitchModel;
  /** Gbit/s down over Gbit/s up that a leaf may have at most; 1 does not block. @default - 1 */
  readonly leafOversubscription?: number;
  /** The same of a spine towards the cores. @default - 1 */
  readonly spineOversubscription?: number;
  /** Servers of one scalable unit. @default - what the leaf's ports give, in whole scale-up domains where one fits */
  readonly serversPerUnit?: number;
  /** Leafs of a unit with shared leafs. @default - 2, or 1 when the servers have one port */
  readonly leafsPerUnit?: number;
  /** Spines that two tiers have at least, so that one may fail. @default - 2 */
  readonly spinesAtLeast?: number;
  /** Planes that never meet: each port of a server is split into as many links. @default - 1 */
  readonly planes?: number;
  /** Gbit/s of a link between leaf and spine. @default - the speed of a server's link, or of the leaf's uplink ports */
  readonly uplinkGbps?: number;
  /** Gbit/s of a link between spine and core. @default - uplinkGbps */
  readonly coreGbps?: number;
}

/** A pool: servers of one kind. Its units follow each other. */
export interface FabricPool {
  /** As the endpoints name it. The switches that the management network joins are pools too: `compute/leaf`. */
  readonly name: string;
  /** Servers that are planned for, those that were taken out counted: the size that the upper tiers are made for. @default - the highest index there is */
  readonly servers?: number;
  /** Servers that numbers are kept for: the pool behind begins after their units. Nothing is sized for them. @default - servers */
  readonly keptServers?: number;
  /** Number of its first unit, from 1. Set it, and the pools before may grow. @default - the unit after those that the pool before it keeps */
  readonly firstUnit?: number;
  /** Servers that one rack takes, so that rows of racks that are not there yet are known. @default - the most that a rack has */
  readonly serversPerRack?: number;
  /** Servers that one scale-up domain joins: the 18 trays of an NVL72 rack. @default - 1 */
  readonly scaleUpServers?: number;
  /** Link inside of the domain. @default - not said */
  readonly scaleUpLink?: string;
}

/** The grid of slots, as the racks have it. */
export interface FabricFloor {
  readonly rowsPerHall: number;
  readonly racksPerRow: number;
}

export enum RackStand {
  /** After the last compute rack of the row. */
  ROW_END = 'row-end',
  /** In the midst of the row. */
  ROW_MIDDLE = 'row-middle',
}

export interface NetworkRackAsk {
  /** Units of 44.45 mm. */
  readonly heightU: number;
  /** Units kept for power strips and cabling. */
  readonly reservedU: number;
  /** kW at the plug that one rack may draw at its peak. */
  readonly envelopeKw: number;
  /** Index of the first network rack: beyond every compute rack. */
  readonly firstIndex: number;
  readonly stand: RackStand;
  /** Rows that the switches of one rack serve at most: farther ones begin a rack of their own. */
  readonly rowsServed: number;
}

/** Engineering default; the envelope is that of air-cooled switches. */
export const DEFAULT_NETWORK_RACK: NetworkRackAsk = {
  heightU: 48,
  reservedU: 4,
  envelopeKw: 40,
  firstIndex: 20_001,
  stand: RackStand.ROW_END,
  rowsServed: 4,
};

/** IPv4 blocks in CIDR notation. */
export interface AddressBlocks {
  /** A link between a server and a leaf takes two (/31, RFC 3021). Links between switches take none: BGP unnumbered (RFC 5549). */
  readonly links: string;
  /** One a switch. */
  readonly loopbacks: string;
  /** A subnet a leaf of the management network: management ports of servers and switches. */
  readonly outOfBand: string;
}

/** Engineering default, of the private 10.0.0.0/8 (RFC 1918). */
export const DEFAULT_BLOCKS: AddressBlocks = {
  links: '10.0.0.0/10',
  loopbacks: '10.64.0.0/12',
  outOfBand: '10.80.0.0/12',
};

export const DEFAULT_ASN_BASE = 4_200_000_000;

/** How long a cable is. All in m. */
export interface CableRules {
  /** From the middle of a rack to that of its neighbour. */
  readonly rackPitchM: number;
  /** From row to row. */
  readonly rowPitchM: number;
  /** From hall to hall. */
  readonly hallPitchM: number;
  /** From the equipment up to the tray, once an end. */
  readonly riseM: number;
  /** Within one rack. */
  readonly withinRackM: number;
  /** Share that is added for loops and bends. */
  readonly slack: number;
  /** What can be ordered, ascending. */
  readonly lengthsM: number[];
}

/** Engineering defaults: racks of 600 mm, 1.2 m deep, with aisles of 1.2 and 1.8 m in turn. */
export const DEFAULT_CABLE_RULES: CableRules = {
  rackPitchM: 0.6,
  rowPitchM: 2.7,
  hallPitchM: 60,
  riseM: 2,
  withinRackM: 1.5,
  slack: 0.1,
  lengthsM: [
    0.5, 1, 1.5, 2, 2.5, 3, 4, 5, 7, 10, 15, 20, 25, 30, 40, 50, 60, 70, 80, 90, 100, 125, 150, 200, 250, 300, 400, 500,
    700, 1000, 2000,
  ],
};
