import { ValueChecks } from '../../../rehearsal/host/checks';
import { type ObjectValue, UNKNOWN } from '../../../rehearsal/host/values';

function summaries(type: string, config: ObjectValue): string[] {
  const checks = new ValueChecks(type.split('_')[0]!);
  return checks.aboutResource(type, config).map(({ summary, detail }) => `${summary}: ${detail}`);
}

const CLUSTER = { dns_prefix: 'x', identity: [{ type: 'SystemAssigned' }] };

test.each<[what: string, type: string, refused: ObjectValue, words: RegExp, allowed: ObjectValue]>([
  [
    'arguments that exclude each other',
    'aws_iam_role',
    { name: 'a', name_prefix: 'b' },
    /exclude each other: got "name", "name_prefix"/,
    { name: 'a', name_prefix: UNKNOWN },
  ],
  [
    'one of several, and none is given',
    'aws_vpc_security_group_ingress_rule',
    { from_port: 1 },
    /Missing argument: got none/,
    { cidr_ipv4: UNKNOWN },
  ],
  [
    'one of several, and two are given',
    'azurerm_role_assignment',
    { role_definition_id: 'a', role_definition_name: 'b' },
    /only one of/,
    { role_definition_name: 'b' },
  ],
  [
    'an argument that asks for another',
    'aws_kms_key',
    { rotation_period_in_days: 90 },
    /without "enable_key_rotation"/,
    { rotation_period_in_days: 90, enable_key_rotation: true },
  ],
  [
    'an argument that belongs to a value of another',
    'azurerm_kubernetes_cluster_node_pool',
    { eviction_policy: 'Delete' },
    /beside "priority", which is left out; allowed: with "Spot" only/,
    { eviction_policy: 'Delete', priority: UNKNOWN },
  ],
  [
    'a value that asks for a value of another',
    'azurerm_kubernetes_cluster',
    { ...CLUSTER, network_profile: [{ network_policy: 'cilium', network_data_plane: 'azure' }] },
    /"network_data_plane", which is "azure"; allowed: with "cilium" only/,
    {
      ...CLUSTER,
      network_profile: [{ network_policy: 'cilium', network_data_plane: 'cilium', network_plugin: 'azure' }],
    },
  ],
  [
    'a value that asks for a block',
    'azurerm_kubernetes_cluster',
    { ...CLUSTER, local_account_disabled: true },
    /without "azure_active_directory_role_based_access_control"/,
    { ...CLUSTER, local_account_disabled: true, azure_active_directory_role_based_access_control: [{}] },
  ],
  [
    'bounds the wrong way round',
    'aws_eks_node_group',
    { scaling_config: [{ min_size: 3, max_size: 2 }] },
    /got 3; allowed: at most "max_size", which is 2/,
    { scaling_config: [{ min_size: 3, max_size: UNKNOWN }] },
  ],
  [
    'bounds without an autoscaler',
    'azurerm_kubernetes_cluster_node_pool',
    { max_count: 3 },
    /only with "auto_scaling_enabled"/,
    { max_count: 3, auto_scaling_enabled: true },
  ],
  [
    'EFA on a file system that has none',
    'aws_fsx_lustre_file_system',
    { deployment_type: 'SCRATCH_2', efa_enabled: true },
    /deployment_type.*PERSISTENT_2/,
    { deployment_type: 'PERSISTENT_2', efa_enabled: true, metadata_configuration: [{ mode: 'AUTOMATIC' }] },
  ],
  [
    'a capacity that is none of the steps',
    'aws_fsx_lustre_file_system',
    { deployment_type: 'PERSISTENT_2', storage_capacity: 5000 },
    /got 5000; allowed: one of 1200, or 2400 or more, in steps of 2400/,
    { deployment_type: 'PERSISTENT_2', storage_capacity: 7200 },
  ],
  [
    'a capacity that its SKU does not have',
    'azurerm_managed_lustre_file_system',
    { sku_name: 'AMLFS-Durable-Premium-250', storage_capacity_in_tb: 12 },
    /got 12; allowed: 8 or more, in steps of 8/,
    { sku_name: 'AMLFS-Durable-Premium-250', storage_capacity_in_tb: 16 },
  ],
  [
    'partitions in a group that has none',
    'aws_placement_group',
    { strategy: 'cluster', partition_count: 3 },
    /"partition_count" = 3 beside "strategy"/,
    { strategy: 'partition', partition_count: 3 },
  ],
])('%s', (_, type, refused, words, allowed) => {
  expect(summaries(type, refused).join('\n')).toMatch(words);
  expect(summaries(type, allowed)).toEqual([]);
});
