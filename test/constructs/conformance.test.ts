import { conformance, conformanceTable } from '../../conformance';
import { TargetRegistry } from '../../constructs/targets/registry';
import { partnerTarget } from '../support/partner-target';

const registry = TargetRegistry.builtIn().with('partner', partnerTarget);

/** Where each target stands in these tests. A new target adds a line. */
const grounds = [
  {
    target: 'aws',
    region: 'us-east-1',
    zone: 'us-east-1a',
    accelerator: 'h100-sxm',
    reservation: 'cr-0123456789abcdef0',
  },
  {
    target: 'azure',
    region: 'swedencentral',
    zone: '1',
    accelerator: 'h100-sxm',
    reservation:
      '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Compute/capacityReservationGroups/crg',
  },
  { target: 'netbox', region: 'sweden', accelerator: 'h100-sxm' },
  { target: 'partner', region: 'eu-lisbon-1', accelerator: 'mi300x', reservation: 'reservation-1' },
];

test('every registered target has a ground to stand on', () => {
  expect(grounds.map(({ target }) => target)).toEqual(registry.names());
});

describe.each(grounds)('target $target', (ground) => {
  test.each(conformance({ ...ground, registry }))('$name', (each) => {
    each.run();
  });
});

describe('the suite itself', () => {
  const partner = { ...grounds[3]!, registry };
  const caseOf = (name: string, changed: TargetRegistry) =>
    conformance({ ...partner, registry: changed }).find((each) => each.name === name)!;
  const registryOf = (profile: object) =>
    TargetRegistry.builtIn().with('partner', {
      loadProfile: () => ({ ...partnerTarget.loadProfile(), ...profile }),
      loadTarget: () => ({ ...partnerTarget.loadTarget(), profile: { ...partnerTarget.loadProfile(), ...profile } }),
    });

  test.each([
    ['a limit without a date', 'names limits that exist, each with a source and a date', { limits: [] }],
    ['a name that is not its own', 'stands under its own name, on a cloud of the catalog', { name: 'other' }],
    [
      'a cloud that the catalog does not know',
      'stands under its own name, on a cloud of the catalog',
      { cloud: 'moon' },
    ],
  ])('finds %s', (_what, name, change) => {
    expect(() => caseOf(name, registryOf(change)).run()).toThrow();
  });

  test('finds a feature that is declared and not built', () => {
    const features = [...partnerTarget.loadProfile().features, 'capacity:block'];
    const declared = caseOf('a capacity block', registryOf({ features }));
    expect(declared.declared).toBe(true);
    expect(() => declared.run()).toThrow();
  });

  test('prints what each target can do', () => {
    const table = conformanceTable(registry);
    expect(table.split('\n')[0]).toBe('| feature | aws | azure | netbox | partner |');
    expect(table).toContain('| facility:hall | – | – | yes | – |');
  });
});
