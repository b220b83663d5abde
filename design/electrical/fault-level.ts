/** A three-phase transformer between a source and a bus. */
export interface FaultPath {
  readonly kva: number;
  /** Line-to-line volts of the bus. */
  readonly volts: number;
  readonly impedancePercent: number;
  /** Fault level of the source in MVA. @default - infinite: the result errs to the high side */
  readonly sourceMva?: number;
}

/** Rated current of a transformer's bus: S / (√3 · V). */
export function fullLoadAmps(kva: number, volts: number): number {
  return (kva * 1000) / (Math.sqrt(3) * volts);
}

/** Voltage factor c_max of IEC 60909 at low voltage with a tolerance of 10 %. */
const LOW_VOLTAGE_FACTOR = 1.1;

/**
 * Symmetrical three-phase fault current in A with 1.0 per unit before the fault, impedances added as magnitudes on the base of
 * the transformer: I = I_rated / (z_T + S_T / S_source). Motors are not in it.
 */
export function faultAmps({ kva, volts, impedancePercent, sourceMva }: FaultPath): number {
  return fullLoadAmps(kva, volts) / (impedancePercent / 100 + sourceImpedance(kva, sourceMva));
}

/** The same by IEC 60909-0: voltage factor c = 1.1, impedance of the transformer corrected by K_T = 0.95 · c / (1 + 0.6 · x_T). */
export function iecFaultAmps({ kva, volts, impedancePercent, sourceMva }: FaultPath): number {
  const impedance = impedancePercent / 100;
  const correction = (0.95 * LOW_VOLTAGE_FACTOR) / (1 + 0.6 * impedance);
  const source = LOW_VOLTAGE_FACTOR * sourceImpedance(kva, sourceMva);
  return (LOW_VOLTAGE_FACTOR * fullLoadAmps(kva, volts)) / (impedance * correction + source);
}

function sourceImpedance(kva: number, sourceMva: number | undefined): number {
  return sourceMva === undefined ? 0 : kva / 1000 / sourceMva;
}
