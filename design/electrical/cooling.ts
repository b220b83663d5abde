import type { TemperatureHours } from '../../catalog/electrical';
import { type CoolingOptions, HeatRejection } from './options';

/** kJ/(kg·K) and kg/l of warm water. */
const WATER_HEAT = 4.186;
const WATER_DENSITY = 0.997;
/** kJ that evaporate a kg of water at about 30 °C. */
const EVAPORATION_HEAT = 2430;
const KELVIN = 273.15;
/** K between the condensing refrigerant and the water that leaves the cooler, and between cold water and the evaporating one. */
const CONDENSER_K = 7;
const EVAPORATOR_K = 3;
/** Below this lift a chiller gains nothing more. */
const LEAST_LIFT_K = 10;

/** Water that carries heat. */
export interface WaterFlow {
  readonly kgPerSecond: number;
  readonly litresPerMinute: number;
}

/** ṁ = Q / (c · ΔT). */
export function waterFlow(heatKw: number, riseK: number): WaterFlow {
  const kgPerSecond = heatKw / (WATER_HEAT * riseK);
  return { kgPerSecond, litresPerMinute: (kgPerSecond * 60) / WATER_DENSITY };
}

/** Heat of the racks and of the rooms, in kW. */
export interface Heat {
  readonly liquidKw: number;
  readonly airKw: number;
}

/** What cooling takes at one outdoor temperature. */
export interface CoolingPoint {
  readonly electricKw: number;
  readonly liquidChiller: boolean;
  readonly airChiller: boolean;
}

/** One loop: the cooler makes the water as cold as the outdoor air allows, chillers do the rest. */
function loopKw(
  heatKw: number,
  supplyC: number,
  riseK: number,
  auxiliary: number,
  outdoorC: number,
  options: CoolingOptions,
): { readonly kw: number; readonly chiller: boolean } {
  const reachableC = outdoorC + options.approachK;
  const share = Math.min(1, Math.max(0, (reachableC - supplyC) / riseK));
  const lift = Math.max(LEAST_LIFT_K, reachableC + CONDENSER_K - (supplyC - EVAPORATOR_K));
  const performance = (options.carnotShare * (supplyC - EVAPORATOR_K + KELVIN)) / lift;
  return { kw: heatKw * auxiliary + (heatKw * share) / performance, chiller: share > 0 && heatKw > 0 };
}

/** Electrical kW of cooling at one outdoor temperature (wet bulb for cooling towers). */
export function coolingAt(outdoorC: number, heat: Heat, options: CoolingOptions): CoolingPoint {
  const { liquidSupplyC, liquidRiseK, liquidAuxiliary, airSupplyC, airRiseK, airAuxiliary } = options;
  const liquid = loopKw(heat.liquidKw, liquidSupplyC, liquidRiseK, liquidAuxiliary, outdoorC, options);
  const air = loopKw(heat.airKw, airSupplyC, airRiseK, airAuxiliary, outdoorC, options);
  return { electricKw: liquid.kw + air.kw, liquidChiller: liquid.chiller, airChiller: air.chiller };
}

/** A year of cooling. */
export interface CoolingYear {
  readonly kwh: number;
  readonly liquidChillerHours: number;
  readonly airChillerHours: number;
  /** Water that evaporates and is blown down. */
  readonly litres: number;
}

/** Sums a year over its temperatures. Dry coolers take no water; towers evaporate the heat of racks, rooms and chillers. */
export function coolingYear(hours: TemperatureHours[], heat: Heat, options: CoolingOptions): CoolingYear {
  let kwh = 0;
  let liquidChillerHours = 0;
  let airChillerHours = 0;
  let litres = 0;
  for (const bin of hours) {
    const point = coolingAt(bin.temperatureC, heat, options);
    kwh += point.electricKw * bin.hours;
    if (point.liquidChiller) liquidChillerHours += bin.hours;
    if (point.airChiller) airChillerHours += bin.hours;
    if (options.rejection === HeatRejection.EVAPORATIVE) {
      litres += evaporatedLitres((heat.liquidKw + heat.airKw + point.electricKw) * bin.hours, options);
    }
  }
  return { kwh, liquidChillerHours, airChillerHours, litres };
}

/** Evaporation and blow-down: E · n / (n − 1) at n cycles of concentration. */
function evaporatedLitres(heatKwh: number, { cyclesOfConcentration: cycles }: CoolingOptions): number {
  return (((heatKwh * 3600) / EVAPORATION_HEAT) * cycles) / (cycles - 1) / WATER_DENSITY;
}
