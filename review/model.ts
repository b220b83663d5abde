import type { Action, Cascade, ChangeGroup, Place, ResourceName, ReviewedChange, Stateful } from './change-model';
import type { FigureChange, PreflightLine, RedundancyChange } from './figures-model';

export * from './change-model';
export * from './figures-model';

/**
 * What a reviewer must know of a change, as plain data. Every renderer reads it and adds nothing. Values are masked where they are
 * secret; texts are those of users and must be made inert by whoever prints them.
 */
export interface Review {
  /** Of this form: a second number grows with additions, the first with what breaks a reader. */
  readonly formatVersion: string;
  readonly base: Side;
  readonly head: Side;
  /** @default - no engine was asked: nothing differs, or the plans were brought along */
  readonly engine?: { readonly name: string; readonly version: string };
  readonly verdict: Verdict;
  /** How many changes there are of each action. */
  readonly counts: { readonly [action in Action]: number };
  /** Stacks that are built, changed or removed, in deploy order. */
  readonly stacks: ReviewedStack[];
  /** In the order in which a reviewer should read them: what is lost first. */
  readonly changes: ReviewedChange[];
  /** The same changes, alike ones together, in the same order. */
  readonly groups: ChangeGroup[];
  /** Replacements that follow from one another, by what began it. */
  readonly cascades: Cascade[];
  readonly guard: Guard;
  /** Objects that seem to have only another address. */
  readonly renames: Rename[];
  /** @default - a side has no basis of design */
  readonly figures?: FigureChange[];
  readonly redundancy: RedundancyChange[];
  /** What must be asked for before the deploy. */
  readonly preflight: PreflightLine[];
  /** States that are kept elsewhere after the change. */
  readonly stateMoves: StateMove[];
  /** What could not be compared, and why. */
  readonly troubles: Trouble[];
  /** Updates that change the form of a value and not what it says; they are no changes. */
  readonly formOnly: ResourceName[];
  /** What else a reader should know. */
  readonly notes: string[];
}

/** What was compared. */
export interface Side {
  readonly kind: SideKind;
  /** As the user named it. */
  readonly name: string;
}

export enum SideKind {
  BLUEPRINT = 'blueprint',
  FOLDER = 'folder',
  REVISION = 'revision',
  /** What stands, by a plan that was brought along. */
  PLAN = 'plan',
}

export enum Verdict {
  NO_CHANGE = 'no-change',
  CHANGES = 'changes',
  /** Something that holds state or capacity would be lost, and nobody has named it. */
  GUARDED = 'guarded',
  /** A part could not be compared: nothing is claimed of it. */
  INCOMPLETE = 'incomplete',
}

export interface ReviewedStack {
  readonly name: string;
  readonly fate: 'built' | 'changed' | 'removed';
  readonly site?: string;
  readonly cluster?: string;
  readonly counts: { readonly [action in Action]: number };
  /** Names of outputs that change. */
  readonly outputs: string[];
}

export interface Guard {
  /** Whether the change may be made as far as the guard can tell. */
  readonly passed: boolean;
  /** Losses of what holds state or capacity. */
  readonly losses: GuardedLoss[];
  /** Types that are destroyed or replaced and of which nobody has said what they hold. */
  readonly unknownTypes: string[];
  /** Names that were allowed and are not lost. */
  readonly unusedAllowances: string[];
}

export interface GuardedLoss extends ResourceName, Stateful {
  readonly action: Action;
  /** What the reviewer wrote. @default - nobody has named it */
  readonly allowedBy?: string;
}

export interface Rename {
  readonly type: string;
  readonly from: ResourceName;
  readonly to: ResourceName;
  /** A `moved` block cannot lead from one state to another. */
  readonly sameStack: boolean;
  /** Attributes that differ and would be updated after the move. */
  readonly differing: string[];
  /** Files that were written. @default - nothing was */
  readonly writtenTo?: string;
}

/** A state that must be migrated before the deploy: without it, an engine would build everything a second time. */
export interface StateMove {
  readonly stack: string;
  /** Kind of the backend. */
  readonly from: string;
  readonly to: string;
}

/** What could not be compared. */
export interface Trouble {
  readonly stack: string;
  readonly step: string;
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  readonly constructPath?: string;
  readonly place?: Place;
}
