import { EquipmentKind } from '../../electrical';
import type { DeviceKind } from './types';

/** Who makes what no blueprint names a maker of. */
export const UNNAMED = 'Unspecified';

/** Outlets of a strip: one for each unit of the highest rack, so that a device has the number of its unit. */
const OUTLETS = 60;

/** The kind of all power strips: what each is rated for stands on its feed. */
export const STRIP_KIND = 'rack-pdu';

export function outletName(number: number): string {
  return `outlet-${String(number).padStart(2, '0')}`;
}

/**
 * Kinds of everything that carries power, whatever a design has of it: a rating is written beside each piece and is no kind of its own.
 * So no change of a design takes a kind away that stands somewhere, which an inventory refuses.
 */
export function powerKinds(): DeviceKind[] {
  const equipment = Object.values(EquipmentKind).filter((kind) => kind !== EquipmentKind.FEED);
  return [
    {
      id: STRIP_KIND,
      manufacturer: UNNAMED,
      model: 'rack PDU',
      heightU: 0,
      ports: [],
      inlets: [{ name: 'inlet' }],
      outlets: Array.from({ length: OUTLETS }, (_, at) => outletName(at + 1)),
    },
    // Their inlets and outlets are named after their neighbours: no kind has them.
    ...equipment.map((kind) => ({
      id: kind,
      manufacturer: UNNAMED,
      model: kind,
      heightU: 0,
      ports: [],
      inlets: [],
      outlets: [],
    })),
  ];
}
