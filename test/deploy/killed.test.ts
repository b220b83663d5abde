import { join } from 'node:path';
import { findEngine, runEngine } from '../../engine';
import { withEngines } from '../rehearsal/support';
import { recover } from './recovery';
import { pause, seeded } from './slow-cloud';
import { cloudIds, enginePids, NETWORK_OBJECTS, start, type Trial, trial } from './support';

/** Of each change, at most; twice, once before and once after the object is there. */
const LATENCY_MS = 120;
/** Trials side by side: most of their time they wait. */
const LANES = 4;

interface Way {
  readonly name: string;
  readonly points: number;
  readonly remote: boolean;
  readonly victims: (wattform: number, work: string) => number[];
}

const alone = (wattform: number): number[] => [wattform];
const both = (wattform: number, work: string): number[] => [wattform, ...enginePids(work).map((pid) => -pid)];

const WAYS: Way[] = [
  // The engine lives on, ends its apply, and the next deploy waits for it.
  { name: 'wattform alone', points: 6, remote: false, victims: alone },
  { name: 'wattform and its engine', points: 10, remote: false, victims: both },
  // Here the state has heard of nothing, and stays locked.
  { name: 'wattform and its engine, with a remote state', points: 10, remote: true, victims: both },
];

withEngines('a deploy that is killed', (engine) => {
  test.each(WAYS)('$name, at $points points: nothing is lost and nothing built twice', async (way) => {
    const waiting = points(way.points);
    const found: string[] = [];
    const lane = async (): Promise<void> => {
      for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
        const wrong = await killAt(point, way).catch((error: Error) => [error.message]);
        found.push(...wrong.map((each) => `after ${point} ms: ${each}`));
      }
    };
    await Promise.all(Array.from({ length: LANES }, lane));
    expect(found).toEqual([]);
  });

  test('destroyed instead of taken up again, it leaves nothing behind that no state knows', async () => {
    const stage = await trial(seeded(5), LATENCY_MS, true);
    try {
      const { child, ended } = start(stage.slow, stage.work, ['deploy', 'out', '--engine', engine, '--auto-approve']);
      while (stage.slow.cloud.created() < 6) await pause(5);
      for (const pid of both(child.pid!, stage.work)) kill(pid);
      await ended;
      await stage.slow.quiet();
      expect(stage.held()).toEqual([]);
      await recover(stage, 'destroy');
      expect(cloudIds(stage.slow)).toEqual([]);
      expect(stage.held()).toEqual([]);
      expect(stage.slow.cloud.created()).toBeLessThanOrEqual(NETWORK_OBJECTS);
    } finally {
      stage.close();
    }
  });

  async function killAt(milliseconds: number, { remote, victims }: Way): Promise<string[]> {
    const stage = await trial(seeded(milliseconds), LATENCY_MS, remote);
    try {
      const { child, ended } = start(stage.slow, stage.work, ['deploy', 'out', '--engine', engine, '--auto-approve']);
      await pause(milliseconds);
      for (const pid of victims(child.pid!, stage.work)) kill(pid);
      await ended;
      await stage.slow.quiet();
      await recover(stage);
      return await wrongIn(stage);
    } finally {
      stage.close();
    }
  }

  async function wrongIn({ work, slow, held }: Trial): Promise<string[]> {
    const home = join(work, 'out', 'stacks', 'net');
    const environment = { ...process.env, ...slow.environment };
    const plan = await runEngine(findEngine(engine), ['plan', '-no-color', '-detailed-exitcode'], home, environment);
    const standing = cloudIds(slow);
    return [
      ...(plan.code === 0 ? [] : [`the plan is not empty: ${plan.stdout}${plan.stderr}`]),
      ...(held().join() === standing.join() ? [] : [`the state holds ${held().join()}, the cloud ${standing.join()}`]),
      ...(standing.length === NETWORK_OBJECTS ? [] : [`${standing.length} objects stand`]),
      ...(slow.cloud.created() === NETWORK_OBJECTS ? [] : [`${slow.cloud.created()} were created`]),
    ];
  }
});

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended before.
  }
}

/** Most of them while objects are being created. */
function points(count: number): number[] {
  const random = seeded(count);
  return Array.from({ length: count }, () => Math.round(400 + random() * 2600));
}
