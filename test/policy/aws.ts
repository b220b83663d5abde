import { all, one, open, type Setting } from './settings';

const described = (resource: { description?: string }) => (resource.description ?? '').length > 0;

export const awsSettings: Setting[] = [
  {
    id: 'CKV_AWS_37',
    type: 'aws_eks_cluster',
    what: 'all five control plane logs',
    holds: (it) =>
      ['api', 'audit', 'authenticator', 'controllerManager', 'scheduler'].every((log) =>
        it.enabled_cluster_log_types.includes(log),
      ),
  },
  {
    id: 'CKV_AWS_38/39',
    type: 'aws_eks_cluster',
    what: 'no public endpoint',
    holds: (it) =>
      one(it.vpc_config).endpoint_public_access === false && one(it.vpc_config).endpoint_private_access === true,
  },
  {
    id: 'CKV_AWS_58',
    type: 'aws_eks_cluster',
    what: 'secrets encrypted',
    holds: (it) => one(it.encryption_config).resources.includes('secrets'),
  },
  {
    id: 'CKV_AWS_100',
    type: 'aws_eks_node_group',
    what: 'no remote access',
    holds: (it) => it.remote_access === undefined,
  },
  {
    id: 'CKV_AWS_79',
    type: 'aws_launch_template',
    what: 'IMDSv2 required',
    holds: (it) => one(it.metadata_options).http_tokens === 'required',
  },
  {
    id: 'CKV_AWS_341',
    type: 'aws_launch_template',
    what: 'IMDS one hop',
    holds: (it) => one(it.metadata_options).http_put_response_hop_limit === 1,
  },
  {
    id: 'CKV_AWS_88',
    type: 'aws_launch_template',
    what: 'no public address',
    holds: (it) =>
      all(it.network_interfaces).every((nic) => String(nic.associate_public_ip_address ?? 'false') === 'false'),
  },
  {
    id: 'encrypted root volume',
    type: 'aws_launch_template',
    what: 'volumes encrypted with a key of the site',
    holds: (it) =>
      all(it.block_device_mappings).every(
        (disk) => String(one(disk.ebs).encrypted) === 'true' && one(disk.ebs).kms_key_id !== undefined,
      ),
  },
  { id: 'CKV_AWS_23', type: 'aws_security_group', what: 'described', holds: described },
  { id: 'CKV_AWS_23', type: 'aws_vpc_security_group_ingress_rule', what: 'described', holds: described },
  { id: 'CKV_AWS_23', type: 'aws_vpc_security_group_egress_rule', what: 'described', holds: described },
  {
    id: 'CKV_AWS_24/25/260/277',
    type: 'aws_vpc_security_group_ingress_rule',
    what: 'not from anywhere',
    holds: (it) => !open(it.cidr_ipv4),
  },
  {
    id: 'CKV_AWS_382',
    type: 'aws_vpc_security_group_egress_rule',
    what: 'not to anywhere by every protocol',
    holds: (it) => !(open(it.cidr_ipv4) && it.ip_protocol === '-1'),
  },
  { id: 'CKV2_AWS_11', type: 'aws_vpc', what: 'flow log', holds: (_it, stack) => stack.of('aws_flow_log').length > 0 },
  {
    id: 'CKV2_AWS_12',
    type: 'aws_default_security_group',
    what: 'closed',
    holds: (it) => all(it.ingress).length === 0 && all(it.egress).length === 0,
  },
  {
    id: 'CKV2_AWS_12',
    type: 'aws_vpc',
    what: 'default security group is managed',
    holds: (_it, stack) => stack.of('aws_default_security_group').length > 0,
  },
  {
    id: 'CKV_AWS_130',
    type: 'aws_subnet',
    what: 'no public addresses',
    holds: (it) => it.map_public_ip_on_launch === false,
  },
  {
    id: 'CKV2_AWS_6',
    type: 'aws_s3_bucket',
    what: 'public access block',
    holds: (_it, stack) => stack.of('aws_s3_bucket_public_access_block').length > 0,
  },
  {
    id: 'CKV2_AWS_6',
    type: 'aws_s3_bucket_public_access_block',
    what: 'all four',
    holds: (it) =>
      it.block_public_acls && it.block_public_policy && it.ignore_public_acls && it.restrict_public_buckets,
  },
  {
    id: 'CKV_AWS_21',
    type: 'aws_s3_bucket',
    what: 'versioned',
    holds: (_it, stack) => stack.text.includes('"status":"Enabled"') && stack.of('aws_s3_bucket_versioning').length > 0,
  },
  {
    id: 'CKV_AWS_19/145',
    type: 'aws_s3_bucket_server_side_encryption_configuration',
    what: 'KMS',
    holds: (it) => one(one(one(it.rule).apply_server_side_encryption_by_default)).sse_algorithm === 'aws:kms',
  },
  {
    id: 'CKV2_AWS_61',
    type: 'aws_s3_bucket',
    what: 'lifecycle',
    holds: (_it, stack) => stack.of('aws_s3_bucket_lifecycle_configuration').length > 0,
  },
  {
    id: 'CKV_AWS_190/203',
    type: 'aws_fsx_lustre_file_system',
    what: 'customer key',
    holds: (it) => it.kms_key_id !== undefined,
  },
  { id: 'CKV_AWS_158', type: 'aws_cloudwatch_log_group', what: 'KMS', holds: (it) => it.kms_key_id !== undefined },
  {
    id: 'CKV_AWS_338',
    type: 'aws_cloudwatch_log_group',
    what: 'kept for a year',
    holds: (it) => it.retention_in_days >= 365,
  },
  { id: 'CKV_AWS_7', type: 'aws_kms_key', what: 'rotated', holds: (it) => it.enable_key_rotation === true },
  {
    id: 'CKV2_AWS_64',
    type: 'aws_kms_key',
    what: 'policy of its own',
    holds: (it, stack) => it.policy !== undefined || stack.of('aws_kms_key_policy').length > 0,
  },
  {
    id: 'CKV_AWS_18',
    type: 'aws_s3_bucket',
    what: 'access logging',
    holds: () => false,
    exception: {
      why: 'object-level access is in CloudTrail data events, which belong to the account; a log bucket a store would double what must be guarded',
      when: () => true,
    },
  },
  {
    id: 'CKV_AWS_144',
    type: 'aws_s3_bucket',
    what: 'replication to another region',
    holds: () => false,
    exception: {
      why: 'petabytes of datasets and checkpoints; a second copy is a decision of the design, not a default',
      when: () => true,
    },
  },
  {
    id: 'CKV2_AWS_62',
    type: 'aws_s3_bucket',
    what: 'event notifications',
    holds: () => false,
    exception: { why: 'nothing here consumes events', when: () => true },
  },
];
