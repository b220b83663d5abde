import {
  type CoolingDesign,
  DistributionVoltage,
  ElectricalCode,
  type ElectricalFigures,
  HeatRejection,
  Redundancy,
  RowDistribution,
} from '../../../design/electrical';
import { LoadClass, type RackLoad } from '../../../design/hall/seams';
import { catalog, design, everywhere, rackLoads, result } from './halls';

const loads = rackLoads({ racks: 40, kw: 40 });
const ashburn = catalog.climates.find(({ id }) => id === 'iad')!;
const climate = { hours: ashburn.hours, source: ashburn.source };

test('racks beyond the stated positions of a row share no panel with the next row', () => {
  const wide = design(rackLoads({ racks: 40, kw: 40, racksPerRow: 20 }), { positionsPerRow: 10 });
  const rows = new Map<string, Set<number>>();
  const rowOf = new Map(rackLoads({ racks: 40, kw: 40, racksPerRow: 20 }).map(({ rack }) => [rack.name, rack.row]));
  for (const { panel, rack } of wide.feeds) rows.set(panel, (rows.get(panel) ?? new Set()).add(rowOf.get(rack)!));
  expect([...rows.values()].filter((of) => of.size > 1)).toEqual([]);
});

describe('a hall', () => {
  const made = design(loads, { climate });

  test('has a chain from the grid to every rack, upstream before downstream, no id twice', () => {
    const seen = new Set<string>();
    for (const { id, upstream } of made.equipment) {
      expect(upstream.filter((above) => !seen.has(above))).toEqual([]);
      expect(seen.has(id)).toBe(false);
      expect(id).toMatch(/^[a-z0-9-]{1,64}$/);
      seen.add(id);
    }
    for (const feed of made.feeds) {
      expect(seen.has(feed.id)).toBe(true);
      expect(seen.has(feed.panel)).toBe(true);
    }
    expect(made.feeds.filter(({ rack }) => rack === 'r0003').map(({ id, role }) => [id, role])).toEqual([
      ['feed-r0003-a', 'primary'],
      ['feed-r0003-b', 'redundant'],
    ]);
  });

  test('feeds are sized by the ladder of the code, each able to carry the rack alone', () => {
    const [feed] = made.feeds;
    expect(feed).toMatchObject({ volts: 415, phase: 'three-phase', amps: 80, maxPercentUtilisation: 80, designKw: 40 });
    expect(feed?.availableVa).toBe(Math.round(415 * 80 * 0.8 * 1.732));
    expect(feed?.sizing.map(({ what }) => what)).toEqual([
      'load',
      'load / 0.8',
      'standard rating',
      'least ampacity of conductors',
    ]);
  });

  test('energy is kept: the grid gives what racks, cooling and losses take', () => {
    for (const [kw, losses] of [
      ['typicalKw', made.losses.totalTypicalKw],
      ['peakKw', made.losses.totalPeakKw],
    ] as const) {
      const grid = made.equipment.filter(({ kind }) => kind === 'utility').reduce((sum, each) => sum + each[kw], 0);
      const feeds = made.equipment.filter(({ kind }) => kind === 'feed').reduce((sum, each) => sum + each[kw], 0);
      const cooling = made.equipment
        .filter(({ kind }) => kind === 'mechanical-transformer')
        .reduce((sum, each) => sum + each[kw], 0);
      expect(grid).toBeCloseTo(feeds + cooling + losses, 6);
    }
    const racks = loads.reduce((sum, { peakKw }) => sum + peakKw, 0);
    expect(made.figures['rackPeak']?.value).toBeCloseTo(racks, 6);
    expect(made.figures['puePeak']?.value).toBeCloseTo(made.figures['gridPeak']!.value! / racks, 5);
    const mechanical = made.cooling.peakKw + made.cooling.houseKw;
    expect(made.figures['gridPeak']?.value).toBeCloseTo(racks + made.losses.totalPeakKw + mechanical, 3);
  });

  test('losses are those of the operating point: halved load is far from halved efficiency loss', () => {
    const half = design(rackLoads({ racks: 40, kw: 20 }), { rackEnvelopeKw: 40 });
    expect(half.losses.gridToRackPeak).toBeLessThan(made.losses.gridToRackPeak);
    expect(half.losses.totalPeakKw).toBeGreaterThan(made.losses.totalPeakKw / 2);
  });

  test('says of every assumption what it stands on', () => {
    const marks = new Map(made.assumptions.map(({ option, basis }) => [option, basis]));
    expect(marks.get('powerFactor')).toBe('engineering default');
    expect(marks.get('maximumUtilisation')).toBe('standard');
    expect(marks.get('peakFactor')).toBe('claim');
    const stated = design(loads, { powerFactor: 0.98, interconnect: { services: 2 } }).assumptions;
    expect(stated.find(({ option }) => option === 'powerFactor')).toMatchObject({ value: '0.98', basis: 'stated' });
    expect(stated.find(({ option }) => option === 'interconnect')?.source).toContain('stated in part');
    for (const { source, value } of made.assumptions) {
      expect(source).not.toBe('');
      expect(value).not.toBe('');
    }
  });

  test('is plain data', () => {
    expect(JSON.parse(JSON.stringify(made))).toEqual(JSON.parse(JSON.stringify(design(loads, { climate }))));
    expect(JSON.stringify(made)).not.toMatch(/tier/i);
  });
});

