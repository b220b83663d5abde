import { RunError } from '../../engine';

/** The design cannot be run by the chosen runner: something in the blueprint must change, or another runner be chosen. */
export class PipelineRefusal extends RunError {
  constructor(
    message: string,
    hint: string,
    /** The blueprint's key that decides it. @default - there is no single one */
    readonly key?: string[],
  ) {
    super(message, hint);
  }
}
