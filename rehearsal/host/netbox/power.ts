import type { Rule } from './asked';
import { all, named } from './places';
import { idIn, numberIn, textOf } from './values';

/** Feeds: PowerFeed.clean. A feed and its rack are of one site, and alternating current has no sign. */
export const badFeed: Rule = (asked) => {
  const { type, object } = asked;
  if (type !== 'netbox_power_feed') return [];
  const [panel, rack] = [named(asked, 'power_panel_id', 'netbox_power_panel'), named(asked, 'rack_id', 'netbox_rack')];
  const [panelSite, rackSite] = [panel, rack].map((each) => each && idIn(each.state, 'site_id'));
  if (rack !== undefined && panel !== undefined && rackSite !== panelSite) {
    const [rackName, panelName] = [rack, panel].map(({ state }) => textOf(state, 'name'));
    const [at, from] = [rackSite, panelSite].map((site) =>
      textOf(asked.inventory.find('netbox_site', site)?.state ?? {}, 'name'),
    );
    return all(`Rack ${rackName} (${at}) and power panel ${panelName} (${from}) are in different sites.`);
  }
  if (textOf(object, 'supply') === 'ac' && (numberIn(object, 'voltage') ?? 0) < 0) {
    return [{ field: 'voltage', said: 'Voltage cannot be negative for AC supply' }];
  }
  return [];
};

/** Panels: PowerPanel.clean. */
export const badPanel: Rule = (asked) => {
  if (asked.type !== 'netbox_power_panel') return [];
  const location = named(asked, 'location_id', 'netbox_location');
  const site = idIn(asked.object, 'site_id');
  if (location === undefined || idIn(location.state, 'site_id') === site) return [];
  const nameOf = (id: number | undefined): string | undefined =>
    textOf(asked.inventory.find('netbox_site', id)?.state ?? {}, 'name');
  const there = nameOf(idIn(location.state, 'site_id'));
  return all(`Location ${textOf(location.state, 'name')} (${there}) is in a different site than ${nameOf(site)}`);
};

const PORTS = ['netbox_device_power_port', 'netbox_power_port_template'];

/** Draws: PowerPort.clean. */
export const badDraw: Rule = ({ type, object }) => {
  const [maximum, allocated] = [numberIn(object, 'maximum_draw'), numberIn(object, 'allocated_draw')];
  if (!PORTS.includes(type) || maximum === undefined || allocated === undefined || allocated <= maximum) return [];
  return [{ field: 'allocated_draw', said: `Allocated draw cannot exceed the maximum draw (${maximum}W).` }];
};

/** Outlets: PowerOutlet.clean. An outlet is fed by a port of its own device or type of devices. */
export const badOutlet: Rule = (asked) => {
  const { type, object } = asked;
  const isTemplate = type === 'netbox_power_outlet_template';
  if (!isTemplate && type !== 'netbox_device_power_outlet') return [];
  const [owner, kind, noun] = isTemplate
    ? ['device_type_id', 'netbox_power_port_template', 'device type']
    : ['device_id', 'dcim.powerport', 'device'];
  const port = named(asked, 'power_port_id', kind);
  if (port === undefined || idIn(port.state, owner) === idIn(object, owner)) return [];
  return all(`Parent power port (${textOf(port.state, 'name')}) must belong to the same ${noun}`);
};
