import type { Finding } from '../blueprints/language/finding';
import type { Region } from './regions';
import { checkUnique, type Row, readTable } from './table';

const COLUMNS =
  'cloud,region,location,country,iso2,state,balancing_area,carbon_intensity_g_per_kwh,carbon_intensity_year,carbon_intensity_basis,carbon_intensity_source,carbon_intensity_license,lat,lon,provider_cfe_share,provider_cfe_year,pue,pue_year,pue_source,wue_l_per_kwh,wue_year,wue_source,industrial_price_usd_per_mwh,price_year,price_source,wholesale_price_usd_per_mwh,wholesale_year,wholesale_source,notes'.split(
    ',',
  );

const YEAR = { from: 2000, to: 2100 };
const PRICE = { from: 1, to: 2000 };

/** Reads regions.csv. */
export function readRegions(file: string, text: string, findings: Finding[]): Region[] {
  const rows = readTable(file, text, COLUMNS, findings);
  checkUnique(rows, ['cloud', 'region']);
  return rows.map(region);
}

function region(row: Row): Region {
  const read: Region = {
    cloud: row.required('cloud'),
    region: row.required('region'),
    location: row.required('location'),
    country: row.required('country'),
    iso2: row.required('iso2'),
    state: row.text('state'),
    balancingArea: row.text('balancing_area'),
    carbonIntensityGramsPerKwh: row.number('carbon_intensity_g_per_kwh', { from: 0, to: 2000 }),
    carbonIntensityYear: row.integer('carbon_intensity_year', YEAR),
    carbonIntensityBasis: row.text('carbon_intensity_basis'),
    carbonIntensitySource: row.text('carbon_intensity_source'),
    carbonIntensityLicense: row.text('carbon_intensity_license'),
    latitude: row.requiredNumber('lat', { from: -90, to: 90 }),
    longitude: row.requiredNumber('lon', { from: -180, to: 180 }),
    providerCfeShare: row.number('provider_cfe_share', { from: 0, to: 1 }),
    providerCfeYear: row.integer('provider_cfe_year', YEAR),
    pue: row.number('pue', { from: 1, to: 3 }),
    pueYear: row.integer('pue_year', YEAR),
    pueSource: row.text('pue_source'),
    wueLitresPerKwh: row.number('wue_l_per_kwh', { from: 0, to: 20 }),
    wueYear: row.integer('wue_year', YEAR),
    wueSource: row.text('wue_source'),
    industrialPriceUsdPerMwh: row.number('industrial_price_usd_per_mwh', PRICE),
    priceYear: row.integer('price_year', YEAR),
    priceSource: row.text('price_source'),
    wholesalePriceUsdPerMwh: row.number('wholesale_price_usd_per_mwh', PRICE),
    wholesaleYear: row.integer('wholesale_year', YEAR),
    wholesaleSource: row.text('wholesale_source'),
    notes: row.text('notes'),
  };
  const sourced: [number | undefined, string][] = [
    [read.carbonIntensityGramsPerKwh, 'carbon_intensity_source'],
    [read.pue, 'pue_source'],
    [read.wueLitresPerKwh, 'wue_source'],
    [read.industrialPriceUsdPerMwh, 'price_source'],
    [read.wholesalePriceUsdPerMwh, 'wholesale_source'],
  ];
  for (const [figure, column] of sourced) {
    if (figure !== undefined) {
      row.required(column);
    }
  }
  return read;
}
