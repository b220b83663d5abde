/** What is wrong with one field of a request, in NetBox's words. `__all__` and `non_field_errors` stand for the whole object. */
export interface Problem {
  readonly field: string;
  readonly said: string;
}

/** Where an object of a type is asked for, below `/api`; the provider names its operations after it. */
const ENDPOINTS: { readonly [type: string]: string } = {
  netbox_aggregate: 'ipam/aggregates',
  netbox_asn: 'ipam/asns',
  netbox_cable: 'dcim/cables',
  netbox_cluster: 'virtualization/clusters',
  netbox_cluster_type: 'virtualization/cluster-types',
  netbox_custom_field: 'extras/custom-fields',
  netbox_device: 'dcim/devices',
  netbox_device_interface: 'dcim/interfaces',
  netbox_device_oob_ip: 'dcim/devices',
  netbox_device_power_outlet: 'dcim/power-outlets',
  netbox_device_power_port: 'dcim/power-ports',
  netbox_device_role: 'dcim/device-roles',
  netbox_device_type: 'dcim/device-types',
  netbox_interface_template: 'dcim/interface-templates',
  netbox_ip_address: 'ipam/ip-addresses',
  netbox_ipam_role: 'ipam/roles',
  netbox_location: 'dcim/locations',
  netbox_manufacturer: 'dcim/manufacturers',
  netbox_power_feed: 'dcim/power-feeds',
  netbox_power_outlet_template: 'dcim/power-outlet-templates',
  netbox_power_panel: 'dcim/power-panels',
  netbox_power_port_template: 'dcim/power-port-templates',
  netbox_prefix: 'ipam/prefixes',
  netbox_rack: 'dcim/racks',
  netbox_rack_role: 'dcim/rack-roles',
  netbox_rack_type: 'dcim/rack-types',
  netbox_region: 'dcim/regions',
  netbox_rir: 'ipam/rirs',
  netbox_site: 'dcim/sites',
  netbox_tag: 'extras/tags',
  netbox_tenant: 'tenancy/tenants',
  netbox_vlan: 'ipam/vlans',
  netbox_vlan_group: 'ipam/vlan-groups',
  netbox_vrf: 'ipam/vrfs',
};

/**
 * A refusal as the provider prints it: `[POST /dcim/devices/][400] dcim_devices_create default  map[role:[This field is required.]]`
 * (e-breuninger/terraform-provider-netbox issue 536, netbox-community/netbox issue 14802).
 */
export function refusalOf(type: string, isNew: boolean, problems: readonly Problem[]): string {
  const said = new Map<string, string[]>();
  for (const { field, said: words } of problems) said.set(field, [...(said.get(field) ?? []), words]);
  const fields = [...said].sort(([one], [other]) => (one < other ? -1 : 1));
  const body = fields.map(([field, words]) => `${field}:[${words.join(' ')}]`).join(' ');
  if (isNew) return `${creationOf(type, 400)}  map[${body}]`;
  const endpoint = endpointOf(type);
  return `[PATCH /${endpoint}/{id}/][400] ${operationOf(endpoint)}_partial_update default  map[${body}]`;
}

/** How the provider begins to tell of a create that NetBox did not answer well. */
export function creationOf(type: string, status: number): string {
  const endpoint = endpointOf(type);
  return `[POST /${endpoint}/][${status}] ${operationOf(endpoint)}_create default`;
}

/** Where NetBox is asked for new objects of a type, below its address. */
export function placeOf(type: string): string {
  return `/api/${endpointOf(type)}/`;
}

/** The refusal to delete what others need. */
export function conflictOf(type: string, dependents: readonly string[]): string {
  const endpoint = endpointOf(type);
  const found = `${dependents.length} dependent objects were found: ${dependents.join(', ')}`;
  return `[DELETE /${endpoint}/{id}/][409] ${operationOf(endpoint)}_delete default  map[detail:Unable to delete object. ${found}]`;
}

function endpointOf(type: string): string {
  return ENDPOINTS[type] ?? type;
}

function operationOf(endpoint: string): string {
  return endpoint.replace('/', '_');
}
