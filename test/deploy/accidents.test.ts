import { copyFileSync, existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withEngines } from '../rehearsal/support';
import { type SlowCloud, seeded, slowCloud } from './slow-cloud';
import {
  ALONE,
  cloudIds,
  deploymentIn,
  type Ended,
  NETWORK,
  NETWORK_OBJECTS,
  READER,
  READER_OBJECTS,
  start,
  stateIds,
  workFolder,
  writeStacks,
} from './support';

withEngines('accidents of states', (engine) => {
  let work: string;
  let slow: SlowCloud;
  let state: string;

  beforeEach(async () => {
    work = workFolder();
    slow = await slowCloud(work, seeded(1));
    writeStacks(work, { net: { json: NETWORK } });
    state = join(work, 'terraform.net.tfstate');
  });
  afterEach(() => {
    slow.close();
    rmSync(work, { recursive: true, force: true });
  });

  const run = (verb: string, ...words: string[]): Promise<Ended> =>
    start(slow, work, [verb, 'out', '--engine', engine, '--auto-approve', '--json', ...words]).ended;

  async function deployed(): Promise<void> {
    expect((await run('deploy')).code).toBe(0);
    expect(stateIds(work, 'net')).toEqual(cloudIds(slow));
  }

  async function refused(message: RegExp, verb = 'deploy'): Promise<string> {
    const ended = await run(verb);
    const { refusals, stacks } = deploymentIn(ended);
    const [fault] = [...refusals, ...stacks.flatMap(({ faults }) => faults)];
    expect(fault?.summary).toMatch(message);
    expect(ended).toMatchObject({ code: 1, stderr: '' });
    expect(slow.cloud.created()).toBe(NETWORK_OBJECTS);
    expect(cloudIds(slow)).toHaveLength(NETWORK_OBJECTS);
    return fault!.hint ?? '';
  }

  async function recovered(): Promise<void> {
    const ended = await run('deploy', '--recover');
    expect(`${ended.code} ${ended.code === 0 ? '' : ended.stdout}`).toBe('0 ');
    expect(slow.cloud.created()).toBe(NETWORK_OBJECTS);
    expect(stateIds(work, 'net')).toEqual(cloudIds(slow));
    const again = deploymentIn(await run('deploy'));
    expect(again.stacks.map(({ outcome }) => outcome)).toEqual(['unchanged']);
  }

  test('an empty state is refused by deploy and destroy, and everything comes back from the journal', async () => {
    await deployed();
    truncateSync(state, 0);
    const hint = await refused(/is empty; an engine would take that for a stack that was never deployed/);
    expect(hint).toContain('--recover');
    await refused(/is empty/, 'destroy');
    rmSync(state);
    await refused(/it has no state, and its last deploy left 11 objects/);
    await recovered();
  });

  test('a state that was cut off is refused', async () => {
    await deployed();
    const whole = readFileSync(state);
    truncateSync(state, Math.round(whole.length / 2));
    await refused(/is not whole, or is no state/);
    writeFileSync(state, whole);
    expect((await run('deploy')).code).toBe(0);
  });

  test('an older state that was put back is refused, and what it lacks is brought in', async () => {
    const { aws_iam_role: role, ...rest } = NETWORK['resource'] as { [type: string]: object };
    writeStacks(work, { net: { json: { ...NETWORK, resource: rest } } });
    expect((await run('deploy')).code).toBe(0);
    copyFileSync(state, `${state}.old`);
    writeStacks(work, { net: { json: { ...NETWORK, resource: { ...rest, aws_iam_role: role } } } });
    await deployed();
    copyFileSync(`${state}.old`, state);
    await refused(/its state is older \(serial \d+, 10 objects\)/);
    await recovered();
  });

  test('another state in its place is refused', async () => {
    await deployed();
    const other = JSON.parse(readFileSync(state, 'utf8'));
    writeFileSync(state, JSON.stringify({ ...other, lineage: 'another' }));
    await refused(/its state is another one/);
  });

  test('a state that the engine could not save is to be pushed first', async () => {
    await deployed();
    const errored = join(work, 'out', 'stacks', 'net', 'errored.tfstate');
    copyFileSync(state, errored);
    expect(await refused(/could not save its last state/)).toContain('state push errored.tfstate');
  });
});

