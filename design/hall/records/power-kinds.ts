import { type Equipment, EquipmentKind, type Feed } from '../../electrical';
import type { HallDesign } from '../types';
import type { DeviceKind } from './types';

/** Who makes what no blueprint names a maker of. */
export const UNNAMED = 'Unspecified';

/** Outlets of a strip: one for each unit of the highest rack, so that a device has the number of its unit. */
const OUTLETS = 60;

/** Id of the kind of a feed's power strip. */
export function stripKindId({ volts, amps, phase }: Feed): string {
  return `rack-pdu-${volts}v-${amps}a-${phase}`;
}

export function outletName(number: number): string {
  return `outlet-${String(number).padStart(2, '0')}`;
}

/** Kinds of the power strips behind the feeds. */
export function stripKinds({ power }: HallDesign): DeviceKind[] {
  const feeds = new Map(power.feeds.map((feed) => [stripKindId(feed), feed]));
  return [...feeds].map(([id, feed]) => ({
    id,
    manufacturer: UNNAMED,
    model: `rack PDU, ${feed.volts} V, ${feed.amps} A, ${feed.phase}`,
    heightU: 0,
    ports: [],
    inlets: [{ name: 'inlet' }],
    outlets: Array.from({ length: OUTLETS }, (_, at) => outletName(at + 1)),
  }));
}

/** Id of the kind of a piece of the power chain: what it is, and what stands on its plate. */
export function equipmentKindId(equipment: Equipment): string {
  return [equipment.kind, ...plate(equipment)]
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9-]/g, '-');
}

function plate({ ratedKva, ratedKw, ratedAmps, volts }: Equipment): string[] {
  const figures: [number | undefined, string][] = [
    [ratedKva, 'kVA'],
    [ratedKw, 'kW'],
    [ratedAmps, 'A'],
    [volts, 'V'],
  ];
  return figures.flatMap(([value, unit]) => (value === undefined ? [] : [`${value}${unit}`]));
}

/** Kinds of the equipment above the racks. Their inlets and outlets are named after their neighbours: no kind has them. */
export function chainKinds({ power }: HallDesign): DeviceKind[] {
  const kinds = new Map(
    power.equipment
      .filter(({ kind }) => kind !== EquipmentKind.FEED)
      .map((equipment) => [equipmentKindId(equipment), equipment]),
  );
  return [...kinds].map(([id, equipment]) => ({
    id,
    manufacturer: UNNAMED,
    model: [equipment.kind, ...plate(equipment)].join(' '),
    heightU: 0,
    ports: [],
    inlets: [],
    outlets: [],
  }));
}
