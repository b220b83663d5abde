import { CommanderError } from 'commander';
import { inert } from '../blueprints/language/show';
import { ExitCode } from './exit-code';
import { asFailure, CliFailure } from './failure';
import type { Outcome } from './outcome';
import { pageFor } from './page';
import { buildProgram } from './program';
import { paragraph } from './text';

const { version } = require('../package.json') as { readonly version: string };

/** Runs the command line. Never throws; the exit code is in `process.exitCode`, so that pipes are flushed before the end. */
export function main(args: string[]): void {
  endQuietlyWhenNobodyReads();
  const json = args.includes('--json');
  const program = buildProgram(version, (options, verb) => {
    const finish = (outcome: Outcome): void => {
      print(outcome, options.json === true);
      process.exitCode = outcome.exitCode;
    };
    const outcome = verb(pageFor(process.stdout, process.env));
    if (outcome instanceof Promise) {
      outcome.then(finish).catch((error: unknown) => end(asFailure(error), json, error));
    } else {
      finish(outcome);
    }
  });
  try {
    program.parse(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return;
    end(error instanceof CommanderError ? usageFailure(error) : asFailure(error), json, error);
  }
}

function print(outcome: Outcome, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(outcome.document, null, 2)}\n`);
    return;
  }
  if (outcome.findingsText) process.stderr.write(withNewline(outcome.findingsText));
  if (outcome.text) process.stdout.write(withNewline(outcome.text));
}

function end(failure: CliFailure, json: boolean, cause: unknown): void {
  process.exitCode = failure.exitCode;
  if (json) {
    const error = { exitCode: failure.exitCode, message: failure.message, hint: failure.hint };
    process.stdout.write(`${JSON.stringify({ ok: false, findings: [], error }, null, 2)}\n`);
  } else if (failure.message !== '') {
    const { width } = pageFor(process.stderr, process.env);
    const hint = failure.hint === undefined ? '' : `\n${paragraph(failure.hint, width, '  ')}`;
    process.stderr.write(`wattform: ${inert(failure.message.trimEnd())}${hint}\n`);
  }
  if (process.env['WATTFORM_DEBUG'] === '1' && failure.exitCode === ExitCode.INTERNAL) {
    process.stderr.write(`${cause instanceof Error ? cause.stack : String(cause)}\n`);
  }
}

/** commander's own words, in the style of ours. Its help has been printed already when it has nothing to say. */
function usageFailure(error: CommanderError): CliFailure {
  if (error.code === 'commander.help') return new CliFailure(ExitCode.USAGE, '');
  const [what = '', ...more] = error.message.replace(/^error: /, '').split('\n');
  const suggestion = /^\(Did you mean (.+)\?\)$/.exec(more.join(' ').trim())?.[1];
  return new CliFailure(
    ExitCode.USAGE,
    what.replace(/\.$/, ''),
    suggestion === undefined
      ? 'wattform --help lists the verbs, and wattform <verb> --help its options'
      : `did you mean ${suggestion}?`,
  );
}

/**
 * `wattform … | head` closes the pipe early, and so does a terminal that is closed. That is the reader's right and no error; the
 * work itself goes on to its end.
 */
function endQuietlyWhenNobodyReads(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'EIO') end(asFailure(error), false, error);
    });
  }
}

function withNewline(text: string): string {
  return text.endsWith('\n') ? text : `${text}\n`;
}

for (const event of ['uncaughtException', 'unhandledRejection']) {
  process.on(event, (error: unknown) => {
    end(asFailure(error), process.argv.includes('--json'), error);
  });
}
main(process.argv.slice(2));
