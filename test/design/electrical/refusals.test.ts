import {
  type ElectricalOptions,
  type ElectricalProblem,
  ElectricalProblemKind as Kind,
  Redundancy,
} from '../../../design/electrical';
import { LoadClass } from '../../../design/hall/seams';
import { everywhere, rackLoads, result } from './halls';

const loads = rackLoads({ racks: 20, kw: 40 });

function refusal(changed: typeof loads, options?: ElectricalOptions, singleCorded?: string[]): ElectricalProblem {
  const { design, findings } = result(changed, options, singleCorded);
  expect(design).toBeUndefined();
  return findings[0]!;
}

describe('racks', () => {
  test('fed by one side in a 2N hall', () => {
    expect(refusal(loads, { redundancy: everywhere(Redundancy.TWO_N) }, ['r0003'])).toMatchObject({
      kind: Kind.RACK_SINGLE_FED,
      concerns: { what: 'rack', name: 'r0003' },
      message: 'r0003 is fed by 1 side, and 2N of critical loads needs 2',
      needed: 2,
      available: 1,
    });
    const single = { redundancy: everywhere(Redundancy.N_PLUS_1) };
    expect(result(loads, single, ['r0003']).findings).toEqual([]);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1, '40' as unknown as number, undefined as unknown as number])(
    'a peak of %p kW is no number',
    (peakKw) => {
      const changed = loads.map((load, at) => (at === 2 ? { ...load, peakKw } : load));
      const { kind, message } = refusal(changed);
      expect(kind).toBe(Kind.NUMBER_INVALID);
      expect(message).toBe(`peakKw of r0003 is ${peakKw}, expected a number from 0 to 5000`);
    },
  );

  test('that draw more for long than at their peak, stand on each other, or mix in a row', () => {
    const first = loads[0]!;
    const typical = refusal([{ ...first, typicalKw: 41 }]);
    expect(typical).toMatchObject({ kind: Kind.TYPICAL_OVER_PEAK, needed: 41, available: 40 });
    expect(refusal([first, first]).kind).toBe(Kind.RACK_TWICE);
    const there = refusal([first, { ...first, rack: { ...first.rack, index: 9, name: 'r0009' } }]);
    expect(there.message).toBe('racks 1 and 9 both stand in hall 1, row 1, position 1');
    const mixed = refusal(loads.map((load, at) => (at < 3 ? { ...load, loadClass: LoadClass.DEFERRABLE } : load)));
    expect(mixed.message).toBe('hall 1, row 1 holds 3 deferrable and 7 critical racks, and has one redundancy');
    expect(refusal([]).kind).toBe(Kind.NO_LOADS);
    expect(refusal(loads, { rackEnvelopeKw: 30 })).toMatchObject({
      kind: Kind.RACK_OVER_ENVELOPE,
      needed: 40,
      available: 30,
    });
  });
});

describe('limits are kept, never raised', () => {
  test('a feed over its rating', () => {
    const { kind, message, needed, available } = refusal(loads, { feedAmps: 60 });
    expect(kind).toBe(Kind.FEED_OVER_LIMIT);
    expect(needed).toBe(40);
    expect(available).toBeCloseTo(32.777, 3);
    expect(message).toBe(
      'r0001 draws 40 kW at its peak, a side with 1 three-phase feeds of 60 A at 80 % carries 32.777 kW',
    );
  });

  test('a panel, a block, a bus, a fault level', () => {
    expect(refusal(loads, { positionsPerPanel: 10, panelAmps: 400 }).kind).toBe(Kind.PANEL_OVER_LIMIT);
    expect(refusal(loads, { blockKw: 30 })).toMatchObject({ kind: Kind.BLOCK_OVER_LIMIT, needed: 40, available: 30 });
    expect(refusal(loads, { mediumKv: 1, mediumBusAmps: 100 }).kind).toBe(Kind.MEDIUM_BUS_OVER_LIMIT);
    const fault = refusal(loads, { transformerKva: 4000 });
    expect(fault).toMatchObject({ kind: Kind.FAULT_OVER_RATING, available: 65, unit: 'kA' });
    expect(result(loads, { transformerKva: 4000, transformerImpedancePercent: 9 }).findings).toEqual([]);
  });

  test('the interconnect, with its losses and cooling', () => {
    const over = refusal(loads, { interconnect: { limitKw: 850 } });
    expect(over).toMatchObject({ kind: Kind.INTERCONNECT_OVER_LIMIT, available: 850 });
    expect(over.needed).toBeGreaterThan(850);
    expect(result(loads, { interconnect: { limitKw: over.needed! } }).findings).toEqual([]);
    expect(refusal(loads, { interconnect: { minimumPowerFactor: 0.98 } })).toMatchObject({
      kind: Kind.POWER_FACTOR_BELOW,
      needed: 0.98,
      available: 0.95,
    });
  });

  test('options that are no numbers', () => {
    const { message } = refusal(loads, { powerFactor: 95 });
    expect(message).toBe('powerFactor is 95, expected a number from 0.5 to 1');
    expect(refusal(loads, { upsLosses: 'magic' })).toMatchObject({ kind: Kind.CATALOG_MISSING });
    expect(refusal(loads, { transients: { duty: Number.NaN } }).message).toContain('transients.duty is NaN');
  });
});
