import type { RackPlace } from '../seams';

/**
 * What an inventory keeps of a hall, as plain tables: cut into parts that each fit one state, every number decided. Draws are
 * rounded up and capacities down. Names hold `[a-z0-9-]`, ports `[A-Za-z0-9/]`.
 */

/** What all halls of a target share in one inventory: kinds of things, which exist once. */
export interface KindRecords {
  readonly regions: string[];
  readonly manufacturers: string[];
  readonly rackKinds: RackKind[];
  readonly deviceKinds: DeviceKind[];
  /** Labels of everything that the design records: `key=value`. */
  readonly labels: string[];
  /** Who owns the halls. @default - nobody is named */
  readonly owner?: string;
}

export interface RackKind {
  /** `eia-48u`. */
  readonly id: string;
  readonly manufacturer: string;
  readonly model: string;
  /** 19 or 21. */
  readonly widthInch: number;
  readonly heightU: number;
}

/** What a device is for. */
export enum DeviceRole {
  SERVER = 'server',
  LEAF = 'leaf',
  SPINE = 'spine',
  CORE = 'core',
  /** Power strip of a rack. */
  RACK_PDU = 'rack-pdu',
  /** Anything of the power chain above the racks. */
  POWER_EQUIPMENT = 'power-equipment',
}

/** A kind of device, with the ports that each one is born with. */
export interface DeviceKind {
  /** `dgx-h100`. */
  readonly id: string;
  readonly manufacturer: string;
  readonly model: string;
  /** 0: it takes no unit of a rack. */
  readonly heightU: number;
  readonly ports: KindPort[];
  readonly inlets: KindInlet[];
  /** Names of outlets. */
  readonly outlets: string[];
}

export interface KindPort {
  readonly name: string;
  readonly gbps: number;
  readonly infiniband: boolean;
  /** For management only. */
  readonly management: boolean;
  /** Of no cable: a loopback. */
  readonly virtual: boolean;
  /** Type in the words of NetBox, where the catalog has it: `800gbase-x-osfp`. @default - follows from the speed */
  readonly interfaceType?: string;
}

export interface KindInlet {
  /** `psu-a`. */
  readonly name: string;
  /** W, rounded up: what it draws when it carries all. @default - unknown */
  readonly maximumW?: number;
  /** W, long-term, of the same. @default - unknown */
  readonly typicalW?: number;
}

/** Where things of a site stand, and its blocks of addresses. */
export interface FloorRecords {
  readonly halls: HallRecord[];
  readonly prefixes: PrefixRecord[];
  /** Numbers that several switches share, as the spines of a pod do. */
  readonly asns: AsnRecord[];
}

/** A number of BGP that the site has taken. */
export interface AsnRecord {
  readonly asn: number;
  /** `c-leaf-u01-r3`, or whose the spines' are: `compute spine, pod 2`. */
  readonly owner: string;
}

export interface HallRecord {
  /** From 1. */
  readonly hall: number;
  /** Numbers of its rows. */
  readonly rows: number[];
}

export interface PrefixRecord {
  readonly cidr: string;
  /** `links compute`. */
  readonly purpose: string;
}

/** Equipment of the power chain that stands together: of one hall, or of none. */
export interface PowerChainRecords {
  /** Undefined: it stands outside of the halls. */
  readonly hall?: number;
  readonly equipment: EquipmentRecord[];
}

export interface EquipmentRecord {
  /** `ups-h1-critical-1-a-2`. */
  readonly name: string;
  /** Id of the device kind. */
  readonly kind: string;
  /** Whether racks are fed from it: a panel or a busway. */
  readonly panel: boolean;
  /** Row that it stands in. @default - none, it serves the hall */
  readonly row?: number;
  /** What feeds it. */
  readonly upstream: UpstreamRecord[];
  /** W that it carries at the peak, rounded up. */
  readonly peakW: number;
  /** W that it may carry, rounded down. @default - no limit is known */
  readonly limitW?: number;
  /** What is written beside it, by field: block, redundancy group, ratings. */
  readonly fields: { readonly [field: string]: string };
}

export interface UpstreamRecord {
  readonly name: string;
  /** W over this way at the peak, rounded up. */
  readonly peakW: number;
}

/** A row of racks: what stands in it and how it is fed. */
export interface RackRowRecords {
  readonly hall: number;
  readonly row: number;
  readonly racks: RackRecord[];
  readonly devices: RackedDevice[];
  readonly feeds: FeedRecord[];
  /** Subnets of the management switches that stand here. */
  readonly prefixes: PrefixRecord[];
  /** Numbers of leafs that stand here, each of one. */
  readonly asns: AsnRecord[];
}

export interface RackRecord {
  readonly place: RackPlace;
  /** Id of the rack kind. */
  readonly kind: string;
  /** W at the nameplates, rounded up. */
  readonly peakW: number;
  readonly fields: { readonly [field: string]: string };
}

export interface RackedDevice {
  readonly name: string;
  /** Id of the device kind. */
  readonly kind: string;
  readonly role: DeviceRole;
  readonly rack: string;
  /** Lowest unit. @default - it is a tray of a rack-scale system */
  readonly unit?: number;
  /** How it is plugged in, one a side. */
  readonly plugs: PlugRecord[];
  /** Control plane that it serves. @default - it is of the network */
  readonly controlPlane?: string;
  readonly pool?: string;
  readonly asn?: number;
  readonly loopback?: string;
}

/** A cord from a power strip. */
export interface PlugRecord {
  /** `psu-a`. */
  readonly inlet: string;
  /** `pdu-r0003-a`. */
  readonly strip: string;
  /** `outlet-07`: that of the unit that the device stands in. */
  readonly outlet: string;
}

export interface FeedRecord {
  /** `feed-r0003-a`. */
  readonly name: string;
  readonly rack: string;
  readonly side: string;
  readonly redundant: boolean;
  readonly panel: string;
  readonly volts: number;
  readonly direct: boolean;
  readonly threePhase: boolean;
  readonly amps: number;
  /** 1 to 100, rounded down. */
  readonly maxPercent: number;
  /** W that it must carry when the other side is out, rounded up. */
  readonly designW: number;
  /** Name and kind of the power strip behind it. */
  readonly strip: string;
  readonly stripKind: string;
}

/** Cables that begin in one part of a row, with the addresses of their ends. */
export interface LinkRecords {
  readonly hall: number;
  readonly row: number;
  /** Of the row: a number for its racks of servers, the name of a rack of switches, `switches` for their management. */
  readonly part: string;
  /** Rows that its cables lead to, its own included: `1-3` is row 3 of hall 1. */
  readonly rows: string[];
  /** Objects that an inventory makes of them: cables, addresses, management addresses. */
  readonly records: number;
  readonly links: LinkRecord[];
}

export interface LinkRecord {
  readonly fromDevice: string;
  readonly fromPort: string;
  /** With the length of its subnet. */
  readonly fromAddress?: string;
  readonly toDevice: string;
  readonly toPort: string;
  readonly toAddress?: string;
  /** Whether the device that it begins at is managed through it. */
  readonly outOfBand: boolean;
  readonly lengthM: number;
  /** In the words of NetBox: `smf`. @default - unknown */
  readonly cableType?: string;
}
