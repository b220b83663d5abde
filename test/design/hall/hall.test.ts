import { checkDocument } from '../../../blueprints/language';
import { loadCatalog } from '../../../catalog';
import { profile as aws } from '../../../constructs/targets/aws/profile';
import { profile as netbox } from '../../../constructs/targets/netbox/profile';
import { designBlueprint } from '../../../design';
import type { BlueprintDesign } from '../../../design/blueprint';

const catalog = loadCatalog();

function designed(
  site: string,
  cluster = 'accelerators: { model: h100-sxm, count: 1024 }',
  purpose = 'training',
): BlueprintDesign {
  const { parse } = require('yaml') as typeof import('yaml');
  const document = parse(`
wattform: 1
name: own
sites:
  gavle: { ${site} }
clusters:
  frontier: { site: gavle, purpose: ${purpose}, scheduler: kubernetes, ${cluster} }
`);
  const checked = checkDocument(document, { targets: ['aws', 'netbox'] });
  expect(checked.findings).toEqual([]);
  return designBlueprint(checked.document!, { catalog, profiles: [aws, netbox] });
}

test('a blueprint of a cluster becomes racks, a fabric and a power chain, with defaults alone', () => {
  const { basis, findings, halls } = designed('target: netbox, region: sweden');
  expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  const hall = basis!.sites[0]!.hall!;
  expect(hall.pools[0]).toMatchObject({ server: 'dgx-h100', racks: 32, nodesPerRack: 4, accelerators: 1024 });
  expect(hall.networks.map(({ role, tiers }) => [role, tiers])).toEqual([
    ['compute', 2],
    ['frontend', 2],
    ['storage', 2],
    ['out-of-band', 2],
  ]);
  expect(hall.networks.every(({ holds }) => holds)).toBe(true);
  expect(hall.power.racksPeakKw).toBeGreaterThan((1024 / 8) * 10.2);
  expect(hall.power.worst!.acceleratorsDark).toBeGreaterThan(0);
  expect(halls.get('gavle')!.racks.endpoints).toHaveLength(128);
  expect(basis!.sites[0]!.clusters[0]!.itLoad.value).toBe(1305.6);
});

test.each<[string, string, string, RegExp]>([
  ['a rack type that is not there', 'racks: { type: eia-84u }', 'racks.type', /racks\.csv has no "eia-84u"/],
  [
    'a rack that takes no server',
    'racks: { power: 5 kW }',
    'racks.power',
    /power of a rack is 5 kW, one DGX H100 takes 10\.2 kW/,
  ],
  ['a switch that is not there', 'fabric: { leaf: sn9999 }', 'fabric.leaf', /switches\.csv has no "sn9999"/],
  ['a grid that gives too little', 'power: { interconnect: { limit: 1 MW } }', 'power.interconnect.limit', /1000/],
  [
    'a rack fed from one side in a 2N hall',
    'power: { redundancy: { checkpointable: 2N }, singleCorded: [3] }',
    'power.singleCorded',
    /r0003/,
  ],
  [
    'an address plan that overlaps',
    'fabric: { addresses: { links: 10.0.0.0/10, loopbacks: 10.1.0.0/16 } }',
    'fabric.addresses',
    /overlap/,
  ],
  [
    'a pool that is not there',
    'racks: { firstRows: { frontier/large: 3 } }',
    'racks.firstRows.frontier/large',
    /no pool "frontier\/large"/,
  ],
])('%s is refused at its line, with what clashes', (_, site, path, message) => {
  const { basis, findings } = designed(`target: netbox, region: sweden, ${site}`);
  expect(basis).toBeUndefined();
  const errors = findings.filter(({ severity }) => severity !== 'warning');
  expect(errors.map((finding) => finding.path.join('.'))).toContain(`sites.gavle.${path}`);
  expect(errors.map((finding) => `${finding.message} ${finding.expected ?? ''}`).join('\n')).toMatch(message);
});

test('a cloud understands no hall, and says who does', () => {
  const { findings } = designed('target: aws, region: us-east-1, zone: us-east-1a, racks: { power: 40 kW }');
  expect(findings).toContainEqual(
    expect.objectContaining({ code: 'WF306', path: ['sites', 'gavle', 'racks'], hint: 'targets that have it: netbox' }),
  );
});

test('a server of your own is chosen like any other', () => {
  const { basis, findings } = designed(
    'target: netbox, region: sweden, racks: { servers: { our-box: { accelerator: mi355x, accelerators: 8, height: 5, power: 14 kW, liquidShare: 0.8 } } }',
    'accelerators: { model: mi355x, count: 64, instance: our-box }',
    'inference',
  );
  expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  expect(basis!.sites[0]!.hall!.pools[0]).toMatchObject({ server: 'our-box', accelerators: 64 });
});