describe('cooling', () => {
  const pue = (racks: RackLoad[], place?: string): CoolingDesign & ElectricalFigures => {
    const row = catalog.climates.find(({ id }) => id === place);
    const made = design(racks, row === undefined ? {} : { climate: { hours: row.hours, source: row.source } });
    return { ...made.figures, ...made.cooling } as CoolingDesign & ElectricalFigures;
  };

  test('liquid, and cold places, need less', () => {
    const liquid = rackLoads({ racks: 40, kw: 40, liquidShare: 0.85 });
    const warm = pue(loads, 'phx');
    const cold = pue(loads, 'sbn');
    const warmLiquid = pue(liquid, 'phx');
    expect(cold.pueAnnual?.value).toBeLessThan(warm.pueAnnual!.value!);
    expect(warmLiquid.pueAnnual?.value).toBeLessThan(warm.pueAnnual!.value!);
    expect(warmLiquid.liquidChillerHours).toBeLessThan(warmLiquid.airChillerHours!);
    expect(cold.pueAnnual?.value).toBeGreaterThan(1);
    expect(warm.wueAnnual?.value).toBe(0);
  });

  test('without a climate PUE and WUE are unknown, never a number', () => {
    const unknown = pue(loads);
    expect(unknown.pueAnnual).toMatchObject({ value: undefined, basis: 'unknown' });
    expect(unknown.wueAnnual?.value).toBeUndefined();
    expect(unknown.airChillerHours).toBeUndefined();
  });

  test('towers take water, and need wet-bulb temperatures', () => {
    const cooling = { rejection: HeatRejection.EVAPORATIVE };
    expect(result(loads, { climate, cooling }).findings[0]?.message).toContain('wet-bulb');
    const wet = ashburn.hours.map((bin) => ({ ...bin, temperatureC: bin.temperatureC - 5 }));
    const made = design(loads, { climate: { ...climate, wetBulbHours: wet }, cooling });
    expect(made.figures['wueAnnual']?.value).toBeGreaterThan(1);
    expect(made.figures['wueAnnual']?.value).toBeLessThan(3);
  });
});

describe('load swings', () => {
  test('a ramp limit, a square wave and batteries each ask for their reserve', () => {
    const training = rackLoads({ racks: 40, kw: 100, classOf: () => LoadClass.CHECKPOINTABLE });
    const { transients } = design(training, { interconnect: { rampLimitMwPerMin: 0.5 } });
    const [ramp, wave] = transients.needs;
    const step = ramp!.powerKw / 1000;
    expect(transients.stepKw).toBe(4000);
    expect(step).toBeGreaterThan(4);
    expect(ramp?.energyKwh).toBeCloseTo(((step * step) / (2 * 0.5 * 60)) * 1000, 6);
    expect(wave?.energyKwh).toBeCloseTo((step * 1000 * 0.7 * 0.3 * 4) / 3600, 6);
    expect(transients.energyKwh).toBeCloseTo(ramp!.energyKwh + wave!.energyKwh, 9);
    const steady = design(loads).transients;
    expect(steady.needs.map(({ what }) => what)).toEqual(['autonomy-critical']);
  });
});

describe('codes, voltages and rows', () => {
  test('IEC: its ratings, no 80 % rule', () => {
    const made = design(loads, { code: ElectricalCode.IEC });
    expect(made.feeds[0]).toMatchObject({ volts: 400, amps: 63, maxPercentUtilisation: 100 });
    expect(made.equipment.find(({ id }) => id === 'mv-swgr-s1-a')?.volts).toBe(11_000);
  });

  test('800 VDC: rectifiers stand where UPS do, feeds have no phases', () => {
    const made = design(rackLoads({ racks: 8, kw: 600 }), { distribution: DistributionVoltage.DC_800 });
    expect(made.feeds[0]).toMatchObject({ volts: 800, phase: 'direct-current', amps: 1000 });
    expect(made.equipment.some(({ kind }) => kind === 'rectifier')).toBe(true);
    expect(made.equipment.some(({ kind }) => kind === 'ups')).toBe(false);
  });

  test('several feeds a side share a rack', () => {
    const made = design(rackLoads({ racks: 4, kw: 120 }), { feedsPerSide: 3, feedAmps: 80 });
    expect(made.feeds.slice(0, 6).map(({ id }) => id)).toEqual([
      'feed-r0001-a',
      'feed-r0001-a-2',
      'feed-r0001-a-3',
      'feed-r0001-b',
      'feed-r0001-b-2',
      'feed-r0001-b-3',
    ]);
    expect(made.worst.failuresOverloading).toBe(0);
  });

  test('panels instead of busway, and a large site at high voltage', () => {
    const panels = design(loads, { row: RowDistribution.PANEL });
    expect(panels.equipment.some(({ kind }) => kind === 'panel')).toBe(true);
    const campus = design(rackLoads({ racks: 1000, kw: 100 }), { redundancy: everywhere(Redundancy.TWO_N) });
    expect(campus.equipment.find(({ id }) => id === 'utility-1')?.volts).toBe(138_000);
    expect(campus.equipment.some(({ id }) => id === 'grid-tx-s1-a-1')).toBe(true);
    expect(campus.worst.failuresDark).toBe(0);
  });
});
