import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { acquireLock, Interruption } from '../../deploy';
import { isRunning, markOf } from '../../engine';

const file = (): string => join(mkdtempSync(join(tmpdir(), 'wf-')), 'lock.json');

describe('the lock of a design', () => {
  test('is held by one, who is named, and leaves nothing', () => {
    const lock = file();
    const release = acquireLock(lock, 'deploy');
    expect(() => acquireLock(lock, 'destroy')).toThrow(
      `another deploy of this design is running: process ${process.pid}`,
    );
    release();
    acquireLock(lock, 'destroy')();
    expect(readdirSync(join(lock, '..'))).toEqual([]);
  });

  test('of a holder that is dead is free, also when its number was given to another process', () => {
    const lock = file();
    const { pid } = spawnSync('true');
    for (const holder of [{ pid }, { pid: process.pid, started: 'long ago' }]) {
      writeFileSync(lock, JSON.stringify({ host: hostname(), user: 'u', verb: 'deploy', since: 'then', ...holder }));
      acquireLock(lock, 'deploy')();
    }
    writeFileSync(lock, '{"pid":');
    acquireLock(lock, 'deploy')();
  });

  test('of another machine is not ours to judge', () => {
    const lock = file();
    writeFileSync(lock, JSON.stringify({ pid: 1, host: 'elsewhere', user: 'u', verb: 'deploy', since: 'then' }));
    expect(() => acquireLock(lock, 'deploy')).toThrow('process 1 on elsewhere');
  });
});

test('a process is told from a later one with its number', () => {
  const mark = markOf(process.pid);
  expect(isRunning(mark)).toBe(true);
  expect(isRunning({ ...mark, started: '1' })).toBe(false);
  expect(isRunning({ ...mark, host: 'elsewhere' })).toBe(false);
  expect(isRunning({ ...mark, pid: 2 ** 22 - 1 })).toBe(false);
});

test('engines are interrupted once for a signal that comes twice, and again for a second one', async () => {
  const sent: [number, string][] = [];
  const kill = jest.spyOn(process, 'kill').mockImplementation((pid, signal) => {
    sent.push([pid, String(signal)]);
    return true;
  });
  const interruption = new Interruption();
  let end: () => void = () => undefined;
  const running = interruption.passTo(7, new Promise<void>((resolve) => (end = resolve)));
  interruption.raise('SIGTERM', 10_000);
  interruption.raise('SIGINT', 10_200);
  expect(sent).toEqual([[7, 'SIGINT']]);
  interruption.raise('SIGINT', 12_000);
  expect(sent).toHaveLength(2);
  expect(interruption.signal).toBe('SIGTERM');
  end();
  await running;
  interruption.raise('SIGINT', 20_000);
  expect(sent).toHaveLength(2);
  kill.mockRestore();
});
