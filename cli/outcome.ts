import type { Finding } from '../blueprints/language/finding';
import type { ExitCode } from './exit-code';

/** What a verb has to say. Verbs return it and `main.ts` prints it, so that text and JSON can never disagree. */
export interface Outcome {
  readonly exitCode: ExitCode;
  /** For people, on stdout. Empty: nothing. */
  readonly text: string;
  /** Findings for people, on stderr. @default - none */
  readonly findingsText?: string;
  /** For machines, on stdout, with `--json`. */
  readonly document: OutcomeDocument;
}

/** The document of `--json`. Every verb adds its own keys. */
export interface OutcomeDocument {
  /** Whether the exit code is 0. */
  readonly ok: boolean;
  /** Errors and warnings about the blueprint; empty for verbs that read none. */
  readonly findings: unknown[];
  readonly [key: string]: unknown;
}

/** Options that every verb has. */
export interface CommonOptions {
  readonly json?: boolean;
}

/** Where a verb prints: how wide, and with which emphasis. */
export interface Page {
  /** Columns of the terminal. */
  readonly width: number;
  bold(text: string): string;
  dim(text: string): string;
}

/** Whether any finding refuses the blueprint. */
export function refuses(findings: Finding[]): boolean {
  return findings.some((finding) => finding.severity !== 'warning');
}
