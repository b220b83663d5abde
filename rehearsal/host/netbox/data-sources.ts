import { numberOf } from '../checks/scalars';
import type { CloudObject } from '../cloud';
import type { Reading } from '../service';
import { isObject, type ObjectValue, type Value } from '../values';
import type { Component, ComponentKind } from './components';
import type { Inventory } from './inventory';
import { textOf, textsIn } from './values';

/** Something that a data source may list. */
interface Listed {
  readonly id: number;
  readonly name: string;
  readonly state: ObjectValue;
}

/** How a data source looks things up, from its Go source (netbox/data_source_netbox_*.go). */
interface Source {
  /** The attribute that holds the list. */
  readonly list: string;
  /** Names that a `filter` may have. */
  readonly filters: readonly string[];
  /** Whether an empty list is refused with `no result`. */
  readonly wantsResult: boolean;
  find(inventory: Inventory, filter: ReadonlyMap<string, string>): Listed[];
  shape(found: Listed, inventory: Inventory): ObjectValue;
}

const OF_PARTS = ['device_id', 'name', 'tag'];

const SOURCES: { readonly [type: string]: Source } = {
  netbox_device_interfaces: {
    list: 'interfaces',
    filters: [...OF_PARTS, 'lag_id', 'mac_address'],
    wantsResult: true,
    find: parts('dcim.interface'),
    shape: ({ id, name, state }, inventory) => ({
      ...common(id, name, state, inventory),
      enabled: state['enabled'] ?? true,
      lag_device_interface_id: state['lag_device_interface_id'] ?? null,
      mac_address: null,
      mac_addresses: [],
      mode: modeOf(state),
      mtu: state['mtu'] ?? null,
      tagged_vlans: vlans(state['tagged_vlans'] ?? null, inventory),
      type: state['type'] ?? null,
      untagged_vlan: vlans(state['untagged_vlan'] ?? null, inventory),
    }),
  },
  netbox_device_power_outlets: {
    list: 'power_outlets',
    filters: OF_PARTS,
    wantsResult: true,
    find: parts('dcim.poweroutlet'),
    shape: ({ id, name, state }, inventory) => ({
      ...common(id, name, state, inventory),
      ...chosen(state, ['feed_leg', 'module_id', 'power_port_id', 'type']),
    }),
  },
  netbox_device_power_ports: {
    list: 'power_ports',
    filters: OF_PARTS,
    wantsResult: true,
    find: parts('dcim.powerport'),
    shape: ({ id, name, state }, inventory) => ({
      ...common(id, name, state, inventory),
      ...chosen(state, ['allocated_draw', 'maximum_draw', 'module_id', 'type']),
    }),
  },
  netbox_devices: {
    list: 'devices',
    filters: [
      'asset_tag',
      'cluster_id',
      'location_id',
      'name',
      'rack_id',
      'region',
      'role_id',
      'site_id',
      'status',
      'tags',
      'tenant_id',
    ],
    wantsResult: false,
    find: (inventory, filter) => devices(inventory, filter).map(listedObject),
    shape: ({ id, name, state }, inventory) => deviceShape(id, name, state, inventory),
  },
};

/** The answer of a data source from what NetBox holds. Undefined: there is no such source. */
export function read(type: string, config: ObjectValue, inventory: Inventory): Reading | undefined {
  const source = SOURCES[type];
  if (source === undefined) return undefined;
  const filter = filterOf(config);
  const stray = [...filter.keys()].find((name) => !source.filters.includes(name));
  if (stray !== undefined) return { refused: `'${stray}' is not a supported filter parameter` };
  const pattern = textOf(config, 'name_regex');
  const named = source
    .find(inventory, filter)
    .filter(({ state, name, id }) => passes(filter, { state, name, id }, inventory));
  const matching = pattern === undefined ? named : named.filter(({ name }) => new RegExp(pattern).test(name));
  const ordered = matching.sort((one, other) => NATURAL.compare(one.name, other.name) || one.id - other.id);
  const limit = numberOf(config['limit'] ?? null) ?? 0;
  const found = limit > 0 ? ordered.slice(0, limit) : ordered;
  if (found.length === 0 && source.wantsResult) return { refused: 'no result' };
  return { values: { [source.list]: found.map((each) => source.shape(each, inventory)) } };
}

/** NetBox sorts names as people do: port 2 before port 10. */
const NATURAL = new Intl.Collator('en', { numeric: true });

