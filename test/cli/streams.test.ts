import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, scratch, WATTFORM, wattform } from './wattform';

const folder = scratch();
const SMALL = join(ROOT, 'blueprints', 'small.yaml');
const ESCAPE = '\u001b';

test.each([{}, { FORCE_COLOR: '1' }, { CI: 'true' }, { TERM: 'xterm-256color' }])(
  'a pipe gets no escapes with %j',
  (env) => {
    for (const args of [
      ['synth', SMALL],
      ['explain', SMALL],
      ['catalog', 'accelerators'],
      ['--help'],
      ['validate', 'none.yaml'],
    ]) {
      const { stdout, stderr } = wattform(args, { cwd: folder.path, env });
      expect(stdout + stderr).not.toBe('');
      expect(stdout + stderr).not.toContain(ESCAPE);
    }
  },
);

test('a reader that leaves early ends nothing but its own reading', async () => {
  const child = spawn(process.execPath, [WATTFORM, 'catalog', 'instances', '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stderr = '';
  child.stderr.on('data', (chunk) => {
    stderr += chunk;
  });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('a synth whose reader leaves early is written to its end', async () => {
  const child = spawn(process.execPath, [WATTFORM, 'synth', SMALL], {
    cwd: folder.path,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  child.stdout.destroy();
  const status = await new Promise((resolve) => child.on('close', resolve));
  expect(status).toBe(0);
  expect(existsSync(join(folder.path, 'cdktf.out', 'manifest.json'))).toBe(true);
});

test('--json is whole in a pipe, however long', () => {
  const { stdout } = wattform(['catalog', 'instances', '--json']);
  expect(stdout.length).toBeGreaterThan(65_536);
  expect(() => JSON.parse(stdout)).not.toThrow();
});
