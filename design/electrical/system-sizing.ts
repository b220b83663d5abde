import type { ConversionLosses } from '../../catalog/electrical';

/** What one system of a block needs at its worst load. */
export interface SystemSizing {
  /** kW out of the conversion, with what rows lose. */
  readonly outputKw: number;
  /** Modules with the spare ones. 0: no conversion. */
  readonly modules: number;
  /** kW at the low-voltage bus: what idle modules lose is in it. */
  readonly lowKw: number;
}

/** What system sizing depends on. */
export interface SystemRules {
  readonly distributionLoss: number;
  readonly upsModuleKw: number;
  /** Undefined: no conversion. */
  readonly losses?: ConversionLosses;
  readonly spareModules: number;
}

/** Modules and the power above them for kW at the racks. Square losses are taken at full load: the result is an upper bound. */
export function sizeSystem(
  rackKw: number,
  { distributionLoss, upsModuleKw, losses, spareModules }: SystemRules,
): SystemSizing {
  const outputKw = rackKw * (1 + distributionLoss);
  if (losses === undefined) return { outputKw, modules: 0, lowKw: outputKw };
  const modules = Math.max(1, Math.ceil(outputKw / upsModuleKw - 1e-9)) + spareModules;
  const idleKw = modules * losses.noLoad * upsModuleKw;
  return { outputKw, modules, lowKw: outputKw + idleKw + (losses.proportional + losses.square) * outputKw };
}

/** The most kW at the racks that keep the low-voltage bus within a limit. */
export function largestSystem(limitKw: number, rules: SystemRules): number {
  let low = 0;
  let high = limitKw;
  for (let step = 0; step < 50; step += 1) {
    const middle = (low + high) / 2;
    if (sizeSystem(middle, rules).lowKw <= limitKw) low = middle;
    else high = middle;
  }
  return low;
}
