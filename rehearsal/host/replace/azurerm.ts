import type { Value } from '../values';
import { type Conditional, isRemoved, type ReplaceTable, wasSet } from './table';

const IN_GROUP = ['location', 'name', 'resource_group_name'];

/** Replication that spans zones cannot be told from outside: data would have to move. */
const ZONAL: readonly Value[] = ['ZRS', 'GZRS', 'RAGZRS'];
/** Between these two an operating system is changed in place. */
const LINUX: readonly Value[] = ['Ubuntu', 'AzureLinux'];

const upgrades = (path: string): Conditional[] => [
  { argument: `${path}drain_timeout_in_minutes`, when: isRemoved },
  { argument: `${path}undrainable_node_behavior`, when: isRemoved },
];

/** Read from the documentation of the provider, 4.55, and what it decides while it plans from its sources. */
export const AZURE_REPLACE: ReplaceTable = {
  azurerm_dashboard_grafana: {
    source: 'azurerm/r/dashboard_grafana',
    arguments: [
      ...IN_GROUP,
      'grafana_major_version',
      'sku',
      'zone_redundancy_enabled',
      'identity.type',
      'identity.identity_ids',
    ],
    presence: ['identity'],
  },
  azurerm_disk_encryption_set: {
    source: 'azurerm/r/disk_encryption_set',
    arguments: [...IN_GROUP, 'encryption_type'],
  },
  azurerm_federated_identity_credential: {
    source: 'azurerm/r/federated_identity_credential',
    arguments: ['name', 'parent_id', 'resource_group_name'],
  },
  azurerm_key_vault: { source: 'azurerm/r/key_vault', arguments: IN_GROUP },
  // Most of a pool is changed by way of a second one, `temporary_name_for_rotation`, and not by a new cluster.
  azurerm_kubernetes_cluster: {
    source: 'azurerm/r/kubernetes_cluster',
    arguments: [
      ...IN_GROUP,
      'disk_encryption_set_id',
      'dns_prefix',
      'dns_prefix_private_cluster',
      'edge_zone',
      'node_resource_group',
      'private_cluster_enabled',
      'private_dns_zone_id',
      'role_based_access_control_enabled',
      'default_node_pool.capacity_reservation_group_id',
      'default_node_pool.gpu_driver',
      'default_node_pool.gpu_instance',
      'default_node_pool.host_group_id',
      'default_node_pool.name',
      'default_node_pool.node_public_ip_prefix_id',
      'default_node_pool.proximity_placement_group_id',
      'default_node_pool.type',
      'default_node_pool.node_network_profile.node_public_ip_tags',
      'kubelet_identity.client_id',
      'kubelet_identity.object_id',
      'kubelet_identity.user_assigned_identity_id',
      'linux_profile.admin_username',
      'network_profile.dns_service_ip',
      'network_profile.ip_versions',
      'network_profile.load_balancer_sku',
      'network_profile.network_mode',
      'network_profile.network_plugin',
      'network_profile.pod_cidr',
      'network_profile.pod_cidrs',
      'network_profile.service_cidr',
      'network_profile.service_cidrs',
      'windows_profile.admin_username',
    ],
    presence: ['network_profile.load_balancer_profile', 'network_profile.nat_gateway_profile'],
    sometimes: [
      { argument: 'api_server_access_profile.subnet_id', when: isRemoved },
      { argument: 'network_profile.network_data_plane', when: wasSet },
      { argument: 'network_profile.network_plugin_mode', when: (_, after) => after !== 'overlay' },
      { argument: 'network_profile.network_policy', when: wasSet },
      ...upgrades('default_node_pool.upgrade_settings.'),
    ],
  },
  azurerm_kubernetes_cluster_node_pool: {
    source: 'azurerm/r/kubernetes_cluster_node_pool',
    arguments: [
      'capacity_reservation_group_id',
      'eviction_policy',
      'gpu_driver',
      'gpu_instance',
      'host_group_id',
      'kubernetes_cluster_id',
      'name',
      'node_public_ip_prefix_id',
      'os_type',
      'priority',
      'proximity_placement_group_id',
      'spot_max_price',
      'node_network_profile.node_public_ip_tags',
      'windows_profile.outbound_nat_enabled',
    ],
    presence: ['windows_profile'],
    sometimes: [
      { argument: 'os_sku', when: (before, after) => !LINUX.includes(before) || !LINUX.includes(after) },
      ...upgrades('upgrade_settings.'),
    ],
  },
  azurerm_log_analytics_workspace: {
    source: 'azurerm/r/log_analytics_workspace',
    arguments: IN_GROUP,
    sometimes: [
      {
        argument: 'sku',
        when: (before, after) => ![before, after].every((sku) => sku === 'PerGB2018' || sku === 'CapacityReservation'),
      },
    ],
  },
  azurerm_managed_lustre_file_system: {
    source: 'azurerm/r/managed_lustre_file_system',
    arguments: [
      ...IN_GROUP,
      'sku_name',
      'storage_capacity_in_tb',
      'subnet_id',
      'zones',
      'hsm_setting.container_id',
      'hsm_setting.import_prefix',
      'hsm_setting.logging_container_id',
      'identity.identity_ids',
      'identity.type',
    ],
    presence: ['hsm_setting', 'identity'],
    sometimes: [{ argument: 'encryption_key', when: isRemoved }],
  },
  azurerm_monitor_data_collection_endpoint: {
    source: 'azurerm/r/monitor_data_collection_endpoint',
    arguments: IN_GROUP,
  },
  azurerm_monitor_data_collection_rule: {
    source: 'azurerm/r/monitor_data_collection_rule',
    arguments: IN_GROUP,
    sometimes: [{ argument: 'kind', when: wasSet }],
  },
  azurerm_monitor_data_collection_rule_association: {
    source: 'azurerm/r/monitor_data_collection_rule_association',
    arguments: ['name', 'target_resource_id'],
  },
  azurerm_monitor_diagnostic_setting: {
    source: 'azurerm/r/monitor_diagnostic_setting',
    arguments: ['name', 'target_resource_id'],
  },
  azurerm_monitor_workspace: { source: 'azurerm/r/monitor_workspace', arguments: IN_GROUP },
  azurerm_nat_gateway: { source: 'azurerm/r/nat_gateway', arguments: [...IN_GROUP, 'zones'] },
  azurerm_nat_gateway_public_ip_association: {
    source: 'azurerm/r/nat_gateway_public_ip_association',
    arguments: ['nat_gateway_id', 'public_ip_address_id'],
  },
  azurerm_network_security_group: { source: 'azurerm/r/network_security_group', arguments: IN_GROUP },
  azurerm_network_security_rule: {
    source: 'azurerm/r/network_security_rule',
    arguments: ['name', 'network_security_group_name', 'resource_group_name'],
  },
  azurerm_private_dns_zone: { source: 'azurerm/r/private_dns_zone', arguments: ['name', 'resource_group_name'] },
  azurerm_private_dns_zone_virtual_network_link: {
    source: 'azurerm/r/private_dns_zone_virtual_network_link',
    arguments: ['name', 'private_dns_zone_name', 'resource_group_name', 'virtual_network_id'],
  },
  azurerm_private_endpoint: {
    source: 'azurerm/r/private_endpoint',
    arguments: [
      ...IN_GROUP,
      'custom_network_interface_name',
      'subnet_id',
      'ip_configuration.member_name',
      'ip_configuration.name',
      'ip_configuration.private_ip_address',
      'ip_configuration.subresource_name',
      'private_service_connection.is_manual_connection',
      'private_service_connection.name',
      'private_service_connection.private_connection_resource_alias',
      'private_service_connection.private_connection_resource_id',
      'private_service_connection.subresource_names',
    ],
  },
  azurerm_proximity_placement_group: {
    source: 'azurerm/r/proximity_placement_group',
    arguments: [...IN_GROUP, 'zone'],
    sometimes: [{ argument: 'allowed_vm_sizes', when: isRemoved }],
  },
  azurerm_public_ip: {
    source: 'azurerm/r/public_ip',
    arguments: [
      ...IN_GROUP,
      'domain_name_label_scope',
      'edge_zone',
      'ip_tags',
      'ip_version',
      'public_ip_prefix_id',
      'sku',
      'sku_tier',
      'zones',
    ],
  },
  azurerm_resource_group: { source: 'azurerm/r/resource_group', arguments: ['location', 'name'] },
  azurerm_resource_group_template_deployment: {
    source: 'azurerm/r/resource_group_template_deployment',
    arguments: ['name', 'resource_group_name'],
  },
  azurerm_role_assignment: {
    source: 'azurerm/r/role_assignment',
    arguments: [
      'condition',
      'condition_version',
      'delegated_managed_identity_resource_id',
      'description',
      'name',
      'principal_id',
      'principal_type',
      'role_definition_id',
      'role_definition_name',
      'scope',
    ],
  },
  azurerm_storage_account: {
    source: 'azurerm/r/storage_account',
    arguments: [
      ...IN_GROUP,
      'account_tier',
      'dns_endpoint_type',
      'edge_zone',
      'infrastructure_encryption_enabled',
      'is_hns_enabled',
      'nfsv3_enabled',
      'provisioned_billing_model_version',
      'queue_encryption_key_type',
      'table_encryption_key_type',
    ],
    presence: ['immutability_policy'],
    sometimes: [
      {
        argument: 'account_kind',
        when: (before, after) => before !== 'Storage' && after !== 'StorageV2',
      },
      {
        argument: 'account_replication_type',
        when: (before, after) => ZONAL.includes(before) !== ZONAL.includes(after),
      },
    ],
  },
  azurerm_storage_container: {
    source: 'azurerm/r/storage_container',
    arguments: ['default_encryption_scope', 'encryption_scope_override_enabled', 'name'],
    // Naming the account by its id instead of its name is no change.
    sometimes: [
      { argument: 'storage_account_id', when: (before) => wasSet(before) },
      { argument: 'storage_account_name', when: (before, after) => wasSet(before) && wasSet(after) },
    ],
  },
  azurerm_subnet: {
    source: 'azurerm/r/subnet',
    arguments: ['name', 'resource_group_name', 'virtual_network_name'],
  },
  azurerm_subnet_nat_gateway_association: {
    source: 'azurerm/r/subnet_nat_gateway_association',
    arguments: ['nat_gateway_id', 'subnet_id'],
  },
  azurerm_subnet_network_security_group_association: {
    source: 'azurerm/r/subnet_network_security_group_association',
    arguments: ['network_security_group_id', 'subnet_id'],
  },
  azurerm_user_assigned_identity: { source: 'azurerm/r/user_assigned_identity', arguments: IN_GROUP },
  azurerm_virtual_network: { source: 'azurerm/r/virtual_network', arguments: [...IN_GROUP, 'edge_zone'] },
};
