import type { Figure } from '../basis';
import type { LoadClass } from '../hall/seams';
import type { AssumptionBasis } from './defaults';
import type { Redundancy } from './schemes';
import type { ElectricalCode, Phase, SizingStep } from './sizing';

/** The power chain of one site: plain data, JSON as it stands. */
export interface ElectricalDesign {
  readonly code: ElectricalCode;
  /** What was assumed or stated, each with its mark. */
  readonly assumptions: Assumption[];
  /** From the grid down; what feeds a thing stands before it. */
  readonly equipment: Equipment[];
  /** By rack and side. */
  readonly feeds: Feed[];
  /** Every single failure of every piece of equipment, in the order of `equipment`. */
  readonly failures: Failure[];
  readonly worst: WorstFailures;
  readonly losses: Losses;
  readonly cooling: CoolingDesign;
  readonly transients: TransientsDesign;
  readonly properties: TopologyProperties[];
  readonly figures: ElectricalFigures;
}

export interface Assumption {
  readonly option: string;
  /** As it would be written down. */
  readonly value: string;
  readonly basis: AssumptionBasis;
  readonly source: string;
}

/** Kinds of equipment, from the grid down. */
export enum EquipmentKind {
  /** A service of the grid. */
  UTILITY = 'utility',
  GRID_TRANSFORMER = 'grid-transformer',
  MEDIUM_SWITCHGEAR = 'medium-voltage-switchgear',
  GENERATOR = 'generator',
  GENERATOR_SWITCHGEAR = 'generator-switchgear',
  /** Medium-voltage bus behind a transfer between grid and generators. */
  ESSENTIAL_SWITCHGEAR = 'essential-switchgear',
  TRANSFORMER = 'transformer',
  LOW_SWITCHGEAR = 'low-voltage-switchgear',
  UPS = 'ups',
  RECTIFIER = 'rectifier',
  /** Bus that the UPS or rectifier modules of a system share. */
  OUTPUT_SWITCHGEAR = 'output-switchgear',
  STATIC_TRANSFER_SWITCH = 'static-transfer-switch',
  PANEL = 'panel',
  BUSWAY = 'busway',
  FEED = 'feed',
  /** Transformer of cooling and house loads. */
  MECHANICAL_TRANSFORMER = 'mechanical-transformer',
}

/** How a thing takes power from what stands above it. */
export enum UpstreamMode {
  /** From all of them, equally. */
  SHARE = 'share',
  /** From the first that is alive. */
  FIRST = 'first',
}

export interface Equipment {
  /** Stable: `ups-h1-critical-1-a-2`. */
  readonly id: string;
  readonly kind: EquipmentKind;
  /** Ids of what feeds it; empty for sources. */
  readonly upstream: string[];
  readonly upstreamMode: UpstreamMode;
  /** Letter of the system that it belongs to. */
  readonly system?: string;
  /** Side of the racks, `a` or `b`. */
  readonly side?: string;
  readonly loadClass?: LoadClass;
  /** Modules that stand for each other have one group. */
  readonly redundancyGroup?: string;
  /** `h1-critical-1`. */
  readonly block?: string;
  readonly substation?: number;
  readonly hall?: number;
  readonly row?: number;
  readonly volts?: number;
  readonly phase?: Phase;
  readonly ratedKva?: number;
  readonly ratedKw?: number;
  readonly ratedAmps?: number;
  /** kW that it may carry, all rules kept. Undefined: no limit is known. */
  readonly limitKw?: number;
  /** kW of its output in normal operation. */
  readonly typicalKw: number;
  readonly peakKw: number;
  /** Peak over limit: 1 is the limit. Undefined without limit. */
  readonly loading?: number;
  /** kW lost in it at the typical and the peak load. */
  readonly lossTypicalKw: number;
  readonly lossPeakKw: number;
  /** Of a transformer: what its losses and fault currents follow from. */
  readonly transformer?: TransformerData;
  /** A: symmetrical fault current on its bus. */
  readonly faultAmps?: number;
  /** kWh of batteries. */
  readonly batteryKwh?: number;
  readonly sizing?: SizingStep[];
}

export interface TransformerData {
  readonly noLoadLossKw: number;
  /** At its rating. */
  readonly loadLossKw: number;
  readonly impedancePercent: number;
}

export enum FeedRole {
  PRIMARY = 'primary',
  REDUNDANT = 'redundant',
}

/** One feed of one rack. */
export interface Feed {
  /** `feed-r0003-a`, further ones of the side `feed-r0003-a-2`. */
  readonly id: string;
  readonly rack: string;
  readonly rackIndex: number;
  readonly side: string;
  readonly role: FeedRole;
  readonly panel: string;
  readonly volts: number;
  readonly phase: Phase;
  readonly amps: number;
  /** 1 to 100. */
  readonly maxPercentUtilisation: number;
  /** VA that NetBox derives from voltage, amperage and utilisation. */
  readonly availableVa: number;
  /** kW that it must carry when the other side is out. */
  readonly designKw: number;
  readonly sizing: SizingStep[];
}

