import type { ObjectValue } from '../values';

/** What happens to an object when the one that it names is deleted: the other may not be, it goes too, or it forgets it. */
type OnDelete = 'protect' | 'cascade' | 'clear';

/** An argument that names another object by its id. */
export interface Reference {
  readonly argument: string;
  /** A type, or a kind of component of devices such as `dcim.interface`. */
  readonly to: string;
  /** What NetBox calls the argument. */
  readonly field: string;
  readonly onDelete: OnDelete;
}

function to(argument: string, type: string, onDelete: OnDelete, field = argument.replace(/_id$/, '')): Reference {
  return { argument, to: type, field, onDelete };
}

const TENANT = to('tenant_id', 'netbox_tenant', 'protect');
const SITE = to('site_id', 'netbox_site', 'protect');
const DEVICE = to('device_id', 'netbox_device', 'cascade');
const DEVICE_TYPE = to('device_type_id', 'netbox_device_type', 'cascade');
const VRF = to('vrf_id', 'netbox_vrf', 'protect');

/** The scope of a prefix or cluster, which NetBox keeps as a pair of a type and an id. */
const SCOPES = [
  to('location_id', 'netbox_location', 'clear', 'scope_id'),
  to('region_id', 'netbox_region', 'clear', 'scope_id'),
  to('site_id', 'netbox_site', 'clear', 'scope_id'),
];

/**
 * References by type. Where they lead and what a deletion does is from the models of NetBox (dcim, ipam, tenancy, virtualization:
 * ForeignKey, on_delete). Types that the project does not use, such as groups of sites, cannot be looked up, and are believed.
 */
const REFERENCES: { readonly [type: string]: readonly Reference[] } = {
  netbox_aggregate: [to('rir_id', 'netbox_rir', 'protect'), TENANT],
  netbox_asn: [to('rir_id', 'netbox_rir', 'protect')],
  netbox_cable: [TENANT],
  netbox_cluster: [to('cluster_type_id', 'netbox_cluster_type', 'protect', 'type'), ...SCOPES, TENANT],
  netbox_device: [
    to('cluster_id', 'netbox_cluster', 'clear'),
    to('device_type_id', 'netbox_device_type', 'protect'),
    to('location_id', 'netbox_location', 'protect'),
    to('rack_id', 'netbox_rack', 'protect'),
    to('role_id', 'netbox_device_role', 'protect'),
    SITE,
    TENANT,
  ],
  netbox_device_interface: [
    DEVICE,
    to('lag_device_interface_id', 'dcim.interface', 'clear', 'lag'),
    to('parent_device_interface_id', 'dcim.interface', 'protect', 'parent'),
    to('tagged_vlans', 'netbox_vlan', 'clear'),
    to('untagged_vlan', 'netbox_vlan', 'clear'),
    to('vrf_id', 'netbox_vrf', 'clear'),
  ],
  netbox_device_oob_ip: [DEVICE, to('ip_address_id', 'netbox_ip_address', 'cascade', 'oob_ip')],
  netbox_device_power_outlet: [DEVICE, to('power_port_id', 'dcim.powerport', 'clear')],
  netbox_device_power_port: [DEVICE],
  netbox_device_type: [to('manufacturer_id', 'netbox_manufacturer', 'protect')],
  netbox_interface_template: [DEVICE_TYPE],
  netbox_ip_address: [
    to('device_interface_id', 'dcim.interface', 'cascade', 'assigned_object_id'),
    to('nat_inside_address_id', 'netbox_ip_address', 'clear', 'nat_inside'),
    TENANT,
    VRF,
  ],
  netbox_location: [to('parent_id', 'netbox_location', 'cascade'), to('site_id', 'netbox_site', 'cascade'), TENANT],
  netbox_power_feed: [to('power_panel_id', 'netbox_power_panel', 'protect'), to('rack_id', 'netbox_rack', 'protect')],
  netbox_power_outlet_template: [DEVICE_TYPE, to('power_port_id', 'netbox_power_port_template', 'clear')],
  netbox_power_panel: [to('location_id', 'netbox_location', 'protect'), SITE],
  netbox_power_port_template: [DEVICE_TYPE],
  netbox_prefix: [
    ...SCOPES,
    to('role_id', 'netbox_ipam_role', 'clear'),
    TENANT,
    to('vlan_id', 'netbox_vlan', 'protect'),
    VRF,
  ],
  netbox_rack: [
    to('location_id', 'netbox_location', 'clear'),
    to('rack_type_id', 'netbox_rack_type', 'protect'),
    to('role_id', 'netbox_rack_role', 'protect'),
    SITE,
    TENANT,
  ],
  netbox_rack_type: [to('manufacturer_id', 'netbox_manufacturer', 'protect')],
  netbox_region: [to('parent_region_id', 'netbox_region', 'cascade', 'parent')],
  netbox_site: [to('asn_ids', 'netbox_asn', 'clear', 'asns'), to('region_id', 'netbox_region', 'clear'), TENANT],
  netbox_vlan: [
    to('group_id', 'netbox_vlan_group', 'protect'),
    to('role_id', 'netbox_ipam_role', 'clear'),
    SITE,
    TENANT,
  ],
  netbox_vrf: [TENANT],
};

/** What an object may name. An address says by `object_type` what its `interface_id` is of. */
export function referencesFor(type: string, object: ObjectValue): readonly Reference[] {
  const own = REFERENCES[type] ?? [];
  if (type !== 'netbox_ip_address' || object['object_type'] !== 'dcim.interface') return own;
  return [...own, to('interface_id', 'dcim.interface', 'cascade', 'assigned_object_id')];
}
