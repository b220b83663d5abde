import type { DefaultsTable } from './table';

/** Read from the documentation of the provider, and compared with the plans of a real one, 5.100.0. */
export const AWS_DEFAULTS: DefaultsTable = {
  aws_cloudwatch_log_group: {
    source: 'aws/r/cloudwatch_log_group',
    values: { retention_in_days: 0, skip_destroy: false },
  },
  aws_default_security_group: {
    source: 'aws/r/default_security_group',
    values: { revoke_rules_on_delete: false },
  },
  aws_eks_access_entry: { source: 'aws/r/eks_access_entry', values: { type: 'STANDARD' } },
  aws_eks_cluster: {
    source: 'aws/r/eks_cluster',
    values: {
      bootstrap_self_managed_addons: true,
      'vpc_config.endpoint_private_access': false,
      'vpc_config.endpoint_public_access': true,
    },
  },
  aws_eks_node_group: { source: 'aws/r/eks_node_group', values: { 'node_repair_config.enabled': false } },
  aws_flow_log: {
    source: 'aws/r/flow_log',
    values: {
      log_destination_type: 'cloud-watch-logs',
      max_aggregation_interval: 600,
      'destination_options.file_format': 'plain-text',
      'destination_options.hive_compatible_partitions': false,
      'destination_options.per_hour_partition': false,
    },
  },
  aws_fsx_lustre_file_system: {
    source: 'aws/r/fsx_lustre_file_system',
    values: {
      copy_tags_to_backups: false,
      data_compression_type: 'NONE',
      deployment_type: 'SCRATCH_1',
      skip_final_backup: true,
      storage_type: 'SSD',
    },
  },
  aws_iam_role: {
    source: 'aws/r/iam_role',
    values: { force_detach_policies: false, max_session_duration: 3600, path: '/' },
  },
  aws_kms_key: {
    source: 'aws/r/kms_key',
    values: {
      bypass_policy_lockout_safety_check: false,
      customer_master_key_spec: 'SYMMETRIC_DEFAULT',
      enable_key_rotation: false,
      is_enabled: true,
      key_usage: 'ENCRYPT_DECRYPT',
    },
  },
  aws_s3_bucket: { source: 'aws/r/s3_bucket', values: { force_destroy: false } },
  aws_s3_bucket_lifecycle_configuration: {
    source: 'aws/r/s3_bucket_lifecycle_configuration',
    values: { transition_default_minimum_object_size: 'all_storage_classes_128K' },
  },
  aws_s3_bucket_public_access_block: {
    source: 'aws/r/s3_bucket_public_access_block',
    values: {
      block_public_acls: false,
      block_public_policy: false,
      ignore_public_acls: false,
      restrict_public_buckets: false,
    },
  },
  aws_security_group: {
    source: 'aws/r/security_group',
    values: { description: 'Managed by Terraform', revoke_rules_on_delete: false },
  },
  aws_subnet: {
    source: 'aws/r/subnet',
    values: {
      assign_ipv6_address_on_creation: false,
      enable_dns64: false,
      enable_resource_name_dns_a_record_on_launch: false,
      enable_resource_name_dns_aaaa_record_on_launch: false,
      ipv6_native: false,
      map_public_ip_on_launch: false,
    },
  },
  aws_vpc: { source: 'aws/r/vpc', values: { enable_dns_support: true, instance_tenancy: 'default' } },
  aws_vpc_endpoint: { source: 'aws/r/vpc_endpoint', values: { vpc_endpoint_type: 'Gateway' } },
};
