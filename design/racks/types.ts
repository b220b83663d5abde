import type { RackType, ServerType } from '../../catalog/servers';
import type { Endpoint, LoadClass, RackLoad, RackPlace } from '../hall/seams';

/** What is to be put into racks at one site. */
export interface RacksAsk {
  readonly floor: FloorAsk;
  /** Racks for servers; a rack-scale system brings its own. */
  readonly rackType: RackType;
  /** kW at the plug that one rack may draw at its peak. Undefined: the floor does not limit it. */
  readonly envelopeKw?: number;
  /** kW of heat that air carries out of one rack. */
  readonly airKw: number;
  /** Units of each rack that are kept for cabling, power strips and what people forgot. */
  readonly reservedU: number;
  /** Indices of slots that stay empty: racks that were taken out. */
  readonly retired: number[];
  readonly pools: PoolToRack[];
}

/** The grid of slots: halls of rows of racks. */
export interface FloorAsk {
  readonly rowsPerHall: number;
  readonly racksPerRow: number;
  /** Halls that there are. @default - as many as it takes */
  readonly halls?: number;
}

/** Nodes of one kind. */
export interface PoolToRack {
  /** `cluster/pool`. */
  readonly name: string;
  readonly server: ServerType;
  readonly nodes: number;
  readonly loadClass: LoadClass;
  /** kW of one node at its peak, when the user knows better than the catalog. */
  readonly nodeKw?: number;
  /** Row that its racks begin in, counted over all halls from 1. @default - the row after the pool before it */
  readonly firstRow?: number;
}

/** Racks, and what stands in them. */
export interface RacksDesign {
  readonly racks: RackDesign[];
  /** In the order of racks and slots. */
  readonly endpoints: Endpoint[];
  readonly loads: RackLoad[];
  readonly pools: RackedPool[];
}

export interface RackDesign {
  readonly place: RackPlace;
  readonly pool: string;
  readonly loadClass: LoadClass;
  /** Id of the rack type, or of the rack-scale system. */
  readonly type: string;
  readonly heightU: number;
  readonly widthInch: number;
  readonly servers: RackedServer[];
  readonly usedU: number;
  readonly typicalKw: number;
  readonly peakKw: number;
  readonly liquidShare: number;
  /** Undefined when the weight of a server is not known. */
  readonly weightKg?: number;
}

export interface RackedServer {
  /** `r0003-s02`. */
  readonly name: string;
  /** From 1, bottom up. */
  readonly slot: number;
  /** Lowest unit. @default - it is a tray of a rack-scale system */
  readonly unit?: number;
}

/** How a pool was put into racks, and why so. */
export interface RackedPool {
  readonly name: string;
  readonly server: string;
  readonly racks: number;
  readonly nodesPerRack: number;
  readonly accelerators: number;
  readonly peakKwPerRack: number;
  readonly firstRow: number;
  /** One sentence a limit, the one that binds first. */
  readonly why: string[];
}

/** What cannot be racked. */
export interface RackProblem {
  readonly kind: RackProblemKind;
  /** `cluster/pool` that it concerns. */
  readonly pool: string;
  readonly message: string;
  readonly hint?: string;
}

export enum RackProblemKind {
  /** The power of a server is in no row and nobody stated it. */
  POWER_UNKNOWN = 'power-unknown',
  /** Not one server fits. */
  TOO_MUCH = 'too-much',
  /** Racks of two pools would stand in the same row. */
  ROWS_OVERLAP = 'rows-overlap',
  /** More racks than slots. */
  FLOOR_FULL = 'floor-full',
}
