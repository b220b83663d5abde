import fc from 'fast-check';
import { EquipmentKind, Redundancy } from '../../../design/electrical';
import { LoadClass } from '../../../design/hall/seams';
import { design, everywhere, rackLoads, result, SCHEMES } from './halls';

const RUNS = { numRuns: 25, seed: 20261125 };
const floors = fc.record({
  racks: fc.integer({ min: 2, max: 60 }),
  kw: fc.integer({ min: 5, max: 140 }),
  racksPerRow: fc.integer({ min: 2, max: 16 }),
});

it('a rack that is taken out changes no other name, feed or panel', () => {
  fc.assert(
    fc.property(floors, fc.constantFrom(...SCHEMES), fc.nat(1000), (floor, redundancy, pick) => {
      const loads = rackLoads(floor);
      const out = loads[pick % loads.length]!.rack.name;
      const options = {
        redundancy: everywhere(redundancy),
        positionsPerRow: floor.racksPerRow,
        rackEnvelopeKw: floor.kw,
      };
      const before = design(loads, options);
      const after = design(
        loads.filter(({ rack }) => rack.name !== out),
        options,
      );
      expect(after.feeds).toEqual(before.feeds.filter(({ rack }) => rack !== out));
      const above = new Map(before.equipment.map((each) => [each.id, each]));
      for (const { id, upstream, system, block } of after.equipment) {
        const was = above.get(id)!;
        expect([was.system, was.block]).toEqual([system, block]);
        expect(upstream.filter((each) => !was.upstream.includes(each))).toEqual([]);
      }
    }),
    RUNS,
  );
});

it('taking out rack 3 changes nothing else, with no option stated', () => {
  const loads = rackLoads({ racks: 60, kw: 132 });
  const before = design(loads);
  const after = design(loads.filter(({ rack }) => rack.index !== 3));
  expect(after.feeds).toEqual(before.feeds.filter(({ rack }) => rack !== 'r0003'));
  const ids = new Set(after.equipment.map(({ id }) => id));
  const gone = before.equipment.filter(({ id }) => !ids.has(id));
  // Less load may need one generator less: the last of its group goes, the others keep their names.
  expect(gone.filter(({ kind }) => kind !== EquipmentKind.GENERATOR).map(({ id }) => id)).toEqual([
    'feed-r0003-a',
    'feed-r0003-b',
  ]);
});

it('twice the racks draw exactly twice the power', () => {
  fc.assert(
    fc.property(floors, (floor) => {
      const once = design(rackLoads(floor));
      const twice = design(rackLoads({ ...floor, racks: floor.racks * 2 }));
      expect(twice.figures['rackPeak']?.value).toBe(once.figures['rackPeak']!.value! * 2);
      expect(twice.feeds).toHaveLength(once.feeds.length * 2);
      const feedKw = (made: typeof once) =>
        made.equipment.filter(({ kind }) => kind === EquipmentKind.FEED).reduce((sum, { peakKw }) => sum + peakKw, 0);
      expect(feedKw(twice)).toBeCloseTo(feedKw(once) * 2, 6);
    }),
    RUNS,
  );
});

it('more redundancy never needs less equipment', () => {
  const { N, N_PLUS_1, TWO_N, TWO_N_PLUS_1 } = Redundancy;
  const ladders = [
    [N, N_PLUS_1, TWO_N_PLUS_1],
    [N, TWO_N, TWO_N_PLUS_1],
    [N, Redundancy.BLOCK],
  ];
  fc.assert(
    fc.property(floors, (floor) => {
      for (const ladder of ladders) {
        const installed = ladder.map((redundancy) => {
          const { equipment } = design(rackLoads(floor), { redundancy: everywhere(redundancy) });
          const sum = (of: (each: (typeof equipment)[number]) => number) =>
            equipment.reduce((all, each) => all + of(each), 0);
          return {
            kva: sum(({ ratedKva }) => ratedKva ?? 0),
            kw: sum(({ ratedKw }) => ratedKw ?? 0),
            count: equipment.length,
          };
        });
        for (const key of ['kva', 'kw', 'count'] as const) {
          const values = installed.map((each) => each[key]);
          expect(values).toEqual([...values].sort((one, other) => one - other));
        }
      }
    }),
    RUNS,
  );
});

it('nothing is loaded over its limit in normal operation, and a rating is never below its need', () => {
  const limits = fc.record({
    panelAmps: fc.integer({ min: 60, max: 1600 }),
    feedAmps: fc.integer({ min: 20, max: 400 }),
  });
  fc.assert(
    fc.property(floors, limits, fc.constantFrom(...SCHEMES), (floor, options, redundancy) => {
      const { design: made, findings } = result(rackLoads(floor), { ...options, redundancy: everywhere(redundancy) });
      if (made === undefined) {
        for (const { needed, available } of findings) expect(needed).toBeGreaterThan(available!);
        return;
      }
      for (const { kind, loading, ratedAmps } of made.equipment) {
        expect(loading ?? 0).toBeLessThanOrEqual(1 + 1e-9);
        if (kind === EquipmentKind.FEED) expect(ratedAmps).toBe(options.feedAmps);
        if (kind === EquipmentKind.BUSWAY) expect(ratedAmps).toBeLessThanOrEqual(options.panelAmps);
      }
    }),
    { ...RUNS, numRuns: 60 },
  );
});

it('classes have their own redundancy side by side', () => {
  const classes = Object.values(LoadClass);
  const made = design(rackLoads({ racks: 60, kw: 60, classOf: (row) => classes[row % 3]! }));
  expect(
    made.properties.map(({ redundancy, concurrentlyMaintainable }) => [redundancy, concurrentlyMaintainable.holds]),
  ).toEqual([
    ['2N', true],
    ['N+1', false],
    ['N', false],
  ]);
  for (const { racksDarkByClass } of made.failures) expect(racksDarkByClass.critical ?? 0).toBe(0);
});