withEngines('deploys of several stacks', (engine) => {
  let work: string;
  let slow: SlowCloud;

  beforeEach(async () => {
    work = workFolder();
    slow = await slowCloud(work, seeded(2));
    writeStacks(work, { net: { json: NETWORK }, alone: { json: ALONE }, reader: { after: ['net'], json: READER } });
  });
  afterEach(() => {
    slow.close();
    rmSync(work, { recursive: true, force: true });
  });

  const run = (...words: string[]): Promise<Ended> =>
    start(slow, work, [...words, '--engine', engine, '--auto-approve']).ended;
  const outcomes = (ended: Ended): object =>
    Object.fromEntries(deploymentIn(ended).stacks.map(({ name, outcome }) => [name, outcome]));

  test('one reads what another has built; down again in reverse; nothing secret or half-done stays', async () => {
    const up = await run('deploy', 'out');
    expect(`${up.code} ${up.stderr}`).toBe('0 ');
    expect(up.stdout).toMatch(/^net: aws_vpc.main: Creation complete/m);
    expect(up.stdout).toMatch(/^deployed: 3 stacks with /m);
    expect(slow.cloud.objects()).toHaveLength(NETWORK_OBJECTS + READER_OBJECTS + 1);
    expect(existsSync(join(work, '.wattform/deploy/trial/stacks/net/next.tfplan'))).toBe(false);
    expect(existsSync(join(work, '.wattform/deploy/trial/lock.json'))).toBe(false);
    const down = await run('destroy', 'out', '--json');
    expect(outcomes(down)).toEqual({ net: 'applied', alone: 'applied', reader: 'applied' });
    expect(slow.cloud.objects()).toEqual([]);
    expect(outcomes(await run('destroy', 'out', '--json'))).toEqual({
      net: 'unchanged',
      alone: 'unchanged',
      reader: 'unchanged',
    });
  });

  test('a stack that fails lets those that do not need it go on, and says how to go on', async () => {
    slow.refused.add('aws_placement_group');
    const ended = await run('deploy', 'out', '--json');
    expect(ended.code).toBe(1);
    expect(outcomes(ended)).toEqual({ net: 'failed', alone: 'applied', reader: 'not reached' });
    expect(deploymentIn(ended).stacks.flatMap(({ faults }) => faults)[0]).toMatchObject({
      summary: 'no capacity',
      address: 'aws_placement_group.main',
    });
    expect(JSON.parse(ended.stdout).goOn).toBe(`wattform deploy out --engine ${engine} --auto-approve`);
    slow.refused.clear();
    expect((await run('deploy', 'out')).code).toBe(0);
    expect(slow.cloud.created()).toBe(NETWORK_OBJECTS + READER_OBJECTS + 1);
  });

  test('--plan-only plans what can be planned and applies nothing', async () => {
    const { ended } = start(slow, work, ['deploy', 'out', '--engine', engine, '--plan-only', '--json']);
    const said = await ended;
    expect(said.code).toBe(0);
    expect(outcomes(said)).toEqual({ net: 'planned', alone: 'planned', reader: 'not reached' });
    expect(slow.cloud.created()).toBe(0);
  });

  test('a stack that the design has no longer is named, and stands', async () => {
    expect((await run('deploy', 'out')).code).toBe(0);
    writeStacks(work, { net: { json: NETWORK }, reader: { after: ['net'], json: READER } });
    const { stdout } = await run('deploy', 'out');
    expect(stdout).toMatch(/^left: stack alone stands with 1 object/m);
  });
});
