import type { Problem } from './answers';
import type { Asked, Rule } from './asked';
import { idIn, numberIn, textOf } from './values';

/** An object that another names, if it stands. */
export function named({ object, inventory }: Asked, argument: string, type: string) {
  return inventory.find(type, idIn(object, argument));
}

function nameOf(found: ReturnType<typeof named>): string {
  return found === undefined ? '?' : (textOf(found.state, 'name') ?? textOf(found.state, 'model') ?? '?');
}

/** Words about the whole object. */
export function all(said: string): Problem[] {
  return [{ field: '__all__', said }];
}

/** Racks: Rack.clean. Their locations are of their sites, and measures have units. */
export const badRack: Rule = (asked) => {
  const { type, object } = asked;
  if (type !== 'netbox_rack' && type !== 'netbox_rack_type') return [];
  const outer = ['outer_width', 'outer_depth'].some((argument) => numberIn(object, argument) !== undefined);
  if (outer && textOf(object, 'outer_unit') === undefined) {
    return all('Must specify a unit when setting an outer dimension');
  }
  if (numberIn(object, 'max_weight') !== undefined && textOf(object, 'weight_unit') === undefined) {
    return all('Must specify a unit when setting a maximum weight');
  }
  const location = named(asked, 'location_id', 'netbox_location');
  if (location === undefined || idIn(location.state, 'site_id') === idIn(object, 'site_id')) return [];
  return all(`Assigned location must belong to parent site (${nameOf(named(asked, 'site_id', 'netbox_site'))}).`);
};

/** Locations: Location.clean. */
export const badLocation: Rule = (asked) => {
  if (asked.type !== 'netbox_location') return [];
  const parent = named(asked, 'parent_id', 'netbox_location');
  if (parent === undefined || idIn(parent.state, 'site_id') === idIn(asked.object, 'site_id')) return [];
  const site = nameOf(named(asked, 'site_id', 'netbox_site'));
  return all(`Parent location (${nameOf(parent)}) must belong to the same site (${site}).`);
};

/** Where a device stands: Device.clean, in its order. A device in a rack is at the location of the rack. */
export const misplacedDevice: Rule = (asked) => {
  const { type, object } = asked;
  if (type !== 'netbox_device') return [];
  const [rack, location] = [named(asked, 'rack_id', 'netbox_rack'), named(asked, 'location_id', 'netbox_location')];
  const site = nameOf(named(asked, 'site_id', 'netbox_site'));
  const isElsewhere = (found: typeof rack): boolean =>
    found !== undefined && idIn(found.state, 'site_id') !== idIn(object, 'site_id');
  if (isElsewhere(rack)) return [{ field: 'rack', said: `Rack ${nameOf(rack)} does not belong to site ${site}.` }];
  if (isElsewhere(location)) {
    return [{ field: 'location', said: `Location ${nameOf(location)} does not belong to site ${site}.` }];
  }
  if (rack !== undefined && location !== undefined && idIn(rack.state, 'location_id') !== idIn(object, 'location_id')) {
    return [{ field: 'rack', said: `Rack ${nameOf(rack)} does not belong to location ${nameOf(location)}.` }];
  }
  const cluster = named(asked, 'cluster_id', 'netbox_cluster');
  const clusterSite = cluster && idIn(cluster.state, 'site_id');
  if (clusterSite !== undefined && clusterSite !== idIn(object, 'site_id')) {
    return [{ field: 'cluster', said: `The assigned cluster belongs to a different site (${clusterSite})` }];
  }
  return [];
};