/** Two pools in one hall; the second begins where it is told. */
function twoPools(large: number, smallRow = 4): BlueprintDesign {
  const { parse } = require('yaml') as typeof import('yaml');
  const document = parse(`
wattform: 1
name: own
sites:
  gavle: { target: netbox, region: sweden, racks: { firstRows: { frontier/large: 1, frontier/small: ${smallRow} } } }
clusters:
  frontier:
    site: gavle
    purpose: training
    scheduler: kubernetes
    pools:
      large: { accelerators: { model: h100-sxm, count: ${large} } }
      small: { accelerators: { model: h200-sxm, count: 128 } }
`);
  const checked = checkDocument(document, { targets: ['netbox'] });
  expect(checked.findings).toEqual([]);
  return designBlueprint(checked.document!, { catalog, profiles: [netbox] });
}

test('a pool that grows within its rows moves nothing of the fabric of the pool behind it', () => {
  const wiring = (count: number): string[] => {
    const { fabric, racks } = twoPools(count).halls.get('gavle')!;
    const small = new Set(racks.endpoints.filter(({ pool }) => pool === 'frontier/small').map(({ name }) => name));
    expect(small.size).toBe(16);
    const access = fabric.networks.flatMap(({ links }) => links).filter(({ a }) => small.has(a.device));
    const leafs = new Set(access.map(({ b }) => b.device));
    const switches = fabric.networks.flatMap((network) => network.switches).filter(({ name }) => leafs.has(name));
    return [...access, ...switches].map((each) => JSON.stringify(each)).sort();
  };
  const before = wiring(256);
  expect(before.filter((line) => line.includes('server-leaf'))).toHaveLength(16 * 13);
  // Three rows of 20 racks with 4 servers each hold 1,920 accelerators.
  expect(wiring(1024)).toEqual(before);
  expect(wiring(1920)).toEqual(before);
});

test('rows that are kept buy no switches above the leafs, and the warning stands at the line that keeps them', () => {
  const spines = (smallRow: number) =>
    twoPools(256, smallRow)
      .halls.get('gavle')!
      .fabric.networks.map(({ bill }) => [bill.switches['spine'], bill.switches['core']]);
  expect(spines(40)).toEqual(spines(2));
  const { findings } = twoPools(256, 40);
  expect(findings).toEqual([
    expect.objectContaining({ severity: 'warning', path: ['sites', 'gavle', 'racks', 'firstRows'] }),
  ]);
});

describe('the power chain hangs on the floor, not on which racks stand', () => {
  const ids = (count: number, racks: string): string[] => {
    const { halls } = designed(
      `target: netbox, region: sweden, racks: { ${racks} }`,
      `accelerators: { model: h100-sxm, count: ${count} }`,
    );
    const { equipment, feeds } = halls.get('gavle')!.power;
    return [
      ...equipment.map(({ id, kind, upstream }) => `${kind} ${id} behind ${upstream.join(' ')}`),
      // Racks of switches fill up, so their breakers may grow; where they hang does not change.
      ...feeds.map(({ id, rack, panel, ...feed }) =>
        [id, rack, panel, rack < 'r2' ? JSON.stringify(feed) : ''].join(' '),
      ),
    ];
  };

  test.each([
    ['the power of a rack is stated', 'power: 45 kW'],
    ['the largest rack stays', 'reservedUnits: 4'],
  ])('adding racks changes no name, feed or place of the others, where %s', (_, racks) => {
    const before = ids(1024, racks);
    const after = new Set(ids(1024 + 3 * 32, racks));
    expect(before.filter((line) => !after.has(line))).toEqual([]);
  });

  test('taking one out changes its own feeds alone', () => {
    const before = ids(1024, 'power: 45 kW');
    const after = new Set(ids(1024 - 32, 'power: 45 kW, retired: [3]').concat(ids(1024, 'power: 45 kW, retired: [3]')));
    expect(before.filter((line) => !after.has(line) && !line.includes('r0003'))).toEqual([]);
  });

  test('a stated power of a rack bounds racks of switches too', () => {
    const { findings, halls } = designed('target: netbox, region: sweden, racks: { power: 25 kW }');
    expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
    const { fabric } = halls.get('gavle')!;
    expect(Math.max(...fabric.networkRacks.map(({ peakKw }) => peakKw.value!))).toBeLessThanOrEqual(25);
  });

  test('the bus of the generators is rated for what hangs on it', () => {
    const { halls } = designed(
      'target: netbox, region: sweden, power: { generators: [critical] }',
      'accelerators: { model: h100-sxm, count: 256 }',
      'inference',
    );
    const bus = halls.get('gavle')!.power.equipment.find(({ id }) => id === 'gen-swgr-s1')!;
    expect(bus.ratedAmps).toBeGreaterThan(0);
    expect(bus.limitKw).toBeGreaterThan(halls.get('gavle')!.loads.reduce((sum, { peakKw }) => sum + peakKw, 0));
  });
});

test('scale-up domains name what joins them', () => {
  const { halls } = designed('target: netbox, region: sweden');
  expect(halls.get('gavle')!.fabric.scaleUp[0]).toMatchObject({
    acceleratorsPerDomain: 8,
    link: 'NVLink 4 + NVSwitch',
  });
});