function filterOf(config: ObjectValue): Map<string, string> {
  const blocks = config['filter'] ?? null;
  const filters = Array.isArray(blocks) ? blocks.filter(isObject) : [];
  return new Map(filters.map(({ name, value }) => [String(name), String(value)]));
}

function passes(filter: ReadonlyMap<string, string>, { state, name }: Listed, inventory: Inventory): boolean {
  return [...filter].every(([by, value]) => {
    if (by === 'name') return name === value;
    if (by === 'tag' || by === 'tags') return tagsOf(state, inventory).some(({ slug }) => slug === value);
    if (by === 'region') return regionOf(state, inventory) === value;
    const argument = by === 'lag_id' ? 'lag_device_interface_id' : by;
    return String(state[argument] ?? '') === value;
  });
}

function regionOf(state: ObjectValue, inventory: Inventory): string | undefined {
  const site = inventory.find('netbox_site', numberOf(state['site_id'] ?? null));
  const region = inventory.find('netbox_region', numberOf(site?.state['region_id'] ?? null));
  return region === undefined ? undefined : textOf(region.state, 'slug');
}

function parts(kind: ComponentKind): Source['find'] {
  return (inventory, filter) => {
    const device = filter.get('device_id');
    const found = inventory.parts.all(kind, device === undefined ? undefined : Number(device));
    return found.map(({ id, name, state }: Component) => ({ id, name, state }));
  };
}

function devices(inventory: Inventory, filter: ReadonlyMap<string, string>): CloudObject[] {
  const site = filter.get('site_id');
  const rack = filter.get('rack_id');
  if (rack !== undefined) return inventory.referring('netbox_device', 'netbox_rack', rack);
  if (site !== undefined) return inventory.referring('netbox_device', 'netbox_site', site);
  return inventory.all('netbox_device');
}

function listedObject({ id, state }: CloudObject): Listed {
  return { id: Number(id), name: textOf(state, 'name') ?? '', state };
}

function deviceShape(id: number, name: string, state: ObjectValue, inventory: Inventory): ObjectValue {
  const type = inventory.find('netbox_device_type', numberOf(state['device_type_id'] ?? null));
  const { device_id: _own, ...own } = chosen(state, DEVICE_ATTRIBUTES);
  return {
    ...own,
    ...chosen(type?.state ?? {}, ['manufacturer_id', 'model']),
    config_context: null,
    custom_fields: state['custom_fields'] ?? {},
    device_id: id,
    name,
    oob_ip: null,
    primary_ipv4: null,
    primary_ipv6: null,
    tags: state['tags_all'] ?? [],
  };
}

const DEVICE_ATTRIBUTES = [
  'asset_tag',
  'cluster_id',
  'comments',
  'device_type_id',
  'local_context_data',
  'location_id',
  'platform_id',
  'rack_face',
  'rack_id',
  'rack_position',
  'role_id',
  'serial',
  'site_id',
  'status',
  'tenant_id',
];

function common(id: number, name: string, state: ObjectValue, inventory: Inventory): ObjectValue {
  const tags = tagsOf(state, inventory).map((tag) => tag.id);
  return { id, name, device_id: state['device_id'] ?? null, tag_ids: tags };
}

function chosen(state: ObjectValue, names: readonly string[]): ObjectValue {
  return Object.fromEntries(names.map((name) => [name, state[name] ?? null]));
}

function modeOf(state: ObjectValue): ObjectValue {
  const mode = textOf(state, 'mode');
  return mode === undefined ? {} : { label: mode.replace(/^./, (first) => first.toUpperCase()), value: mode };
}

function vlans(value: Value, inventory: Inventory): ObjectValue[] {
  const ids = (Array.isArray(value) ? value : [value]).flatMap((each) => numberOf(each) ?? []);
  return ids.flatMap((id) => {
    const vlan = inventory.find('netbox_vlan', id);
    return vlan === undefined ? [] : [{ id, name: vlan.state['name'] ?? null, vid: vlan.state['vid'] ?? null }];
  });
}

/** Components made from templates have no tags. */
function tagsOf(state: ObjectValue, inventory: Inventory): { readonly id: number; readonly slug?: string }[] {
  return textsIn(state, 'tags_all').flatMap((name) => {
    const tag = inventory.tag(name);
    return tag === undefined ? [] : [{ id: Number(tag.id), slug: textOf(tag.state, 'slug') }];
  });
}
