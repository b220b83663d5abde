import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { TargetRegistry } from '../../constructs/targets/registry';
import { withEngines } from '../rehearsal/support';
import { partnerTarget } from '../support/partner-target';
import { documentOf, synthesized } from '../support/synthesized';

const registry = TargetRegistry.builtIn().with('partner', partnerTarget);
const blueprint = `
wattform: 1
name: shared
sites:
  lisbon: { target: partner, region: eu-lisbon-1, power: { allotment: 300 kW } }
clusters:
  research: { site: lisbon, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 200 } }
`;

function failure(work: () => string): string {
  try {
    work();
  } catch (error) {
    return String((error as { stderr?: string }).stderr).replace(/\s*│\s*/g, ' ');
  }
  throw new Error('the engine accepted what it should refuse');
}

/** The real engine over a target made of what the engine has built in: no provider, no network, no credentials. */
withEngines('the engine', (engine) => {
  function run(folder: string, ...words: string[]): string {
    const env = { PATH: process.env.PATH, HOME: folder, CHECKPOINT_DISABLE: '1', TF_IN_AUTOMATION: '1' };
    return execFileSync(engine, [...words, '-no-color'], { cwd: folder, env, encoding: 'utf8', stdio: 'pipe' });
  }

  const hostile = '${file("/etc/hostname")} %{ if true }x%{ endif } "quoted" \\ $${a} %%{b} é 🦉';
  const { folder } = synthesized({ ...documentOf(blueprint, registry), owner: hostile }, registry);
  const site = path.join(folder, 'stacks/lisbon');
  const cluster = path.join(folder, 'stacks/lisbon-research');

  beforeAll(() => {
    run(site, 'init');
    run(site, 'apply', '-auto-approve');
    run(cluster, 'init');
  });

  test('reads every string of the blueprint as it was written', () => {
    const state = JSON.parse(run(site, 'show', '-json'));
    const resources = state.values.root_module.resources as {
      name: string;
      values: { input: { tags?: { owner: string } } };
    }[];
    expect(resources.find((each) => each.name === 'lisbon_keys')?.values.input.tags?.owner).toBe(hostile);
  });

  test('keeps its state outside the folder that each synth replaces', () => {
    expect(fs.existsSync(path.join(path.dirname(folder), 'terraform.lisbon.tfstate'))).toBe(true);
  });

  test('plans the cluster from the state of its site', () => {
    expect(run(cluster, 'plan')).toContain('Plan: ');
  });

  test('fails a plan whose pool could scale past the power of the site, naming both numbers', () => {
    const file = path.join(cluster, 'cdk.tf.json');
    const json = JSON.parse(fs.readFileSync(file, 'utf8'));
    json.resource.terraform_data['research_pool_workers_nodes'].for_each['1'] = 1000;
    fs.writeFileSync(file, JSON.stringify(json));
    const said = failure(() => run(cluster, 'plan'));
    expect(said).toContain('Resource precondition failed');
    expect(said).toMatch(/could scale to 10353 kW, past this cluster's\s+300 kW/);
  });
});
