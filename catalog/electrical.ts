/** What a transformer is for. */
export enum TransformerUse {
  /** Between the grid's voltage and the site's medium voltage. */
  GRID = 'grid',
  /** Between medium and low voltage. */
  DISTRIBUTION = 'distribution',
  /** Low voltage on both sides. */
  LOW_VOLTAGE_DRY = 'low-voltage-dry',
}

/** One transformer type: a row of transformers.csv. Losses are known, or they follow from an efficiency at a load. */
export interface TransformerType {
  readonly id: string;
  readonly use: TransformerUse;
  readonly ratedKva: number;
  readonly hvKv?: number;
  readonly lvKv?: number;
  /** Short-circuit impedance in per cent of the rating. */
  readonly impedancePercent?: number;
  /** Its resistive part. */
  readonly resistancePercent?: number;
  readonly noLoadLossKw?: number;
  /** At the rated load. */
  readonly loadLossKw?: number;
  readonly efficiencyPercent?: number;
  /** Load at which the efficiency holds, as a share of the rating. */
  readonly efficiencyLoad?: number;
  readonly vectorGroup?: string;
  readonly source: string;
  readonly notes?: string;
}

/** One standard rating of protective devices: a row of breaker-ratings.csv. */
export interface BreakerRating {
  /** `NEC` or `IEC`. */
  readonly code: string;
  readonly amperes: number;
  readonly source: string;
  readonly notes?: string;
}

/** Losses of a UPS or rectifier as shares of its rating: noLoad + proportional · x + square · x², x its load: a row of conversion-losses.csv. */
export interface ConversionLosses {
  readonly id: string;
  /** `ups` or `rectifier`. */
  readonly use: string;
  readonly model: string;
  readonly noLoad: number;
  readonly proportional: number;
  readonly square: number;
  readonly source: string;
  readonly notes?: string;
}

/** Hours of a typical year at an outdoor temperature. */
export interface TemperatureHours {
  /** Dry bulb. */
  readonly temperatureC: number;
  readonly hours: number;
}

/** The outdoor air of a place: the rows of climates.csv that bear its id. */
export interface Climate {
  readonly id: string;
  readonly location: string;
  /** By temperature; the hours add up to 8,760. */
  readonly hours: TemperatureHours[];
  readonly source: string;
}
