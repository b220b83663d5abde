/** What an electrical design has to refuse or to say. */
export enum ElectricalProblemKind {
  NO_LOADS = 'no-loads',
  /** A kW, a share or an option that is no usable number. */
  NUMBER_INVALID = 'number-invalid',
  TYPICAL_OVER_PEAK = 'typical-over-peak',
  RACK_TWICE = 'rack-twice',
  PLACE_TWICE = 'place-twice',
  /** A row holds racks of several load classes. */
  ROW_MIXED = 'row-mixed',
  /** A rack with one side where its class has two. */
  RACK_SINGLE_FED = 'rack-single-fed',
  RACK_OVER_ENVELOPE = 'rack-over-envelope',
  FEED_OVER_LIMIT = 'feed-over-limit',
  PANEL_OVER_LIMIT = 'panel-over-limit',
  BLOCK_OVER_LIMIT = 'block-over-limit',
  MEDIUM_BUS_OVER_LIMIT = 'medium-bus-over-limit',
  INTERCONNECT_OVER_LIMIT = 'interconnect-over-limit',
  POWER_FACTOR_BELOW = 'power-factor-below',
  FAULT_OVER_RATING = 'fault-over-rating',
  /** Normal operation loads equipment over its limit. */
  OVERLOADED = 'overloaded',
  /** A survivor of a single failure is over its limit where the scheme promises that it is not. */
  SURVIVOR_OVERLOADED = 'survivor-overloaded',
  /** A row of the catalog that the design needs. */
  CATALOG_MISSING = 'catalog-missing',
}

/** Whether there is a design beside the problem. */
export enum ProblemSeverity {
  /** No design. */
  REFUSED = 'refused',
  /** A design, with this said beside it. */
  WARNING = 'warning',
}

/** What a problem is about. */
export interface Concern {
  /** rack, row, feed, panel, equipment, option, site. */
  readonly what: string;
  readonly name: string;
}

/** A problem as data; a rule maps it to the place in a blueprint. */
export interface ElectricalProblem {
  readonly kind: ElectricalProblemKind;
  readonly severity: ProblemSeverity;
  readonly concerns: Concern;
  /** Lower case, no full stop, with the two numbers that clash. */
  readonly message: string;
  /** What is needed, and what there is, where two numbers clash. */
  readonly needed?: number;
  readonly available?: number;
  readonly unit?: string;
  readonly hint?: string;
}

/** A number for a message: three decimals at most. */
export function shown(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** A problem of two numbers. */
export function clash(
  kind: ElectricalProblemKind,
  concerns: Concern,
  said: { readonly message: string; readonly needed: number; readonly available: number; readonly unit: string },
  hint?: string,
  severity = ProblemSeverity.REFUSED,
): ElectricalProblem {
  return { kind, severity, concerns, ...said, ...(hint === undefined ? {} : { hint }) };
}
