/** A step of a synthesis, as stacks/ reports it. */
export interface ProgressStep {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

/** Shows how far a run is, or nothing. */
export interface Progress {
  step(step: ProgressStep): void;
  end(): void;
}

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
      spinner.update({ text: `${done}/${total} ${what}` });
      spinner.spin();
    },
    end: () => {
      spinner.clear();
      process.stderr.write('\x1b[?25h');
    },
  };
}
