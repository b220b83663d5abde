import type { Rule } from './asked';
import { COMPONENT_KINDS } from './components';
import { claimsOf } from './uniqueness';
import { idIn, textOf } from './values';

/** Names that another object has. */
export const takenNames: Rule = (asked) => {
  const { type, object, inventory } = asked;
  const own = `${type} ${String(object['id'])}`;
  const taken = claimsOf(type, object).filter(({ claim }) => {
    const holder = inventory.holderOf(claim);
    return holder !== undefined && holder !== own;
  });
  return [...taken.map(({ field, said }) => ({ field, said })), ...takenParts(asked)];
};

/** A component that the device already has, of its own or from a template. */
const takenParts: Rule = ({ type, object, inventory }) => {
  const kind = COMPONENT_KINDS[type];
  const [device, name] = [idIn(object, 'device_id'), textOf(object, 'name')];
  if (kind === undefined || device === undefined || name === undefined) return [];
  const same = inventory.parts.named(kind, device, name);
  if (same === undefined || same.id === Number(object['id'])) return [];
  return [{ field: 'non_field_errors', said: 'The fields device, name must make a unique set.' }];
};
