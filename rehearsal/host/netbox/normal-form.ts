import { Address4, Address6 } from 'ip-address';
import type { ObjectValue, Value } from '../values';
import type { Asked } from './asked';
import { idIn, textOf } from './values';

/** What a rack takes over from its type (dcim.Rack, RACKTYPE_FIELDS); `mounting_depth` is named otherwise there. */
const OF_RACK_TYPE = [
  'form_factor',
  'max_weight',
  'outer_depth',
  'outer_unit',
  'outer_width',
  'u_height',
  'weight',
  'weight_unit',
  'width',
];

/** Texts that NetBox keeps as they come: JSON. */
const AS_GIVEN = ['default', 'id', 'local_context_data'];

/**
 * An object as NetBox keeps it. Where that is not what was given, the next plan wants to change it back: padded texts, IPv6 in
 * capitals, the location that a device has from its rack, what a rack has from its type. The same object when nothing changes.
 */
export function normalForm({ type, object, inventory }: Asked): ObjectValue {
  const changes: { [argument: string]: Value } = {};
  for (const [argument, value] of Object.entries(object)) {
    if (typeof value === 'string' && !AS_GIVEN.includes(argument)) changes[argument] = value.trim();
  }
  for (const argument of ['prefix', 'ip_address']) {
    const address = textOf(object, argument);
    if (address !== undefined) changes[argument] = canonicalAddress(address.trim());
  }
  const name = textOf(object, 'dns_name');
  if (name !== undefined) changes['dns_name'] = name.trim().toLowerCase();
  if (type === 'netbox_device' && idIn(object, 'location_id') === undefined) {
    const rack = inventory.find('netbox_rack', idIn(object, 'rack_id'));
    changes['location_id'] = rack?.state['location_id'] ?? null;
  }
  if (type === 'netbox_rack') {
    Object.assign(changes, fromRackType(inventory.find('netbox_rack_type', idIn(object, 'rack_type_id'))));
  }
  const changed = Object.entries(changes).filter(([argument, value]) => value !== (object[argument] ?? null));
  return changed.length === 0 ? object : { ...object, ...Object.fromEntries(changed) };
}

function fromRackType(type: { readonly state: ObjectValue } | undefined): ObjectValue {
  if (type === undefined) return {};
  const taken = OF_RACK_TYPE.map((name) => [name, type.state[name] ?? null] as const);
  const depth = type.state['mounting_depth_mm'] ?? null;
  return { ...Object.fromEntries(taken), desc_units: false, mounting_depth: depth };
}

/** `2001:DB8:0::/48` is `2001:db8::/48`. What is no address comes back as it is. */
function canonicalAddress(text: string): string {
  const [host = '', length] = text.split('/');
  if (Address4.isValid(host) || !Address6.isValid(host)) return text;
  const address = new Address6(host).correctForm();
  return length === undefined ? address : `${address}/${length}`;
}
