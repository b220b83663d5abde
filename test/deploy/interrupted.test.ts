import { spawn } from 'node:child_process';
import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wattform } from '../cli/wattform';
import { withEngines } from '../rehearsal/support';
import { pause, type SlowCloud, seeded, slowCloud } from './slow-cloud';
import {
  type Command,
  cloudIds,
  deploymentIn,
  NETWORK,
  NETWORK_OBJECTS,
  READER,
  READER_OBJECTS,
  start,
  stateIds,
  workFolder,
  writeStacks,
} from './support';

withEngines('interrupts of a deploy', (engine) => {
  let work: string;
  let slow: SlowCloud;

  beforeEach(async () => {
    work = workFolder();
    slow = await slowCloud(work, seeded(3));
    slow.latency = 200;
    writeStacks(work, { net: { json: NETWORK }, reader: { after: ['net'], json: READER } });
  });
  afterEach(() => {
    slow.close();
    rmSync(work, { recursive: true, force: true });
  });

  const begin = (...words: string[]): Command =>
    start(slow, work, ['deploy', 'out', '--engine', engine, '--auto-approve', ...words]);

  async function built(objects: number): Promise<void> {
    while (slow.cloud.created() < objects) await pause(10);
  }

  async function goesOn(): Promise<void> {
    expect((await begin().ended).code).toBe(0);
    expect(slow.cloud.created()).toBe(NETWORK_OBJECTS + READER_OBJECTS);
    expect([...stateIds(work, 'net'), ...stateIds(work, 'reader')].sort()).toEqual(cloudIds(slow));
  }

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s lets the engine end what is under way, and begins nothing more', async (signal, code) => {
    const { child, ended } = begin();
    await built(3);
    child.kill(signal);
    // A shell or npx may pass the same one on again.
    child.kill(signal);
    const said = await ended;
    expect(said).toMatchObject({ code, signal: null, stderr: '' });
    expect(said.stdout).toMatch(/^net +interrupted/m);
    expect(said.stdout).toMatch(/^reader +not reached/m);
    expect(said.stdout).toMatch(/^to go on: wattform deploy out/m);
    expect(stateIds(work, 'net')).toEqual(cloudIds(slow));
    await goesOn();
  });

  test('a reader that leaves early ends nothing', async () => {
    const { child, ended } = begin();
    await built(1);
    child.stdout!.destroy();
    child.stderr!.destroy();
    expect((await ended).code).toBe(0);
    expect([...stateIds(work, 'net'), ...stateIds(work, 'reader')].sort()).toEqual(cloudIds(slow));
  });

  test('of two at once one wins, and the other says who', async () => {
    const first = begin();
    await built(1);
    const second = await begin().ended;
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`another deploy of this design is running: process ${first.child.pid} on`);
    expect((await first.ended).code).toBe(0);
    await goesOn();
  });

  test('an engine that lives on is waited for', async () => {
    slow.latency = 900;
    const { child, ended } = begin();
    await built(2);
    child.kill('SIGKILL');
    await ended;
    const next = await begin().ended;
    expect(next.code).toBe(0);
    expect(next.stdout).toMatch(/^net: waits for the apply of an earlier run, process \d+/m);
    await goesOn();
  });

  test('who is at work elsewhere is said in the words of the engine', async () => {
    const home = join(work, 'out', 'stacks', 'net');
    expect((await begin().ended).code).toBe(0);
    slow.latency = 4000;
    const environment = { ...process.env, ...slow.environment };
    const words = ['apply', '-auto-approve', '-replace=aws_placement_group.main'];
    const other = spawn(engine, words, { cwd: home, env: environment, stdio: ['ignore', 'pipe', 'ignore'] });
    await new Promise<void>((begun) =>
      other.stdout.on('data', (text: Buffer) => text.includes('Destroying') && begun()),
    );
    const ended = await begin('--json').ended;
    await new Promise((gone) => other.once('close', gone));
    const [fault] = deploymentIn(ended).stacks[0]!.faults;
    expect(fault?.summary).toBe('Error acquiring the state lock');
    expect(fault?.detail).toMatch(/Who: +\S+@/);
    expect(fault?.hint).toMatch(new RegExp(`${engine} -chdir=\\S+ force-unlock [0-9a-f-]+$`));
  });
});

describe('careless deploys', () => {
  let work: string;
  beforeEach(() => {
    work = workFolder();
    writeStacks(work, { net: { json: NETWORK } });
  });
  afterEach(() => rmSync(work, { recursive: true, force: true }));

  function fakeEngine(version: string): string {
    const file = join(work, 'engine');
    writeFileSync(file, `#!/bin/sh\necho '{"terraform_version":"${version}"}'\n`);
    chmodSync(file, 0o755);
    return file;
  }

  const CARELESS: [string, string[], number, string][] = [
    ['no terminal', ['deploy', 'out'], 2, 'give --auto-approve'],
    ['no terminal to destroy on', ['destroy', 'out'], 2, 'give --auto-approve'],
    ['no such engine', ['deploy', 'out', '--plan-only', '--engine', 'none'], 2, 'there is no engine none on the PATH'],
    ['a program that is none', ['deploy', 'out', '--plan-only', '--engine', 'true'], 2, "is not an engine's"],
    ['not an id', ['deploy', 'out', '--plan-only', '--adopt', 'aws_vpc.main'], 2, 'is not ADDRESS=ID'],
    ['not a number', ['deploy', 'out', '--plan-only', '--parallel', 'many'], 2, 'is not a number of stacks'],
    ['plan-only of a destroy', ['destroy', 'out', '--plan-only'], 2, "unknown option '--plan-only'"],
  ];
  test.each(CARELESS)('%s', (_, words, status, says) => {
    const ended = wattform(words, { cwd: work });
    expect(ended).toMatchObject({ status, stdout: '' });
    expect(ended.stderr.replace(/\s+/g, ' ')).toContain(says);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });

  test('an engine that is too old, with the reason', () => {
    const { status, stderr } = wattform(['deploy', 'out', '--plan-only', '--engine', fakeEngine('1.5.7')], {
      cwd: work,
    });
    expect(status).toBe(2);
    expect(stderr).toMatch(/is version 1\.5\.7, and this deploy needs 1\.6\.0 or newer: objects that a killed deploy/);
  });

  test('a state file beside S3 needs a newer one', () => {
    writeStacks(work, { net: { json: NETWORK, backend: { s3: { use_lockfile: true } } } });
    const { stderr } = wattform(['deploy', 'out', '--plan-only', '--engine', fakeEngine('1.9.8')], { cwd: work });
    expect(stderr).toMatch(/needs 1\.10\.0 or newer: the S3 backend/);
  });

  test('a folder that holds no synthesis, and a workspace', () => {
    const nothing = wattform(['deploy', '.', '--plan-only', '--engine', fakeEngine('1.11.4')], { cwd: work });
    expect(nothing.stderr).toContain('is not the output of a synthesis');
    const env = { TF_WORKSPACE: 'second' };
    const { stderr } = wattform(['deploy', 'out', '--plan-only', '--engine', fakeEngine('1.11.4')], { cwd: work, env });
    expect(stderr).toContain('TF_WORKSPACE is second');
  });
});
