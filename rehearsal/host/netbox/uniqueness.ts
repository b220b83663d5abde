import type { ObjectValue } from '../values';
import type { Problem } from './answers';
import { idIn, numberIn, textOf } from './values';

/** A name that only one object of NetBox may have, and what a second one is told. */
export interface Claim extends Problem {
  readonly claim: string;
}

/** Names that are unique in all of NetBox, by type, with what NetBox calls the type (the models' unique fields). */
const UNIQUE: { readonly [type: string]: { readonly noun: string; readonly fields: readonly string[] } } = {
  netbox_cluster_type: { noun: 'cluster type', fields: ['name', 'slug'] },
  netbox_custom_field: { noun: 'custom field', fields: ['name'] },
  netbox_ipam_role: { noun: 'role', fields: ['name', 'slug'] },
  netbox_manufacturer: { noun: 'manufacturer', fields: ['name', 'slug'] },
  netbox_rack_role: { noun: 'rack role', fields: ['name', 'slug'] },
  netbox_rir: { noun: 'RIR', fields: ['name', 'slug'] },
  netbox_site: { noun: 'site', fields: ['name', 'slug'] },
  netbox_tag: { noun: 'tag', fields: ['name', 'slug'] },
  netbox_vrf: { noun: 'VRF', fields: ['rd'] },
};

/** What is unique together with others; `scope` may be left out of an object, which then is not compared, or only with such. */
interface Together {
  /** Arguments of the scope. */
  readonly scope: readonly string[];
  readonly name: string;
  readonly words: string;
  /** Whether objects without a scope are compared with each other. @default false */
  readonly bare?: boolean;
}

function together(words: string, scope: string, name: string, bare = false): Together {
  return { scope: [scope], name, bare, words: `The fields ${words} must make a unique set.` };
}

const OF_DEVICE_TYPE = [together('device_type, name', 'device_type_id', 'name')];
const OF_MANUFACTURER = (field: string): Together => together(`manufacturer, ${field}`, 'manufacturer_id', field);

/** The models' constraints over several fields. NetBox answers them with `non_field_errors` (issues 4367 of NetBox, 471 of pynetbox). */
const TOGETHER: { readonly [type: string]: readonly Together[] } = {
  netbox_device_type: [OF_MANUFACTURER('model'), OF_MANUFACTURER('slug')],
  netbox_device_role: [
    { scope: [], name: 'name', bare: true, words: 'A top-level device role with this name already exists.' },
    { scope: [], name: 'slug', bare: true, words: 'A top-level device role with this slug already exists.' },
  ],
  netbox_interface_template: OF_DEVICE_TYPE,
  netbox_location: [
    {
      scope: ['site_id', 'parent_id'],
      name: 'name',
      bare: true,
      words: 'A location with this name already exists within the specified site.',
    },
    {
      scope: ['site_id', 'parent_id'],
      name: 'slug',
      bare: true,
      words: 'A location with this slug already exists within the specified site.',
    },
  ],
  netbox_power_feed: [together('power_panel, name', 'power_panel_id', 'name')],
  netbox_power_outlet_template: OF_DEVICE_TYPE,
  netbox_power_panel: [together('site, name', 'site_id', 'name')],
  netbox_power_port_template: OF_DEVICE_TYPE,
  netbox_rack: [
    together('location, name', 'location_id', 'name'),
    together('location, facility_id', 'location_id', 'facility_id'),
  ],
  netbox_rack_type: [OF_MANUFACTURER('model'), OF_MANUFACTURER('slug')],
  netbox_region: [
    {
      scope: ['parent_region_id'],
      name: 'name',
      bare: true,
      words: 'A top-level region with this name already exists.',
    },
    {
      scope: ['parent_region_id'],
      name: 'slug',
      bare: true,
      words: 'A top-level region with this slug already exists.',
    },
  ],
  netbox_tenant: [
    { scope: ['group_id'], name: 'name', bare: true, words: 'Tenant name must be unique per group.' },
    { scope: ['group_id'], name: 'slug', bare: true, words: 'Tenant slug must be unique per group.' },
  ],
  netbox_vlan: [together('group, vid', 'group_id', 'vid'), together('group, name', 'group_id', 'name')],
};

/** How a name that is unique in all of NetBox is claimed. */
export function claimOf(type: string, field: string, name: string): string {
  return `${type} ${field} ${name}`;
}

/** Every name that an object holds. Prefixes, addresses and components have rules of their own. */
export function claimsOf(type: string, object: ObjectValue): Claim[] {
  const { noun, fields } = UNIQUE[type] ?? { noun: '', fields: [] };
  const alone = fields.flatMap((field) => {
    const name = textOf(object, field);
    const said = `${noun} with this ${field} already exists.`;
    return name === undefined ? [] : [{ claim: claimOf(type, field, name), field, said }];
  });
  const shared = (TOGETHER[type] ?? []).flatMap((rule) => sharedClaim(type, object, rule));
  return [...alone, ...shared, ...special(type, object)];
}

function sharedClaim(type: string, object: ObjectValue, { scope, name, words, bare }: Together): Claim[] {
  const own = textOf(object, name) ?? numberIn(object, name);
  const places = scope.map((argument) => idIn(object, argument) ?? '-');
  if (own === undefined || (places.includes('-') && bare !== true)) return [];
  const field = words.startsWith('The fields') ? 'non_field_errors' : '__all__';
  return [{ claim: `${type} ${name} ${places.join('/')} ${own}`, field, said: words }];
}

/** Names with rules of their own. */
function special(type: string, object: ObjectValue): Claim[] {
  const name = textOf(object, 'name');
  if (type === 'netbox_device' && name !== undefined) {
    const place = `${idIn(object, 'site_id')}/${idIn(object, 'tenant_id') ?? '-'}`;
    return [
      {
        claim: `device ${place} ${name.toLowerCase()}`,
        field: '__all__',
        said: 'Device name must be unique per site.',
      },
      ...tagOf(type, object),
    ];
  }
  if (type === 'netbox_rack') return tagOf(type, object);
  if (type === 'netbox_prefix' || type === 'netbox_ip_address') return addressClaim(type, object);
  const asn = numberIn(object, 'asn');
  return type === 'netbox_asn' && asn !== undefined
    ? [{ claim: `asn ${asn}`, field: 'asn', said: 'ASN with this ASN already exists.' }]
    : [];
}

/** Addresses are unique in the global table and in every VRF that wants it; hosts are compared without their masks. */
function addressClaim(type: string, object: ObjectValue): Claim[] {
  const isPrefix = type === 'netbox_prefix';
  const address = textOf(object, isPrefix ? 'prefix' : 'ip_address');
  if (address === undefined) return [];
  const vrf = idIn(object, 'vrf_id');
  const table = vrf === undefined ? 'global table' : `VRF ${vrf}`;
  const own = isPrefix ? address : address.replace(/\/.*/, '');
  const said = `Duplicate ${isPrefix ? 'prefix' : 'IP address'} found in ${table}: ${address}`;
  return [{ claim: `${type} ${vrf ?? '-'} ${own}`, field: isPrefix ? 'prefix' : 'address', said }];
}

function tagOf(type: string, object: ObjectValue): Claim[] {
  const tag = textOf(object, 'asset_tag');
  const noun = type === 'netbox_rack' ? 'rack' : 'device';
  return tag === undefined
    ? []
    : [{ claim: `${noun} asset ${tag}`, field: 'asset_tag', said: `${noun} with this Asset tag already exists.` }];
}
