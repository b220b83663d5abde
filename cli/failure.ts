import { ExitCode } from './exit-code';

/** Ends a run for a reason that is not in the blueprint: the command line, or the disk. */
export class CliFailure extends Error {
  constructor(
    readonly exitCode: ExitCode,
    message: string,
    /** The way out. */
    readonly hint?: string,
  ) {
    super(message);
  }
}

/** Node's own errors of the file system carry the call that failed; nothing else does. */
export function isSystemError(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && typeof (error as NodeJS.ErrnoException).syscall === 'string';
}

/** What any thrown value means for the user. */
export function asFailure(error: unknown): CliFailure {
  if (error instanceof CliFailure) return error;
  if (isSystemError(error)) {
    const where = error.path === undefined ? '' : ` ${error.path}`;
    return new CliFailure(ExitCode.OUTPUT, `cannot ${error.syscall}${where}: ${reason(error)}`);
  }
  const message = error instanceof Error ? error.message : String(error);
  return new CliFailure(
    ExitCode.INTERNAL,
    `internal error: ${message.split('\n', 1)[0]}`,
    'please report it with the blueprint; WATTFORM_DEBUG=1 shows where it happened',
  );
}

const REASONS: { readonly [code: string]: string } = {
  EACCES: 'permission denied',
  EEXIST: 'it exists already',
  EISDIR: 'it is a folder',
  ENOENT: 'it does not exist',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a folder',
  EPERM: 'the system does not permit it',
  EROFS: 'the file system is read-only',
};

function reason(error: NodeJS.ErrnoException): string {
  const code = error.code ?? '';
  return REASONS[code] === undefined ? code : `${REASONS[code]} (${code})`;
}
