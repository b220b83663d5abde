import { conflicting, exactlyOne, needs } from '../combinations';
import type { ProviderRules } from '../rule';
import { between, lengthOf, oneOf } from '../scalars';

const FORM_FACTORS = oneOf(
  '2-post-frame',
  '4-post-frame',
  '4-post-cabinet',
  'wall-frame',
  'wall-frame-vertical',
  'wall-cabinet',
  'wall-cabinet-vertical',
);
const WIDTH = oneOf(10, 19, 21, 23);
const WEIGHT_UNIT = oneOf('kg', 'g', 'lb', 'oz');
const OUTER_UNIT = oneOf('mm', 'in');
const SHORT = between(0, 32_767);
const DESCRIPTION = lengthOf(0, 200);
const SLUG = lengthOf(1, 100);

/** A template is of a type of devices or of modules. */
const OWNER = { '': [exactlyOne('device_type_id', 'module_type_id')] };
const TEMPLATE_NAME = lengthOf(1, 64);

const MEASURES = {
  form_factor: FORM_FACTORS,
  max_weight: between(0, 2_147_483_647),
  outer_depth: SHORT,
  outer_unit: OUTER_UNIT,
  outer_width: SHORT,
  u_height: between(1, 100),
  weight_unit: WEIGHT_UNIT,
  width: WIDTH,
};

const UNITS = [needs('outer_unit', 'outer_width', 'outer_depth'), needs('weight_unit', 'weight', 'max_weight')];

/** Sites, racks, devices, power and cables: `ValidateFunc` and its like in netbox/resource_netbox_*.go of the provider. */
export const NETBOX_RACKS: ProviderRules = {
  netbox_cable: {
    source: 'netbox/r/cable',
    values: {
      description: DESCRIPTION,
      length_unit: oneOf('km', 'm', 'cm', 'mi', 'ft', 'in'),
      status: oneOf('connected', 'planned', 'decommissioning'),
      type: oneOf(
        'cat3',
        'cat5',
        'cat5e',
        'cat6',
        'cat6a',
        'cat7',
        'cat7a',
        'cat8',
        'dac-active',
        'dac-passive',
        'mrj21-trunk',
        'coaxial',
        'mmf',
        'mmf-om1',
        'mmf-om2',
        'mmf-om3',
        'mmf-om4',
        'mmf-om5',
        'smf',
        'smf-os1',
        'smf-os2',
        'aoc',
        'power',
        'usb',
      ),
    },
    together: { '': [needs('length_unit', 'length')] },
  },
  netbox_device: {
    source: 'netbox/r/device',
    values: {
      rack_face: oneOf('front', 'rear'),
      status: oneOf('offline', 'active', 'planned', 'staged', 'failed', 'inventory', 'decommissioning'),
    },
    together: { '': [needs('rack_face', 'rack_position')] },
  },
  netbox_device_interface: {
    source: 'netbox/r/device_interface',
    values: { mode: oneOf('access', 'tagged', 'tagged-all'), mtu: between(1, 65_536) },
  },
  netbox_device_oob_ip: { source: 'netbox/r/device_oob_ip' },
  netbox_device_power_outlet: {
    source: 'netbox/r/device_power_outlet',
    values: { feed_leg: oneOf('A', 'B', 'C') },
  },
  netbox_device_power_port: { source: 'netbox/r/device_power_port' },
  netbox_device_role: { source: 'netbox/r/device_role' },
  netbox_device_type: { source: 'netbox/r/device_type', values: { slug: SLUG } },
  netbox_interface_template: {
    source: 'netbox/r/interface_template',
    values: { name: TEMPLATE_NAME },
    together: OWNER,
  },
  netbox_location: { source: 'netbox/r/location', values: { slug: SLUG } },
  netbox_manufacturer: { source: 'netbox/r/manufacturer' },
  netbox_power_feed: {
    source: 'netbox/r/power_feed',
    values: {
      max_percent_utilization: between(1, 100),
      phase: oneOf('single-phase', 'three-phase'),
      status: oneOf('offline', 'active', 'planned', 'failed'),
      supply: oneOf('ac', 'dc'),
      type: oneOf('primary', 'redundant'),
    },
  },
  netbox_power_outlet_template: {
    source: 'netbox/r/power_outlet_template',
    values: { feed_leg: oneOf('A', 'B', 'C'), name: TEMPLATE_NAME },
    together: OWNER,
  },
  netbox_power_panel: { source: 'netbox/r/power_panel' },
  netbox_power_port_template: {
    source: 'netbox/r/power_port_template',
    values: { name: TEMPLATE_NAME },
    together: OWNER,
  },
  netbox_rack: {
    source: 'netbox/r/rack',
    values: {
      ...MEASURES,
      asset_tag: lengthOf(0, 50),
      description: DESCRIPTION,
      mounting_depth: SHORT,
      serial: lengthOf(0, 50),
      status: oneOf('reserved', 'available', 'planned', 'active', 'deprecated'),
    },
    together: {
      '': [
        ...UNITS,
        conflicting('rack_type_id', 'width'),
        conflicting('rack_type_id', 'u_height'),
        conflicting('rack_type_id', 'form_factor'),
      ],
    },
  },
  netbox_rack_role: { source: 'netbox/r/rack_role' },
  netbox_rack_type: {
    source: 'netbox/r/rack_type',
    values: { ...MEASURES, description: DESCRIPTION, mounting_depth_mm: SHORT, slug: SLUG },
    together: { '': UNITS },
  },
  netbox_region: { source: 'netbox/r/region', values: { description: DESCRIPTION } },
  netbox_site: {
    source: 'netbox/r/site',
    values: {
      description: DESCRIPTION,
      facility: lengthOf(0, 50),
      status: oneOf('planned', 'staging', 'active', 'decommissioning', 'retired'),
    },
  },
};
