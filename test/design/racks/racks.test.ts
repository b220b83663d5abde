import fc from 'fast-check';
import { Cooling, type RackType, ServerForm, type ServerType } from '../../../catalog/servers';
import { LoadClass, NetworkRole } from '../../../design/hall/seams';
import { designRacks, type PoolToRack, RackProblemKind, type RacksAsk, type RacksDesign } from '../../../design/racks';

const box: ServerType = {
  id: 'box',
  vendor: 'Any',
  model: 'Box 8',
  acceleratorId: 'h100-sxm',
  form: ServerForm.SERVER,
  nodes: 1,
  acceleratorsPerNode: 8,
  scaleUpDomain: 8,
  heightU: 8,
  widthInch: 19,
  typicalKw: 8,
  maximumKw: 10.2,
  powerBasis: 'test',
  cooling: Cooling.AIR,
  weightKg: 130,
  ports: {
    compute: 8,
    computeGbps: 400,
    frontend: 1,
    frontendGbps: 400,
    storage: 2,
    storageGbps: 400,
    outOfBand: 1,
  },
  cpuArchitecture: 'x86_64',
  source: 'test',
};
const column: ServerType = {
  ...box,
  id: 'column',
  model: 'Column 72',
  form: ServerForm.RACK,
  nodes: 18,
  acceleratorsPerNode: 4,
  scaleUpDomain: 72,
  heightU: 48,
  typicalKw: 120,
  maximumKw: 132,
  cooling: Cooling.LIQUID,
  liquidShare: 0.85,
  weightKg: 1360,
  ports: { ...box.ports, compute: 4 },
};
const rackType: RackType = {
  id: 'eia-48u',
  model: 'EIA',
  widthInch: 19,
  heightU: 48,
  maximumLoadKg: 1360,
  source: 't',
};

function pool(change: Partial<PoolToRack> = {}): PoolToRack {
  return { name: 'c/workers', server: box, nodes: 16, loadClass: LoadClass.CHECKPOINTABLE, ...change };
}

function ask(change: Partial<RacksAsk> = {}): RacksAsk {
  return {
    floor: { rowsPerHall: 4, racksPerRow: 10 },
    rackType,
    envelopeKw: 44,
    airKw: 50,
    reservedU: 2,
    retired: [],
    pools: [pool()],
    ...change,
  };
}

function designed(change: Partial<RacksAsk> = {}): RacksDesign {
  const { design, problems } = designRacks(ask(change));
  expect(problems).toEqual([]);
  return design!;
}

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

test('the least of height, power, air and load decides how many servers a rack takes, and the reason has both numbers', () => {
  expect(designed().pools[0]).toMatchObject({ racks: 4, nodesPerRack: 4 });
  expect(designed().pools[0]!.why[0]).toBe('at most: power of a rack is 44 kW, one Box 8 takes 10.2 kW');
  expect(designed({ airKw: 21 }).pools[0]).toMatchObject({ racks: 8, nodesPerRack: 2 });
  expect(designed({ envelopeKw: undefined, airKw: 500 }).pools[0]!.why[0]).toContain('height 48 U less 2 U');
  const weak = { ...rackType, maximumLoadKg: 300 };
  expect(designed({ rackType: weak }).pools[0]!.why[0]).toBe(
    'at most: load of a rack is 300 kg, one Box 8 takes 130 kg',
  );
});

test('a rack-scale system is one rack, its trays are the nodes, and its liquid takes its share of the heat', () => {
  const { racks, endpoints, loads } = designed({
    envelopeKw: 140,
    pools: [pool({ server: column, nodes: 36 })],
  });
  expect(racks.map(({ type, servers }) => [type, servers.length])).toEqual([
    ['column', 18],
    ['column', 18],
  ]);
  expect(loads[0]).toMatchObject({ peakKw: 132, typicalKw: 120, accelerators: 72, liquidShare: 0.85 });
  expect(endpoints[18]).toMatchObject({ name: 'r0002-s01', accelerators: 4, index: 18 });
});

