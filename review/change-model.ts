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
