import { type Equipment, EquipmentKind, UpstreamMode } from '../../design/electrical';

/** Collections of power equipment, each with the name that Redfish gives it. */
export enum Shelf {
  FLOOR_PDUS = 'FloorPDUs',
  RACK_PDUS = 'RackPDUs',
  SWITCHGEAR = 'Switchgear',
  TRANSFER_SWITCHES = 'TransferSwitches',
  ELECTRICAL_BUSES = 'ElectricalBuses',
}

/** Where a piece stands and what Redfish calls it. It has no word for services, transformers, generators, UPS and rectifiers: they stand among switchgear. */
export function shelfOf({ kind, upstream, upstreamMode }: Equipment): { readonly shelf: Shelf; readonly type: string } {
  switch (kind) {
    case EquipmentKind.FEED:
      return { shelf: Shelf.RACK_PDUS, type: 'RackPDU' };
    case EquipmentKind.PANEL:
      return { shelf: Shelf.FLOOR_PDUS, type: 'FloorPDU' };
    case EquipmentKind.BUSWAY:
      return { shelf: Shelf.ELECTRICAL_BUSES, type: 'Bus' };
    case EquipmentKind.STATIC_TRANSFER_SWITCH:
      return { shelf: Shelf.TRANSFER_SWITCHES, type: 'AutomaticTransferSwitch' };
    case EquipmentKind.ESSENTIAL_SWITCHGEAR:
      return upstreamMode === UpstreamMode.FIRST && upstream.length > 1
        ? { shelf: Shelf.TRANSFER_SWITCHES, type: 'AutomaticTransferSwitch' }
        : { shelf: Shelf.SWITCHGEAR, type: 'Switchgear' };
    default:
      return { shelf: Shelf.SWITCHGEAR, type: 'Switchgear' };
  }
}

/** Line voltages that Redfish has a word for (`Circuit.NominalVoltage`). */
const AC_VOLTS = new Set([120, 208, 230, 240, 277, 400, 480]);
const DC_VOLTS = new Set([48, 240, 380]);

/** Undefined: Redfish has no word for it. */
export function nominalVoltage(volts: number | undefined, direct: boolean): string | undefined {
  if (volts === undefined || !(direct ? DC_VOLTS : AC_VOLTS).has(volts)) return undefined;
  return `${direct ? 'DC' : 'AC'}${volts}V`;
}
