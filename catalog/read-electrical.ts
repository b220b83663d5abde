import type { Finding } from '../blueprints/language/finding';
import {
  type BreakerRating,
  type Climate,
  type ConversionLosses,
  type TransformerType,
  TransformerUse,
} from './electrical';
import { CatalogCode, checkUnique, type Row, readTable } from './table';

const TRANSFORMER_COLUMNS =
  'id,use,rated_kva,hv_kv,lv_kv,impedance_percent,resistance_percent,no_load_loss_kw,load_loss_kw,efficiency_percent,efficiency_load,vector_group,source,notes'.split(
    ',',
  );
const RATING_COLUMNS = 'code,amperes,source,notes'.split(',');
const LOSS_COLUMNS = 'id,use,model,no_load,proportional,square,source,notes'.split(',');
const CLIMATE_COLUMNS = 'id,location,temperature_c,hours,source'.split(',');
const HOURS_OF_A_YEAR = 8760;
const SHARE = { from: 0, to: 0.2 };

/** Reads transformers.csv: a row has both losses, or an efficiency with its load. */
export function readTransformers(file: string, text: string, findings: Finding[]): TransformerType[] {
  const rows = readTable(file, text, TRANSFORMER_COLUMNS, findings);
  checkUnique(rows, ['id']);
  return rows.map((row) => {
    const read: TransformerType = {
      id: row.required('id'),
      use: oneOf(row, 'use', Object.values(TransformerUse)) ?? TransformerUse.DISTRIBUTION,
      ratedKva: row.requiredNumber('rated_kva', { from: 1, to: 1_500_000 }),
      hvKv: row.number('hv_kv', { from: 0.1, to: 1200 }),
      lvKv: row.number('lv_kv', { from: 0.1, to: 500 }),
      impedancePercent: row.number('impedance_percent', { from: 0.5, to: 40 }),
      resistancePercent: row.number('resistance_percent', { from: 0.01, to: 10 }),
      noLoadLossKw: row.number('no_load_loss_kw', { from: 0, to: 1000 }),
      loadLossKw: row.number('load_loss_kw', { from: 0, to: 5000 }),
      efficiencyPercent: row.number('efficiency_percent', { from: 80, to: 99.99 }),
      efficiencyLoad: row.number('efficiency_load', { from: 0.01, to: 1 }),
      vectorGroup: row.text('vector_group'),
      source: row.required('source'),
      notes: row.text('notes'),
    };
    const measured = read.noLoadLossKw !== undefined && read.loadLossKw !== undefined;
    const rated = read.efficiencyPercent !== undefined && read.efficiencyLoad !== undefined;
    if (!measured && !rated) row.report(CatalogCode.CELL_EMPTY, 'no_load_loss_kw', 'neither losses nor an efficiency');
    return read;
  });
}

/** Reads breaker-ratings.csv. */
export function readBreakerRatings(file: string, text: string, findings: Finding[]): BreakerRating[] {
  const rows = readTable(file, text, RATING_COLUMNS, findings);
  checkUnique(rows, ['code', 'amperes']);
  return rows.map((row) => ({
    code: oneOf(row, 'code', ['NEC', 'IEC']) ?? 'NEC',
    amperes: row.requiredNumber('amperes', { from: 1, to: 10_000 }),
    source: row.required('source'),
    notes: row.text('notes'),
  }));
}

/** Reads conversion-losses.csv. */
export function readConversionLosses(file: string, text: string, findings: Finding[]): ConversionLosses[] {
  const rows = readTable(file, text, LOSS_COLUMNS, findings);
  checkUnique(rows, ['id']);
  return rows.map((row) => ({
    id: row.required('id'),
    use: oneOf(row, 'use', ['ups', 'rectifier']) ?? 'ups',
    model: row.required('model'),
    noLoad: row.requiredNumber('no_load', SHARE),
    proportional: row.requiredNumber('proportional', SHARE),
    square: row.requiredNumber('square', SHARE),
    source: row.required('source'),
    notes: row.text('notes'),
  }));
}

/** Reads climates.csv: the rows of one place are its year. */
export function readClimates(file: string, text: string, findings: Finding[]): Climate[] {
  const rows = readTable(file, text, CLIMATE_COLUMNS, findings);
  checkUnique(rows, ['id', 'temperature_c']);
  const places = new Map<string, { readonly first: Row; readonly climate: Climate }>();
  for (const row of rows) {
    const id = row.required('id');
    const place = places.get(id) ?? {
      first: row,
      climate: { id, location: row.required('location'), hours: [], source: row.required('source') },
    };
    places.set(id, place);
    place.climate.hours.push({
      temperatureC: row.requiredNumber('temperature_c', { from: -80, to: 70 }),
      hours: row.requiredNumber('hours', { from: 0, to: HOURS_OF_A_YEAR }),
    });
  }
  for (const { first, climate } of places.values()) {
    climate.hours.sort((one, other) => one.temperatureC - other.temperatureC);
    const hours = climate.hours.reduce((sum, bin) => sum + bin.hours, 0);
    if (hours !== HOURS_OF_A_YEAR) {
      const problem = `the hours of ${climate.id} add up to ${hours}, a year has ${HOURS_OF_A_YEAR}`;
      first.report(CatalogCode.CELL_INVALID, 'hours', problem);
    }
  }
  return [...places.values()].map(({ climate }) => climate);
}

function oneOf<T extends string>(row: Row, column: string, words: T[]): T | undefined {
  const cell = row.required(column);
  const word = words.find((each) => each === cell);
  if (word === undefined && cell !== '') {
    row.report(CatalogCode.CELL_INVALID, column, `got "${cell}", expected ${words.join(' or ')}`);
  }
  return word;
}
