import type { PlanDocument } from '../engine';
import type { Place, Side, StateMove, Trouble } from './model';

/** What a review is made from. Nothing in it is trusted: plans and names are those of users. */
export interface ReviewAsk {
  readonly base: Side;
  readonly head: Side;
  readonly engine?: { readonly name: string; readonly version: string };
  /** In deploy order. */
  readonly stacks: StackAsk[];
  /** Basis of design of both sides, as `basis-of-design.json`. @default - a side has none, and no figures are told */
  readonly designs?: { readonly base: unknown; readonly head: unknown };
  /** Addresses, or patterns with `*`, of what may be lost. @default - nothing */
  readonly allow?: string[];
  /** @default - every state stays where it is */
  readonly stateMoves?: StateMove[];
  /** What else a reader should know. */
  readonly notes?: string[];
}

/** A stack that an engine has planned. */
export interface StackAsk {
  readonly name: string;
  readonly fate: 'built' | 'changed' | 'removed';
  readonly site?: string;
  readonly cluster?: string;
  /** @default - it could not be planned */
  readonly plan?: PlanDocument;
  /** Stacks by the address of the data source that reads their outputs. */
  readonly readStates: ReadonlyMap<string, string>;
  readonly troubles: Trouble[];
  /** Addresses of blocks with `prevent_destroy`. */
  readonly protectedAddresses: string[];
  /** The construct that made a block, by its address, and the line that asked for it. */
  origin(address: string, side: 'base' | 'head'): Origin;
}

export interface Origin {
  readonly constructPath?: string;
  readonly place?: Place;
}
