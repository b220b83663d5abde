/** A run of the engine that cannot begin or go on: no engine, nothing to run, or something that it must not be run with. */
export class RunError extends Error {
  constructor(
    message: string,
    /** The way out. */
    readonly hint?: string,
  ) {
    super(message);
  }
}
