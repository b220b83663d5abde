import { stringify } from 'yaml';
import { type Equipment, EquipmentKind, UpstreamMode } from '../../design/electrical';
import { capacityWatts } from '../watts';

/** The type that DPS gives what hands power on. */
export const POWER_DISTRIBUTION = 'PowerDistribution';

/**
 * `transformer-98.8-1900000w`: a kind, its efficiency in per cent and what one of it may carry, in the manner of the models that DPS
 * ships. Pieces of one rating that are loaded differently are models of their own: one efficiency for all would be wrong for most.
 */
export function modelOf(piece: Equipment): string {
  const { kind, limitKw } = piece;
  const permille = efficiencyPermille(piece);
  const efficiency = permille === undefined ? '' : `-${(permille / 10).toFixed(1)}`;
  return `${kind}${efficiency}${limitKw === undefined ? '' : `-${capacityWatts(limitKw)}w`}`;
}

/** What a piece takes its power from in normal operation: of sources that stand by for each other, the preferred one. */
export function normalSources({ upstream, upstreamMode }: Equipment): string[] {
  return upstreamMode === UpstreamMode.FIRST ? upstream.slice(0, 1) : upstream;
}

/** What hangs on the grid in normal operation: all but generators and their switchgear. */
export function gridEquipment(equipment: Equipment[]): Equipment[] {
  const fed = new Set<string>();
  return equipment.filter((piece) => {
    const hangs = piece.kind === EquipmentKind.UTILITY || normalSources(piece).some((above) => fed.has(above));
    if (hangs) fed.add(piece.id);
    return hangs;
  });
}

/** Device specifications of all that hands power on, which DPS must know before the topology. */
export function deviceSpecifications(equipment: Equipment[]): string {
  const models = new Map<string, Equipment>();
  for (const piece of gridEquipment(equipment)) {
    if (piece.kind === EquipmentKind.UTILITY) continue;
    const model = modelOf(piece);
    if (!models.has(model)) models.set(model, piece);
  }
  const list = [...models].map(([model, piece]) => ({ type: POWER_DISTRIBUTION, model, spec: specification(piece) }));
  return stringify(list, { lineWidth: 0 });
}

function specification(piece: Equipment): object {
  const permille = efficiencyPermille(piece);
  return {
    ...(piece.limitKw === undefined ? {} : { maxLoadWatts: capacityWatts(piece.limitKw) }),
    ...(permille === undefined ? {} : { efficiencyFactor: permille / 1000 }),
  };
}

/** At the peak of the nameplates, rounded down. Undefined: it stands by and carries nothing. */
function efficiencyPermille({ peakKw, lossPeakKw }: Equipment): number | undefined {
  return peakKw > 0 ? Math.floor((peakKw / (peakKw + lossPeakKw)) * 1000 + 1e-9) : undefined;
}
