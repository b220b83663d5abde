/** What the process reports to whoever started it. docs/cli.md documents the same table. */
export enum ExitCode {
  OK = 0,
  /** The blueprint has errors, and nothing was written; or a step of a rehearsal or a stack of a deploy failed or was refused. */
  REFUSED = 1,
  /** The command itself was wrong: an unknown verb or option, a missing argument. */
  USAGE = 2,
  /** A file or folder could not be written. */
  OUTPUT = 3,
  /** A change would lose what holds state or capacity, and nobody has named it. */
  GUARDED = 4,
  /** A design breaks a rule of the policy that nobody has suppressed, or nothing could be checked. */
  POLICY = 5,
  /** A fault of wattform itself (EX_SOFTWARE of sysexits.h). */
  INTERNAL = 70,
  /** The terminal was closed (128 and the number of SIGHUP, as shells count). */
  HUNG_UP = 129,
  /** Ended by an interrupt (SIGINT). */
  INTERRUPTED = 130,
  /** Asked to end (SIGTERM). */
  TERMINATED = 143,
}

/** The table below every `--help`. */
export const EXIT_CODE_HELP = [
  'Exit codes:',
  '  0   done',
  '  1   the blueprint has errors and nothing was written, or its rehearsal or deploy did not succeed',
  '  2   the command was wrong: unknown verb or option, missing argument',
  '  3   the output could not be written',
  '  4   diff: a change would lose what holds state or capacity, and nobody has allowed it by name',
  '  5   policy: a rule is broken and nobody has accepted it, a suppression has expired, or nothing was checked',
  '  70  a fault of wattform itself; WATTFORM_DEBUG=1 shows where',
  '  130 interrupted by Ctrl-C, once everything under way had ended; 143 by SIGTERM, 129 by SIGHUP',
].join('\n');
