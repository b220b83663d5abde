import type { Fixed, ReplaceTable } from './table';

function inPlace(page: string): Fixed {
  return {
    source: `netbox/r/${page}`,
    arguments: [],
    why: 'nothing is ForceNew in its source: every change is a PATCH',
  };
}

/** A template belongs to one type of devices or modules for good. */
function template(page: string): Fixed {
  return { source: `netbox/r/${page}`, arguments: ['device_type_id', 'module_type_id'] };
}

/**
 * `ForceNew` in the source of the provider, netbox/resource_netbox_*.go of e-breuninger/terraform-provider-netbox. That a change is
 * made in place does not mean that NetBox accepts it: the type of a custom field, for one, it does not change.
 */
export const NETBOX_REPLACE: ReplaceTable = {
  netbox_aggregate: inPlace('aggregate'),
  netbox_asn: inPlace('asn'),
  netbox_cable: inPlace('cable'),
  netbox_cluster: inPlace('cluster'),
  netbox_cluster_type: inPlace('cluster_type'),
  netbox_custom_field: inPlace('custom_field'),
  netbox_device: inPlace('device'),
  netbox_device_interface: inPlace('device_interface'),
  netbox_device_oob_ip: inPlace('device_oob_ip'),
  netbox_device_power_outlet: inPlace('device_power_outlet'),
  netbox_device_power_port: inPlace('device_power_port'),
  netbox_device_role: inPlace('device_role'),
  netbox_device_type: inPlace('device_type'),
  netbox_interface_template: template('interface_template'),
  netbox_ip_address: inPlace('ip_address'),
  netbox_ipam_role: inPlace('ipam_role'),
  netbox_location: inPlace('location'),
  netbox_manufacturer: inPlace('manufacturer'),
  netbox_power_feed: inPlace('power_feed'),
  netbox_power_outlet_template: template('power_outlet_template'),
  netbox_power_panel: inPlace('power_panel'),
  netbox_power_port_template: template('power_port_template'),
  netbox_prefix: inPlace('prefix'),
  netbox_rack: inPlace('rack'),
  netbox_rack_role: inPlace('rack_role'),
  netbox_rack_type: inPlace('rack_type'),
  netbox_region: inPlace('region'),
  netbox_rir: inPlace('rir'),
  netbox_site: inPlace('site'),
  netbox_tag: inPlace('tag'),
  netbox_tenant: inPlace('tenant'),
  netbox_vlan: inPlace('vlan'),
  netbox_vlan_group: inPlace('vlan_group'),
  netbox_vrf: inPlace('vrf'),
};
