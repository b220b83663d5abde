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

/**
 * Symmetrical three-phase fault current in A, impedances added as magnitudes on the base of the transformer:
 * I = I_rated / (z_T + S_T / S_source). No motor contribution, no voltage factor c and no correction K_T of IEC 60909: against
 * that method the result is some per cent low, which docs/power.md quantifies.
 */
export function faultAmps({ kva, volts, impedancePercent, sourceMva }: FaultPath): number {
  const source = sourceMva === undefined ? 0 : kva / 1000 / sourceMva;
  return fullLoadAmps(kva, volts) / (impedancePercent / 100 + source);
}
