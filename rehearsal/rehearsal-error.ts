/** A rehearsal that cannot begin: no engine, nothing to rehearse, or something in a stack that would leave the private copy. */
export class RehearsalError extends Error {
  constructor(
    message: string,
    /** The way out. */
    readonly hint?: string,
  ) {
    super(message);
  }
}
