import type { RackLoad } from '../hall/seams';
import { ASSUMED } from './defaults';
import { type ElectricalAsk, type ElectricalOptions, HeatRejection } from './options';
import { clash, type ElectricalProblem, ElectricalProblemKind, ProblemSeverity, shown } from './problems';
import { schemeOf } from './schemes';

const { NUMBER_INVALID, TYPICAL_OVER_PEAK, RACK_TWICE, PLACE_TWICE, ROW_MIXED, RACK_SINGLE_FED } =
  ElectricalProblemKind;

/** Bounds of every option that is a number: outside, a unit has slipped. */
const BOUNDS: { readonly [option: string]: readonly [from: number, to: number] } = {
  powerFactor: [0.5, 1],
  panelAmps: [15, 6300],
  positionsPerPanel: [1, 1000],
  feedsPerSide: [1, 16],
  feedAmps: [10, 6300],
  upsModuleKw: [10, 5000],
  transformerKva: [15, 10_000],
  transformerImpedancePercent: [1, 20],
  generatorKw: [50, 20_000],
  blockKw: [10, 20_000],
  transformerLoading: [0.1, 1],
  maximumUtilisation: [0.1, 1],
  switchgearUtilisation: [0.1, 1],
  derating: [0.1, 1],
  distributionLoss: [0, 0.2],
  peakFactor: [1, 5],
  rackEnvelopeKw: [0.1, 5000],
  positionsPerRow: [1, 1000],
  rowsPerHall: [1, 1000],
  blocksPerReserve: [1, 100],
  mediumKv: [1, 69],
  mediumBusAmps: [100, 6300],
  gridTransformerKva: [1000, 1_000_000],
  switchgearKa: [1, 300],
};

/** What can be said of the ask before anything is designed. */
export function checkAsk(ask: ElectricalAsk): ElectricalProblem[] {
  if (ask.loads.length === 0) {
    const message = 'no rack draws power: 0 racks, and 1 is the least';
    return [
      clash(
        ElectricalProblemKind.NO_LOADS,
        { what: 'site', name: 'site' },
        { message, needed: 1, available: 0, unit: '1' },
      ),
    ];
  }
  return [
    ...ask.loads.flatMap(checkLoad),
    ...checkOptions(ask.options ?? {}),
    ...checkCatalog(ask),
    ...checkPlaces(ask.loads),
    ...checkRows(ask.loads),
    ...checkSides(ask),
  ];
}

function invalid(what: string, name: string, message: string): ElectricalProblem {
  return { kind: NUMBER_INVALID, severity: ProblemSeverity.REFUSED, concerns: { what, name }, message };
}

function checkLoad({ rack, typicalKw, peakKw, accelerators, liquidShare }: RackLoad): ElectricalProblem[] {
  const bad = [
    ...Object.entries({ typicalKw, peakKw }).filter(
      ([, value]) => !(Number.isFinite(value) && value >= 0 && value <= 5000),
    ),
  ].map(([key, value]) =>
    invalid('rack', rack.name, `${key} of ${rack.name} is ${value}, expected a number from 0 to 5000`),
  );
  if (!(Number.isInteger(accelerators) && accelerators >= 0)) {
    bad.push(
      invalid('rack', rack.name, `accelerators of ${rack.name} are ${accelerators}, expected a whole number from 0`),
    );
  }
  if (!(liquidShare >= 0 && liquidShare <= 1)) {
    bad.push(
      invalid('rack', rack.name, `liquidShare of ${rack.name} is ${liquidShare}, expected a number from 0 to 1`),
    );
  }
  if (bad.length === 0 && typicalKw > peakKw) {
    const message = `${rack.name} draws ${shown(typicalKw)} kW long-term, and ${shown(peakKw)} kW at its peak`;
    const numbers = { needed: typicalKw, available: peakKw, unit: 'kW' };
    bad.push(clash(TYPICAL_OVER_PEAK, { what: 'rack', name: rack.name }, { message, ...numbers }));
  }
  return bad;
}

