import type { DefaultsTable } from './table';

/** `Default` in the source of the provider, netbox/resource_netbox_*.go of e-breuninger/terraform-provider-netbox. */
export const NETBOX_DEFAULTS: DefaultsTable = {
  netbox_custom_field: { source: 'netbox/r/custom_field', values: { weight: 100 } },
  netbox_device: { source: 'netbox/r/device', values: { status: 'active' } },
  netbox_device_interface: { source: 'netbox/r/device_interface', values: { enabled: true } },
  netbox_device_power_outlet: { source: 'netbox/r/device_power_outlet', values: { mark_connected: false } },
  netbox_device_power_port: { source: 'netbox/r/device_power_port', values: { mark_connected: false } },
  netbox_device_role: { source: 'netbox/r/device_role', values: { vm_role: true } },
  netbox_device_type: { source: 'netbox/r/device_type', values: { is_full_depth: true, u_height: 1 } },
  netbox_interface_template: { source: 'netbox/r/interface_template', values: { mgmt_only: false } },
  netbox_power_feed: { source: 'netbox/r/power_feed', values: { mark_connected: false } },
  netbox_rack: { source: 'netbox/r/rack', values: { desc_units: false } },
  netbox_site: { source: 'netbox/r/site', values: { status: 'active' } },
  netbox_tag: { source: 'netbox/r/tag', values: { color_hex: '9e9e9e' } },
  netbox_vlan: { source: 'netbox/r/vlan', values: { status: 'active' } },
  netbox_vrf: { source: 'netbox/r/vrf', values: { enforce_unique: true } },
};
