import type { BreakerRating, ConversionLosses, TemperatureHours, TransformerType } from '../../catalog/electrical';
import type { LoadClass, RackLoad } from '../hall/seams';
import type { Redundancy } from './schemes';
import type { ElectricalCode } from './sizing';

/** What one site asks of its power chain. */
export interface ElectricalAsk {
  /** Racks of one site. A row holds racks of one load class. */
  readonly loads: RackLoad[];
  readonly catalog: PowerCatalog;
  /** Names of racks that take power from one side only. Refused where their load class has two sides. @default - none */
  readonly singleCorded?: string[];
  /** @default - the defaults of docs/power.md, each printed in the design with its source */
  readonly options?: ElectricalOptions;
}

/** The rows of the catalog that the design reads. A `Catalog` is one. */
export interface PowerCatalog {
  readonly breakerRatings: BreakerRating[];
  readonly transformers: TransformerType[];
  readonly conversionLosses: ConversionLosses[];
}

/** Something for each load class. */
export type ByLoadClass<T> = { readonly [each in LoadClass]: T };

/** Voltage between LV switchgear and racks. */
export enum DistributionVoltage {
  AC_415_240 = '415/240 VAC',
  AC_480_277 = '480/277 VAC',
  AC_400_230 = '400/230 VAC',
  DC_800 = '800 VDC',
}

/** What brings power along a row. */
export enum RowDistribution {
  BUSWAY = 'busway',
  PANEL = 'panel',
}

/** How heat leaves the site. */
export enum HeatRejection {
  /** Dry coolers: no water. */
  DRY = 'dry',
  /** Cooling towers: needs wet-bulb temperatures. */
  EVAPORATIVE = 'evaporative',
}

/** What a user may state; every default has its source in defaults.ts. */
export interface ElectricalOptions {
  readonly code?: ElectricalCode;
  readonly redundancy?: Partial<ByLoadClass<Redundancy>>;
  /** Minutes that batteries carry a load class; 0: no UPS. */
  readonly autonomyMinutes?: Partial<ByLoadClass<number>>;
  readonly generators?: Partial<ByLoadClass<boolean>>;
  readonly distribution?: DistributionVoltage;
  /** Of the racks. */
  readonly powerFactor?: number;
  readonly row?: RowDistribution;
  /** Rating of a busway or panel: never exceeded. */
  readonly panelAmps?: number;
  /** Racks side by side that share a panel or busway. @default - as many of the largest as the panel carries */
  readonly positionsPerPanel?: number;
  readonly feedsPerSide?: number;
  /** Rating of one feed: never exceeded. @default - sized for the rack */
  readonly feedAmps?: number;
  readonly upsModuleKw?: number;
  readonly transformerKva?: number;
  readonly transformerImpedancePercent?: number;
  readonly generatorKw?: number;
  /** kW at the racks of one system of a block. @default - what the transformer carries at `transformerLoading` */
  readonly blockKw?: number;
  /** Share of a transformer's rating that the design uses at the peak, failures included. */
  readonly transformerLoading?: number;
  /** Share of the rating of feeds and panels: 0.8 of standard NEC breakers, 1 of 100 %-rated ones. */
  readonly maximumUtilisation?: number;
  /** The same of switchgear. */
  readonly switchgearUtilisation?: number;
  /** Of ambient and grouping. */
  readonly derating?: number;
  /** Id of conversion-losses.csv. */
  readonly upsLosses?: string;
  readonly rectifierLosses?: string;
  /** Share of a panel's rating that is lost in it and its feeds at full load; falls with the square of the load. */
  readonly distributionLoss?: number;
  readonly battery?: Partial<BatteryOptions>;
  /** Excursion above nameplate, for analysis: nothing is sized by it. */
  readonly peakFactor?: number;
  /** Largest racks of the hall, so that removing one moves no border of panels and blocks. @default - the largest of each class */
  readonly rackEnvelopeKw?: number;
  /** @default - the last position that holds a rack */
  readonly positionsPerRow?: number;
  /** @default - the last row that holds a rack */
  readonly rowsPerHall?: number;
  /** Blocks that one reserve system stands for, block redundant. */
  readonly blocksPerReserve?: number;
  readonly interconnect?: InterconnectOptions;
  /** Medium voltage within the site. @default - the least that carries a hall */
  readonly mediumKv?: number;
  /** Rating of a medium-voltage bus: never exceeded. */
  readonly mediumBusAmps?: number;
  readonly gridTransformerKva?: number;
  readonly switchgearKa?: number;
  readonly climate?: ClimateOptions;
  readonly cooling?: Partial<CoolingOptions>;
  readonly transients?: Partial<TransientsOptions>;
}

/** The connection to the grid. */
export interface InterconnectOptions {
  /** Most kW that the grid gives: never exceeded. @default - none is known */
  readonly limitKw?: number;
  /** Independent services from the grid. */
  readonly services?: number;
  /** Voltage of the service. @default - medium voltage, high voltage for large sites */
  readonly serviceKv?: number;
  /** @default - infinite: fault currents err to the high side */
  readonly faultMva?: number;
  /** @default - none is set */
  readonly rampLimitMwPerMin?: number;
  /** @default - none is set */
  readonly minimumPowerFactor?: number;
}

export interface BatteryOptions {
  readonly inverterEfficiency: number;
  readonly depthOfDischarge: number;
  readonly endOfLife: number;
}

/** Outdoor air, for cooling and PUE. */
export interface ClimateOptions {
  /** Dry bulb, hours by temperature. A row of climates.csv has them. */
  readonly hours: TemperatureHours[];
  /** Wet bulb, hours by temperature; evaporative heat rejection needs it. */
  readonly wetBulbHours?: TemperatureHours[];
  readonly source: string;
}

/** Cooling, every figure an engineering default unless stated. */
export interface CoolingOptions {
  readonly rejection: HeatRejection;
  /** °C of the water to the racks. */
  readonly liquidSupplyC: number;
  /** °C of the water to the air handlers. */
  readonly airSupplyC: number;
  /** K between outdoor air and the water that leaves the cooler. */
  readonly approachK: number;
  /** K that the water warms in the racks. */
  readonly liquidRiseK: number;
  /** K that the water warms in the air handlers. */
  readonly airRiseK: number;
  /** Share of the Carnot efficiency that chillers reach. */
  readonly carnotShare: number;
  /** kW of pumps and outdoor fans by kW of heat. */
  readonly liquidAuxiliary: number;
  /** kW of air handlers, pumps and outdoor fans by kW of heat. */
  readonly airAuxiliary: number;
  /** Lighting, offices, controls by kW of IT load. */
  readonly houseShare: number;
  /** °C that the plant is sized for where no climate is known. */
  readonly designC: number;
  /** Concentration of the water of cooling towers, over that of fresh water. */
  readonly cyclesOfConcentration: number;
}

/** Load swings of synchronous jobs. */
export interface TransientsOptions {
  /** Part of the synchronous load's peak that comes or goes at once. */
  readonly stepShare: number;
  /** Share of a period at the high level. */
  readonly duty: number;
  readonly periodSeconds: number;
}

export interface TransientsAsk extends TransientsOptions {
  readonly rampLimitMwPerMin?: number;
}
