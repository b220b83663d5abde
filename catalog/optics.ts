import type { LinkTechnology } from './switches';

/** What joins two ports. */
export enum OpticKind {
  /** Passive copper, plugs on both ends. */
  DAC = 'dac',
  /** Copper with electronics in the plugs. */
  AEC = 'aec',
  /** Fibre with its modules fixed on. */
  AOC = 'aoc',
  /** Pluggable module: one an end, and fibre between them. */
  TRANSCEIVER = 'transceiver',
  /** Twisted pair into built-in jacks: no module. */
  TWISTED_PAIR = 'twisted-pair',
}

/** A row of catalog/data/optics.csv. An empty cell is undefined: unknown, never zero. */
export interface Optic {
  readonly id: string;
  readonly vendor?: string;
  readonly kind: OpticKind;
  /** Modules of one family light each other: `sr4`, `dr4`. Cables are a family of their own. */
  readonly family: string;
  /** Technologies that it carries. */
  readonly technologies: LinkTechnology[];
  /** Gbit/s of one link. */
  readonly linkGbps: number;
  /** Links that one module or plug carries: 2 of a twin-port module. */
  readonly links: number;
  /** Longest link, in m. */
  readonly reachM: number;
  /** Type of the cable in NetBox: `dac-passive`, `mmf-om4`, `smf-os2`, `cat6a`. */
  readonly cableType: string;
  readonly formFactor: string;
  /** W of one module, or of one plug. */
  readonly typicalW?: number;
  readonly maximumW?: number;
  readonly source: string;
  readonly notes?: string;
}
