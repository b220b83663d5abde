import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { PipelineEngine, pipelineFor, Runner } from '../../../deploy/pipeline';
import { changesIn, type EngineRun, findEngine, privateEnvironment, runEngine } from '../../../engine';
import { hostProviders } from '../../../rehearsal/host/host';
import type { ProviderSchema } from '../../../rehearsal/host/schema';
import { withEngines } from '../../rehearsal/support';
import { temporaryFolder } from '../../support/synthesized';
import { anyReads, designOf, edgesOf, galleryDesign, OPTIONS, REMOTE, S3 } from './support';
/**
 * Names, types and flags of the provider's own types, version 0.71.0: names and types as in its generated bindings
 * (@cdktf/provider-tfe 12.5.1), what is computed as in its source (internal/provider/resource_tfe_workspace.go and
 * resource_tfe_workspace_settings.go).
 */
import provider from './tfe-provider.json';

const write = (design: Parameters<typeof pipelineFor>[1], options = OPTIONS): string =>
  pipelineFor(Runner.HCP, design, options);

interface Locals {
  readonly stacks: {
    readonly [stack: string]: { readonly workspace: string; readonly directory: string; readonly readers: string[] };
  };
  readonly reads: { readonly [edge: string]: { readonly stack: string; readonly source: string } };
}

const localsOf = (text: string): Locals => JSON.parse(text).locals;

test('every edge of any design is a run trigger, and lets its reader see the state', () => {
  fc.assert(
    fc.property(anyReads(), (reads) => {
      const design = designOf(reads, 'remote');
      const { stacks, reads: triggers } = localsOf(write(design));
      expect(Object.keys(stacks)).toEqual(design.stacks.map(({ name }) => name));
      expect(Object.values(triggers).map(({ stack, source }) => [stack, source])).toEqual(edgesOf(design));
      for (const [stack, source] of edgesOf(design)) expect(stacks[source]?.readers).toContain(stack);
      expect(Object.values(stacks).flatMap(({ readers }) => readers)).toHaveLength(edgesOf(design).length);
    }),
    { numRuns: 100 },
  );
});

test('the workspaces are those that the stacks keep their state in', () => {
  const design = galleryDesign('open-training', { ...REMOTE, prefix: 'acme-ai' });
  const { stacks } = localsOf(write(design));
  for (const { name, state } of design.stacks) {
    expect(stacks[name]?.workspace).toBe(`acme-ai-${name}`);
    expect([state.arguments['workspaces']].flat()).toEqual([{ name: `acme-ai-${name}` }]);
    expect(stacks[name]?.directory).toBe(`cdktf.out/stacks/${name}`);
  }
});

describe('what it refuses', () => {
  const [first, second] = designOf([[], []], 'remote').stacks;
  const elsewhere = (settings: object) => ({
    ...designOf([], 'remote'),
    stacks: [first, { ...second, state: { kind: 'remote', arguments: { ...second.state.arguments, ...settings } } }],
  });

  test.each([
    ['a state that is not there', galleryDesign('open-training', S3), 'the state of gavle is kept by backend s3'],
    ['two organizations', elsewhere({ organization: 'other' }), 'in two organizations, acme and other'],
    [
      'two stacks of one workspace',
      elsewhere({ workspaces: { name: 'made-up-0' } }),
      'both keep their state in the workspace made-up-0',
    ],
    ['many workspaces in one state', elsewhere({ workspaces: { prefix: 'made-' } }), 'does not name one workspace'],
    ['a name of a workspace that is none', elsewhere({ workspaces: { name: 'a b' } }), 'is no name for one'],
    ['a name that is too long', elsewhere({ workspaces: { name: 'w'.repeat(91) } }), 'at most 90'],
    ['an organization that is code', elsewhere({ organization: '${file("/etc/passwd")}' }), 'two organizations'],
    [
      'more sources than a workspace has',
      designOf([...Array(21).fill([]), [...Array(21).keys()]], 'remote'),
      'stack-21 reads from 21 stacks, and a workspace can have 20 sources',
    ],
  ])('%s', (_, design, says) => {
    expect(() => write(design)).toThrow(says);
  });

  test('OpenTofu, which does not run there', () => {
    expect(() => write(designOf([[]], 'remote'), { ...OPTIONS, engine: PipelineEngine.TOFU })).toThrow(
      'Terraform alone',
    );
  });

  test('20 sources are fine', () => {
    const design = designOf([...Array(20).fill([]), [...Array(20).keys()]], 'remote');
    expect(Object.keys(localsOf(write(design)).reads)).toHaveLength(20);
  });
});

