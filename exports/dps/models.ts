import { stringify } from 'yaml';
import { type Equipment, EquipmentKind } from '../../design/electrical';
import { capacityWatts } from '../watts';

/** The type that DPS gives what hands power on. */
export const POWER_DISTRIBUTION = 'PowerDistribution';

/** `transformer-1900000w`: a kind and what one of it may carry. */
export function modelOf({ kind, limitKw }: Equipment): string {
  return limitKw === undefined ? kind : `${kind}-${capacityWatts(limitKw)}w`;
}

/**
 * Device specifications of all that hands power on, which DPS must know before the topology: the most that one may carry, and the
 * efficiency at the design's peak, of the worst piece of its model, four places rounded down.
 */
export function deviceSpecifications(equipment: Equipment[]): string {
  const models = new Map<string, { maxLoadWatts?: number; efficiencyFactor: number }>();
  for (const piece of equipment) {
    if (piece.kind === EquipmentKind.UTILITY || piece.kind === EquipmentKind.GENERATOR) continue;
    const name = modelOf(piece);
    const efficiencyFactor = efficiencyOf(piece);
    const known = models.get(name);
    if (known !== undefined) known.efficiencyFactor = Math.min(known.efficiencyFactor, efficiencyFactor);
    else {
      const limit = piece.limitKw === undefined ? {} : { maxLoadWatts: capacityWatts(piece.limitKw) };
      models.set(name, { ...limit, efficiencyFactor });
    }
  }
  const list = [...models].map(([model, spec]) => ({ type: POWER_DISTRIBUTION, model, spec }));
  return stringify(list, { lineWidth: 0 });
}

function efficiencyOf({ peakKw, lossPeakKw }: Equipment): number {
  if (peakKw <= 0) return 1;
  return Math.floor((peakKw / (peakKw + lossPeakKw)) * 10_000 + 1e-9) / 10_000;
}
