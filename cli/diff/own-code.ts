import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import { type Revision, writeTree } from './git';

const DEFAULT_OUTPUT = 'cdktf.out';

/**
 * Writes out a revision and lets the user's command synthesize in it, with the code that it had then. The command is the
 * user's: it runs in their shell and environment, and installs what it needs itself.
 * @returns the folder that it wrote: the path of the revision, or `cdktf.out`
 */
export function synthesizeByOwnCode(
  { name, path = DEFAULT_OUTPUT }: Revision,
  command: string,
  folder: string,
): string {
  writeTree({ name }, folder);
  const { status, error, stderr } = spawnSync(command, {
    cwd: folder,
    shell: true,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (status !== 0) {
    const said = (error?.message ?? stderr).trim().split('\n').slice(-5).join('\n');
    throw new CliFailure(
      ExitCode.REFUSED,
      `the code of ${name} did not synthesize: ${command} ended with ${status ?? 'a signal'}`,
      said,
    );
  }
  const output = join(folder, path);
  if (statSync(output, { throwIfNoEntry: false })?.isDirectory()) return output;
  throw new CliFailure(
    ExitCode.USAGE,
    `the code of ${name} wrote no folder ${path}`,
    `name the folder that it writes: ${name}:path/to/folder`,
  );
}
