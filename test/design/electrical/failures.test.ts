import fc from 'fast-check';
import { type ElectricalDesign, type Failure, Redundancy } from '../../../design/electrical';
import { LoadClass, type RackLoad } from '../../../design/hall/seams';
import { design, everywhere, rackLoads, SCHEMES } from './halls';
import { NaiveGraph } from './naive';

const CLASSES = Object.values(LoadClass);

/** Small halls with racks of unequal power and gaps. */
const halls = fc
  .record({
    racksPerRow: fc.integer({ min: 1, max: 6 }),
    rowsPerHall: fc.integer({ min: 1, max: 3 }),
    kws: fc.array(fc.integer({ min: 0, max: 140 }), { minLength: 1, maxLength: 24 }),
    classes: fc.array(fc.constantFrom(...CLASSES), { minLength: 24, maxLength: 24 }),
  })
  .map(({ racksPerRow, rowsPerHall, kws, classes }) => {
    const loads = rackLoads({ racks: kws.length, kw: 1, racksPerRow, rowsPerHall, classOf: (row) => classes[row]! });
    return loads
      .map((load, at): RackLoad => ({ ...load, peakKw: kws[at]!, typicalKw: kws[at]! / 2 }))
      .filter(({ peakKw }, at) => peakKw > 5 || at === 0);
  });

const schemes = fc.record({
  critical: fc.constantFrom(...SCHEMES),
  checkpointable: fc.constantFrom(...SCHEMES),
  deferrable: fc.constantFrom(...SCHEMES),
});

function kwByRack(loads: RackLoad[]): Map<string, number> {
  return new Map(loads.map(({ rack, peakKw }) => [rack.name, peakKw]));
}

it('what goes dark is what no path reaches, and a failure without overload leaves a flow that fits', () => {
  fc.assert(
    fc.property(halls, schemes, fc.boolean(), (loads, redundancy, ups) => {
      const minutes = ups ? 5 : 0;
      const autonomyMinutes = { critical: minutes, checkpointable: minutes, deferrable: 0 };
      const made = design(loads, { redundancy, autonomyMinutes, upsModuleKw: 250 });
      const naive = new NaiveGraph(made);
      const kw = kwByRack(loads);
      expect(made.failures.map(({ equipment }) => equipment)).toEqual(made.equipment.map(({ id }) => id));
      for (const { equipment, tripped, racksDark, overloads, acceleratorsDark } of made.failures) {
        const lost = new Set([equipment, ...tripped]);
        expect([...racksDark].sort()).toEqual(naive.dark(lost).sort());
        expect(acceleratorsDark).toBe(racksDark.length * 8);
        if (overloads.length > 0) continue;
        const left = [...kw].reduce((sum, [rack, each]) => sum + (racksDark.includes(rack) ? 0 : each), 0);
        expect(naive.maxFlow(lost, kw)).toBeGreaterThanOrEqual(left - 1e-6);
      }
    }),
    { numRuns: 40, seed: 20261125 },
  );
});

const failureOf = (made: ElectricalDesign, id: string): Failure =>
  made.failures.find(({ equipment }) => equipment === id)!;

describe('what schemes promise', () => {
  const loads = rackLoads({ racks: 40, kw: 40 });

  test.each([
    Redundancy.TWO_N,
    Redundancy.TWO_N_PLUS_1,
    Redundancy.THREE_MAKE_TWO,
    Redundancy.FOUR_MAKE_THREE,
    Redundancy.FIVE_MAKE_FOUR,
  ])('%s: no single failure takes a rack or overloads a survivor', (redundancy) => {
    const made = design(loads, { redundancy: everywhere(redundancy) });
    expect(made.worst.failuresDark).toBe(0);
    expect(made.failures.flatMap(({ overloads }) => overloads)).toEqual([]);
    expect(made.properties).toEqual([
      expect.objectContaining({
        concurrentlyMaintainable: expect.objectContaining({ holds: true }),
        singleFaultTolerant: expect.objectContaining({ holds: true }),
      }),
    ]);
  });

  test('N: a lost module trips the others, and everything behind them is dark', () => {
    const made = design(loads, { redundancy: everywhere(Redundancy.N) });
    const lost = made.worst.byKind['ups']!;
    expect(lost.tripped.length).toBeGreaterThan(0);
    expect(lost.acceleratorsDark).toBeGreaterThan(0);
    const [critical] = made.properties;
    expect(critical).toMatchObject({ concurrentlyMaintainable: { holds: false } });
    const { counterExample } = critical!.concurrentlyMaintainable;
    expect(failureOf(made, counterExample!).racksDark.length).toBeGreaterThan(0);
  });

  test('N+1: a lost module or transformer takes nothing, a lost bus does', () => {
    const made = design(loads, { redundancy: everywhere(Redundancy.N_PLUS_1) });
    expect(failureOf(made, 'ups-h1-critical-1-a-1')).toMatchObject({ racksDark: [], tripped: [], overloads: [] });
    expect(failureOf(made, 'tx-h1-critical-1-a-1')).toMatchObject({ racksDark: [], racksInterrupted: 0 });
    expect(failureOf(made, 'lv-swgr-h1-critical-1-a').racksDark.length).toBeGreaterThan(0);
    expect(made.properties[0]?.singleFaultTolerant.holds).toBe(false);
  });

  test('block redundant: the reserve takes a lost block over without a pause', () => {
    const made = design(loads, { redundancy: everywhere(Redundancy.BLOCK) });
    const lost = failureOf(made, 'ups-swgr-h1-critical-1-a');
    expect(lost).toMatchObject({ racksDark: [], overloads: [], racksInterrupted: 0 });
    expect(made.equipment.find(({ id }) => id === 'lv-swgr-h1-critical-reserve-1-a')?.peakKw).toBeLessThan(40);
  });

  test('without generators the grid is a single point of failure; without batteries a transfer is a pause', () => {
    const generators = { critical: false, checkpointable: false, deferrable: false };
    const dark = failureOf(design(loads, { generators }), 'utility-1');
    expect(dark).toMatchObject({ acceleratorsDark: 320, racksInterrupted: 0 });
    const autonomyMinutes = { critical: 0 };
    const paused = design(loads, { autonomyMinutes });
    expect(failureOf(paused, 'utility-1')).toMatchObject({ acceleratorsDark: 0, interruptedByClass: { critical: 40 } });
    expect(paused.properties[0]).toMatchObject({
      concurrentlyMaintainable: { holds: true },
      singleFaultTolerant: { holds: false, counterExample: 'utility-1' },
    });
    expect(failureOf(design(loads), 'utility-1')).toMatchObject({ acceleratorsDark: 0, racksInterrupted: 0 });
  });

  test('two services, none with generators: either carries the site', () => {
    const generators = { critical: false };
    const made = design(loads, { generators, interconnect: { services: 2 } });
    expect(failureOf(made, 'utility-1')).toMatchObject({ acceleratorsDark: 0, overloads: [] });
  });

  test('the peak factor loads, it does not size', () => {
    const calm = design(loads, { peakFactor: 1 });
    const excited = design(loads, { peakFactor: 2.5 });
    expect(excited.equipment).toEqual(calm.equipment);
    expect(calm.worst.failuresOverloadingAtPeakFactor).toBe(0);
    expect(excited.worst.failuresOverloadingAtPeakFactor).toBeGreaterThan(0);
    expect(excited.worst.overloadedAtPeakFactor.length).toBeGreaterThan(0);
    expect(excited.worst.failuresOverloading).toBe(0);
  });
});
