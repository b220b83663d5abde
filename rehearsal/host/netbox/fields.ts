import type { Value } from '../values';
import type { Problem } from './answers';
import type { Rule } from './asked';
import { INTERFACE_TYPES } from './interface-types';
import { OUTLET_TYPES, PORT_TYPES } from './plug-types';
import { numberFrom } from './values';

/** What NetBox asks of the value of one field. */
interface Field {
  /** What NetBox calls the argument. @default - the same */
  readonly called?: string;
  /** Characters at most. */
  readonly length?: number;
  readonly least?: number;
  readonly most?: number;
  readonly decimals?: number;
  readonly form?: { readonly pattern: RegExp; readonly said: string };
  readonly choices?: ReadonlySet<string>;
}

const SMALL = { least: 0, most: 32_767 };
const LARGE = { least: 0, most: 2_147_483_647 };
const DRAW = { ...LARGE, least: 1 };
const SLUG = {
  pattern: /^[-a-zA-Z0-9_]+$/,
  said: 'Enter a valid "slug" consisting of letters, numbers, underscores or hyphens.',
};
const COLOR = { pattern: /^[0-9a-f]{6}$/, said: 'Enter a valid hexadecimal RGB color code.' };

/**
 * Fields of every type that has them: max_length, decimal_places and validators of NetBox's models. Feeds, draws, decimals, colors
 * and lengths of names and descriptions were measured on 4.4.10.
 */
const FIELDS: { readonly [argument: string]: Field } = {
  allocated_draw: DRAW,
  amperage: { least: 1, most: 32_767 },
  asn: { least: 1, most: 4_294_967_295 },
  asset_tag: { length: 50 },
  color_hex: { called: 'color', form: COLOR },
  description: { length: 200 },
  dns_name: { length: 255 },
  facility: { length: 50 },
  facility_id: { length: 50 },
  label: { length: 64 },
  latitude: { least: -90, most: 90, decimals: 6 },
  length: { decimals: 2 },
  longitude: { least: -180, most: 180, decimals: 6 },
  max_percent_utilization: { called: 'max_utilization', least: 1, most: 100 },
  max_weight: LARGE,
  maximum_draw: DRAW,
  model: { length: 100 },
  mounting_depth: SMALL,
  mounting_depth_mm: { called: 'mounting_depth', ...SMALL },
  mtu: { least: 1, most: 65_536 },
  name: { length: 100 },
  outer_depth: SMALL,
  outer_width: SMALL,
  part_number: { length: 50 },
  rack_position: { called: 'position', least: 1, most: 100.5, decimals: 1 },
  serial: { length: 50 },
  slug: { length: 100, form: SLUG },
  vid: { least: 1, most: 4094 },
  voltage: { least: -32_768, most: 32_767 },
};

const NAME = { name: { length: 64 } };
const INTERFACE = { ...NAME, type: { choices: INTERFACE_TYPES } };
const OUTLET = { ...NAME, type: { choices: OUTLET_TYPES } };
const PORT = { ...NAME, type: { choices: PORT_TYPES } };

/** Where a type differs. */
const OF_TYPE: { readonly [type: string]: { readonly [argument: string]: Field } } = {
  netbox_cable: { label: { length: 100 } },
  netbox_custom_field: { label: { length: 50 }, name: { length: 50 }, weight: SMALL },
  netbox_device: NAME,
  netbox_device_interface: INTERFACE,
  netbox_device_power_outlet: OUTLET,
  netbox_device_power_port: PORT,
  netbox_device_type: { u_height: { least: 0, most: 999.9, decimals: 1 } },
  netbox_interface_template: INTERFACE,
  netbox_ipam_role: { weight: SMALL },
  netbox_power_outlet_template: OUTLET,
  netbox_power_port_template: PORT,
  netbox_rack: { u_height: { least: 1, most: 100 }, weight: { decimals: 2 } },
  netbox_rack_type: {
    starting_unit: { least: 1, most: 32_767 },
    u_height: { least: 1, most: 100 },
    weight: { decimals: 2 },
  },
  netbox_vlan: NAME,
};

/** Values that a field does not take. */
export const badValues: Rule = ({ type, object }) => {
  const fields = { ...FIELDS, ...OF_TYPE[type] };
  return Object.entries(object).flatMap(([argument, value]): Problem[] => {
    const field = fields[argument];
    const said = field && complaintAbout(field, value, argument);
    return field === undefined || said === undefined ? [] : [{ field: field.called ?? argument, said }];
  });
};

function complaintAbout(field: Field, value: Value, argument: string): string | undefined {
  const { least = -Infinity, most = Infinity, decimals } = field;
  const isNumber = decimals !== undefined || Number.isFinite(most);
  if (typeof value === 'string' && !isNumber) return complaintAboutText(field, value, argument);
  const number = numberFrom(value);
  if (number === undefined) return undefined;
  if (number > most) return `Ensure this value is less than or equal to ${most}.`;
  if (number < least) return `Ensure this value is greater than or equal to ${least}.`;
  if (decimals === undefined || decimalsOf(number) <= decimals) return undefined;
  return `Ensure that there are no more than ${decimals} decimal places.`;
}

function complaintAboutText({ length, form, choices }: Field, text: string, argument: string): string | undefined {
  if (text === '') return argument === 'name' ? 'This field may not be blank.' : undefined;
  if (length !== undefined && [...text].length > length) {
    return `Ensure this field has no more than ${length} characters.`;
  }
  if (form !== undefined && !form.pattern.test(text)) return form.said;
  return choices === undefined || choices.has(text) ? undefined : `"${text}" is not a valid choice.`;
}

/** Digits after the point, as the number is written. */
function decimalsOf(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e');
  return Math.max(0, (digits.split('.')[1] ?? '').length - Number(exponent));
}
