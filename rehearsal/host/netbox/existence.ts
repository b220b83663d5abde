import type { Rule } from './asked';
import { referencesFor } from './references';
import { allEndsOf } from './terminations';
import { idsIn } from './values';

/** Ends of cables that can be looked up; others, such as ports of patch panels, are believed. */
const KNOWN_ENDS = ['dcim.interface', 'dcim.powerfeed', 'dcim.poweroutlet', 'dcim.powerport'];

/** References to what is not there (`WritableNestedSerializer`, `get_related_object_by_attrs`). */
export const missingReferences: Rule = ({ type, object, inventory }) => {
  const own = referencesFor(type, object).flatMap(({ argument, to, field }) => {
    const missing = idsIn(object, argument).filter((id) => inventory.find(to, id) === undefined);
    return missing.map((id) => ({ field, said: notFound(id) }));
  });
  if (type !== 'netbox_cable') return own;
  const ends = allEndsOf(object).filter(({ kind, id }) => {
    const to = kind === 'dcim.powerfeed' ? 'netbox_power_feed' : kind;
    return KNOWN_ENDS.includes(kind) && inventory.find(to, id) === undefined;
  });
  return [...own, ...ends.map(({ kind, id }) => ({ field: '__all__', said: `${kind} ${id}: ${notFound(id)}` }))];
};

function notFound(id: number): string {
  return `Related object not found using the provided numeric ID: ${id}`;
}
