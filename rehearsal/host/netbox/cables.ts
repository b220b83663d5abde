import type { Rule } from './asked';
import { unpluggable } from './interface-types';
import { all } from './places';
import { endsOf, SIDES, type Termination } from './terminations';
import { numberIn, textOf } from './values';

/** What fits what (dcim.constants, COMPATIBLE_TERMINATION_TYPES). */
const FITS: { readonly [kind: string]: readonly string[] } = {
  'circuits.circuittermination': ['circuits.circuittermination', 'dcim.frontport', 'dcim.interface', 'dcim.rearport'],
  'dcim.consoleport': ['dcim.consoleserverport', 'dcim.frontport', 'dcim.rearport'],
  'dcim.consoleserverport': ['dcim.consoleport', 'dcim.frontport', 'dcim.rearport'],
  'dcim.interface': ['circuits.circuittermination', 'dcim.frontport', 'dcim.interface', 'dcim.rearport'],
  'dcim.powerfeed': ['dcim.powerport'],
  'dcim.poweroutlet': ['dcim.powerport'],
  'dcim.powerport': ['dcim.powerfeed', 'dcim.poweroutlet'],
};

/** Cables: Cable.clean and CableTermination.clean. */
export const badCable: Rule = ({ type, object, inventory }) => {
  if (type !== 'netbox_cable') return [];
  if (numberIn(object, 'length') !== undefined && textOf(object, 'length_unit') === undefined) {
    return all('Must specify a unit when setting a cable length');
  }
  const [near, far] = SIDES.map((side) => endsOf(object, side)) as [Termination[], Termination[]];
  for (const side of [near, far]) {
    if (new Set(side.map(({ kind }) => kind)).size > 1) {
      return all('Cannot connect different termination types to same end of cable.');
    }
  }
  const [one, other] = [near[0]?.kind, far[0]?.kind];
  if (one !== undefined && other !== undefined && FITS[one]?.includes(other) === false) {
    return all(`Incompatible termination types: ${one} and ${other}`);
  }
  const ends = [...near, ...far];
  for (const [index, { kind, id }] of ends.entries()) {
    const plugged = inventory.referring('netbox_cable', kind, id).find((cable) => cable.id !== object['id']);
    const twice = ends.findIndex((each) => each.kind === kind && each.id === id) < index;
    if (plugged !== undefined || twice) {
      return all(`Duplicate termination found for ${kind} ${id}: cable ${plugged?.id ?? String(object['id'])}`);
    }
    const shown = unpluggable(textOf(inventory.parts.find(kind, id)?.state ?? {}, 'type') ?? '');
    if (kind === 'dcim.interface' && shown !== undefined) {
      return [{ field: 'termination', said: `Cables cannot be terminated to ${shown} interfaces` }];
    }
  }
  return [];
};