test.each<[string, Partial<RacksAsk>, RackProblemKind, RegExp]>([
  [
    'no server fits the power',
    { envelopeKw: 9 },
    RackProblemKind.TOO_MUCH,
    /power of a rack is 9 kW, .* takes 10\.2 kW/,
  ],
  [
    'a column is past the power',
    { envelopeKw: 100, pools: [pool({ server: column, nodes: 18 })] },
    RackProblemKind.TOO_MUCH,
    /100 kW.*132 kW/,
  ],
  [
    'nobody knows the power',
    { pools: [pool({ server: { ...box, typicalKw: undefined, maximumKw: undefined } })] },
    RackProblemKind.POWER_UNKNOWN,
    /Box 8/,
  ],
  [
    'two pools in a row',
    { pools: [pool(), pool({ name: 'd/workers', firstRow: 1 })] },
    RackProblemKind.ROWS_OVERLAP,
    /rows 1 to 1 of d\/workers run into rows 1 to 1 of c\/workers/,
  ],
  [
    'the floor is full',
    { floor: { rowsPerHall: 1, racksPerRow: 3, halls: 1 } },
    RackProblemKind.FLOOR_FULL,
    /row 2.*1 rows/,
  ],
])('%s: refused with both numbers', (_, change, kind, message) => {
  const { design, problems } = designRacks(ask(change));
  expect(design).toBeUndefined();
  expect(problems).toEqual([expect.objectContaining({ kind, message: expect.stringMatching(message) })]);
});

test('what the user states goes before the catalog', () => {
  expect(designed({ pools: [pool({ nodeKw: 14.6 })] }).pools[0]).toMatchObject({
    nodesPerRack: 3,
    peakKwPerRack: 43.8,
  });
});

test('taking out rack 3 moves no other: the pool takes one more at its end', () => {
  const before = designed();
  const after = designed({ retired: [3] });
  expect(after.racks.map(({ place }) => place.index)).toEqual([1, 2, 4, 5]);
  const kept = (design: RacksDesign) => design.endpoints.filter(({ rack }) => [1, 2, 4].includes(rack.index));
  expect(kept(after)).toEqual(kept(before));
});

test('each pool begins a row, and rows fill halls', () => {
  const { racks, pools } = designed({ pools: [pool({ nodes: 200 }), pool({ name: 'd/workers', nodes: 8 })] });
  expect(pools.map(({ firstRow }) => firstRow)).toEqual([1, 6]);
  expect(racks.at(-1)!.place).toEqual({ index: 52, name: 'r0052', hall: 2, row: 2, position: 2 });
});

test('doubling the accelerators doubles nodes, network ports, kW and full racks exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 11, max: 46 }), (racksFull, envelopeKw) => {
      const perRack = Math.floor(envelopeKw / 10.2);
      const nodes = racksFull * perRack;
      const [one, two] = [nodes, nodes * 2].map((each) => designed({ envelopeKw, pools: [pool({ nodes: each })] }));
      expect(two!.racks.length).toBe(2 * one!.racks.length);
      expect(two!.endpoints.length).toBe(2 * one!.endpoints.length);
      const kw = (design: RacksDesign) => Math.round(sum(design.loads.map(({ peakKw }) => peakKw)) * 1000);
      expect(kw(two!)).toBe(2 * kw(one!));
      const rails = (design: RacksDesign) =>
        sum(design.endpoints.map(({ ports }) => ports.find(({ network }) => network === NetworkRole.COMPUTE)!.count));
      expect(rails(two!)).toBe(2 * rails(one!));
    }),
  );
});

test('every server stands once, in a slot of its rack, within height, power and load', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 400 }),
      fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 6 }),
      (nodes, retired) => {
        const design = designed({ retired, pools: [pool({ nodes })] });
        expect(new Set(design.endpoints.map(({ name }) => name)).size).toBe(nodes);
        expect(new Set(design.endpoints.map(({ index }) => index)).size).toBe(nodes);
        for (const rack of design.racks) {
          expect(retired).not.toContain(rack.place.index);
          expect(rack.usedU).toBeLessThanOrEqual(46);
          expect(rack.peakKw).toBeLessThanOrEqual(44);
          expect(rack.weightKg).toBeLessThanOrEqual(1360);
        }
      },
    ),
  );
});
