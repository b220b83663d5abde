import { AssumptionBasis, DEFAULT_MARKS } from './defaults';
import type { ElectricalOptions } from './options';
import type { Assumption } from './result';
import type { Settled } from './settled';

/** Every option with its value, and whether it was stated or where the default comes from. */
export function listAssumptions(
  options: ElectricalOptions,
  settled: Settled,
  chosen: { readonly mediumKv: number },
): Assumption[] {
  const values: { readonly [option: string]: unknown } = {
    ...settled,
    ...chosen,
    maximumUtilisation: settled.feederRules.utilisation,
    switchgearUtilisation: settled.switchgearRules.utilisation,
    derating: settled.feederRules.derating,
    upsLosses: settled.upsLosses.id,
    rectifierLosses: settled.rectifierLosses.id,
  };
  return Object.entries(DEFAULT_MARKS).map(([option, [basis, source]]) => {
    const stated = options[option as keyof ElectricalOptions];
    const value = typeof values[option] === 'object' ? JSON.stringify(values[option]) : String(values[option]);
    if (stated === undefined) return { option, value, basis, source };
    const partly = typeof stated === 'object';
    return {
      option,
      value,
      basis: AssumptionBasis.STATED,
      source: partly ? `stated in part; the rest: ${source}` : 'stated',
    };
  });
}
