import { atLeastOne, conflicting, exactlyOne, needs } from '../combinations';
import { json } from '../documents';
import { uuid } from '../names';
import type { ProviderRules } from '../rule';
import { all, any, between, lengthOf, matching, oneOf } from '../scalars';
import { BOTH_IDENTITIES, hyphenated, resourceGroupName } from './names';

const ONE_IDENTITY = oneOf('SystemAssigned', 'UserAssigned');

/** Provider documentation and its validators; names: "Naming rules and restrictions for Azure resources". */
export const AZURE_MANAGEMENT: ProviderRules = {
  azurerm_dashboard_grafana: {
    source: 'azurerm/r/dashboard_grafana',
    values: {
      auto_generated_domain_name_label_scope: oneOf('TenantReuse'),
      name: matching(
        /^[a-zA-Z][a-zA-Z0-9-]{0,21}[a-zA-Z0-9]$/,
        '2 to 23 letters, digits and hyphens, beginning with a letter, with no hyphen at the end',
      ),
      sku: oneOf('Standard', 'Essential'),
      'identity.type': ONE_IDENTITY,
      'smtp.start_tls_policy': oneOf('OpportunisticStartTLS', 'NoStartTLS', 'MandatoryStartTLS'),
    },
  },
  azurerm_disk_encryption_set: {
    source: 'azurerm/r/disk_encryption_set',
    values: {
      encryption_type: oneOf(
        'EncryptionAtRestWithCustomerKey',
        'EncryptionAtRestWithPlatformAndCustomerKeys',
        'ConfidentialVmEncryptedWithCustomerKey',
      ),
      name: all(lengthOf(1, 80), matching(/^[A-Za-z0-9_-]+$/, 'letters, digits, hyphens and underscores')),
      'identity.type': oneOf(...BOTH_IDENTITIES),
    },
    together: { '': [exactlyOne('key_vault_key_id', 'managed_hsm_key_id')] },
  },
  azurerm_federated_identity_credential: {
    source: 'azurerm/r/federated_identity_credential',
    values: {
      name: all(
        lengthOf(3, 120),
        matching(/^[A-Za-z0-9][\w-]*$/, 'letters, digits, hyphens and underscores, beginning with a letter or digit'),
      ),
    },
  },
  azurerm_key_vault: {
    source: 'azurerm/r/key_vault',
    values: {
      name: matching(/^[A-Za-z0-9-]{3,24}$/, '3 to 24 letters, digits and hyphens'),
      sku_name: oneOf('standard', 'premium'),
      soft_delete_retention_days: between(7, 90),
      tenant_id: uuid,
      'network_acls.bypass': oneOf('AzureServices', 'None'),
      'network_acls.default_action': oneOf('Allow', 'Deny'),
    },
  },
  azurerm_log_analytics_workspace: {
    source: 'azurerm/r/log_analytics_workspace',
    values: {
      name: hyphenated(4, 63),
      reservation_capacity_in_gb_per_day: oneOf(100, 200, 300, 400, 500, 1000, 2000, 5000),
      retention_in_days: any(between(30, 730), oneOf(7)),
      sku: oneOf(
        'Free',
        'PerNode',
        'Standalone',
        'Unlimited',
        'CapacityReservation',
        'PerGB2018',
        'LACluster',
        'Premium',
        'Standard',
      ),
      'identity.type': ONE_IDENTITY,
    },
  },
  azurerm_monitor_data_collection_endpoint: {
    source: 'azurerm/r/monitor_data_collection_endpoint',
    values: { kind: oneOf('Linux', 'Windows') },
  },
  azurerm_monitor_data_collection_rule: {
    source: 'azurerm/r/monitor_data_collection_rule',
    values: {
      kind: oneOf('Linux', 'Windows', 'AgentDirectToStore', 'WorkspaceTransforms'),
      'data_sources.log_file.format': oneOf('text', 'json'),
      'data_sources.performance_counter.sampling_frequency_in_seconds': between(1, 1800),
      'data_sources.prometheus_forwarder.streams': oneOf('Microsoft-PrometheusMetrics'),
      'identity.type': ONE_IDENTITY,
      'stream_declaration.column.type': oneOf('string', 'int', 'long', 'real', 'boolean', 'datetime', 'dynamic'),
      'stream_declaration.stream_name': matching(/^Custom-/, 'a name that begins with Custom-'),
    },
    together: {
      destinations: [
        atLeastOne(
          'azure_monitor_metrics',
          'event_hub',
          'event_hub_direct',
          'log_analytics',
          'monitor_account',
          'storage_blob',
          'storage_blob_direct',
          'storage_table_direct',
        ),
      ],
    },
  },
  azurerm_monitor_data_collection_rule_association: {
    source: 'azurerm/r/monitor_data_collection_rule_association',
    together: { '': [exactlyOne('data_collection_endpoint_id', 'data_collection_rule_id')] },
  },
  azurerm_monitor_diagnostic_setting: {
    source: 'azurerm/r/monitor_diagnostic_setting',
    values: {
      log_analytics_destination_type: oneOf('Dedicated', 'AzureDiagnostics'),
      name: all(lengthOf(1, 260), matching(/^[^<>*%&:\\?+/]*$/, 'none of < > * % & : \\ ? + /')),
    },
    together: {
      '': [
        atLeastOne(
          'eventhub_authorization_rule_id',
          'log_analytics_workspace_id',
          'partner_solution_id',
          'storage_account_id',
        ),
        atLeastOne('enabled_log', 'enabled_metric', 'metric'),
      ],
      enabled_log: [exactlyOne('category', 'category_group')],
    },
  },
  azurerm_monitor_workspace: { source: 'azurerm/r/monitor_workspace', values: { name: hyphenated(4, 63) } },
  azurerm_resource_group: { source: 'azurerm/r/resource_group', values: { name: resourceGroupName } },
  azurerm_resource_group_template_deployment: {
    source: 'azurerm/r/resource_group_template_deployment',
    values: {
      debug_level: oneOf('none', 'requestContent', 'responseContent', 'requestContent, responseContent'),
      deployment_mode: oneOf('Complete', 'Incremental'),
      name: all(lengthOf(1, 64), matching(/^[-\w.()]+$/, 'letters, digits and any of - _ . ( )')),
      parameters_content: json,
      template_content: json,
    },
    together: { '': [conflicting('template_content', 'template_spec_version_id')] },
  },
  azurerm_role_assignment: {
    source: 'azurerm/r/role_assignment',
    values: {
      condition_version: oneOf('1.0', '2.0'),
      name: uuid,
      principal_type: oneOf('User', 'Group', 'ServicePrincipal'),
    },
    together: {
      '': [exactlyOne('role_definition_id', 'role_definition_name'), needs('condition_version', 'condition')],
    },
  },
  azurerm_user_assigned_identity: {
    source: 'azurerm/r/user_assigned_identity',
    values: {
      name: all(
        lengthOf(3, 128),
        matching(/^[A-Za-z0-9][\w-]*$/, 'letters, digits, hyphens and underscores, beginning with a letter or digit'),
      ),
    },
  },
};
