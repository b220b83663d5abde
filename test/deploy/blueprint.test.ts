import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../cli/wattform';
import { withEngines } from '../rehearsal/support';
import { seeded, slowCloud } from './slow-cloud';
import { cloudIds, deploymentIn, start, stateIds, workFolder } from './support';

withEngines('a blueprint', (engine) => {
  test('is synthesized, deployed, found unchanged, and destroyed', async () => {
    const work = workFolder();
    const slow = await slowCloud(work, seeded(6));
    const run = (verb: string) =>
      start(slow, work, [verb, join(ROOT, 'blueprints', 'small.yaml'), '--engine', engine, '--auto-approve', '--json'])
        .ended;
    const outcomes = async (verb: string): Promise<string[]> => {
      const ended = await run(verb);
      expect(`${ended.code} ${ended.code === 0 ? '' : ended.stdout}`).toBe('0 ');
      return deploymentIn(ended).stacks.map(({ name, outcome }) => `${name} ${outcome}`);
    };
    try {
      expect(await outcomes('deploy')).toEqual(['ohio applied', 'ohio-tuning applied']);
      expect(slow.cloud.objects('aws_eks_cluster')).toHaveLength(1);
      const clouds = cloudIds(slow);
      const states = [...stateIds(work, 'ohio'), ...stateIds(work, 'ohio-tuning')];
      expect(states.filter((each) => !each.startsWith('terraform_data ')).sort()).toEqual(clouds);
      expect(await outcomes('deploy')).toEqual(['ohio unchanged', 'ohio-tuning unchanged']);
      expect(await outcomes('destroy')).toEqual(['ohio applied', 'ohio-tuning applied']);
      expect(slow.cloud.objects()).toEqual([]);
    } finally {
      slow.close();
      rmSync(work, { recursive: true, force: true });
    }
  });
});
