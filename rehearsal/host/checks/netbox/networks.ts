import { cidr } from '../addresses';
import { conflicting, needs } from '../combinations';
import type { ProviderRules } from '../rule';
import { between, lengthOf, matching, oneOf } from '../scalars';

/** `validation.IsCIDR`: whether it is the first address of its prefix, NetBox asks later. */
const CIDR = cidr({ anyAddress: true });
const DESCRIPTION = lengthOf(0, 200);
const SLUG = lengthOf(1, 100);

/** Addresses, clusters, tenants and what is added to NetBox: `ValidateFunc` and its like in netbox/resource_netbox_*.go. */
export const NETBOX_NETWORKS: ProviderRules = {
  netbox_aggregate: { source: 'netbox/r/aggregate', values: { prefix: CIDR } },
  netbox_asn: { source: 'netbox/r/asn' },
  netbox_cluster: {
    source: 'netbox/r/cluster',
    together: { '': [conflicting('location_id', 'region_id', 'site_group_id', 'site_id')] },
  },
  netbox_cluster_type: { source: 'netbox/r/cluster_type' },
  netbox_custom_field: {
    source: 'netbox/r/custom_field',
    values: {
      type: oneOf(
        'text',
        'integer',
        'boolean',
        'date',
        'url',
        'select',
        'multiselect',
        'object',
        'multiobject',
        'json',
      ),
    },
  },
  netbox_ip_address: {
    source: 'netbox/r/ip_address',
    values: {
      ip_address: CIDR,
      object_type: oneOf('virtualization.vminterface', 'dcim.interface'),
      role: oneOf('loopback', 'secondary', 'anycast', 'vip', 'vrrp', 'hsrp', 'glbp', 'carp'),
      status: oneOf('active', 'reserved', 'deprecated', 'dhcp', 'slaac'),
    },
    together: {
      '': [
        needs('interface_id', 'object_type'),
        conflicting('interface_id', 'device_interface_id', 'virtual_machine_interface_id'),
      ],
    },
  },
  netbox_ipam_role: {
    source: 'netbox/r/ipam_role',
    values: { description: DESCRIPTION, slug: SLUG, weight: between(0, 32_767) },
  },
  netbox_prefix: {
    source: 'netbox/r/prefix',
    values: { prefix: CIDR, status: oneOf('active', 'container', 'reserved', 'deprecated') },
    together: { '': [conflicting('location_id', 'region_id', 'site_group_id', 'site_id')] },
  },
  netbox_rir: { source: 'netbox/r/rir', values: { slug: SLUG } },
  netbox_tag: {
    source: 'netbox/r/tag',
    values: { color_hex: matching(/^[0-9a-f]{6}$/, 'six hexadecimal digits in lower case') },
  },
  netbox_tenant: { source: 'netbox/r/tenant' },
  netbox_vlan: { source: 'netbox/r/vlan', values: { status: oneOf('active', 'reserved', 'deprecated') } },
  netbox_vlan_group: { source: 'netbox/r/vlan_group' },
  netbox_vrf: { source: 'netbox/r/vrf' },
};
