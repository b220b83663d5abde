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

/** In the order in which a reviewer should read them. */
export enum Action {
  DESTROY = 'destroy',
  REPLACE = 'replace',
  /** The object stays, and nobody manages it any more. */
  FORGET = 'forget',
  UPDATE = 'update',
  CREATE = 'create',
  /** Only the address changes. */
  MOVE = 'move',
  /** An object that exists is brought into the state. */
  IMPORT = 'import',
}

export enum ReplaceOrder {
  DESTROY_FIRST = 'destroy-before-create',
  CREATE_FIRST = 'create-before-destroy',
}

export interface ResourceName {
  readonly stack: string;
  readonly address: string;
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

export interface ReviewedChange extends ResourceName {
  readonly type: string;
  readonly action: Action;
  /** Of an object that has another address now. @default - it has the same */
  readonly previousAddress?: string;
  readonly replaceOrder?: ReplaceOrder;
  /** The engine's own word for why, such as `replace_because_tainted`. */
  readonly reason?: string;
  /** Paths of the attributes that force a new object. */
  readonly forcedBy: string[];
  /** The change that this one follows from, back to the first. @default - it follows from no other */
  readonly cause?: Cause;
  /** What of it changes; of what is created or destroyed nothing is listed. */
  readonly values: ValueChange[];
  readonly constructPath?: string;
  readonly place?: Place;
  /** What depends on it, over all stacks. */
  readonly dependents: Dependents;
  /** What is lost with it. @default - nothing, or nobody knows */
  readonly stateful?: Stateful;
  /** `prevent_destroy` is set: an engine would refuse the deploy. */
  readonly prevented?: boolean;
  /** An object that exists comes into the state. */
  readonly imported?: boolean;
}

export interface Cause extends ResourceName {
  readonly action: Action;
  /** The attribute of the follower through which it follows. */
  readonly through?: string;
}

/** A value that changes. */
export interface ValueChange {
  /** `scaling_config[0].max_size`; elements that have a name stand by it. */
  readonly path: string;
  /** Absent: there was none. */
  readonly before?: unknown;
  /** Absent: there is none any more, or it is decided later. */
  readonly after?: unknown;
  /** Known only once the change is made. */
  readonly decidedLater?: boolean;
  /** Both values are masked. */
  readonly secret?: boolean;
  /** It forces a new object. */
  readonly forces?: boolean;
}

/** A line of a blueprint. */
export interface Place {
  /** Which side the line stands in: of what is destroyed, the base. */
  readonly side: 'base' | 'head';
  readonly file: string;
  /** Counts from 1. */
  readonly line: number;
  readonly column: number;
  /** The column after the last. */
  readonly endColumn: number;
  readonly path: string[];
}

export interface Dependents {
  /** Blocks, without instances. */
  readonly count: number;
  /** Some of them, those that read it directly first. */
  readonly nearest: ResourceName[];
  readonly stacks: string[];
  /** Blocks by type. */
  readonly types: { readonly [type: string]: number };
}

export interface Stateful {
  /** `file system`, `node pool`, `rack` … */
  readonly kind: string;
  /** What is gone with it. */
  readonly loses: string;
}

/** Changes that one line can tell. */
export interface ChangeGroup {
  readonly action: Action;
  /** One, or several where only tags change, and alike. */
  readonly types: string[];
  /** Places in `changes`. */
  readonly members: number[];
  /** What all members change alike. */
  readonly values: ValueChange[];
  /** Paths that all of them change, to different values. */
  readonly varying: string[];
}

/** One cause, and what is replaced because of it. */
export interface Cascade {
  /** The change that the others follow from. @default - they share a value that changes */
  readonly cause?: ResourceName & { readonly action: Action; readonly forcedBy: string[] };
  /** The value that changes in all of them, such as a region. @default - they follow from one of them */
  readonly value?: ValueChange;
  /** Places in `changes`. */
  readonly followers: number[];
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

/** How a figure changes. Null is unknown, never zero. */
export interface FigureChange {
  /** @default - over all sites */
  readonly site?: string;
  /** `accelerators/h100-sxm`, `it-load` … */
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly delta: number | null;
  /** What it is held against, after the change. */
  readonly limit?: number;
  /** It is past its limit. */
  readonly exceeds?: boolean;
  readonly sources: string[];
  readonly notes: string[];
}

export interface RedundancyChange {
  readonly site: string;
  readonly loadClass: string;
  readonly property: string;
  readonly change: 'won' | 'lost';
  /** `N+1 lost in hall gavle (critical load)`. */
  readonly what: string;
  readonly because?: string;
}

export interface PreflightLine {
  readonly level: 'note' | 'warn' | 'stop';
  readonly site: string;
  readonly subject: string;
  readonly unit: string;
  readonly before: number | null;
  readonly after: number | null;
  readonly maximum?: number;
  readonly what: string;
  readonly sources: string[];
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
