import { conflicting, needs, onlyWith, valueAsksFor, valueNeeds } from '../combinations';
import { json } from '../documents';
import { accountId, arn, bucketName, time } from '../names';
import type { ProviderRules } from '../rule';
import { all, any, atLeast, between, lengthOf, matching, oneOf, stepsOf } from '../scalars';

const LUSTRE = 'deployment_type';
/** Amazon FSx API Reference, CreateFileSystem, StorageCapacity and PerUnitStorageThroughput. */
const SSD_CAPACITY = any(oneOf(1200), stepsOf(2400));

/** Provider documentation and its validators; where the service decides, the page of the service stands beside the rule. */
export const AWS_STORAGE: ProviderRules = {
  aws_fsx_lustre_file_system: {
    source: 'aws/r/fsx_lustre_file_system',
    values: {
      auto_import_policy: oneOf('NONE', 'NEW', 'NEW_CHANGED', 'NEW_CHANGED_DELETED'),
      automatic_backup_retention_days: between(0, 90),
      daily_automatic_backup_start_time: matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of the day, HH:MM'),
      data_compression_type: oneOf('NONE', 'LZ4'),
      deployment_type: oneOf('SCRATCH_1', 'SCRATCH_2', 'PERSISTENT_1', 'PERSISTENT_2'),
      drive_cache_type: oneOf('NONE', 'READ'),
      export_path: all(lengthOf(3, 900), matching(/^s3:\/\//, 'a path that begins with s3://')),
      import_path: all(lengthOf(3, 900), matching(/^s3:\/\//, 'a path that begins with s3://')),
      file_system_type_version: matching(/^\d\.\d+$/, 'a version of Lustre, such as 2.15'),
      imported_file_chunk_size: between(1, 512_000),
      kms_key_id: arn,
      per_unit_storage_throughput: oneOf(12, 40, 50, 100, 125, 200, 250, 500, 1000),
      storage_capacity: atLeast(1200),
      storage_type: oneOf('SSD', 'HDD', 'INTELLIGENT_TIERING'),
      throughput_capacity: stepsOf(4000, 0),
      weekly_maintenance_start_time: matching(/^[1-7]:([01]\d|2[0-3]):[0-5]\d$/, 'a time of the week, d:HH:MM'),
      'data_read_cache_configuration.sizing_mode': oneOf(
        'NO_CACHE',
        'USER_PROVISIONED',
        'PROPORTIONAL_TO_THROUGHPUT_CAPACITY',
      ),
      'log_configuration.destination': arn,
      'log_configuration.level': oneOf('DISABLED', 'WARN_ONLY', 'ERROR_ONLY', 'WARN_ERROR'),
      'metadata_configuration.iops': any(oneOf(1500, 3000, 6000), all(stepsOf(12_000), between(12_000, 192_000))),
      'metadata_configuration.mode': oneOf('AUTOMATIC', 'USER_PROVISIONED'),
      'root_squash_configuration.root_squash': matching(/^\d{1,10}:\d{1,10}$/, 'UID:GID'),
    },
    together: {
      '': [
        onlyWith('metadata_configuration', LUSTRE, 'PERSISTENT_2'),
        valueNeeds('efa_enabled', [true], LUSTRE, 'PERSISTENT_2'),
        valueAsksFor('efa_enabled', [true], 'metadata_configuration'),
        valueNeeds('storage_type', ['HDD'], LUSTRE, 'PERSISTENT_1'),
        valueAsksFor('storage_type', ['HDD'], 'drive_cache_type'),
        valueNeeds('storage_type', ['INTELLIGENT_TIERING'], LUSTRE, 'PERSISTENT_2'),
        valueAsksFor(
          'storage_type',
          ['INTELLIGENT_TIERING'],
          'throughput_capacity',
          'data_read_cache_configuration',
          'metadata_configuration',
        ),
        valueNeeds('per_unit_storage_throughput', [50, 100, 200, 12, 40], LUSTRE, 'PERSISTENT_1'),
        valueNeeds('per_unit_storage_throughput', [125, 250, 500, 1000], LUSTRE, 'PERSISTENT_2'),
        needs('export_path', 'import_path'),
        needs('imported_file_chunk_size', 'import_path'),
        (file) => {
          const isSsd = [null, 'SSD'].includes((file['storage_type'] ?? null) as string | null);
          const persistent = ['SCRATCH_2', 'PERSISTENT_1', 'PERSISTENT_2'].includes(String(file[LUSTRE]));
          const allowed = isSsd && persistent ? SSD_CAPACITY(file['storage_capacity'] ?? null) : undefined;
          const given = typeof file['storage_capacity'] === 'number';
          if (allowed === undefined || !given) return undefined;
          const argument = 'storage_capacity';
          const detail = `got ${String(file[argument])}; allowed: ${allowed} (GiB)`;
          return { summary: `Invalid value for "${argument}"`, detail, argument };
        },
      ],
    },
  },
  aws_s3_bucket: {
    source: 'aws/r/s3_bucket',
    values: {
      acceleration_status: oneOf('Enabled', 'Suspended'),
      acl: oneOf(
        'private',
        'public-read',
        'public-read-write',
        'authenticated-read',
        'aws-exec-read',
        'log-delivery-write',
      ),
      bucket: bucketName,
      bucket_prefix: lengthOf(0, 37),
      policy: json,
      request_payer: oneOf('Requester', 'BucketOwner'),
      'object_lock_configuration.rule.default_retention.mode': oneOf('GOVERNANCE', 'COMPLIANCE'),
      'server_side_encryption_configuration.rule.apply_server_side_encryption_by_default.sse_algorithm': oneOf(
        'AES256',
        'aws:kms',
        'aws:kms:dsse',
      ),
    },
    together: { '': [conflicting('bucket', 'bucket_prefix'), conflicting('acl', 'grant')] },
  },
  aws_s3_bucket_lifecycle_configuration: {
    source: 'aws/r/s3_bucket_lifecycle_configuration',
    values: {
      bucket: lengthOf(1, 63),
      expected_bucket_owner: accountId,
      transition_default_minimum_object_size: oneOf('varies_by_storage_class', 'all_storage_classes_128K', ''),
      'rule.status': oneOf('Enabled', 'Disabled'),
      'rule.id': lengthOf(1, 255),
      'rule.expiration.date': time,
      'rule.filter.and.object_size_greater_than': atLeast(0),
      'rule.filter.and.object_size_less_than': atLeast(1),
      'rule.noncurrent_version_expiration.newer_noncurrent_versions': atLeast(1),
      'rule.noncurrent_version_expiration.noncurrent_days': atLeast(1),
    },
  },
  aws_s3_bucket_ownership_controls: {
    source: 'aws/r/s3_bucket_ownership_controls',
    values: { 'rule.object_ownership': oneOf('BucketOwnerPreferred', 'ObjectWriter', 'BucketOwnerEnforced') },
  },
  aws_s3_bucket_policy: { source: 'aws/r/s3_bucket_policy', values: { policy: json } },
  aws_s3_bucket_public_access_block: { source: 'aws/r/s3_bucket_public_access_block' },
  aws_s3_bucket_server_side_encryption_configuration: {
    source: 'aws/r/s3_bucket_server_side_encryption_configuration',
    values: {
      bucket: lengthOf(1, 63),
      expected_bucket_owner: accountId,
      'rule.apply_server_side_encryption_by_default.sse_algorithm': oneOf('AES256', 'aws:kms', 'aws:kms:dsse'),
    },
  },
  aws_s3_bucket_versioning: {
    source: 'aws/r/s3_bucket_versioning',
    values: {
      bucket: lengthOf(1, 63),
      expected_bucket_owner: accountId,
      'versioning_configuration.status': oneOf('Enabled', 'Suspended', 'Disabled'),
      'versioning_configuration.mfa_delete': oneOf('Enabled', 'Disabled'),
    },
  },
};
