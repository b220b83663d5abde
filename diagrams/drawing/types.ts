/** What a diagram shows, before it is laid out: boxes in rows, lines between them, and what must be said below. */
export interface Drawing {
  readonly title: string;
  /** For those who hear a drawing read: one or two sentences. */
  readonly description: string;
  /** One below the other, each laid out by itself. */
  readonly panels: Panel[];
  readonly legend: LegendEntry[];
  /** Sentences at the foot: what figures rest on, what was folded. */
  readonly notes: string[];
}

export interface Panel {
  /** The first stands out. @default - none */
  readonly heading?: string[];
  readonly boxes: Box[];
  readonly lines: Line[];
  readonly style: LineStyle;
}

/** How lines run between rows. */
export enum LineStyle {
  /** Down, across, down: what leaves one box shares its way across, as a bus does. */
  SQUARE = 'square',
  /** Straight: a mesh. */
  STRAIGHT = 'straight',
}

export interface Box {
  /** Unique in its panel. */
  readonly id: string;
  /** From the top. Rows that no box stands in take no room. */
  readonly row: number;
  /** Text, the first line stands out. */
  readonly lines: string[];
  /** Which of the colours of systems. @default - grey: it belongs to none */
  readonly hue?: number;
  /** @default - none */
  readonly symbol?: BoxSymbol;
}

/** From a box to one of a lower row. */
export interface Line {
  readonly from: string;
  readonly to: string;
  readonly hue?: number;
  /** A second source, which carries when the first is gone. @default false */
  readonly standby?: boolean;
}

export interface LegendEntry {
  readonly text: string;
  readonly hue?: number;
  readonly standby?: boolean;
}

/** What a box is, drawn small beside its text. */
export enum BoxSymbol {
  GRID = 'grid',
  GENERATOR = 'generator',
  TRANSFORMER = 'transformer',
  /** Switchgear, panel, busway. */
  BUS = 'bus',
  /** AC to DC to AC, a battery between. */
  UPS = 'ups',
  RECTIFIER = 'rectifier',
  /** One of two sources. */
  TRANSFER = 'transfer',
  COOLING = 'cooling',
  RACK = 'rack',
  SWITCH = 'switch',
}

export interface DiagramOptions {
  /** Put before each id, so that two drawings can stand on one page: letters, digits, `-` and `_`. @default 'wattform' */
  readonly idPrefix?: string;
}