/** A survivor that a failure loads over its limit. */
export interface Overload {
  readonly equipment: string;
  readonly loadKw: number;
  readonly limitKw: number;
  /** Accelerators of the racks behind it, which a trip would take. */
  readonly acceleratorsBehind: number;
}

/** What one single failure does, at the peak of the nameplates. */
export interface Failure {
  readonly equipment: string;
  readonly kind: EquipmentKind;
  /** Parallel converters that the failure overloads: they trip together, and what follows counts that. No bypass is relied on. */
  readonly tripped: string[];
  /** Racks without power. */
  readonly racksDark: string[];
  readonly acceleratorsDark: number;
  readonly acceleratorsDarkByClass: { readonly [each in LoadClass]?: number };
  readonly racksDarkByClass: { readonly [each in LoadClass]?: number };
  /** Racks whose power pauses until generators have started: no battery stands between. */
  readonly racksInterrupted: number;
  readonly interruptedByClass: { readonly [each in LoadClass]?: number };
  /** Substations whose cooling has no power. */
  readonly coolingDark: string[];
  readonly overloads: Overload[];
  /** The survivor with the highest load over limit, of those whose load changed. */
  readonly worstSurvivor?: string;
  readonly worstLoading?: number;
}

/** The failures that a reader should know first. */
export interface WorstFailures {
  /** Most accelerators dark; among equals most behind an overload, then the highest loading. */
  readonly atPeak?: Failure;
  /** The same with every rack at the peak factor above nameplate. */
  readonly atPeakFactor?: Failure;
  /** The worst failure of each kind of equipment, at the peak. */
  readonly byKind: { readonly [kind: string]: Failure };
  readonly peakFactor: number;
  /** Failures that make anything dark, and that overload anything. */
  readonly failuresDark: number;
  readonly failuresOverloading: number;
  readonly failuresOverloadingAtPeakFactor: number;
  /** Equipment over its limit with nothing failed and every rack at the peak factor. */
  readonly overloadedAtPeakFactor: string[];
}

/** kW by kind of equipment, at the operating point. */
export interface Losses {
  readonly typicalKw: { readonly [kind: string]: number };
  readonly peakKw: { readonly [kind: string]: number };
  readonly totalTypicalKw: number;
  readonly totalPeakKw: number;
  /** kW at the racks over kW at the grid that are for racks, 0 to 1. */
  readonly gridToRackTypical: number;
  readonly gridToRackPeak: number;
}

export interface CoolingDesign {
  /** kW of heat at the peak. */
  readonly liquidKw: number;
  readonly airKw: number;
  /** Litres a minute of water to the racks and to the air handlers at the peak. */
  readonly liquidLitresPerMinute: number;
  readonly airLitresPerMinute: number;
  /** Electrical kW of cooling at the peak load and the hottest hour. */
  readonly peakKw: number;
  readonly houseKw: number;
  /** °C that `peakKw` holds for. */
  readonly hottestC: number;
  /** Hours of a year that chillers run. Unknown without climate. */
  readonly liquidChillerHours?: number;
  readonly airChillerHours?: number;
}

export interface BufferNeed {
  /** ramp, square-wave, autonomy-critical … */
  readonly what: string;
  readonly powerKw: number;
  readonly energyKwh: number;
  readonly note: string;
}

export interface TransientsDesign {
  /** kW at the racks that come or go at once. */
  readonly stepKw: number;
  readonly needs: BufferNeed[];
  /** The largest power of the needs: they do not coincide. */
  readonly powerKw: number;
  /** Sum of the energies: each reserve is kept. */
  readonly energyKwh: number;
}

/** A statement about the graph, with its witness or its counter-example. */
export interface Proof {
  readonly holds: boolean;
  /** What was shown, or what breaks it, with numbers. */
  readonly because: string;
  /** The failure that breaks it. */
  readonly counterExample?: string;
}

/** What the graph of a load class proves: no certification, and no availability in per cent. */
export interface TopologyProperties {
  readonly loadClass: LoadClass;
  readonly redundancy: Redundancy;
  /** Any one piece of equipment can be taken out, with transfers made before, and no rack loses power or is overloaded. */
  readonly concurrentlyMaintainable: Proof;
  /** Any one piece of equipment can fail, and no rack loses power even for a moment, nor its cooling. */
  readonly singleFaultTolerant: Proof;
  /** What the graph cannot show. */
  readonly notShown: string[];
}

export interface ElectricalFigures {
  readonly [name: string]: Figure;
}
