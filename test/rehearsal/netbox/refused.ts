import { type Blocks, extended } from './hall';

const ref = (address: string): string => `\${${address}.id}`;
const SITE = ref('netbox_site.campus');
const ROW = { site_id: SITE, location_id: ref('netbox_location.row') };
const SERVER = { device_type_id: ref('netbox_device_type.server'), role_id: ref('netbox_device_role.server') };
const DEVICE = { ...SERVER, site_id: SITE };
const FEED = {
  power_panel_id: ref('netbox_power_panel.a'),
  status: 'active',
  type: 'primary',
  supply: 'ac',
  phase: 'three-phase',
  voltage: 415,
  amperage: 60,
  max_percent_utilization: 80,
};
const PORT = { device_type_id: ref('netbox_device_type.server'), type: 'iec-60320-c20' };

/** What stands beside the mistakes, and is right. */
export const BESIDES: Blocks = {
  netbox_site: { other: { name: 'Other', slug: 'other' } },
  netbox_location: { other: { name: 'Elsewhere', slug: 'elsewhere', site_id: ref('netbox_site.other') } },
  netbox_rack: {
    other: { name: 'O1', site_id: ref('netbox_site.other'), status: 'active' },
    // Without a location names may repeat.
    bare: { name: 'bare', site_id: SITE, status: 'active' },
    again: { name: 'bare', site_id: SITE, status: 'active', depends_on: ['netbox_rack.bare'] },
  },
  netbox_custom_field: {
    text: { name: 'wf_kva', type: 'text', content_types: ['dcim.device'] },
    number: { name: 'wf_count', type: 'integer', content_types: ['dcim.device'] },
    flag: { name: 'wf_flag', type: 'boolean', content_types: ['dcim.device'] },
  },
  netbox_prefix: { held: { prefix: '10.0.0.0/16', status: 'active' } },
  netbox_ip_address: { held: { ip_address: '10.0.0.1/24', status: 'active' } },
  netbox_device_interface: {
    a: { name: 'extra0', type: '1000base-t', device_id: ref('netbox_device.server') },
    b: { name: 'extra0', type: '1000base-t', device_id: ref('netbox_device.peer') },
    c: { name: 'extra1', type: '1000base-t', device_id: ref('netbox_device.peer') },
    lag: { name: 'bond0', type: 'lag', device_id: ref('netbox_device.peer') },
  },
  netbox_cable: { held: plugged('a', 'b') },
};

function plugged(a: string, b: string, more: object = {}) {
  const end = (name: string) => [{ object_type: 'dcim.interface', object_id: ref(`netbox_device_interface.${name}`) }];
  return { status: 'connected', a_termination: end(a), b_termination: end(b), ...more };
}

type Case = [what: string, address: string, block: object, words: RegExp];

const after = (...addresses: string[]) => ({ depends_on: addresses });

