import { availabilityOf } from '../../../design/electrical/availability';
import { waterFlow } from '../../../design/electrical/cooling';
import { distributedLoad, systemPairs } from '../../../design/electrical/distributed';
import { faultAmps, fullLoadAmps, iecFaultAmps } from '../../../design/electrical/fault-level';
import { installedCapacity, Redundancy, schemeOf, usableShare } from '../../../design/electrical/schemes';
import { availablePowerVa, ElectricalCode, Phase, ratingsOf, sizeBreaker } from '../../../design/electrical/sizing';
import {
  bestLoad,
  interpolatedEfficiency,
  lossesFromEfficiency,
  lossesOf,
  transformerEfficiency,
  transformerLossKw,
} from '../../../design/electrical/transformer';
import { rampBufferMwh, squareWaveBufferMj } from '../../../design/electrical/transients';
import { autonomyKwh, conversionEfficiency } from '../../../design/electrical/ups';
import { catalog } from './halls';
import oracles from './oracles.json';

const nec = (utilisation: number) => ({
  code: ElectricalCode.NEC,
  ratings: ratingsOf(ElectricalCode.NEC, catalog.breakerRatings),
  utilisation,
  derating: 1,
});

describe('sizing', () => {
  test.each(oracles.breaker)('$kw kW at $v_ll V', ({ kw, v_ll, pf, amps, continuous_x125, ...breaker }) => {
    const voltage = { volts: v_ll, phase: Phase.THREE };
    const standard = sizeBreaker(kw, voltage, pf, nec(0.8));
    expect(standard.loadAmps).toBeCloseTo(amps, 9);
    expect(standard.requiredAmps).toBeCloseTo(continuous_x125, 9);
    expect(standard.ratingAmps).toBe(breaker.breaker_a_80pct);
    expect(sizeBreaker(kw, voltage, pf, nec(1)).ratingAmps).toBe(breaker.breaker_a_100pct_rated);
  });

  test('the next size up spares the conductor to 800 A under NEC only', () => {
    const voltage = { volts: 415, phase: Phase.THREE };
    const small = sizeBreaker(100, voltage, 0.95, nec(0.8));
    expect(small.conductorAmps).toBeCloseTo(183.053, 3);
    const large = sizeBreaker(500, voltage, 0.95, nec(0.8));
    expect([large.ratingAmps, large.conductorAmps]).toEqual([1000, 1000]);
    expect(large.steps.at(-1)?.rule).toContain('240.4(C)');
    const ratings = ratingsOf(ElectricalCode.IEC, catalog.breakerRatings);
    const iec = sizeBreaker(100, voltage, 0.95, { code: ElectricalCode.IEC, ratings, utilisation: 1, derating: 0.9 });
    expect([iec.ratingAmps, iec.conductorAmps]).toEqual([200, 200]);
    expect(iec.requiredAmps).toBeCloseTo(146.443 / 0.9, 3);
  });

  test('a load over the largest rating has none, and one on a rating takes it', () => {
    const voltage = { volts: 100, phase: Phase.DIRECT_CURRENT };
    expect(sizeBreaker(1000, voltage, 1, nec(1)).ratingAmps).toBeUndefined();
    expect(sizeBreaker(40, voltage, 1, nec(1)).ratingAmps).toBe(400);
  });

  test.each(oracles.netbox_available_power_va)('a feed of $voltage V and $amperage A', (feed) => {
    const phase = feed.phase === 'three-phase' ? Phase.THREE : Phase.SINGLE;
    expect(availablePowerVa(feed.amperage, { volts: feed.voltage, phase }, feed.util)).toBe(feed.va);
  });
});

describe('transformers', () => {
  const oracle = oracles.transformer_1000kVA_LV_dry_DOE2016;
  const losses = lossesFromEfficiency(oracle.kva, oracle.eta_at_35pct, 0.35);

  test('losses follow from one point of efficiency', () => {
    expect(losses.noLoadKw).toBeCloseTo(oracle.P0_kw, 9);
    expect(losses.loadKw).toBeCloseTo(oracle.Pk_kw, 9);
    expect(bestLoad(losses)).toBeCloseTo(0.35, 9);
    const row = catalog.transformers.find(({ id }) => id === '1000kva-dry-doe-2016')!;
    expect(lossesOf(row).noLoadKw).toBeCloseTo(oracle.P0_kw, 9);
  });

  test.each(Object.entries(oracle.eta_at))('efficiency at %s of the rating', (load, efficiency) => {
    expect(transformerEfficiency(oracle.kva, losses, Number(load))).toBeCloseTo(efficiency, 12);
  });

  test('DOE interpolates between rows, and says nothing outside', () => {
    const dry = catalog.transformers.filter(({ use }) => use === 'low-voltage-dry');
    expect(interpolatedEfficiency(1000, dry)).toBeCloseTo(0.9928, 9);
    expect(interpolatedEfficiency(875, dry)).toBeCloseTo((0.9923 + 0.9928) / 2, 9);
    expect(interpolatedEfficiency(2500, dry)).toBeUndefined();
    expect(interpolatedEfficiency(10, dry)).toBeUndefined();
  });

  test('a 40 MVA 110/20 kV unit at the loading of a load flow loses what that finds, within 1 %', () => {
    const row = catalog.transformers.find(({ id }) => id === '40000kva-110-20kv')!;
    const lost = transformerLossKw(lossesOf(row), 0.84878);
    expect(lost).toBeCloseTo(115.98, 1);
    expect(Math.abs(lost / 114.89 - 1)).toBeLessThan(0.01);
  });

  test('fault current behind a transformer, and behind a source too', () => {
    const { mva, v, z_pct, fla, isc_a } = oracles.fault_current;
    expect(fullLoadAmps(mva * 1000, v)).toBeCloseTo(fla, 6);
    const path = { kva: mva * 1000, volts: v, impedancePercent: z_pct };
    expect(faultAmps(path)).toBeCloseTo(isc_a, 6);
    expect(iecFaultAmps(path) / isc_a).toBeCloseTo((1 + 0.6 * 0.0575) / 0.95, 9);
    expect(faultAmps({ ...path, sourceMva: 500 })).toBeCloseTo(fla / (0.0575 + 0.005), 6);
  });
});

