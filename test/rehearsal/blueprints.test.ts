import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { TargetRegistry } from '../../constructs/targets/registry';
import { Feature } from '../../design/target-profile';
import { type Rehearsal, rehearse } from '../../rehearsal';
import { documentOf, galleryDocument, galleryNames, type Synthesized, synthesized } from '../support/synthesized';
import { withEngines } from './support';

/** Blueprints with more stacks than this are rehearsed in part: as many as it takes to see every type. */
const WHOLE = 12;

/** Leaves the stacks in the folder that it takes to see every type that any of them uses, with those that they depend on. */
function narrowed({ folder, stacks }: Synthesized): string {
  const file = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    stacks: { [name: string]: { dependencies: string[] } };
  };
  if (Object.keys(stacks).length <= WHOLE) return folder;
  const seen = new Set<string>();
  const kept = new Set<string>();
  for (const [name, { resource = {}, data = {} }] of Object.entries(stacks)) {
    const types = [...Object.keys(resource), ...Object.keys(data)];
    if (types.every((type) => seen.has(type))) continue;
    for (const type of types) seen.add(type);
    for (const each of [...manifest.stacks[name]!.dependencies, name]) kept.add(each);
  }
  manifest.stacks = Object.fromEntries(Object.entries(manifest.stacks).filter(([name]) => kept.has(name)));
  writeFileSync(file, JSON.stringify(manifest));
  return folder;
}

const MINUTES_ON_A_BUSY_MACHINE = 7 * 60_000;

function madeOf(yaml: string): Synthesized {
  const made = synthesized(documentOf(yaml));
  expect(made.result.findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  return made;
}

function expectToHold({ faults, ok, stacks }: Rehearsal): void {
  expect(faults).toEqual([]);
  expect(ok).toBe(true);
  expect(stacks.length).toBeGreaterThan(1);
  for (const { steps, created } of stacks) {
    expect(steps.map(({ step }) => step)).toEqual(['validate', 'plan', 'apply', 'plan again', 'destroy']);
    expect(Object.keys(created).length).toBeGreaterThan(0);
  }
}

const GROUNDS: {
  readonly [target: string]: {
    readonly place: string;
    readonly reservation?: string;
    readonly administrator?: string;
  };
} = {
  aws: {
    place: 'region: us-east-1, zone: us-east-1a, account: "210987654321"',
    reservation: 'cr-0123456789abcdef0',
    administrator: 'arn:aws:iam::210987654321:role/operators',
  },
  azure: {
    place: 'region: swedencentral, zone: "1", account: 00000000-0000-0000-0000-000000000001',
    reservation:
      '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Compute/capacityReservationGroups/crg',
    administrator: '00000000-0000-0000-0000-00000000000a',
  },
  netbox: { place: 'region: sweden' },
};

const MODES = [Feature.CAPACITY_ON_DEMAND, Feature.CAPACITY_SPOT, Feature.CAPACITY_RESERVED, Feature.CAPACITY_BLOCK];

const STORES = `    storage:
      scratch: { kind: parallel, capacity: 96 TiB, throughput: 10 GB/s }
      datasets: { kind: object }
`;

const registry = TargetRegistry.builtIn();
const cases = registry.names().flatMap((target) =>
  MODES.filter((mode) => registry.target(target).profile.features.includes(mode)).map((mode) => {
    return { target, mode: mode.replace('capacity:', '') };
  }),
);

withEngines('the engine builds and destroys', (engine) => {
  test.each(galleryNames())(
    '%s.yaml',
    async (name) => {
      expectToHold(await rehearse(narrowed(synthesized(galleryDocument(name))), { engine }));
    },
    MINUTES_ON_A_BUSY_MACHINE,
  );

  test.each(cases)('$mode capacity on $target, with the storage that it has', async ({ target, mode }) => {
    const { place, reservation } = GROUNDS[target]!;
    const { features } = registry.target(target).profile;
    const stores = features.includes(Feature.STORAGE_OBJECT) ? STORES : '';
    const capacity = /reserved|block/.test(mode) ? `mode: ${mode}, reservation: ${reservation}` : `mode: ${mode}`;
    const made = madeOf(`
wattform: 1
name: modes
sites:
  here: { target: ${target}, ${place}, power: { allotment: 1 MW } }
clusters:
  research:
    site: here
    purpose: training
    scheduler: kubernetes
    accelerators: { model: h100-sxm, count: 16 }
    capacity: { ${capacity} }
${stores}`);
    expectToHold(await rehearse(made.folder, { engine }));
  });

  test.each(registry.names())('close nodes without RDMA on %s, and who administers them', async (target) => {
    const { place, administrator } = GROUNDS[target]!;
    const administrators = administrator === undefined ? '' : `, administrators: [${administrator}]`;
    const made = madeOf(`
wattform: 1
name: close
sites:
  here: { target: ${target}, ${place}${administrators} }
clusters:
  research:
    site: here
    purpose: inference
    scheduler: kubernetes
    accelerators: { model: h100-sxm, count: 16 }
    fabric: { rdma: none, placement: cluster }
`);
    expectToHold(await rehearse(made.folder, { engine }));
  });
});

test('every target has a place in these tests, and every mode that any target has', () => {
  expect(Object.keys(GROUNDS)).toEqual(registry.names());
  expect(new Set(cases.map(({ mode }) => mode)).size).toBe(MODES.length);
});
