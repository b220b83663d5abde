import { numberOf } from '../checks/scalars';
import type { ReplaceTable } from './table';

/** `region` of an object moves it: every type of provider 6 that has it. */
const MOVED = 'region';

const SECURITY_RULE = { arguments: ['security_group_id', MOVED] };

/** Read from the documentation of the provider, and compared with the answers of a real one, 5.100.0. */
export const AWS_REPLACE: ReplaceTable = {
  aws_autoscaling_group_tag: {
    source: 'aws/r/autoscaling_group_tag',
    arguments: ['autoscaling_group_name', 'tag.key', MOVED],
  },
  aws_autoscaling_schedule: {
    source: 'aws/r/autoscaling_schedule',
    arguments: ['autoscaling_group_name', 'scheduled_action_name', MOVED],
  },
  aws_cloudwatch_log_group: {
    source: 'aws/r/cloudwatch_log_group',
    arguments: ['log_group_class', 'name', 'name_prefix', MOVED],
  },
  aws_default_security_group: { source: 'aws/r/default_security_group', arguments: ['vpc_id', MOVED] },
  aws_eks_access_entry: {
    source: 'aws/r/eks_access_entry',
    arguments: ['cluster_name', 'principal_arn', 'type', MOVED],
  },
  aws_eks_access_policy_association: {
    source: 'aws/r/eks_access_policy_association',
    arguments: ['cluster_name', 'policy_arn', 'principal_arn', 'access_scope.namespaces', 'access_scope.type', MOVED],
  },
  aws_eks_addon: { source: 'aws/r/eks_addon', arguments: ['addon_name', 'cluster_name', MOVED] },
  aws_eks_cluster: {
    source: 'aws/r/eks_cluster',
    arguments: [
      'bootstrap_self_managed_addons',
      'name',
      'role_arn',
      'access_config.bootstrap_cluster_creator_admin_permissions',
      'compute_config.node_role_arn',
      'kubernetes_network_config.ip_family',
      'kubernetes_network_config.service_ipv4_cidr',
      'outpost_config.control_plane_instance_type',
      'outpost_config.control_plane_placement.group_name',
      MOVED,
    ],
    // Encryption may be turned on later, and never off.
    sometimes: [{ argument: 'encryption_config', when: (before, after) => lengthOf(before) > lengthOf(after) }],
  },
  aws_eks_node_group: {
    source: 'aws/r/eks_node_group',
    arguments: [
      'ami_type',
      'capacity_type',
      'cluster_name',
      'disk_size',
      'instance_types',
      'node_group_name',
      'node_group_name_prefix',
      'node_role_arn',
      'subnet_ids',
      'launch_template.id',
      'launch_template.name',
      'remote_access.ec2_ssh_key',
      'remote_access.source_security_group_ids',
      MOVED,
    ],
    presence: ['remote_access'],
  },
  aws_eks_pod_identity_association: {
    source: 'aws/r/eks_pod_identity_association',
    arguments: ['cluster_name', 'namespace', 'service_account', MOVED],
  },
  aws_flow_log: {
    source: 'aws/r/flow_log',
    arguments: [
      'deliver_cross_account_role',
      'eni_id',
      'iam_role_arn',
      'log_destination',
      'log_destination_type',
      'log_format',
      'max_aggregation_interval',
      'regional_nat_gateway_id',
      'subnet_id',
      'traffic_type',
      'transit_gateway_attachment_id',
      'transit_gateway_id',
      'vpc_id',
      'destination_options.file_format',
      'destination_options.hive_compatible_partitions',
      'destination_options.per_hour_partition',
      MOVED,
    ],
  },
  aws_fsx_lustre_file_system: {
    source: 'aws/r/fsx_lustre_file_system',
    arguments: [
      'backup_id',
      'copy_tags_to_backups',
      'deployment_type',
      'drive_cache_type',
      'efa_enabled',
      'export_path',
      'file_system_type_version',
      'import_path',
      'imported_file_chunk_size',
      'kms_key_id',
      'security_group_ids',
      'storage_type',
      'subnet_ids',
      MOVED,
    ],
    // A file system grows in place, and so do the operations of its metadata; neither shrinks.
    sometimes: [
      { argument: 'storage_capacity', when: isLess },
      { argument: 'metadata_configuration.iops', when: isLess },
    ],
  },
  aws_iam_role: { source: 'aws/r/iam_role', arguments: ['name', 'name_prefix', 'path'] },
  aws_iam_role_policy: { source: 'aws/r/iam_role_policy', arguments: ['name', 'name_prefix', 'role'] },
  aws_iam_role_policy_attachment: { source: 'aws/r/iam_role_policy_attachment', arguments: ['policy_arn', 'role'] },
  aws_kms_alias: { source: 'aws/r/kms_alias', arguments: ['name', 'name_prefix', MOVED] },
  aws_kms_key: {
    source: 'aws/r/kms_key',
    arguments: ['custom_key_store_id', 'customer_master_key_spec', 'key_usage', 'multi_region', 'xks_key_id', MOVED],
  },
  aws_launch_template: { source: 'aws/r/launch_template', arguments: ['name', 'name_prefix', MOVED] },
  aws_placement_group: {
    source: 'aws/r/placement_group',
    arguments: ['name', 'partition_count', 'spread_level', 'strategy', MOVED],
  },
  aws_prometheus_scraper: {
    source: 'aws/r/prometheus_scraper',
    arguments: ['source.eks.cluster_arn', 'source.eks.security_group_ids', 'source.eks.subnet_ids', MOVED],
  },
  aws_prometheus_workspace: { source: 'aws/r/prometheus_workspace', arguments: ['kms_key_arn', MOVED] },
  aws_route_table: { source: 'aws/r/route_table', arguments: ['vpc_id', MOVED] },
  aws_route_table_association: {
    source: 'aws/r/route_table_association',
    arguments: ['gateway_id', 'subnet_id', MOVED],
  },
  aws_s3_bucket: {
    source: 'aws/r/s3_bucket',
    arguments: ['bucket', 'bucket_prefix', 'object_lock_enabled', MOVED],
  },
  aws_s3_bucket_lifecycle_configuration: {
    source: 'aws/r/s3_bucket_lifecycle_configuration',
    arguments: ['bucket', 'expected_bucket_owner', MOVED],
  },
  aws_s3_bucket_ownership_controls: { source: 'aws/r/s3_bucket_ownership_controls', arguments: ['bucket', MOVED] },
  aws_s3_bucket_policy: { source: 'aws/r/s3_bucket_policy', arguments: ['bucket', MOVED] },
  aws_s3_bucket_public_access_block: { source: 'aws/r/s3_bucket_public_access_block', arguments: ['bucket', MOVED] },
  aws_s3_bucket_server_side_encryption_configuration: {
    source: 'aws/r/s3_bucket_server_side_encryption_configuration',
    arguments: ['bucket', 'expected_bucket_owner', MOVED],
  },
  aws_s3_bucket_versioning: {
    source: 'aws/r/s3_bucket_versioning',
    arguments: ['bucket', 'expected_bucket_owner', MOVED],
  },
  aws_security_group: {
    source: 'aws/r/security_group',
    arguments: ['description', 'name', 'name_prefix', 'vpc_id', MOVED],
  },
  aws_subnet: {
    source: 'aws/r/subnet',
    arguments: [
      'availability_zone',
      'availability_zone_id',
      'cidr_block',
      'ipv6_native',
      'outpost_arn',
      'vpc_id',
      MOVED,
    ],
  },
  aws_vpc: {
    source: 'aws/r/vpc',
    arguments: ['cidr_block', 'ipv4_ipam_pool_id', 'ipv4_netmask_length', MOVED],
    // Tenancy may be loosened in place.
    sometimes: [{ argument: 'instance_tenancy', when: (_, after) => after !== 'default' }],
  },
  aws_vpc_endpoint: {
    source: 'aws/r/vpc_endpoint',
    arguments: [
      'resource_configuration_arn',
      'service_name',
      'service_network_arn',
      'service_region',
      'vpc_endpoint_type',
      'vpc_id',
      MOVED,
    ],
  },
  aws_vpc_ipv4_cidr_block_association: {
    source: 'aws/r/vpc_ipv4_cidr_block_association',
    arguments: ['cidr_block', 'ipv4_ipam_pool_id', 'ipv4_netmask_length', 'vpc_id', MOVED],
  },
  aws_vpc_security_group_egress_rule: { source: 'aws/r/vpc_security_group_egress_rule', ...SECURITY_RULE },
  aws_vpc_security_group_ingress_rule: { source: 'aws/r/vpc_security_group_ingress_rule', ...SECURITY_RULE },
};

function lengthOf(value: unknown): number {
  return Array.isArray(value) ? value.length : 0;
}

function isLess(before: Parameters<typeof numberOf>[0], after: Parameters<typeof numberOf>[0]): boolean {
  const [old, now] = [numberOf(before), numberOf(after)];
  return old !== undefined && now !== undefined && now < old;
}
