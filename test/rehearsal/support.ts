import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Engines on this machine. */
export const ENGINES = ['terraform', 'tofu'].filter((name) => spawnSync(name, ['version']).status === 0);

/** Runs a suite with every engine that is here. Without one it is skipped on a person's machine, and fails in CI. */
export function withEngines(title: string, suite: (engine: string) => void): void {
  if (ENGINES.length > 0) {
    describe.each(ENGINES)(`${title} (%s)`, suite);
  } else if (process.env['CI']) {
    test(title, () => {
      throw new Error('CI rehearses with a real engine: put terraform or tofu on the PATH');
    });
  } else {
    test.skip(`${title}: skipped, neither terraform nor tofu is on the PATH`, () => undefined);
  }
}

/** Every file below a folder, with the fingerprint of its bytes. */
export function snapshot(folder: string): { readonly [path: string]: string } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(join(folder, file)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((file) => [
      file,
      createHash('sha256')
        .update(readFileSync(join(folder, file)))
        .digest('hex'),
    ]),
  );
}
