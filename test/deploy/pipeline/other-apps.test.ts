import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { App, CloudBackend, NamedCloudWorkspace, S3Backend, TerraformOutput, TerraformStack } from 'cdktf';
import { parse } from 'yaml';
import { pipelineFor, Runner, readDesign } from '../../../deploy/pipeline';
import { temporaryFolder } from '../../support/synthesized';
import { complaintsOfAtlantis } from './atlantis-rules';
import { complaintsOfGitHub } from './github-parser';
import { OPTIONS } from './support';

/** A program that knows nothing of blueprints: one stack reads from the other. */
function app(state: (stack: TerraformStack) => void): string {
  const outdir = join(temporaryFolder(), 'cdktf.out');
  const program = new App({ outdir });
  const [network, cluster] = ['network', 'Cluster_1'].map((name) => new TerraformStack(program, name));
  for (const stack of [network, cluster]) state(stack);
  new TerraformOutput(network, 'id', { value: 'vpc-1' });
  cluster.addDependency(network);
  program.synth();
  return outdir;
}

test('a program of its own gets a pipeline too, named by its folder', async () => {
  const folder = app((stack) => {
    new S3Backend(stack, { bucket: 'b', key: stack.node.id, region: 'eu-central-1' });
  });
  const design = readDesign(folder, 'cdktf.out');
  expect(design.name).toBe('cdktf-out');
  expect(design.stacks.map(({ name, dependsOn }) => [name, dependsOn])).toEqual([
    ['network', []],
    ['Cluster_1', ['network']],
  ]);
  expect(await complaintsOfGitHub(pipelineFor(Runner.GITHUB, design, OPTIONS))).toEqual([]);
  expect(complaintsOfAtlantis(parse(pipelineFor(Runner.ATLANTIS, design, OPTIONS)))).toEqual([]);
});

test("a state in HCP Terraform's own block is known by its workspace, and runs nowhere else", () => {
  const folder = app((stack) => {
    new CloudBackend(stack, { organization: 'acme', workspaces: new NamedCloudWorkspace(`ai-${stack.node.id}`) });
  });
  const design = readDesign(folder, 'cdktf.out');
  const { stacks } = JSON.parse(pipelineFor(Runner.HCP, design, OPTIONS)).locals;
  expect(stacks['network']).toEqual({
    workspace: 'ai-network',
    directory: 'cdktf.out/stacks/network',
    readers: ['Cluster_1'],
  });
  expect(() => pipelineFor(Runner.GITHUB, design, OPTIONS)).toThrow('hands out no plan to keep');
});

test('a folder without a state of its own is refused, and one that is broken says why', () => {
  expect(() =>
    pipelineFor(
      Runner.ATLANTIS,
      readDesign(
        app(() => undefined),
        'out',
      ),
      OPTIONS,
    ),
  ).toThrow('local backend');
  const broken = temporaryFolder();
  mkdirSync(join(broken, 'stacks'));
  const stack = { dependencies: [], workingDirectory: 'stacks', synthesizedStackPath: 'stacks/cdk.tf.json' };
  writeFileSync(join(broken, 'manifest.json'), JSON.stringify({ stacks: { one: stack } }));
  expect(() => readDesign(broken, 'out')).toThrow('is not the output of a synthesis: stacks/cdk.tf.json');
});
