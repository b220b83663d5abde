import type { BreakerRating } from '../../catalog/electrical';

/** Which rules hold: loads of three hours and more, standard ratings, the next size up. */
export enum ElectricalCode {
  /** NFPA 70, the National Electrical Code. */
  NEC = 'NEC',
  /** IEC 60364 with devices of IEC 60898 and 60947. */
  IEC = 'IEC',
}

/** How a circuit carries its power. */
export enum Phase {
  SINGLE = 'single-phase',
  THREE = 'three-phase',
  DIRECT_CURRENT = 'direct-current',
}

/** A circuit: line-to-line volts of AC, pole-to-pole volts of DC. */
export interface CircuitVoltage {
  readonly volts: number;
  readonly phase: Phase;
}

/** One step of a rating, as a reader would follow it. */
export interface SizingStep {
  readonly what: string;
  readonly amperes: number;
  /** Where the rule stands. */
  readonly rule: string;
}

/** A protective device that was sized. */
export interface BreakerSizing {
  /** Amperes of the load. */
  readonly loadAmps: number;
  /** Amperes that the rating must reach. */
  readonly requiredAmps: number;
  /** Standard rating. Undefined: the largest one is too small. */
  readonly ratingAmps?: number;
  /** Least ampacity of the conductors that it protects. */
  readonly conductorAmps?: number;
  readonly steps: SizingStep[];
}

/** NEC 240.4(B) and (C): up to here a conductor may be protected by the next standard rating above its ampacity. */
export const NEXT_SIZE_UP_TO_AMPS = 800;
/** Rounding noise that may not lift a load over a standard rating. */
const TOLERANCE = 1e-9;

/** √3 of a three-phase circuit, 1 of any other. */
export function phaseFactor(phase: Phase): number {
  return phase === Phase.THREE ? Math.sqrt(3) : 1;
}

/** Amperes of a load: I = P / (√3 · V · pf). @param powerFactor taken as 1 for direct current */
export function amperes(kw: number, { volts, phase }: CircuitVoltage, powerFactor: number): number {
  const pf = phase === Phase.DIRECT_CURRENT ? 1 : powerFactor;
  return (kw * 1000) / (phaseFactor(phase) * volts * pf);
}

/** kW that a current carries. @param powerFactor taken as 1 for direct current */
export function kilowatts(amps: number, { volts, phase }: CircuitVoltage, powerFactor: number): number {
  const pf = phase === Phase.DIRECT_CURRENT ? 1 : powerFactor;
  return (phaseFactor(phase) * volts * amps * pf) / 1000;
}

/**
 * VA that a feed offers, by NetBox's own formula (it takes 1.732 for √3 and rounds).
 *
 * @param utilisationPercent 1 to 100
 */
export function availablePowerVa(amps: number, { volts, phase }: CircuitVoltage, utilisationPercent: number): number {
  return Math.round(Math.abs(volts) * amps * (utilisationPercent / 100) * (phase === Phase.THREE ? 1.732 : 1));
}

/** What sizing depends on. */
export interface SizingRules {
  readonly code: ElectricalCode;
  /** Standard ratings of the code, ascending. */
  readonly ratings: number[];
  /** Share of a device's rating that a continuous load may take: 0.8 of standard NEC breakers, 1 of 100 %-rated ones. */
  readonly utilisation: number;
  /** Factor of ambient and grouping on the rating, IEC 60364-5-52. 1: none. */
  readonly derating: number;
}

/**
 * The standard rating for a continuous load. NEC 210.20(A), 215.3: the load is at most 80 % of a breaker that is not rated for
 * 100 %. IEC has no such rule: the rated current holds, less the derating. The rating is never rounded down.
 */
export function sizeBreaker(
  kw: number,
  voltage: CircuitVoltage,
  powerFactor: number,
  rules: SizingRules,
): BreakerSizing {
  const loadAmps = amperes(kw, voltage, powerFactor);
  const requiredAmps = loadAmps / rules.utilisation / rules.derating;
  const ratingAmps = rules.ratings.find((rating) => rating >= requiredAmps * (1 - TOLERANCE));
  const conductorAmps = conductorFor(requiredAmps, ratingAmps, rules.code);
  const nec = rules.code === ElectricalCode.NEC;
  const steps: SizingStep[] = [{ what: 'load', amperes: loadAmps, rule: 'I = P / (√3 · V · pf)' }];
  if (rules.utilisation < 1) {
    const rule = nec ? 'NEC 210.20(A), 215.3: continuous load' : 'stated utilisation';
    steps.push({ what: `load / ${rules.utilisation}`, amperes: loadAmps / rules.utilisation, rule });
  }
  if (rules.derating < 1) {
    steps.push({ what: `derated by ${rules.derating}`, amperes: requiredAmps, rule: 'IEC 60364-5-52 or stated' });
  }
  if (ratingAmps !== undefined && conductorAmps !== undefined) {
    steps.push({ what: 'standard rating', amperes: ratingAmps, rule: nec ? 'NEC 240.6(A)' : 'IEC 60898-1, IEC 60059' });
    steps.push({ what: 'least ampacity of conductors', amperes: conductorAmps, rule: conductorRule(ratingAmps, nec) });
  }
  return { loadAmps, requiredAmps, ratingAmps, conductorAmps, steps };
}

/** The next size up is allowed to 800 A by the NEC; above, and by the IEC always, the conductor carries the whole rating. */
function conductorFor(requiredAmps: number, ratingAmps: number | undefined, code: ElectricalCode): number | undefined {
  if (ratingAmps === undefined) return undefined;
  return code === ElectricalCode.NEC && ratingAmps <= NEXT_SIZE_UP_TO_AMPS ? requiredAmps : ratingAmps;
}

function conductorRule(ratingAmps: number, nec: boolean): string {
  if (!nec) return 'IEC 60364-4-43: rated current at most the ampacity';
  return ratingAmps <= NEXT_SIZE_UP_TO_AMPS ? 'NEC 240.4(B): next size up to 800 A' : 'NEC 240.4(C): none above 800 A';
}

/** The ratings of one code, ascending. */
export function ratingsOf(code: ElectricalCode, rows: BreakerRating[]): number[] {
  return rows
    .filter((row) => row.code === code)
    .map((row) => row.amperes)
    .sort((one, other) => one - other);
}
