import { Address4, Address6 } from 'ip-address';
import { overlap, rangeOf } from '../checks/addresses';
import type { Problem } from './answers';
import type { Rule } from './asked';
import { all } from './places';
import { idIn, numberIn, textOf } from './values';

/** Prefixes and aggregates: `prefix_validator`. All bits past the length are zero. */
export const hostBits: Rule = ({ type, object }) => {
  const prefix = textOf(object, 'prefix');
  if ((type !== 'netbox_prefix' && type !== 'netbox_aggregate') || prefix === undefined) return [];
  const network = networkOf(prefix);
  if (network === undefined || network === prefix) return [];
  return [{ field: 'prefix', said: `${prefix} is not a valid prefix. Did you mean ${network}?` }];
};

/** Aggregates: Aggregate.clean. There are few. */
export const overlappingAggregates: Rule = ({ type, object, inventory }) => {
  const prefix = textOf(object, 'prefix');
  const range = prefix === undefined ? undefined : rangeOf(prefix);
  if (type !== 'netbox_aggregate' || range === undefined) return [];
  const other = inventory.all(type).find(({ id, state }) => {
    const theirs = rangeOf(textOf(state, 'prefix') ?? '');
    return id !== object['id'] && theirs !== undefined && overlap(range, theirs);
  });
  if (other === undefined) return [];
  const said = `Aggregates cannot overlap. ${prefix} is already covered by an existing aggregate (${textOf(other.state, 'prefix')}).`;
  return [{ field: 'prefix', said }];
};

/** Addresses of interfaces: IPAddress.clean. */
export const unassignableAddress: Rule = ({ type, object }) => {
  const address = textOf(object, 'ip_address');
  if (type !== 'netbox_ip_address' || address === undefined) return [];
  if (idIn(object, 'device_interface_id') === undefined && idIn(object, 'interface_id') === undefined) return [];
  const range = rangeOf(address);
  if (range === undefined || range.last - range.first < 2n) return [];
  const [host = ''] = address.split('/');
  const value = range.version === 4 ? new Address4(host).bigInt() : new Address6(host).bigInt();
  if (value === range.first) return all(`${host} is a network ID, which may not be assigned to an interface.`);
  if (range.version === 4 && value === range.last) {
    return all(`${host} is a broadcast address, which may not be assigned to an interface.`);
  }
  return [];
};

/** The out-of-band address of a device is one of its own: Device.clean. */
export const strayOobAddress: Rule = ({ type, object, inventory }): Problem[] => {
  if (type !== 'netbox_device_oob_ip') return [];
  const address = inventory.find('netbox_ip_address', idIn(object, 'ip_address_id'));
  const part = inventory.parts.find('dcim.interface', idIn(address?.state ?? {}, 'device_interface_id') ?? 0);
  if (address === undefined || part?.device === idIn(object, 'device_id')) return [];
  const said = `The specified IP address (${textOf(address.state, 'ip_address')}) is not assigned to this device.`;
  return [{ field: 'oob_ip', said }];
};

/** VLANs have an id that their group allows: VLAN.clean. */
export const strayVlan: Rule = ({ type, object, inventory }) => {
  const group = inventory.find('netbox_vlan_group', idIn(object, 'group_id'));
  const vid = numberIn(object, 'vid');
  const ranges = (group?.state['vid_ranges'] ?? []) as [number, number][];
  if (type !== 'netbox_vlan' || group === undefined || vid === undefined) return [];
  if (ranges.some(([least, most]) => vid >= least && vid <= most)) return [];
  const allowed = ranges.map(([least, most]) => `${least}-${most}`).join(', ');
  return [{ field: 'vid', said: `VID must be in ranges ${allowed} for VLANs in group ${textOf(group.state, 'name')}` }];
};

function networkOf(prefix: string): string | undefined {
  const range = rangeOf(prefix);
  if (range === undefined) return undefined;
  const first =
    range.version === 4
      ? Address4.fromBigInt(range.first).correctForm()
      : Address6.fromBigInt(range.first).correctForm();
  return `${first}/${range.length}`;
}
