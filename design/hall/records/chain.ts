import { type Equipment, EquipmentKind, UpstreamMode } from '../../electrical';
import type { HallDesign } from '../types';
import { capacityW, drawW } from './numbers';
import type { EquipmentRecord, PowerChainRecords } from './types';

const FED_FROM = new Set([EquipmentKind.PANEL, EquipmentKind.BUSWAY]);

/** The power chain above the feeds: what stands outside of the halls first, then hall by hall. */
export function chainRecords({ power }: HallDesign): PowerChainRecords[] {
  const halls = new Map<number | undefined, EquipmentRecord[]>();
  for (const equipment of power.equipment) {
    if (equipment.kind === EquipmentKind.FEED) continue;
    const records = halls.get(equipment.hall) ?? [];
    halls.set(equipment.hall, records);
    records.push(recordOf(equipment));
  }
  return [...halls]
    .sort(([one], [other]) => (one ?? 0) - (other ?? 0))
    .map(([hall, equipment]) => ({ ...(hall === undefined ? {} : { hall }), equipment }));
}

function recordOf(equipment: Equipment): EquipmentRecord {
  const { upstream, upstreamMode, peakKw, lossPeakKw, limitKw } = equipment;
  // Where the first that is alive takes all, each must be able to; where they share, each has its part.
  const ways = upstreamMode === UpstreamMode.FIRST ? 1 : Math.max(1, upstream.length);
  return {
    name: equipment.id,
    kind: equipment.kind,
    panel: FED_FROM.has(equipment.kind),
    ...(equipment.row === undefined ? {} : { row: equipment.row }),
    upstream: upstream.map((name) => ({ name, peakW: drawW((peakKw + lossPeakKw) / ways) })),
    peakW: drawW(peakKw),
    ...(limitKw === undefined ? {} : { limitW: capacityW(limitKw) }),
    fields: fieldsOf(equipment),
  };
}

/** Each as it would be read aloud; capacities rounded down. */
function fieldsOf(equipment: Equipment): { readonly [field: string]: string } {
  const { block, redundancyGroup, system, side, loadClass, upstream, upstreamMode, substation } = equipment;
  const down = (value: number | undefined): string | undefined =>
    value === undefined ? undefined : String(Math.floor(value * 1000) / 1000);
  const fields: { readonly [field: string]: string | undefined } = {
    kind: equipment.kind,
    rated_kva: down(equipment.ratedKva),
    rated_kw: down(equipment.ratedKw),
    rated_amps: down(equipment.ratedAmps),
    volts: equipment.volts === undefined ? undefined : String(equipment.volts),
    limit_kw: down(equipment.limitKw),
    battery_kwh: down(equipment.batteryKwh),
    block,
    redundancy_group: redundancyGroup,
    system,
    side,
    load_class: loadClass,
    substation: substation === undefined ? undefined : String(substation),
    fed_from: upstream.length === 0 ? undefined : upstream.join(' '),
    fed_by: upstream.length < 2 ? undefined : upstreamMode,
  };
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
