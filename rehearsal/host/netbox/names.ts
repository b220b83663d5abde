import type { Asked, Rule } from './asked';
import { COMPONENT_KINDS } from './components';
import { claimsOf } from './uniqueness';
import { idIn, textOf } from './values';

/** Names that another object has. */
export const takenNames: Rule = (asked) => {
  const { type, object, inventory } = asked;
  const own = `${type} ${String(object['id'])}`;
  const taken = mayRepeat(asked) ? [] : claimsOf(type, object).filter(({ claim }) => inventory.isTaken(claim, own));
  return [...taken.map(({ field, said }) => ({ field, said })), ...takenParts(asked)];
};

/** Roles of addresses that several may have (ipam.constants, IPADDRESS_ROLES_NONUNIQUE). */
const SHARED_ROLES = ['anycast', 'vip', 'vrrp', 'hsrp', 'glbp', 'carp'];

/** Addresses may repeat in a VRF that does not mind, or when they are shared. */
function mayRepeat({ type, object, inventory }: Asked): boolean {
  if (type !== 'netbox_prefix' && type !== 'netbox_ip_address') return false;
  const vrf = inventory.find('netbox_vrf', idIn(object, 'vrf_id'));
  return vrf?.state['enforce_unique'] === false || SHARED_ROLES.includes(textOf(object, 'role') ?? '');
}

/** A component that the device already has, of its own or from a template. */
const takenParts: Rule = ({ type, object, inventory }) => {
  const kind = COMPONENT_KINDS[type];
  const [device, name] = [idIn(object, 'device_id'), textOf(object, 'name')];
  if (kind === undefined || device === undefined || name === undefined) return [];
  const same = inventory.parts.named(kind, device, name);
  if (same === undefined || same.id === Number(object['id'])) return [];
  return [{ field: 'non_field_errors', said: 'The fields device, name must make a unique set.' }];
};
