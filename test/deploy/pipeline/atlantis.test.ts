import { existsSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { PipelineEngine, pipelineFor, Runner, readDesign } from '../../../deploy/pipeline';
import { galleryDocument, synthesized } from '../../support/synthesized';
import { type AtlantisProject, complaintsOfAtlantis } from './atlantis-rules';
import { anyReads, designOf, edgesOf, galleryDesign, OPEN_TRAINING_EDGES, OPTIONS, REMOTE, S3 } from './support';

function configOf(
  design: Parameters<typeof pipelineFor>[1],
  options = OPTIONS,
): { readonly projects: AtlantisProject[] } {
  return parse(pipelineFor(Runner.ATLANTIS, design, options));
}

describe.each([
  ['open-training', S3],
  ['open-training', REMOTE],
  ['open-gigawatt', S3],
])('%s with its state in %j', (name, state) => {
  const design = galleryDesign(name, state);

  test('is what Atlantis reads, a project a stack', () => {
    const config = configOf(design);
    expect(complaintsOfAtlantis(config)).toEqual([]);
    expect(config.projects.map((project) => project.name)).toEqual(design.stacks.map((stack) => stack.name));
  });
});

test('what Atlantis would refuse is noticed', () => {
  const config = configOf(designOf([[], [0]]));
  const [project] = config.projects;
  expect(complaintsOfAtlantis({ ...config, paralel_plan: true })).not.toEqual([]);
  expect(complaintsOfAtlantis({ ...config, projects: [{ ...project, dir: '../elsewhere' }] })).not.toEqual([]);
  expect(complaintsOfAtlantis({ ...config, projects: [{ ...project, name: 'a b' }] })).not.toEqual([]);
  expect(complaintsOfAtlantis({ ...config, projects: [project, project] })).toEqual(['two projects are named stack-0']);
});

test('every edge of any design is kept, and its source is in an earlier group', () => {
  fc.assert(
    fc.property(anyReads(), (reads) => {
      const design = designOf(reads);
      const config = configOf(design);
      expect(complaintsOfAtlantis(config)).toEqual([]);
      const projects = new Map(config.projects.map((project) => [project.name, project]));
      for (const [stack, source] of edgesOf(design)) {
        expect(projects.get(stack)?.depends_on).toContain(source);
        expect(projects.get(stack)?.execution_order_group).toBeGreaterThan(projects.get(source)!.execution_order_group);
      }
      for (const { name, dependsOn } of design.stacks) {
        expect(projects.get(name)?.depends_on ?? []).toEqual(dependsOn);
        if (dependsOn.length === 0) expect(projects.get(name)?.execution_order_group).toBe(0);
      }
    }),
    { numRuns: 100 },
  );
});

test('the paths that start a plan are files of the synthesis', () => {
  const { folder } = synthesized({ ...galleryDocument('open-training'), state: S3 });
  const config = configOf(readDesign(folder, 'cdktf.out'));
  for (const { dir, autoplan } of config.projects) {
    const home = path.join(folder, path.relative('cdktf.out', dir));
    const files = autoplan.when_modified.filter((file) => file !== '.terraform.lock.hcl');
    expect(files.filter((file) => !existsSync(path.join(home, file)))).toEqual([]);
  }
  const frontier = config.projects.find(({ name }) => name === 'virginia-frontier');
  expect(frontier?.autoplan.when_modified).toContain('../virginia/cdk.tf.json');
});

test('the edges of open-training, and OpenTofu by its own name', () => {
  const config = configOf(galleryDesign('open-training', S3), { ...OPTIONS, engine: PipelineEngine.TOFU });
  const edges = config.projects.flatMap(({ name, depends_on: sources = [] }) =>
    sources.map((source) => [name, source]),
  );
  expect(edges).toEqual(OPEN_TRAINING_EDGES);
  expect(new Set(config.projects.map((project) => project.terraform_distribution))).toEqual(new Set(['opentofu']));
});

test('a branch is matched as it is written', () => {
  const [{ branch }] = configOf(designOf([[]]), { ...OPTIONS, branch: 'release/1.2' }).projects;
  const matcher = new RegExp(branch.slice(1, -1));
  expect(['release/1.2', 'release/1x2', 'a/release/1.2'].map((each) => matcher.test(each))).toEqual([
    true,
    false,
    false,
  ]);
});
