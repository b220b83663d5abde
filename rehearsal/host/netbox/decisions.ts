import { canonical } from '../canonical';
import type { CloudObject } from '../cloud';
import { type ObjectValue, Unknown, type Value } from '../values';
import type { Inventory } from './inventory';
import { idIn, textOf } from './values';

/** Height and width of a rack of no type (dcim.Rack: RACK_U_HEIGHT_DEFAULT, WIDTH_19IN). */
const PLAIN_RACK: ObjectValue = { form_factor: null, u_height: 42, width: 19 };

/** What NetBox has where nothing was said, by type. */
const NOTHING: { readonly [type: string]: ObjectValue } = {
  netbox_device: { primary_ipv4: null, primary_ipv6: null },
  netbox_device_interface: { mac_address: null, mac_addresses: [], primary_mac_address_id: null },
  netbox_ip_address: { nat_outside_addresses: [] },
};

/**
 * A new object with everything that the provider and NetBox decide of it: its id, its slug, and what its type of rack says.
 * @param worker tells the ids of the same objects in two stacks apart
 */
export function decided(type: string, planned: ObjectValue, worker: string, inventory: Inventory): ObjectValue {
  const known: { [name: string]: Value } = { ...NOTHING[type] };
  known['slug'] = slugOf(textOf(planned, 'name') ?? textOf(planned, 'model') ?? '');
  if (type === 'netbox_rack') Object.assign(known, measuresOf(planned, inventory));
  const filled = Object.entries(planned).map(([name, value]) => {
    return [name, value instanceof Unknown && known[name] !== undefined ? known[name] : value] as const;
  });
  return { ...Object.fromEntries(filled), id: idOf(type, planned, worker, inventory) };
}

/** The provider's own derivation: `Foo Bar` and `Foo-Bar` are both `foo-bar`. */
export function slugOf(name: string): string {
  const dashed = name.toLowerCase().replace(/[^a-z0-9_-]+/g, '-');
  return dashed.replace(/-+/g, '-').replace(/^[-_]+|[-_]+$/g, '');
}

function idOf(type: string, planned: ObjectValue, worker: string, inventory: Inventory): string {
  // It is no object of its own, but a field of its device.
  if (type === 'netbox_device_oob_ip') return String(idIn(planned, 'device_id') ?? 0);
  return String(inventory.idFor(`${worker} ${type} ${canonical(planned)}`));
}

function measuresOf(rack: ObjectValue, inventory: Inventory): ObjectValue {
  const type = inventory.find('netbox_rack_type', idIn(rack, 'rack_type_id')) as CloudObject | undefined;
  if (type === undefined) return PLAIN_RACK;
  const { form_factor = null, u_height = null, width = null } = type.state;
  return { form_factor, u_height, width };
}
