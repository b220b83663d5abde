import { conflicting, needs } from '../combinations';
import { json, policy } from '../documents';
import { arn, iamName } from '../names';
import type { ProviderRules } from '../rule';
import { all, between, lengthOf, matching, oneOf } from '../scalars';

/** AWS KMS API Reference, CreateKey, KeySpec and KeyUsage. */
const KEY_SPECS = [
  'SYMMETRIC_DEFAULT',
  ...['RSA_2048', 'RSA_3072', 'RSA_4096', 'SM2'],
  ...['ECC_NIST_P256', 'ECC_NIST_P384', 'ECC_NIST_P521', 'ECC_SECG_P256K1', 'ECC_NIST_EDWARDS25519'],
  ...['HMAC_224', 'HMAC_256', 'HMAC_384', 'HMAC_512'],
  ...['ML_DSA_44', 'ML_DSA_65', 'ML_DSA_87', 'ML_KEM_512', 'ML_KEM_768', 'ML_KEM_1024'],
];

const ALIAS = matching(/^alias\/[0-9A-Za-z_/-]+$/, 'alias/ and a name of letters, digits, _ / -');
const LOG_GROUP = matching(/^[.\-_/#A-Za-z0-9]+$/, 'letters, digits and any of . - _ / #');

/** CloudWatch Logs API Reference, PutRetentionPolicy; 0 is for ever. */
const RETENTION = [
  ...[0, 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731],
  ...[1096, 1827, 2192, 2557, 2922, 3288, 3653],
];

/** Provider documentation and its validators; where the service decides, the page of the service stands beside the rule. */
export const AWS_IDENTITY: ProviderRules = {
  aws_cloudwatch_log_group: {
    source: 'aws/r/cloudwatch_log_group',
    values: {
      log_group_class: oneOf('STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY'),
      name: all(lengthOf(1, 512), LOG_GROUP),
      name_prefix: all(lengthOf(1, 483), LOG_GROUP),
      retention_in_days: oneOf(...RETENTION),
    },
    together: { '': [conflicting('name', 'name_prefix')] },
  },
  aws_iam_role: {
    source: 'aws/r/iam_role',
    values: {
      assume_role_policy: policy,
      description: lengthOf(0, 1000),
      managed_policy_arns: arn,
      max_session_duration: between(3600, 43_200),
      name: iamName(64),
      name_prefix: iamName(38),
      path: lengthOf(0, 512),
      permissions_boundary: arn,
      'inline_policy.name': iamName(128),
      'inline_policy.policy': policy,
    },
    together: { '': [conflicting('name', 'name_prefix')] },
  },
  aws_iam_role_policy: {
    source: 'aws/r/iam_role_policy',
    values: { name: iamName(128), name_prefix: iamName(102), policy, role: iamName(128) },
    together: { '': [conflicting('name', 'name_prefix')] },
  },
  aws_iam_role_policy_attachment: {
    source: 'aws/r/iam_role_policy_attachment',
    values: { policy_arn: arn, role: lengthOf(1, 128) },
  },
  aws_kms_alias: {
    source: 'aws/r/kms_alias',
    values: { name: ALIAS, name_prefix: ALIAS },
    together: { '': [conflicting('name', 'name_prefix')] },
  },
  aws_kms_key: {
    source: 'aws/r/kms_key',
    values: {
      custom_key_store_id: lengthOf(1, 22),
      customer_master_key_spec: oneOf(...KEY_SPECS),
      deletion_window_in_days: between(7, 30),
      description: lengthOf(0, 8192),
      key_usage: oneOf(
        'ENCRYPT_DECRYPT',
        'SIGN_VERIFY',
        'GENERATE_VERIFY_MAC',
        'KEY_AGREEMENT',
        'ENCAPSULATE_DECAPSULATE',
      ),
      policy: json,
      rotation_period_in_days: between(90, 2560),
    },
    together: {
      '': [needs('rotation_period_in_days', 'enable_key_rotation'), needs('xks_key_id', 'custom_key_store_id')],
    },
  },
  aws_prometheus_scraper: {
    source: 'aws/r/prometheus_scraper',
    values: {
      'destination.amp.workspace_arn': arn,
      'role_configuration.source_role_arn': arn,
      'role_configuration.target_role_arn': arn,
      'source.eks.cluster_arn': arn,
    },
  },
  aws_prometheus_workspace: {
    source: 'aws/r/prometheus_workspace',
    values: { kms_key_arn: arn, 'logging_configuration.log_group_arn': arn },
  },
};
