import { ValueChecks } from '../../../rehearsal/host/checks';
import type { Complaint } from '../../../rehearsal/host/validate';
import { type ObjectValue, UNKNOWN, type Value } from '../../../rehearsal/host/values';

/** What is said of one argument, put at its path into an object that has nothing else. */
function said(type: string, path: string, value: Value): Complaint[] {
  const config = path.split('.').reduceRight<Value>((inner, name) => ({ [name]: inner }), value) as ObjectValue;
  const checks = new ValueChecks(type.split('_')[0]!);
  const name = path.split('.').at(-1);
  return checks.aboutResource(type, config).filter(({ summary }) => summary === `Invalid value for "${name}"`);
}

const ROLE = 'arn:aws:iam::123456789012:role/pilot';

test.each<[type: string, path: string, allowed: Value[], refused: Value[]]>([
  // Words.
  ['aws_eks_node_group', 'capacity_type', ['ON_DEMAND', 'CAPACITY_BLOCK'], ['on_demand', 'RESERVED']],
  ['aws_eks_node_group', 'ami_type', ['AL2023_x86_64_NVIDIA', 'CUSTOM'], ['AL2023_x86_64_AMD']],
  ['aws_eks_cluster', 'enabled_cluster_log_types', [['api', 'audit']], [['api', 'events']]],
  ['aws_fsx_lustre_file_system', 'deployment_type', ['PERSISTENT_2'], ['PERSISTENT_3']],
  ['aws_fsx_lustre_file_system', 'storage_type', ['SSD'], ['NVME']],
  ['aws_launch_template', 'placement.tenancy', ['dedicated'], ['shared']],
  ['aws_launch_template', 'ebs_optimized', ['true', ''], ['yes']],
  ['aws_placement_group', 'strategy', ['cluster'], ['pack']],
  ['aws_flow_log', 'max_aggregation_interval', [60, 600n], [61]],
  ['azurerm_kubernetes_cluster', 'sku_tier', ['Free', 'Standard'], ['Paid']],
  ['azurerm_kubernetes_cluster', 'network_profile.network_plugin', ['azure', 'none'], ['calico']],
  ['azurerm_kubernetes_cluster', 'network_profile.outbound_type', ['userAssignedNATGateway'], ['natGateway']],
  ['azurerm_kubernetes_cluster_node_pool', 'priority', ['Spot'], ['Low']],
  ['azurerm_kubernetes_cluster_node_pool', 'eviction_policy', ['Delete'], ['Stop']],
  ['azurerm_kubernetes_cluster_node_pool', 'os_sku', ['Ubuntu'], ['Ubuntu2404']],
  ['azurerm_storage_account', 'account_tier', ['Premium'], ['Hot']],
  ['azurerm_storage_account', 'account_replication_type', ['RAGZRS'], ['ZGRS']],
  // Numbers.
  ['aws_eks_node_group', 'update_config.max_unavailable', [1, 100], [0, 101]],
  ['aws_kms_key', 'deletion_window_in_days', [7, 30], [6, 31]],
  ['aws_cloudwatch_log_group', 'retention_in_days', [0, 365], [100]],
  ['aws_fsx_lustre_file_system', 'metadata_configuration.iops', [1500, 12_000, 192_000], [2000, 18_000, 204_000]],
  ['azurerm_network_security_rule', 'priority', [100, 4096], [99, 4097]],
  ['azurerm_key_vault', 'soft_delete_retention_days', [7, 90], [6]],
  ['azurerm_kubernetes_cluster', 'default_node_pool.linux_os_config.sysctl_config.vm_max_map_count', [262_144], [1]],
  // Names.
  ['aws_s3_bucket', 'bucket', ['a-b.c1'], ['ab', 'A-bucket', 'a..b', '192.168.0.1', 'xn--abc', '-abc', 'a'.repeat(64)]],
  ['aws_iam_role', 'name', ['node+role=1,@x-y_z.a'], ['a b', 'a'.repeat(65), '']],
  ['aws_eks_cluster', 'name', ['tuning-1_a'], ['-tuning', 'a'.repeat(101)]],
  ['aws_kms_alias', 'name', ['alias/data/x'], ['data']],
  ['aws_eks_cluster', 'role_arn', [ROLE, 'arn:aws-us-gov:iam::123456789012:role/a/b'], ['pilot', 'arn:aws:iam']],
  ['azurerm_kubernetes_cluster_node_pool', 'name', ['gpu1', 'abcdefghijkl'], ['GPU', 'gpu-1', '1gpu', 'abcdefghijklm']],
  ['azurerm_storage_account', 'name', ['datasets01'], ['ab', 'Data', 'data-sets', 'a'.repeat(25)]],
  ['azurerm_key_vault', 'name', ['vault-1'], ['kv', 'vault_1', 'a'.repeat(25)]],
  ['azurerm_resource_group', 'name', ['rg-(1)_é'], ['rg.', 'r g', 'a'.repeat(91)]],
  ['azurerm_storage_container', 'name', ['data-sets', '$web'], ['Data', 'a--b', 'ab-']],
  // Addresses.
  ['aws_vpc', 'cidr_block', ['10.0.0.0/16'], ['10.0.0.0/33', '10.0.0.0/8', '10.0.0.1/16', 'ten']],
  [
    'aws_eks_cluster',
    'kubernetes_network_config.service_ipv4_cidr',
    ['172.20.0.0/16'],
    ['100.64.0.0/16', '10.0.0.0/25'],
  ],
  ['azurerm_subnet', 'address_prefixes', [['10.0.0.0/29', 'fd00::/64']], [['10.0.0.0/30'], ['fd00::/96']]],
  ['azurerm_kubernetes_cluster', 'network_profile.service_cidr', ['10.0.0.0/16'], ['10.0.0.0/8', '10.0.0.0']],
  ['azurerm_network_security_rule', 'destination_port_range', ['*', '443', '80-90'], ['70000', '90-80', 'https']],
  // Documents.
  ['aws_iam_role', 'assume_role_policy', ['{"Statement":[]}'], ['{', '[]', 'Allow']],
  ['aws_s3_bucket_policy', 'policy', ['{}'], ['{"Statement":']],
  // Places.
  ['aws_vpc', 'region', ['us-east-2', 'us-gov-west-1', 'ap-southeast-6'], ['us-east-9', 'ohio']],
  ['azurerm_resource_group', 'location', ['eastus2', 'East US 2', 'usgovvirginia'], ['eastus9', 'us-east-1']],
  // Machines: of the catalog, of the service's list, or newer than it.
  [
    'aws_launch_template',
    'instance_type',
    ['p5.48xlarge', 'm7i.large', 't3.medium', 'u7i-12tb.224xlarge', 'p7x.48xlarge'],
    ['p5.colossal', 'p55.48xlarge', 'p5', 'q1.large', 'm7i.49xlarge'],
  ],
  ['aws_eks_node_group', 'instance_types', [['p6-b200.48xlarge', 'trn2.48xlarge']], [['p6-b200.49xlarge']]],
  [
    'azurerm_kubernetes_cluster_node_pool',
    'vm_size',
    ['Standard_ND96isr_H100_v5', 'Standard_D8s_v6', 'Standard_M416s_10_v2', 'Standard_DS2_v2', 'Standard_F4s_v2'],
    ['Standard_ND97isr_H100_v5', 'p5.48xlarge', 'Standard D8s v6'],
  ],
])('%s.%s', (type, path, allowed, refused) => {
  for (const value of allowed) expect({ value, said: said(type, path, value) }).toEqual({ value, said: [] });
  for (const value of refused)
    expect({ value, said: said(type, path, value).length > 0 }).toEqual({ value, said: true });
  expect(said(type, path, UNKNOWN)).toEqual([]);
});

