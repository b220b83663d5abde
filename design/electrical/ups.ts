import type { ConversionLosses } from '../../catalog/electrical';

/** Losses in kW of a UPS or rectifier: rating · (noLoad + proportional · x + square · x²). @param load output over rating */
export function conversionLossKw(ratedKw: number, losses: ConversionLosses, load: number): number {
  return ratedKw * (losses.noLoad + losses.proportional * load + losses.square * load * load);
}

/** Output over input at a load: 0 without load. */
export function conversionEfficiency(losses: ConversionLosses, load: number): number {
  return load === 0 ? 0 : load / (load + conversionLossKw(1, losses, load));
}

/** A battery that must carry a load for a time at the end of its life. */
export interface Autonomy {
  readonly loadKw: number;
  readonly minutes: number;
  /** Of the inverter, 0 to 1. */
  readonly inverterEfficiency: number;
  /** Share of the energy that may be taken, 0 to 1. */
  readonly depthOfDischarge: number;
  /** Share of the energy that is left at the end of life, 0 to 1. */
  readonly endOfLife: number;
}

/** kWh to install: P · t / (η · DoD · EoL). */
export function autonomyKwh({ loadKw, minutes, inverterEfficiency, depthOfDischarge, endOfLife }: Autonomy): number {
  return (loadKw * minutes) / 60 / (inverterEfficiency * depthOfDischarge * endOfLife);
}