function checkOptions(options: ElectricalOptions): ElectricalProblem[] {
  const bad: ElectricalProblem[] = [];
  for (const [name, [from, to]] of Object.entries(BOUNDS)) {
    const value = options[name as keyof ElectricalOptions];
    if (value !== undefined && !(typeof value === 'number' && value >= from && value <= to)) {
      bad.push(invalid('option', name, `${name} is ${value}, expected a number from ${from} to ${to}`));
    }
  }
  const groups = { autonomyMinutes: options.autonomyMinutes, battery: options.battery, transients: options.transients };
  const { rejection, ...cooling } = options.cooling ?? {};
  for (const [group, values] of Object.entries({ ...groups, cooling, interconnect: options.interconnect })) {
    for (const [name, value] of Object.entries(values ?? {})) {
      if (value !== undefined && !(Number.isFinite(value) && (value as number) >= 0)) {
        bad.push(invalid('option', `${group}.${name}`, `${group}.${name} is ${value}, expected a number from 0`));
      }
    }
  }
  for (const bin of [...(options.climate?.hours ?? []), ...(options.climate?.wetBulbHours ?? [])]) {
    if (!(bin.temperatureC >= -80 && bin.temperatureC <= 70 && bin.hours >= 0)) {
      bad.push(invalid('option', 'climate', `${bin.hours} hours at ${bin.temperatureC} °C, expected -80 to 70 °C`));
    }
  }
  if (
    rejection === HeatRejection.EVAPORATIVE &&
    options.climate !== undefined &&
    options.climate.wetBulbHours === undefined
  ) {
    bad.push(
      invalid(
        'option',
        'climate.wetBulbHours',
        'evaporative heat rejection needs wet-bulb temperatures, 0 hours are given',
      ),
    );
  }
  return bad;
}

function checkCatalog({ catalog, options = {} }: ElectricalAsk): ElectricalProblem[] {
  const ids = [options.upsLosses ?? ASSUMED.upsLosses, options.rectifierLosses ?? ASSUMED.rectifierLosses];
  const has = {
    'breaker-ratings.csv': catalog.breakerRatings.some((row) => row.code === (options.code ?? 'NEC')),
    'transformers.csv':
      catalog.transformers.some((row) => row.use === 'distribution') &&
      catalog.transformers.some((row) => row.use === 'grid'),
    'conversion-losses.csv': ids.every((id) => catalog.conversionLosses.some((row) => row.id === id)),
  };
  return Object.entries(has)
    .filter(([, there]) => !there)
    .map(([file]) => ({
      kind: ElectricalProblemKind.CATALOG_MISSING,
      severity: ProblemSeverity.REFUSED,
      concerns: { what: 'catalog', name: file },
      message: `${file} lacks a row that the design needs${file.startsWith('conversion') ? ` (${ids.join(', ')})` : ''}`,
    }));
}

function checkPlaces(loads: RackLoad[]): ElectricalProblem[] {
  const bad: ElectricalProblem[] = [];
  const names = new Map<string, RackLoad>();
  const places = new Map<string, RackLoad>();
  for (const load of loads) {
    const { name, index, hall, row, position } = load.rack;
    const place = `hall ${hall}, row ${row}, position ${position}`;
    const concerns = { what: 'rack', name };
    const other = names.get(name);
    const there = places.get(place);
    if (other !== undefined) {
      const message = `${name} is there twice, with indices ${other.rack.index} and ${index}`;
      bad.push({ kind: RACK_TWICE, severity: ProblemSeverity.REFUSED, concerns, message });
    } else if (there !== undefined) {
      const message = `racks ${there.rack.index} and ${index} both stand in ${place}`;
      bad.push({ kind: PLACE_TWICE, severity: ProblemSeverity.REFUSED, concerns, message });
    }
    names.set(name, load);
    places.set(place, load);
  }
  return bad;
}

/** A row has one chain of panels, and that has one redundancy. */
function checkRows(loads: RackLoad[]): ElectricalProblem[] {
  const rows = new Map<string, Map<string, number>>();
  for (const { rack, loadClass } of loads) {
    const row = `hall ${rack.hall}, row ${rack.row}`;
    const classes = rows.get(row) ?? new Map<string, number>();
    rows.set(row, classes.set(loadClass, (classes.get(loadClass) ?? 0) + 1));
  }
  return [...rows]
    .filter(([, classes]) => classes.size > 1)
    .map(([row, classes]) => ({
      kind: ROW_MIXED,
      severity: ProblemSeverity.REFUSED,
      concerns: { what: 'row', name: row },
      message: `${row} holds ${[...classes].map(([name, count]) => `${count} ${name}`).join(' and ')} racks, and has one redundancy`,
      hint: 'begin each load class in a row of its own',
    }));
}

function checkSides({ loads, singleCorded = [], options = {} }: ElectricalAsk): ElectricalProblem[] {
  const single = new Set(singleCorded);
  const redundancy = { ...ASSUMED.redundancy, ...options.redundancy };
  return loads
    .filter(({ rack, loadClass }) => single.has(rack.name) && schemeOf(redundancy[loadClass]).sides > 1)
    .map(({ rack, loadClass }) => {
      const message = `${rack.name} is fed by 1 side, and ${redundancy[loadClass]} of ${loadClass} loads needs 2`;
      const hint = 'cord it to both sides, or give its load class a redundancy of one side';
      return clash(
        RACK_SINGLE_FED,
        { what: 'rack', name: rack.name },
        { message, needed: 2, available: 1, unit: '1' },
        hint,
      );
    });
}
