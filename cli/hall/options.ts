import type { CommonOptions } from '../outcome';

/** Options of `power` and `fabric`. */
export interface HallVerbOptions extends CommonOptions {
  /** Site whose hall is meant. @default - all halls */
  readonly site?: string;
  /** File for a diagram; one that is there is replaced. @default - none is drawn */
  readonly svg?: string;
}
