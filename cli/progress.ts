import type { PageStream } from './page';

/** A step of a synthesis, as stacks/ reports it. */
export interface ProgressStep {
  readonly done: number;
  /** @default - nobody knows yet */
  readonly total?: number;
  readonly what: string;
}

/** Shows how far a run is, or nothing. */
export interface Progress {
  step(step: ProgressStep): void;
  end(): void;
}

/**
 * Whether a line that replaces itself can be drawn: both streams are the same person's terminal, and it says how wide it is. Some
 * (a pseudo-terminal nobody sized) say 0, on which drawing would never end.
 */
export function canShowProgress(
  stdout: PageStream,
  stderr: PageStream,
  environment: { readonly [name: string]: string | undefined },
): boolean {
  const terminals = stdout.isTTY === true && stderr.isTTY === true && (stderr.columns ?? 0) > 0;
  return terminals && environment['TERM'] !== 'dumb' && !environment['CI'];
}

const SHOW_CURSOR = '\x1b[?25h';
const SILENT: Progress = { step: () => undefined, end: () => undefined };

/**
 * One line on stderr that replaces itself, where a person watches: not in a pipe, not with --json.
 * Synthesis is synchronous, so a timer would never turn the spinner: every step draws one frame.
 */
export function startProgress(visible: boolean): Progress {
  if (!visible) return SILENT;
  const { createSpinner } = require('nanospinner') as typeof import('nanospinner');
  const spinner = createSpinner('', { stream: process.stderr });
  return {
    step: ({ done, total, what }) => {
      spinner.update({ text: `${total === undefined ? done : `${done}/${total}`} ${what}` });
      spinner.spin();
      // An interrupt ends a synchronous run at once: the cursor must not stay hidden between two steps.
      process.stderr.write(SHOW_CURSOR);
    },
    end: () => {
      spinner.clear();
    },
  };
}