withEngines("by the provider's own schema", (engine) => {
  const work = temporaryFolder();

  async function run(home: string, ...words: string[]): Promise<EngineRun> {
    const host = await hostProviders([provider as unknown as ProviderSchema], work);
    try {
      const environment = { ...privateEnvironment(work), TF_REATTACH_PROVIDERS: host.reattach };
      return await runEngine(findEngine(engine), words, home, environment);
    } finally {
      host.close();
    }
  }

  function folderWith(name: string, text: string): string {
    const home = join(work, name);
    mkdirSync(home);
    writeFileSync(join(home, 'main.tf.json'), text);
    return home;
  }

  test.each([
    ['open-training', []],
    ['open-gigawatt', []],
    [
      'open-training',
      ['-var=repository=acme/infrastructure', '-var=github_app_installation_id=ghain-1', '-var=auto_apply=true'],
    ],
  ])('%s goes up, and stays as it is (%j)', async (name, variables) => {
    const design = galleryDesign(name, REMOTE);
    const home = folderWith(`${name}-${variables.length}`, write(design));
    expect(await run(home, 'validate', '-json')).toMatchObject({ code: 0 });
    const apply = await run(home, 'apply', '-json', '-auto-approve', ...variables);
    expect(apply).toMatchObject({ code: 0 });
    expect(await run(home, 'plan', '-json', '-detailed-exitcode', ...variables)).toMatchObject({ code: 0 });

    const state = JSON.parse((await run(home, 'show', '-json')).stdout);
    const resources = state.values.root_module.resources as {
      type: string;
      index: string;
      values: { [name: string]: unknown };
    }[];
    const of = (type: string) => resources.filter((each) => each.type === type);
    const ids = new Map(of('tfe_workspace').map(({ index, values }) => [values['id'], index]));
    expect(ids.size).toBe(design.stacks.length);
    const triggers = of('tfe_run_trigger').map(({ values }) => [
      ids.get(values['workspace_id']),
      ids.get(values['sourceable_id']),
    ]);
    expect(triggers.sort()).toEqual(edgesOf(design).sort());
    const readers = of('tfe_workspace_settings').flatMap(({ index, values }) =>
      (values['remote_state_consumer_ids'] as string[]).map((id) => [ids.get(id), index]),
    );
    expect(readers.sort()).toEqual(edgesOf(design).sort());
  });

  test('an argument that the provider does not have would be noticed', async () => {
    const text = write(designOf([[]], 'remote')).replace('"queue_all_runs"', '"queue_every_run"');
    const validate = await run(folderWith('wrong', text), 'validate', '-json');
    expect(validate.code).not.toBe(0);
    expect(validate.stdout).toContain('queue_every_run');
  });

  test('a design that grows renames nothing', async () => {
    const home = folderWith('grows', write(designOf([[], [0]], 'remote')));
    expect(await run(home, 'apply', '-json', '-auto-approve')).toMatchObject({ code: 0 });
    writeFileSync(join(home, 'main.tf.json'), write(designOf([[], [0], [0, 1]], 'remote')));
    const plan = await run(home, 'plan', '-json');
    expect(
      changesIn(plan.stdout)
        .filter((change) => !change.startsWith('create '))
        .sort(),
    ).toEqual(['update tfe_workspace_settings.stack["stack-0"]', 'update tfe_workspace_settings.stack["stack-1"]']);
  });
});
