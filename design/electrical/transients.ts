import type { TransientsAsk } from './options';
import type { BufferNeed, TransientsDesign } from './result';

/** MWh that a buffer gives while the grid follows a step at a limited ramp: ΔP² / (2 · r). */
export function rampBufferMwh(stepMw: number, rampMwPerMin: number): number {
  return (stepMw * stepMw) / (2 * rampMwPerMin * 60);
}

/** MJ that smooth a periodic square wave to its mean, without losses: ΔP · d · (1−d) · T. @param duty 0 to 1 */
export function squareWaveBufferMj(stepMw: number, duty: number, periodSeconds: number): number {
  return stepMw * duty * (1 - duty) * periodSeconds;
}

/** What load swings and the loss of the grid ask of storage. */
export function designTransients(
  synchronousPeakKw: number,
  facilityPerRackKw: number,
  autonomy: BufferNeed[],
  ask: TransientsAsk,
): TransientsDesign {
  const stepKw = synchronousPeakKw * ask.stepShare;
  const gridStepMw = (stepKw * facilityPerRackKw) / 1000;
  const needs: BufferNeed[] = [];
  if (ask.rampLimitMwPerMin !== undefined && stepKw > 0) {
    const note = `a step of ${gridStepMw.toFixed(3)} MW at ${ask.rampLimitMwPerMin} MW/min`;
    const kwh = rampBufferMwh(gridStepMw, ask.rampLimitMwPerMin) * 1000;
    needs.push({ what: 'ramp', powerKw: gridStepMw * 1000, energyKwh: kwh, note });
  }
  if (stepKw > 0) {
    const megajoules = squareWaveBufferMj(gridStepMw, ask.duty, ask.periodSeconds);
    const power = gridStepMw * 1000 * Math.max(ask.duty, 1 - ask.duty);
    const note = `swings of ${gridStepMw.toFixed(3)} MW, duty ${ask.duty}, period ${ask.periodSeconds} s, smoothed to the mean`;
    needs.push({ what: 'square-wave', powerKw: power, energyKwh: megajoules / 3.6, note });
  }
  needs.push(...autonomy);
  return {
    stepKw,
    needs,
    powerKw: Math.max(0, ...needs.map((need) => need.powerKw)),
    energyKwh: needs.reduce((sum, need) => sum + need.energyKwh, 0),
  };
}
