/**
 * What a rule has to say about a blueprint. Rules return findings and never print; `cli/` renders them,
 * with the line and the caret that `path` leads to.
 */

/** The way from the root of a blueprint to one value: `['clusters', 'frontier', 'zones', '0']`; indexes are written as strings. */
export type Path = string[];

/** What a finding does to the run. */
export enum Severity {
  /** Refuses the blueprint. */
  ERROR = 'error',
  /** Is said, and the run goes on. */
  WARNING = 'warning',
}

/** Where the caret stands. */
export enum Caret {
  VALUE = 'value',
  KEY = 'key',
}

/** A stretch of a blueprint's text. */
export interface Span {
  /** First character, counted from 0 in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
}

/** One finding: what is wrong, where, and the way out. */
export interface Finding {
  /** Stable code, `WF` and three digits; docs/errors.md explains each one. */
  readonly code: string;
  /** @default Severity.ERROR */
  readonly severity?: Severity;
  /** Where in the blueprint. An empty path is the whole document. */
  readonly path: Path;
  /** Where the caret stands. @default Caret.VALUE */
  readonly at?: Caret;
  /** Where in the text, when no path leads there (a syntax error, the second of two equal keys). Only the loader sets it. */
  readonly span?: Span;
  /** What is wrong, with the value that was got; lower case, no full stop. */
  readonly message: string;
  /** What would have been accepted, when it can be said. */
  readonly expected?: string;
  /** The way out: a suggestion ("did you mean …") or the step to take. */
  readonly hint?: string;
}