test('a refusal says what, got, allowed and where', () => {
  const config = { scaling_config: [{ min_size: 0 }, { min_size: -1 }] };
  expect(new ValueChecks('aws').aboutResource('aws_eks_node_group', config)).toEqual([
    {
      summary: 'Invalid value for "min_size"',
      detail: 'got -1; allowed: at least 0',
      path: ['scaling_config', 1, 'min_size'],
    },
  ]);
});

test('a region that a provider does not know is refused, unless it is told to take any', () => {
  const checks = new ValueChecks('aws');
  expect(checks.aboutProvider({ region: 'us-east-9' })).toHaveLength(1);
  expect(checks.aboutProvider({ region: 'us-east-9', skip_region_validation: true })).toEqual([]);
  expect(checks.aboutProvider({ region: UNKNOWN })).toEqual([]);
});

test('a zone belongs to a region of the provider, or of the object', () => {
  const checks = new ValueChecks('aws');
  const zone = (availability_zone: Value, region: Value = UNKNOWN) =>
    checks.aboutPlan('aws_subnet', { availability_zone, region }, null).length;
  expect(zone('nowhere')).toBe(0);
  checks.configured({ region: 'us-east-2' });
  expect([zone('us-east-2a'), zone('us-east-2-lax-1a'), zone(UNKNOWN), zone('us-east-1a'), zone('us-east-2')]).toEqual([
    0, 0, 0, 1, 1,
  ]);
  expect([zone('us-west-2a', 'us-west-2'), zone('us-east-2a', 'us-west-2')]).toEqual([0, 1]);
  checks.configured({ region: 'us-west-2' });
  expect(zone('us-west-2a')).toBe(0);
  checks.begin();
  expect(zone('nowhere')).toBe(0);
});
