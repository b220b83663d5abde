import type { BlueprintDocument } from '../../blueprints/language/document';
import { parsePower } from '../../blueprints/language/quantities';
import { EquipmentKind } from '../../design/electrical/result';
import type { HallDesign } from '../../design/hall';
import type { PolicyEquipment, PolicyRack } from './subject-types';

/** Racks of servers and of switches, with what the blueprint lets one of them draw. */
export function racksOf(
  halls: ReadonlyMap<string, HallDesign>,
  blueprint: BlueprintDocument | undefined,
): PolicyRack[] {
  return [...halls].flatMap(([site, { loads }]) => {
    const stated = blueprint?.sites[site]?.racks?.power;
    const limit = stated === undefined ? undefined : parsePower(stated).value;
    return loads.map(({ rack, peakKw }) => ({
      site,
      name: rack.name,
      peakKw,
      ...(limit !== undefined && { limitKw: limit }),
    }));
  });
}

/** The power chain. A feed carries its rack alone when the other side is out. */
export function equipmentOf(halls: ReadonlyMap<string, HallDesign>): PolicyEquipment[] {
  return [...halls].flatMap(([site, { power }]) => {
    const design = new Map(power.feeds.map(({ id, designKw }) => [id, designKw]));
    return power.equipment.map(({ id, kind, peakKw, limitKw }) => ({
      site,
      id,
      kind,
      peakKw: kind === EquipmentKind.FEED ? (design.get(id) ?? peakKw) : peakKw,
      ...(limitKw !== undefined && { limitKw }),
    }));
  });
}
