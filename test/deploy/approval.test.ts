import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pageFor } from '../../cli/page';
import { planText } from '../../cli/plan-text';
import { type Deployment, deploy, Interruption, Place, type StackPlan } from '../../deploy';
import { findEngine, runEngine } from '../../engine';
import { withEngines } from '../rehearsal/support';
import { type SlowCloud, seeded, slowCloud } from './slow-cloud';
import { NETWORK, NETWORK_OBJECTS, READER, READER_OBJECTS, workFolder, writeStacks } from './support';

withEngines('plans that are asked about', (engine) => {
  const before = { ...process.env };
  let work: string;
  let slow: SlowCloud;
  let place: Place;

  beforeEach(async () => {
    work = workFolder();
    slow = await slowCloud(work, seeded(4));
    place = new Place(writeStacks(work, { net: { json: NETWORK }, reader: { after: ['net'], json: READER } }), 'trial');
    place.make();
    Object.assign(process.env, slow.environment);
  });
  afterEach(() => {
    process.env = { ...before };
    slow.close();
    rmSync(work, { recursive: true, force: true });
  });

  const asking = (approve: (plans: StackPlan[]) => Promise<boolean>): Promise<Deployment> =>
    deploy(place, { verb: 'deploy', engine, approve, interruption: new Interruption() });

  test('no is no: nothing is applied, and no plan stays', async () => {
    const { ok, stacks } = await asking(async () => false);
    expect(ok).toBe(false);
    expect(stacks.map(({ outcome }) => outcome)).toEqual(['not approved', 'not reached']);
    expect(slow.cloud.created()).toBe(0);
    expect(existsSync(join(place.stack('net'), 'next.tfplan'))).toBe(false);
  });

  test('what is asked is what the engine plans, wave by wave', async () => {
    const asked: string[] = [];
    const { ok } = await asking(async (plans) => {
      asked.push(...plans.map((plan) => planText(plan, pageFor({}, {}))));
      return true;
    });
    expect(ok).toBe(true);
    expect(asked).toHaveLength(2);
    expect(asked[0]).toMatch(/^net: 11 to create\n {2}create {3}1×aws_cloudwatch_log_group, 1×aws_iam_role/);
    expect(asked[1]).toMatch(/^reader: 3 to create\n {2}create {3}aws_/);
    expect(slow.cloud.created()).toBe(NETWORK_OBJECTS + READER_OBJECTS);
  });

  test('a plan that grew stale is made anew and asked about again, never replaced by another', async () => {
    const home = join(work, 'out', 'stacks', 'net');
    const asked: StackPlan[][] = [];
    const { ok } = await asking(async (plans) => {
      asked.push(plans);
      if (asked.length === 1) {
        const words = ['apply', '-auto-approve', '-target=aws_iam_role.main'];
        expect((await runEngine(findEngine(engine), words, home, process.env)).code).toBe(0);
      }
      return true;
    });
    expect(ok).toBe(true);
    expect(asked.map(([plan]) => `${plan?.stack} ${plan?.changes.length}`)).toEqual(['net 11', 'net 10', 'reader 3']);
    expect(slow.cloud.created()).toBe(NETWORK_OBJECTS + READER_OBJECTS);
  });
});
