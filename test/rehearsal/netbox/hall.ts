import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Rehearsal, rehearse } from '../../../rehearsal';
import type { Cloud } from '../../../rehearsal/host/cloud';
import { temporaryFolder } from '../../support/synthesized';

type Block = { readonly [argument: string]: unknown };

/** Resources or data sources of a configuration, by type and name. */
export interface Blocks {
  readonly [type: string]: { readonly [name: string]: Block };
}

const id = (address: string): string => `\${${address}.id}`;

/** The id that a data source found by the name of a component. */
function found(data: string, list: string, name: string): string {
  return `\${one([for each in data.${data}.${list} : each.id if each.name == "${name}"])}`;
}

function parts(device: string): Block {
  return { filter: [{ name: 'device_id', value: id(`netbox_device.${device}`) }] };
}

/** Everything that devices of a type must wait for: NetBox makes their ports from the templates of that moment. */
export const TEMPLATES = [
  'netbox_interface_template.port',
  'netbox_power_port_template.psu',
  'netbox_power_port_template.inlet',
  'netbox_power_outlet_template.outlet',
];

/** Where things stand: a region, a site, a hall with a row. */
export const PLACES: Blocks = {
  netbox_region: { north: { name: 'North', slug: 'north' } },
  netbox_rir: { private: { name: 'RFC 6996', slug: 'rfc-6996', is_private: true } },
  netbox_asn: { leaf: { asn: 4_200_000_001, rir_id: id('netbox_rir.private') } },
  netbox_site: {
    campus: {
      name: 'Campus',
      slug: 'campus',
      region_id: id('netbox_region.north'),
      asn_ids: [id('netbox_asn.leaf')],
      latitude: 59.123456,
    },
  },
  netbox_location: {
    hall: { name: 'Hall', slug: 'hall', site_id: id('netbox_site.campus') },
    row: {
      name: 'Row 1',
      slug: 'row-1',
      site_id: id('netbox_site.campus'),
      parent_id: id('netbox_location.hall'),
    },
  },
};

/** What devices are made of: a server with two ports and one supply, a PDU of no height with one inlet and one outlet. */
export const TYPES: Blocks = {
  netbox_manufacturer: { acme: { name: 'Acme' } },
  netbox_device_role: { server: { name: 'Server', slug: 'server', color_hex: '00ff00' } },
  netbox_device_type: {
    server: { model: 'S8', slug: 's8', manufacturer_id: id('netbox_manufacturer.acme'), u_height: 8 },
    pdu: { model: 'PDU', slug: 'pdu', manufacturer_id: id('netbox_manufacturer.acme'), u_height: 0 },
  },
  netbox_interface_template: {
    port: {
      for_each: '${toset(["eth0", "eth1"])}',
      name: '${each.value}',
      type: '400gbase-x-osfp',
      device_type_id: id('netbox_device_type.server'),
    },
  },
  netbox_power_port_template: {
    psu: { name: 'PSU1', type: 'iec-60320-c20', maximum_draw: 6000, device_type_id: id('netbox_device_type.server') },
    inlet: { name: 'IN', type: 'iec-60309-3p-n-e-6h', device_type_id: id('netbox_device_type.pdu') },
  },
  netbox_power_outlet_template: {
    outlet: {
      name: 'OUT1',
      type: 'iec-60320-c19',
      feed_leg: 'A',
      device_type_id: id('netbox_device_type.pdu'),
      power_port_id: id('netbox_power_port_template.inlet'),
    },
  },
};

const IN_ROW = { site_id: id('netbox_site.campus'), location_id: id('netbox_location.row') };

/** What stands in the row, and its power. */
export const EQUIPMENT: Blocks = {
  netbox_rack_type: {
    orv3: {
      model: 'ORv3',
      slug: 'orv3',
      manufacturer_id: id('netbox_manufacturer.acme'),
      form_factor: '4-post-cabinet',
      width: 21,
      u_height: 44,
      starting_unit: 1,
    },
  },
  netbox_rack: {
    r1: { name: 'R1', ...IN_ROW, status: 'active', rack_type_id: id('netbox_rack_type.orv3') },
    r2: { name: 'R2', ...IN_ROW, status: 'planned', width: 19, u_height: 48 },
  },
  netbox_device: {
    server: {
      name: 'srv-1',
      ...IN_ROW,
      device_type_id: id('netbox_device_type.server'),
      role_id: id('netbox_device_role.server'),
      rack_id: id('netbox_rack.r1'),
      rack_face: 'front',
      rack_position: 1,
      depends_on: TEMPLATES,
    },
    peer: {
      name: 'srv-2',
      ...IN_ROW,
      device_type_id: id('netbox_device_type.server'),
      role_id: id('netbox_device_role.server'),
      rack_id: id('netbox_rack.r1'),
      rack_face: 'front',
      rack_position: 9,
      depends_on: TEMPLATES,
    },
    pdu: {
      name: 'pdu-1',
      ...IN_ROW,
      device_type_id: id('netbox_device_type.pdu'),
      role_id: id('netbox_device_role.server'),
      rack_id: id('netbox_rack.r1'),
      depends_on: TEMPLATES,
    },
  },
  netbox_power_panel: { a: { name: 'A', ...IN_ROW } },
  netbox_power_feed: {
    a1: {
      name: 'A1',
      power_panel_id: id('netbox_power_panel.a'),
      rack_id: id('netbox_rack.r1'),
      status: 'active',
      type: 'primary',
      supply: 'ac',
      phase: 'three-phase',
      voltage: 415,
      amperage: 60,
      max_percent_utilization: 80,
    },
  },
};