describe('redundancy', () => {
  test.each(oracles.k_of_n)('$k of $n modules', ({ k, n, a, A }) => {
    expect(availabilityOf(k, n, a)).toBeCloseTo(A, 12);
  });

  test.each(oracles.distributed_redundant)('$systems systems', (oracle) => {
    const pairs = systemPairs(oracle.systems);
    expect(pairs).toHaveLength(oracle.pairs);
    expect(new Set(pairs.map(String)).size).toBe(oracle.pairs);
    const loads = pairs.map((pair) => ({ pair, load: oracle.load_per_pair }));
    const { normal, afterLoss, worst } = distributedLoad(oracle.systems, loads);
    for (const load of normal) expect(load).toBeCloseTo(oracle.normal_per_system, 12);
    for (const load of worst) expect(load).toBeCloseTo(oracle.after_one_loss, 12);
    const total = oracle.load_per_pair * oracle.pairs;
    for (const row of afterLoss) expect(row.reduce((sum, load) => sum + load, 0)).toBeCloseTo(total, 12);
    expect(total / oracle.systems).toBeCloseTo(oracle.usable_fraction, 12);
  });

  test('unequal pairs overload one survivor while the mean looks well', () => {
    const { worst } = distributedLoad(3, [
      { pair: [0, 1], load: 1.4 },
      { pair: [1, 2], load: 0.3 },
      { pair: [0, 2], load: 0.3 },
    ]);
    expect(worst[0]).toBeCloseTo(1.55, 12);
  });

  test('capacity installed for 100 MW of 10 MW modules', () => {
    for (const redundancy of Object.values(Redundancy)) {
      if (redundancy === Redundancy.BLOCK) continue;
      const installed = oracles.installed_capacity_for_100MW[redundancy];
      expect(installedCapacity(redundancy, 100, 10)).toBeCloseTo(installed, 9);
    }
    expect(usableShare(schemeOf(Redundancy.FIVE_MAKE_FOUR))).toBeCloseTo(0.8, 12);
  });
});

describe('storage and water', () => {
  test('buffers of ramps and of square waves', () => {
    const { dP_mw, ramp_mw_per_min, energy_mwh } = oracles.ramp_buffer;
    expect(rampBufferMwh(dP_mw, ramp_mw_per_min)).toBeCloseTo(energy_mwh, 9);
    const wave = oracles.square_wave_buffer;
    expect(squareWaveBufferMj(wave.dP_mw, wave.duty, wave.period_s)).toBeCloseTo(wave.energy_mj, 9);
    expect(wave.energy_mj / 3.6).toBeCloseTo(wave.energy_kwh, 9);
  });

  test('autonomy of batteries', () => {
    const { load_kw, minutes, inverter_eff, dod, end_of_life, kwh } = oracles.ups_autonomy;
    const battery = { inverterEfficiency: inverter_eff, depthOfDischarge: dod, endOfLife: end_of_life };
    expect(autonomyKwh({ loadKw: load_kw, minutes, ...battery })).toBeCloseTo(kwh, 9);
  });

  test('water that carries the heat of a rack', () => {
    const { kw, liquid_fraction, dT, kg_s, l_min } = oracles.liquid_flow;
    const flow = waterFlow(kw * liquid_fraction, dT);
    expect(flow.kgPerSecond).toBeCloseTo(kg_s, 9);
    expect(flow.litresPerMinute).toBeCloseTo(l_min, 9);
  });

  test('a chain is the product of its efficiencies', () => {
    const { eff, utility_to_rack, utility_kw_per_1000_rack_kw } = oracles.power_chain;
    const chain = eff.mv_lv_transformer * eff.ups * eff.pdu_busway;
    expect(chain).toBeCloseTo(utility_to_rack, 12);
    expect(1000 / chain).toBeCloseTo(utility_kw_per_1000_rack_kw, 9);
  });

  test('presets of conversion are what their notes say', () => {
    const preset = (id: string) => catalog.conversionLosses.find((each) => each.id === id)!;
    for (const load of [0.5, 0.75, 1]) {
      expect(conversionEfficiency(preset('double-conversion'), load)).toBeCloseTo(0.96, 2);
      expect(conversionEfficiency(preset('eco'), load)).toBeGreaterThan(0.985);
    }
    expect(conversionEfficiency(preset('double-conversion'), 0.2)).toBeLessThan(0.94);
    expect(conversionEfficiency(preset('rectifier'), 1)).toBeCloseTo(0.98, 2);
    for (const { source } of catalog.conversionLosses) expect(source).toContain('engineering default');
  });
});