/** Facts of NetBox 4.4.10 with provider 5.7.0: each passes a plan and is refused when it is applied. */
export const REFUSED: Case[] = [
  // Custom fields.
  [
    'a field with a hyphen in its name',
    'netbox_custom_field.hyphen',
    { name: 'wf-kva', type: 'text', content_types: ['dcim.rack'] },
    /400.* map\[name:\[Only alphanumeric characters and underscores are allowed\.]]/,
  ],
  [
    'a number for a field of numbers',
    'netbox_device.number',
    { ...DEVICE, name: 'number', custom_fields: { wf_count: '5' }, ...after('netbox_custom_field.number') },
    /__all__:\[Invalid value for custom field 'wf_count': Value must be an integer\.]/,
  ],
  [
    'a flag',
    'netbox_device.flag',
    { ...DEVICE, name: 'flag', custom_fields: { wf_flag: 'true' }, ...after('netbox_custom_field.flag') },
    /'wf_flag': Value must be true or false\./,
  ],
  [
    'a field that is not there',
    'netbox_device.stray_field',
    { ...DEVICE, name: 'stray', custom_fields: { wf_mva: '5' } },
    /Unknown field name 'wf_mva' in custom field data\./,
  ],
  // Power.
  [
    '34.5 kV',
    'netbox_power_feed.medium',
    { ...FEED, name: 'MV', voltage: 34_500 },
    /\[POST \/dcim\/power-feeds\/]\[400] dcim_power-feeds_create default {2}map\[voltage:\[Ensure this value is less than or equal to 32767\.]]/,
  ],
  [
    'too many amperes',
    'netbox_power_feed.amperes',
    { ...FEED, name: 'amperes', amperage: 40_000 },
    /amperage:\[Ensure this value is less than or equal to 32767/,
  ],
  [
    'a draw past 2,147,483,647 W',
    'netbox_power_port_template.draw',
    { ...PORT, name: 'draw', maximum_draw: 2_147_483_648 },
    /maximum_draw:\[Ensure this value is less than or equal to 2147483647/,
  ],
  [
    'more allocated than drawn',
    'netbox_power_port_template.allocated',
    { ...PORT, name: 'allocated', maximum_draw: 10, allocated_draw: 11 },
    /allocated_draw:\[Allocated draw cannot exceed the maximum draw \(10W\)/,
  ],
  [
    'a feed to a rack of another site',
    'netbox_power_feed.across',
    { ...FEED, name: 'across', rack_id: ref('netbox_rack.other') },
    /Rack O1 \(Other\) and power panel A \(Campus\) are in different sites/,
  ],
  // Names.
  [
    'a device in other case',
    'netbox_device.shout',
    { ...DEVICE, name: 'SRV-1', ...after('netbox_device.server') },
    /map\[__all__:\[Device name must be unique per site\.]]/,
  ],
  [
    'a name of 65 characters',
    'netbox_device.long',
    { ...DEVICE, name: 'x'.repeat(65) },
    /name:\[Ensure this field has no more than 64 characters/,
  ],
  [
    'a feed of a panel twice',
    'netbox_power_feed.twice',
    { ...FEED, name: 'A1', ...after('netbox_power_feed.a1') },
    /The fields power_panel, name must make a unique set/,
  ],
  [
    'a rack of a location twice',
    'netbox_rack.twice',
    { ...ROW, name: 'R1', status: 'active', ...after('netbox_rack.r1') },
    /The fields location, name must make a unique set/,
  ],
  [
    'an ASN twice',
    'netbox_asn.twice',
    { asn: 4_200_000_001, rir_id: ref('netbox_rir.private'), ...after('netbox_asn.leaf') },
    /asn:\[ASN with this ASN already exists/,
  ],
  [
    'a prefix of the global table twice',
    'netbox_prefix.twice',
    { prefix: '10.0.0.0/16', status: 'active', ...after('netbox_prefix.held') },
    /Duplicate prefix found in global table: 10\.0\.0\.0\/16/,
  ],
  [
    'an address twice',
    'netbox_ip_address.twice',
    { ip_address: '10.0.0.1/32', status: 'active', ...after('netbox_ip_address.held') },
    /Duplicate IP address found in global table/,
  ],
  [
    'a derived slug that another has',
    'netbox_site.derived',
    { name: 'Oth-er', slug: 'other', ...after('netbox_site.other') },
    /slug:\[site with this slug already exists/,
  ],
  [
    'a port that a template made',
    'netbox_device_power_port.twice',
    { device_id: ref('netbox_device.server'), name: 'PSU1' },
    /The fields device, name must make a unique set/,
  ],
  // Places.
  [
    'a device apart from its rack',
    'netbox_device.apart',
    { ...DEVICE, name: 'apart', location_id: ref('netbox_location.hall'), rack_id: ref('netbox_rack.r1') },
    /rack:\[Rack R1 does not belong to location Hall/,
  ],
  [
    'a rack of another site',
    'netbox_device.abroad',
    { ...DEVICE, name: 'abroad', rack_id: ref('netbox_rack.other') },
    /Rack O1 does not belong to site Campus/,
  ],
  [
    'a 0U device at a unit',
    'netbox_device.flat',
    {
      ...DEVICE,
      ...ROW,
      name: 'flat',
      device_type_id: ref('netbox_device_type.pdu'),
      rack_id: ref('netbox_rack.r2'),
      rack_face: 'front',
      rack_position: 3,
    },
    /position:\[A 0U device type \(PDU\) cannot be assigned to a rack position/,
  ],
  [
    'units that are taken',
    'netbox_device.overlap',
    {
      ...DEVICE,
      ...ROW,
      name: 'overlap',
      rack_id: ref('netbox_rack.r1'),
      rack_face: 'front',
      rack_position: 8,
      ...after('netbox_device.server', 'netbox_device.peer'),
    },
    /U8 is already occupied or does not have sufficient space to accommodate this device type: S8 \(8U\)/,
  ],
  [
    'units past the top',
    'netbox_device.top',
    { ...DEVICE, ...ROW, name: 'top', rack_id: ref('netbox_rack.r2'), rack_face: 'rear', rack_position: 42 },
    /U42 is already occupied or does not have/,
  ],
  // Values.
  [
    'host bits',
    'netbox_prefix.host',
    { prefix: '10.1.0.1/16', status: 'active' },
    /10\.1\.0\.1\/16 is not a valid prefix\. Did you mean 10\.1\.0\.0\/16\?/,
  ],
  [
    'a color in capitals',
    'netbox_device_role.capitals',
    { name: 'capitals', slug: 'capitals', color_hex: 'FF0000' },
    /color:\[Enter a valid hexadecimal RGB color code/,
  ],
  [
    'a length with three decimals',
    'netbox_cable.length',
    plugged('c', 'lag', { length: 1.125, length_unit: 'm' }),
    /length:\[Ensure that there are no more than 2 decimal places/,
  ],
  [
    'a latitude with seven decimals',
    'netbox_site.latitude',
    { name: 'latitude', slug: 'latitude', latitude: 59.1234567 },
    /latitude:\[Ensure that there are no more than 6 decimal places/,
  ],
  [
    'a long description',
    'netbox_device.described',
    { ...DEVICE, name: 'described', description: 'x'.repeat(201) },
    /description:\[Ensure this field has no more than 200 characters/,
  ],
  [
    'a second cable',
    'netbox_cable.second',
    plugged('a', 'c', after('netbox_cable.held')),
    /Duplicate termination found for dcim\.interface \d+: cable \d+/,
  ],
  [
    'a cable in an aggregate of links',
    'netbox_cable.bond',
    plugged('c', 'lag'),
    /Cables cannot be terminated to Link Aggregation Group \(LAG\) interfaces/,
  ],
  [
    'a missing tag',
    'netbox_device.tagged',
    { ...DEVICE, name: 'tagged', tags: ['none'] },
    /Could not locate referenced tag "none" in netbox, no results/,
  ],
  [
    'a type of interface that is too new',
    'netbox_interface_template.new',
    { name: 'new', type: '1.6tbase-x-osfp1600', device_type_id: ref('netbox_device_type.server') },
    /type:\["1\.6tbase-x-osfp1600" is not a valid choice/,
  ],
  [
    'an id that is not there',
    'netbox_location.nowhere',
    { name: 'nowhere', site_id: 99 },
    /map\[site:\[Related object not found using the provided numeric ID: 99]]/,
  ],
];

/** All of them in one configuration: what is refused does not keep the rest from being tried. */
export const MISTAKES: Blocks = REFUSED.reduce<Blocks>((all, [, address, block]) => {
  const [type = '', name = ''] = address.split('.');
  return extended(all, { [type]: { [name]: block as Blocks[string][string] } });
}, {});