export const DATA: Blocks = {
  netbox_device_interfaces: { server: parts('server'), peer: parts('peer') },
  netbox_device_power_ports: { server: parts('server'), pdu: parts('pdu') },
  netbox_device_power_outlets: { pdu: parts('pdu') },
};

function cable(type: string, a: [kind: string, id: string], b: [kind: string, id: string]): Block {
  const end = ([object_type, object_id]: [string, string]): Block => ({ object_type, object_id });
  return { status: 'connected', type, a_termination: [end(a)], b_termination: [end(b)] };
}

/** From the feed to the server, and between two servers. */
export const CABLES: Blocks = {
  netbox_cable: {
    feed: cable(
      'power',
      ['dcim.powerfeed', id('netbox_power_feed.a1')],
      ['dcim.powerport', found('netbox_device_power_ports.pdu', 'power_ports', 'IN')],
    ),
    supply: cable(
      'power',
      ['dcim.poweroutlet', found('netbox_device_power_outlets.pdu', 'power_outlets', 'OUT1')],
      ['dcim.powerport', found('netbox_device_power_ports.server', 'power_ports', 'PSU1')],
    ),
    link: {
      ...cable(
        'dac-passive',
        ['dcim.interface', found('netbox_device_interfaces.server', 'interfaces', 'eth0')],
        ['dcim.interface', found('netbox_device_interfaces.peer', 'interfaces', 'eth0')],
      ),
      length: 1.25,
      length_unit: 'm',
    },
  },
};

export const ADDRESSES: Blocks = {
  netbox_ipam_role: { loopback: { name: 'Loopback', slug: 'loopback' } },
  netbox_vrf: { storage: { name: 'storage', rd: '65000:1' } },
  netbox_prefix: {
    v4: { prefix: '10.0.0.0/24', status: 'active', role_id: id('netbox_ipam_role.loopback') },
    v6: { prefix: '2001:db8::/48', status: 'container', vrf_id: id('netbox_vrf.storage') },
  },
  netbox_ip_address: {
    oob: {
      ip_address: '10.0.0.1/32',
      status: 'active',
      device_interface_id: found('netbox_device_interfaces.server', 'interfaces', 'eth1'),
    },
  },
  netbox_device_oob_ip: {
    server: { device_id: id('netbox_device.server'), ip_address_id: id('netbox_ip_address.oob') },
  },
};

/** A small hall, whole. */
export const HALL: Blocks = { ...PLACES, ...TYPES, ...EQUIPMENT, ...CABLES, ...ADDRESSES };

/** Parts of a hall with more in them, or something else at a place that they have. */
export function extended(hall: Blocks, more: Blocks): Blocks {
  const types = [...new Set([...Object.keys(hall), ...Object.keys(more)])];
  return Object.fromEntries(
    types.map((type) => {
      const names = [...new Set([...Object.keys(hall[type] ?? {}), ...Object.keys(more[type] ?? {})])];
      const blocks = names.map((name) => [name, { ...hall[type]?.[name], ...more[type]?.[name] }] as const);
      return [type, Object.fromEntries(blocks)];
    }),
  );
}

/** How a hall is rehearsed. */
export interface Options {
  readonly data?: Blocks;
  readonly faults?: string[];
  readonly cloud?: Cloud;
}

/** Rehearses a configuration of NetBox. */
export function rehearseHall(engine: string, resource: Blocks, options: Options = {}): Promise<Rehearsal> {
  const { data, ...rest } = options;
  const folder = temporaryFolder();
  const configuration = {
    terraform: { required_providers: { netbox: { source: 'e-breuninger/netbox', version: '>= 5.7.0' } } },
    provider: { netbox: { server_url: 'https://netbox.example.invalid', api_token: 'none' } },
    resource,
    ...(data && { data }),
  };
  writeFileSync(join(folder, 'main.tf.json'), JSON.stringify(configuration));
  return rehearse(folder, { engine, ...rest });
}
