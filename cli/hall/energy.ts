import type { ElectricalDesign } from '../../design/electrical';
import { wordsOf } from '../../review/report/figure-text';
import { marked } from '../explain/figures';
import type { Page } from '../outcome';
import { counted, number, paragraph, rounded } from '../text';
import { section, sentences } from './folded';
import { percent } from './names';

/** Figures that a contract or a report asks for, each with its mark and what it rests on. */
export function figureTable({ figures, losses }: ElectricalDesign, page: Page): string {
  const rows = Object.entries(figures).map(([name, figure]) => [
    NAMES[name] ?? wordsOf(name),
    marked(figure),
    figure.unit === '1' ? '' : figure.unit,
    figure.note ?? (figure.sources.join('; ') || 'the sum of the racks'),
  ]);
  const columns = [{ head: 'figure' }, { head: 'value', right: true }, { head: 'unit' }, { head: 'rests on' }];
  const line = `losses of the chain: ${rounded(losses.totalTypicalKw)} kW~ at the typical load, ${rounded(losses.totalPeakKw)} kW~ at the peak; ${percent(losses.gridToRackPeak)} of what the grid gives for racks reaches them at the peak`;
  return `${section(page, 'losses, PUE and water', columns, rows, 'figure', 40)}\n${paragraph(line, page.width, '  ')}`;
}

const NAMES: { readonly [name: string]: string } = {
  rackPeak: 'racks, peak',
  rackTypical: 'racks, typical',
  gridPeak: 'grid, peak',
  gridTypical: 'grid, typical',
  pueAnnual: 'PUE, a year',
  puePeak: 'PUE, at the peak',
  wueAnnual: 'water (WUE), a year',
};

export function coolingSection({ cooling }: ElectricalDesign, page: Page): string {
  const hours = (value: number | undefined): string => (value === undefined ? 'unknown' : `${number(value)} h a year`);
  return sentences(page, 'cooling', [
    `heat at the peak: ${rounded(cooling.liquidKw)} kW into liquid (${rounded(cooling.liquidLitresPerMinute)} l/min), ${rounded(cooling.airKw)} kW into air (${rounded(cooling.airLitresPerMinute)} l/min of water to the air handlers)`,
    `cooling draws ${rounded(cooling.peakKw)} kW~ at the peak and ${number(cooling.hottestC)} °C outdoors, lighting and the house ${rounded(cooling.houseKw)} kW~`,
    `chillers run for liquid: ${hours(cooling.liquidChillerHours)}; for air: ${hours(cooling.airChillerHours)}`,
  ]);
}

/** What a grid and a generator feel of jobs that start and stop at once. */
export function rampSection({ transients }: ElectricalDesign, page: Page): string {
  const { stepKw, needs, powerKw, energyKwh } = transients;
  const lines = needs.map(
    ({ what, powerKw: kw, energyKwh: kwh, note }) => `${what}: ${rounded(kw)} kW, ${rounded(kwh)} kWh~: ${note}`,
  );
  return sentences(page, 'load swings', [
    `${rounded(stepKw)} kW at the racks come or go at once`,
    ...lines,
    needs.length === 0
      ? 'no buffer is asked for'
      : `a buffer for ${counted(needs.length, 'need')}: ${rounded(powerKw)} kW and ${rounded(energyKwh)} kWh~`,
  ]);
}
