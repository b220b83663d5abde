import { type Figure, FigureBasis } from '../basis';
import { tidy, unknownFigure } from '../figures';
import { coolingAt, coolingYear, type Heat, waterFlow } from './cooling';
import type { PowerNetwork, PowerSink } from './network';
import { HeatRejection } from './options';
import type { CoolingDesign, ElectricalFigures } from './result';
import type { Settled } from './settled';
import { hottestC } from './site-plan';

/** Racks and the heat of the halls, in kW. */
export interface EnergyPoint {
  readonly rackKw: number;
  readonly heat: Heat;
}

const HOURS = 8760;

/** Temperatures that heat rejection works against. */
function hoursOf({ climate, cooling }: Settled) {
  return cooling.rejection === HeatRejection.EVAPORATIVE ? climate?.wetBulbHours : climate?.hours;
}

/** Mean kW of cooling and house load over the year; at the temperature that the plant is sized for where no climate is known. */
export function meanMechanicalKw(heat: Heat, rackKw: number, settled: Settled): number {
  const hours = hoursOf(settled);
  const cooling =
    hours === undefined
      ? coolingAt(hottestC(settled), heat, settled.cooling).electricKw
      : coolingYear(hours, heat, settled.cooling).kwh / HOURS;
  return cooling + settled.cooling.houseShare * rackKw;
}

/** Cooling at the peak, and how long chillers run at the typical load. */
export function designCooling(peak: EnergyPoint, typical: EnergyPoint, settled: Settled): CoolingDesign {
  const { cooling } = settled;
  const hours = hoursOf(settled);
  const year = hours === undefined ? undefined : coolingYear(hours, typical.heat, cooling);
  return {
    liquidKw: peak.heat.liquidKw,
    airKw: peak.heat.airKw,
    liquidLitresPerMinute: waterFlow(peak.heat.liquidKw, cooling.liquidRiseK).litresPerMinute,
    airLitresPerMinute: waterFlow(peak.heat.airKw, cooling.airRiseK).litresPerMinute,
    peakKw: coolingAt(hottestC(settled), peak.heat, cooling).electricKw,
    houseKw: cooling.houseShare * peak.rackKw,
    hottestC: hottestC(settled),
    liquidChillerHours: year?.liquidChillerHours,
    airChillerHours: year?.airChillerHours,
  };
}

/** PUE by ISO/IEC 30134-2 and WUE by 30134-9, with IT energy measured at the racks. @param grid kW of the site at the grid */
export function efficiencyFigures(
  grid: { readonly typicalKw: number; readonly peakKw: number },
  peak: EnergyPoint,
  typical: EnergyPoint,
  settled: Settled,
): ElectricalFigures {
  const { cooling, climate } = settled;
  const hours = hoursOf(settled);
  const defaults = 'cooling by engineering defaults unless stated; losses of the chain at its operating point';
  const estimate = (value: number, unit: string, note: string): Figure => ({
    value: tidy(value),
    unit,
    basis: FigureBasis.ESTIMATE,
    sources: climate === undefined ? [] : [climate.source],
    note,
  });
  if (typical.rackKw === 0) {
    const unknown = (unit: string) => unknownFigure(unit, 'racks draw nothing');
    return { pueAnnual: unknown('1'), puePeak: unknown('1'), wueAnnual: unknown('l/kWh') };
  }
  const puePeak = estimate(grid.peakKw / peak.rackKw, '1', `at the peak and ${hottestC(settled)} °C; ${defaults}`);
  if (hours === undefined) {
    const why = 'no outdoor temperatures are known: state a climate';
    return { pueAnnual: unknownFigure('1', why), puePeak, wueAnnual: unknownFigure('l/kWh', why) };
  }
  const litres = coolingYear(hours, typical.heat, cooling).litres;
  const water =
    cooling.rejection === HeatRejection.DRY ? 'dry coolers; humidification is not counted' : 'cooling towers';
  return {
    pueAnnual: estimate(grid.typicalKw / typical.rackKw, '1', `at the typical load; ${defaults}`),
    puePeak,
    wueAnnual: estimate(litres / (typical.rackKw * HOURS), 'l/kWh', water),
  };
}

/**
 * Gives cooling the heat that the chain really makes. Its equipment was sized with the losses at full load, so that the load can
 * only fall.
 */
export function settleMechanical(
  network: PowerNetwork,
  peak: EnergyPoint,
  typical: EnergyPoint,
  settled: Settled,
): void {
  const cooling = network.sinks.filter((sink) => sink.loadClass === undefined);
  const total = (of: (sink: PowerSink) => number) => cooling.reduce((sum, sink) => sum + of(sink), 0);
  const peakKw =
    coolingAt(hottestC(settled), peak.heat, settled.cooling).electricKw + settled.cooling.houseShare * peak.rackKw;
  const peakFactor = scale(
    peakKw,
    total((sink) => sink.peakKw),
  );
  const typicalFactor = scale(
    meanMechanicalKw(typical.heat, typical.rackKw, settled),
    total((sink) => sink.typicalKw),
  );
  network.sinks.forEach((sink, index) => {
    if (sink.loadClass !== undefined) return;
    const kw = { typicalKw: sink.typicalKw * typicalFactor, peakKw: sink.peakKw * peakFactor };
    network.sinks[index] = { ...sink, ...kw };
  });
}

function scale(wanted: number, have: number): number {
  return have === 0 ? 1 : Math.min(1, wanted / have);
}
