import { isObject } from '../values';
import type { Problem } from './answers';
import type { Rule } from './asked';
import { all } from './places';
import { textOf, textsIn } from './values';

/** Types that have custom fields, by what NetBox calls them. */
const CONTENT_TYPES: { readonly [type: string]: string } = {
  netbox_cable: 'dcim.cable',
  netbox_device: 'dcim.device',
  netbox_device_power_outlet: 'dcim.poweroutlet',
  netbox_device_power_port: 'dcim.powerport',
  netbox_device_type: 'dcim.devicetype',
  netbox_ip_address: 'ipam.ipaddress',
  netbox_location: 'dcim.location',
  netbox_power_feed: 'dcim.powerfeed',
  netbox_power_panel: 'dcim.powerpanel',
  netbox_prefix: 'ipam.prefix',
  netbox_rack: 'dcim.rack',
  netbox_site: 'dcim.site',
  netbox_vlan: 'ipam.vlan',
};

/** What NetBox says to a text where a field is of another type (CustomField.validate). The provider sends only texts. */
const NO_TEXT: { readonly [type: string]: string } = {
  boolean: 'Value must be true or false.',
  integer: 'Value must be an integer.',
  multiobject: 'Value must be a list of object IDs',
  multiselect: 'Value must be a list of choices.',
  object: 'Value must be an object ID',
};

/** Custom fields themselves: names, and a type that stays (CustomField, CustomFieldSerializer.validate_type). */
export const badCustomField: Rule = ({ type, object, prior }): Problem[] => {
  if (type !== 'netbox_custom_field') return [];
  const [name = '', kind = ''] = [textOf(object, 'name'), textOf(object, 'type')];
  if (!/^[a-z0-9_]+$/i.test(name)) {
    return [{ field: 'name', said: 'Only alphanumeric characters and underscores are allowed.' }];
  }
  if (name.includes('__')) {
    return [{ field: 'name', said: 'Double underscores are not permitted in custom field names.' }];
  }
  if (prior !== undefined && textOf(prior, 'type') !== kind) {
    return [{ field: 'type', said: 'Changing the type of custom fields is not supported.' }];
  }
  return [];
};

/** Values of custom fields: CustomFieldsMixin.clean. There are few fields. */
export const badCustomValues: Rule = ({ type, object, inventory }) => {
  const given = object['custom_fields'] ?? null;
  const content = CONTENT_TYPES[type];
  if (content === undefined || !isObject(given)) return [];
  const fields = new Map(
    inventory
      .all('netbox_custom_field')
      .filter(({ state }) => textsIn(state, 'content_types').includes(content))
      .map(({ state }) => [textOf(state, 'name') ?? '', textOf(state, 'type') ?? '']),
  );
  return Object.entries(given).flatMap(([name, value]) => {
    const kind = fields.get(name);
    if (kind === undefined) return all(`Unknown field name '${name}' in custom field data.`);
    const wrong = value === null || value === '' ? undefined : NO_TEXT[kind];
    return wrong === undefined ? [] : all(`Invalid value for custom field '${name}': ${wrong}`);
  });
};
