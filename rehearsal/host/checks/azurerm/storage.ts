import { exactlyOne, valueNeeds } from '../combinations';
import type { ObjectCheck, ProviderRules } from '../rule';
import { all, between, lengthOf, matching, oneOf, stepsOf } from '../scalars';
import { BOTH_IDENTITIES } from './names';

const METHODS = oneOf('DELETE', 'GET', 'HEAD', 'MERGE', 'POST', 'OPTIONS', 'PUT', 'PATCH');
const DAYS = between(1, 365);
const KEY_SCOPE = oneOf('Service', 'Account');

/** TiB of a Lustre file system, by its SKU: "Create an Azure Managed Lustre file system", throughput configurations. */
const LUSTRE_STEPS: { readonly [sku: string]: number } = {
  'AMLFS-Durable-Premium-40': 48,
  'AMLFS-Durable-Premium-125': 16,
  'AMLFS-Durable-Premium-250': 8,
  'AMLFS-Durable-Premium-500': 4,
};

const lustreCapacity: ObjectCheck = (file) => {
  const argument = 'storage_capacity_in_tb';
  const step = LUSTRE_STEPS[String(file['sku_name'])];
  const allowed = step === undefined ? undefined : stepsOf(step)(file[argument] ?? null);
  if (allowed === undefined) return undefined;
  const detail = `got ${String(file[argument])}; allowed: ${allowed} for ${String(file['sku_name'])}`;
  return { summary: `Invalid value for "${argument}"`, detail, argument };
};

/** Provider documentation and its validators. */
export const AZURE_STORAGE: ProviderRules = {
  azurerm_managed_lustre_file_system: {
    source: 'azurerm/r/managed_lustre_file_system',
    values: {
      name: lengthOf(2, 80),
      sku_name: oneOf(...Object.keys(LUSTRE_STEPS)),
      'identity.type': oneOf('UserAssigned'),
      'maintenance_window.day_of_week': oneOf(
        'Sunday',
        'Monday',
        'Tuesday',
        'Wednesday',
        'Thursday',
        'Friday',
        'Saturday',
      ),
      'maintenance_window.time_of_day_in_utc': matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of the day, HH:MM'),
      'root_squash.mode': oneOf('RootOnly', 'All'),
    },
    together: { '': [lustreCapacity] },
  },
  azurerm_storage_account: {
    source: 'azurerm/r/storage_account',
    values: {
      access_tier: oneOf('Hot', 'Cool', 'Cold', 'Premium'),
      account_kind: oneOf('BlobStorage', 'BlockBlobStorage', 'FileStorage', 'Storage', 'StorageV2'),
      account_replication_type: oneOf('LRS', 'GRS', 'RAGRS', 'ZRS', 'GZRS', 'RAGZRS'),
      account_tier: oneOf('Standard', 'Premium'),
      allowed_copy_scope: oneOf('AAD', 'PrivateLink'),
      dns_endpoint_type: oneOf('Standard', 'AzureDnsZone'),
      min_tls_version: oneOf('TLS1_0', 'TLS1_1', 'TLS1_2'),
      name: matching(/^[a-z0-9]{3,24}$/, '3 to 24 lower-case letters and digits'),
      provisioned_billing_model_version: oneOf('V2'),
      queue_encryption_key_type: KEY_SCOPE,
      table_encryption_key_type: KEY_SCOPE,
      'azure_files_authentication.directory_type': oneOf('AADDS', 'AD', 'AADKERB'),
      'blob_properties.change_feed_retention_in_days': between(1, 146_000),
      'blob_properties.container_delete_retention_policy.days': DAYS,
      'blob_properties.cors_rule.allowed_methods': METHODS,
      'blob_properties.delete_retention_policy.days': DAYS,
      'blob_properties.restore_policy.days': DAYS,
      'identity.type': oneOf(...BOTH_IDENTITIES),
      'immutability_policy.state': oneOf('Disabled', 'Unlocked', 'Locked'),
      'network_rules.bypass': oneOf('Logging', 'Metrics', 'AzureServices', 'None'),
      'network_rules.default_action': oneOf('Allow', 'Deny'),
      'routing.choice': oneOf('InternetRouting', 'MicrosoftRouting'),
      'sas_policy.expiration_action': oneOf('Log', 'Block'),
      'share_properties.retention_policy.days': DAYS,
      'share_properties.smb.authentication_types': oneOf('NTLMv2', 'Kerberos'),
      'share_properties.smb.channel_encryption_type': oneOf('AES-128-CCM', 'AES-128-GCM', 'AES-256-GCM'),
      'share_properties.smb.kerberos_ticket_encryption_type': oneOf('RC4-HMAC', 'AES-256'),
      'share_properties.smb.versions': oneOf('SMB2.1', 'SMB3.0', 'SMB3.1.1'),
    },
    together: {
      '': [
        valueNeeds('account_kind', ['BlockBlobStorage', 'FileStorage'], 'account_tier', 'Premium'),
        valueNeeds('nfsv3_enabled', [true], 'is_hns_enabled', true),
        valueNeeds('nfsv3_enabled', [true], 'account_replication_type', 'LRS', 'RAGRS'),
        valueNeeds('sftp_enabled', [true], 'is_hns_enabled', true),
      ],
    },
  },
  azurerm_storage_container: {
    source: 'azurerm/r/storage_container',
    values: {
      container_access_type: oneOf('blob', 'container', 'private'),
      name: all(
        lengthOf(3, 63),
        matching(
          /^(\$root|\$web|[a-z0-9]+(-[a-z0-9]+)*)$/,
          'lower-case letters, digits and single hyphens between them',
        ),
      ),
    },
    together: { '': [exactlyOne('storage_account_name', 'storage_account_id')] },
  },
};
