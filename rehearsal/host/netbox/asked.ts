import type { ObjectValue } from '../values';
import type { Problem } from './answers';
import type { Inventory } from './inventory';

/** An object that NetBox is asked to keep. */
export interface Asked {
  readonly type: string;
  readonly object: ObjectValue;
  /** What it takes the place of. @default - nothing, it is new */
  readonly prior?: ObjectValue;
  readonly inventory: Inventory;
}

/** Looks at an object for what NetBox refuses. */
export type Rule = (asked: Asked) => Problem[];
