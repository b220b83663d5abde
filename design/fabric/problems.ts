import type { NetworkRole } from '../hall/seams';

/** Why a fabric is refused, or what a reader must know. */
export enum FabricProblemKind {
  /** It would block beyond the asked ratio. */
  BLOCKS = 'blocks',
  /** More leafs, pods or racks than the switches can join or the plan has names for. */
  TOO_LARGE = 'too-large',
  /** A switch does not offer the asked speed. */
  SPEED = 'speed',
  /** A switch or an optic of the other technology. */
  TECHNOLOGY = 'technology',
  /** Servers of one pool with different ports on one network. */
  MIXED_PORTS = 'mixed-ports',
  /** Two units, servers or racks claim one index. */
  INDEX_TAKEN = 'index-taken',
  /** Two address blocks overlap. */
  ADDRESS_OVERLAP = 'address-overlap',
  /** A block is too small, or no block at all. */
  ADDRESS_BLOCK = 'address-block',
  /** An autonomous system number outside of the private range. */
  ASN_RANGE = 'asn-range',
  /** No optic reaches as far. */
  REACH = 'reach',
  /** Numbers are kept for more than the spines have ports for. */
  KEPT = 'kept',
  /** Not one switch fits into a network rack. */
  RACK_FULL = 'rack-full',
  /** A number that is none, or not one of those that make sense. */
  VALUE = 'value',
}

/** What cannot be built, with the two numbers that clash. */
export interface FabricProblem {
  readonly kind: FabricProblemKind;
  /** @default - it concerns the whole plan */
  readonly network?: NetworkRole;
  /** A warning does not refuse the design. @default - false */
  readonly warning?: boolean;
  readonly message: string;
  /** What is there, or was asked. */
  readonly got?: number | string;
  /** What it clashes with. */
  readonly limit?: number | string;
  readonly hint?: string;
}
