import type { Figure } from '../basis';
import type { Assumption, TopologyProperties } from '../electrical';
import type { RackedPool } from '../racks';

/** What a basis of design says of an owned hall. Every rack, cable and feed stands in files of their own. */
export interface HallSummary {
  readonly halls: number;
  readonly racks: number;
  readonly networkRacks: number;
  readonly pools: RackedPool[];
  readonly networks: NetworkSummary[];
  readonly power: PowerSummary;
}

export interface NetworkSummary {
  readonly role: string;
  readonly technology: string;
  readonly tiers: number;
  /** By tier. */
  readonly switches: { readonly [tier: string]: number };
  readonly models: { readonly [tier: string]: string };
  /** By tier of links. */
  readonly cables: { readonly [linkTier: string]: number };
  readonly optics: { readonly [optic: string]: number };
  readonly claim: string;
  readonly holds: boolean;
  /** Gbit/s down over up, of the worst leaf. */
  readonly oversubscription: number;
}

export interface PowerSummary {
  readonly code: string;
  /** kW at the racks. */
  readonly racksTypicalKw: number;
  readonly racksPeakKw: number;
  /** Pieces by kind. */
  readonly equipment: { readonly [kind: string]: number };
  readonly feeds: number;
  readonly failures: number;
  readonly worst?: FailureSummary;
  readonly worstAtPeakFactor?: FailureSummary;
  readonly peakFactor: number;
  readonly properties: TopologyProperties[];
  readonly figures: { readonly [name: string]: Figure };
  readonly assumptions: Assumption[];
}

export interface FailureSummary {
  readonly equipment: string;
  readonly racksDark: number;
  readonly acceleratorsDark: number;
  readonly overloads: number;
  readonly worstSurvivor?: string;
  /** Load over limit. */
  readonly worstLoading?: number;
}
