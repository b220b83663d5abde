import type { ObjectValue } from '../values';
import type { Rule } from './asked';
import type { Inventory } from './inventory';
import { named } from './places';
import { idIn, numberIn, textOf } from './values';

/** The units that a device takes, and whether it takes both faces of the rack. */
interface Space {
  readonly from: number;
  readonly to: number;
  readonly face?: string;
  readonly isFullDepth: boolean;
}

/** The units of a rack: Device.clean and Rack.get_available_units. Racks hold few devices: each is compared. */
export const takenUnits: Rule = (asked) => {
  const { type, object, inventory } = asked;
  if (type !== 'netbox_device') return [];
  const [position, face] = [numberIn(object, 'rack_position'), textOf(object, 'rack_face')];
  const rack = named(asked, 'rack_id', 'netbox_rack');
  if (rack === undefined) {
    if (face !== undefined) return at('face', 'Cannot select a rack face without assigning a rack.');
    return position === undefined ? [] : at('position', 'Cannot select a rack position without assigning a rack.');
  }
  // The provider sends no position that is zero.
  if (position === undefined || position === 0) return [];
  if (position % 0.5 !== 0) return at('position', 'Position must be in increments of 0.5 rack units.');
  if (face === undefined) return at('face', 'Must specify rack face when defining rack position.');
  const deviceType = named(asked, 'device_type_id', 'netbox_device_type');
  const model = deviceType === undefined ? '?' : (textOf(deviceType.state, 'model') ?? '?');
  const space = spaceOf(object, inventory);
  const height = space.to - space.from;
  if (height === 0) return at('position', `A 0U device type (${model}) cannot be assigned to a rack position.`);
  const first = startOf(rack.state, inventory);
  const last = first + (numberIn(rack.state, 'u_height') ?? 42);
  const others = inventory
    .referring('netbox_device', 'netbox_rack', idIn(object, 'rack_id') ?? 0)
    .filter(({ id }) => id !== object['id']);
  const isFree =
    space.from >= first && space.to <= last && !others.some(({ state }) => clash(space, spaceOf(state, inventory)));
  if (isFree) return [];
  const said = `U${position} is already occupied or does not have sufficient space to accommodate this device type: ${model} (${height}U)`;
  return at('position', said);
};

function at(field: string, said: string): { field: string; said: string }[] {
  return [{ field, said }];
}

function spaceOf(device: ObjectValue, inventory: Inventory): Space {
  const type = inventory.find('netbox_device_type', idIn(device, 'device_type_id'));
  const from = numberIn(device, 'rack_position') ?? 0;
  const height = from === 0 ? 0 : (numberIn(type?.state ?? {}, 'u_height') ?? 1);
  const isFullDepth = type?.state['is_full_depth'] !== false;
  return { from, to: from + height, face: textOf(device, 'rack_face'), isFullDepth };
}

function startOf(rack: ObjectValue, inventory: Inventory): number {
  const type = inventory.find('netbox_rack_type', idIn(rack, 'rack_type_id'));
  return numberIn(type?.state ?? {}, 'starting_unit') ?? 1;
}

function clash(one: Space, other: Space): boolean {
  if (one.from >= other.to || other.from >= one.to) return false;
  return one.isFullDepth || other.isFullDepth || one.face === other.face;
}
