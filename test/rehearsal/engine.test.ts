import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changesIn, type EngineRun, findEngine, privateEnvironment, runEngine } from '../../engine';
import { Cloud } from '../../rehearsal/host/cloud';
import { hostProviders } from '../../rehearsal/host/host';
import type { ProviderSchema } from '../../rehearsal/host/schema';
import { temporaryFolder } from '../support/synthesized';
import { withEngines } from './support';

/** A provider with everything that a schema can say and the shipped ones hardly use. */
const odd: ProviderSchema = {
  provider: 'odd',
  source: 'example/odd',
  version: '1.0.0',
  configuration: {},
  dataSources: {
    odd_place: {
      version: 0,
      attributes: { name: { type: 'string', required: true }, endpoint: { type: 'string', computed: true } },
    },
  },
  resources: {
    odd_thing: {
      version: 3,
      attributes: {
        id: { type: 'string', computed: true },
        serial: { type: 'number', optional: true },
        anything: { type: 'dynamic', optional: true },
        password: { type: 'string', optional: true, sensitive: true },
        parts: { type: ['list', ['object', { names: ['list', 'string'] }]], computed: true },
        disks: {
          optional: true,
          nested: {
            nesting: 'list',
            attributes: { size: { type: 'number', required: true }, path: { type: 'string', computed: true } },
          },
        },
      },
      blocks: {
        port: {
          nesting: 'set',
          max: 3,
          attributes: { number: { type: 'number', required: true }, address: { type: 'string', computed: true } },
        },
        label: { nesting: 'map', attributes: { text: { type: 'string', optional: true } } },
        once: { nesting: 'single', attributes: { at: { type: 'string', computed: true } } },
      },
    },
  },
};

const configuration = {
  terraform: { required_providers: { odd: { source: 'example/odd' } } },
  data: { odd_place: { here: { name: 'here' } } },
  resource: {
    odd_thing: {
      one: {
        serial: 9007199254740991,
        anything: { list: [1, 'two'], url: '${data.odd_place.here.endpoint}' },
        password: 'hunter2',
        disks: [{ size: 1.5 }, { size: 20 }],
        port: [{ number: 443 }, { number: 80 }],
        label: { a: { text: 'x' }, b: {} },
        once: {},
      },
      two: { anything: '${odd_thing.one.parts[0].names[0]}', port: { number: '${length(odd_thing.one.id)}' } },
    },
  },
  output: { path: { value: '${odd_thing.one.disks[1].path}' } },
};

withEngines('what no shipped schema has', (engine) => {
  const work = temporaryFolder();
  const home = join(work, 'stack');
  mkdirSync(home);
  writeFileSync(join(home, 'main.tf.json'), JSON.stringify(configuration, null, 2));

  const cloud = new Cloud();

  async function run(...words: string[]): Promise<EngineRun> {
    const host = await hostProviders([odd], work, { cloud });
    try {
      const environment = { ...privateEnvironment(work), TF_REATTACH_PROVIDERS: host.reattach };
      return await runEngine(findEngine(engine), words, home, environment);
    } finally {
      host.close();
    }
  }

  test('goes up, stays as it is, changes in place, can be imported, and comes down', async () => {
    expect(await run('apply', '-json', '-auto-approve')).toMatchObject({ code: 0 });
    expect(await run('plan', '-json', '-detailed-exitcode')).toMatchObject({ code: 0 });

    const { one } = configuration.resource.odd_thing;
    const changed = {
      ...configuration.resource.odd_thing,
      one: { ...one, serial: 7, disks: [...one.disks, { size: 3 }] },
    };
    writeFileSync(join(home, 'main.tf.json'), JSON.stringify({ ...configuration, resource: { odd_thing: changed } }));
    const plan = await run('plan', '-json', '-detailed-exitcode');
    expect(plan.code).toBe(2);
    expect(changesIn(plan.stdout)).toEqual(['update odd_thing.one']);
    expect(await run('apply', '-json', '-auto-approve')).toMatchObject({ code: 0 });
    expect(await run('plan', '-json', '-detailed-exitcode')).toMatchObject({ code: 0 });

    const [, two] = cloud.objects('odd_thing');
    expect(await run('state', 'rm', 'odd_thing.two')).toMatchObject({ code: 0 });
    const wrong = await run('import', '-no-color', 'odd_thing.two', 'nowhere');
    expect(wrong).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Cannot import non-existent remote object'),
    });
    expect(await run('import', 'odd_thing.two', two!.id)).toMatchObject({ code: 0 });
    expect(await run('plan', '-json', '-detailed-exitcode')).toMatchObject({ code: 0 });

    expect(await run('apply', '-json', '-auto-approve', '-destroy')).toMatchObject({ code: 0 });
    expect(JSON.parse((await run('show', '-json')).stdout).values).toBeUndefined();
    expect(cloud.objects()).toEqual([]);
    expect(cloud.created('odd_thing')).toBe(2);
  });
});
