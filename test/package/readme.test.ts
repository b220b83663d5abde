import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './packed';

const README = readFileSync(join(ROOT, 'README.md'), 'utf8');
const CI = readFileSync(join(ROOT, '.ci', 'run'), 'utf8').split('\n');

/** Commands of the README's first shell block, without their comments. */
function promisedCommands(): string[] {
  const block = /```sh\n([\s\S]*?)```/.exec(README)?.[1] ?? '';
  return block
    .split('\n')
    .flatMap((line) => line.replace(/#.*/, '').split('&&'))
    .map((command) => command.trim())
    .filter(Boolean);
}

test('the README promises the two commands', () => {
  expect(promisedCommands()).toEqual(['npm ci', 'npm run synth', 'npm test']);
});

test.each(promisedCommands())('CI runs the README\'s "%s"', (command) => {
  expect(CI.some((line) => line === command || line.startsWith(`${command} -- `))).toBe(true);
});

test('every file that the README links to is there', () => {
  const links = [...README.matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = '']) => link);
  expect(links.length).toBeGreaterThan(5);
  expect(links.filter((link) => !existsSync(join(ROOT, link)))).toEqual([]);
});

test('CI is a script that can be started', () => {
  expect(statSync(join(ROOT, '.ci', 'run')).mode & 0o111).not.toBe(0);
  execFileSync('bash', ['-n', join(ROOT, '.ci', 'run')]);
});

describe('the count at the end of a CI run', () => {
  const lastLine = (status: number, results: object[]): { readonly line: string; readonly status: number | null } => {
    const folder = mkdtempSync(join(tmpdir(), 'wattform-results-'));
    results.forEach((result, index) => {
      writeFileSync(join(folder, `${index}.json`), JSON.stringify(result));
    });
    const ended = spawnSync(process.execPath, [join(ROOT, 'tools', 'sum-results.mjs'), String(status), folder], {
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true, force: true });
    return { line: ended.stdout, status: ended.status };
  };
  const result = (passed: number, failed: number, pending = 0, broken = 0): object => ({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: pending,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: broken,
  });

  test('sums both runs', () => {
    expect(lastLine(0, [result(3, 0), result(2, 0, 1)])).toEqual({
      line: '5 passed, 0 failed, 1 skipped\n',
      status: 0,
    });
  });

  test('fails for a failed test and for a suite that does not load', () => {
    expect(lastLine(1, [result(3, 1)])).toEqual({ line: '3 passed, 1 failed\n', status: 1 });
    expect(lastLine(1, [result(3, 0, 0, 2)])).toEqual({ line: '3 passed, 2 failed\n', status: 1 });
  });

  test('is never green when something broke before or outside the tests', () => {
    expect(lastLine(1, [])).toEqual({ line: '0 passed, 1 failed\n', status: 1 });
    expect(lastLine(0, [])).toEqual({ line: '0 passed, 1 failed\n', status: 1 });
    expect(lastLine(2, [result(9, 0)])).toEqual({ line: '9 passed, 1 failed\n', status: 1 });
  });
});
