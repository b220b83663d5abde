import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';

/** A place in the history of a repository. */
export interface Revision {
  /** As the user wrote it: `main`, `v1.2`, `HEAD~3`. */
  readonly name: string;
  /** From the root of the repository, with `/`. @default - the user named none */
  readonly path?: string;
}

/** `rev` or `rev:path`. A path that begins with `./` counts from the folder of the user, as git counts it. */
export function revisionIn(words: string): Revision {
  const at = words.indexOf(':');
  return at < 0 ? { name: words } : { name: words.slice(0, at), path: words.slice(at + 1) };
}

/** Whether git knows a revision of this name here. */
export function isRevision(name: string): boolean {
  return (
    name !== '' && !name.startsWith('-') && run(['rev-parse', '--verify', '--quiet', `${name}^{commit}`]) !== undefined
  );
}

/** What a path is in a revision. */
export function kindAt({ name, path = '' }: Revision): 'blob' | 'tree' | undefined {
  const kind = run(['cat-file', '-t', `${name}:${path}`])
    ?.toString()
    .trim();
  return kind === 'blob' || kind === 'tree' ? kind : undefined;
}

/** The bytes of a file in a revision, without filters of any kind. */
export function fileAt({ name, path = '' }: Revision): Buffer {
  const bytes = run(['cat-file', 'blob', `${name}:${path}`]);
  if (bytes === undefined) throw new CliFailure(ExitCode.USAGE, `git cannot read ${path} of ${name}`);
  return bytes;
}

/** Writes a folder of a revision to a new folder. The index and the working tree of the repository are not touched. */
export function writeTree({ name, path = '' }: Revision, folder: string): void {
  mkdirSync(folder, { recursive: true });
  const environment = { ...process.env, GIT_INDEX_FILE: join(folder, '..', `index-${Date.now()}`) };
  const prefix = `--prefix=${folder}${sep}`;
  // From the root: elsewhere git would write out only what lies below.
  const root = run(['rev-parse', '--show-toplevel'])?.toString().trim() ?? '.';
  const read = run(['read-tree', path === '' ? name : `${name}:${path}`], environment);
  if (read === undefined || run(['-C', root, 'checkout-index', '--all', prefix], environment) === undefined) {
    throw new CliFailure(ExitCode.USAGE, `git cannot write out ${path || 'the tree'} of ${name}`);
  }
}

/** The path of a file from the root of the repository that it stands in. Undefined outside of one. */
export function pathInRepository(file: string): string | undefined {
  const root = run(['-C', dirname(resolve(file)), 'rev-parse', '--show-toplevel'])
    ?.toString()
    .trim();
  return root === undefined ? undefined : relative(root, resolve(file)).split(sep).join('/');
}

/** Undefined when git says no, or is not there. */
function run(words: string[], environment: NodeJS.ProcessEnv = process.env): Buffer | undefined {
  try {
    return execFileSync('git', words, {
      env: environment,
      stdio: ['ignore', 'pipe', 'ignore'],
      maxBuffer: 256 * 1024 * 1024,
    });
  } catch {
    return undefined;
  }
}
