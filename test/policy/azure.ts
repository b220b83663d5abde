import { all, one, type Setting } from './settings';

/** Managed Lustre reads its key itself, from a vault that its service can reach and an RSA key outside hardware. */
const ofManagedLustre = {
  why: 'Managed Lustre takes only an RSA key outside hardware, from a vault that lets Azure services of trust in',
  when: (address: string) => /_store_[a-z0-9-]+_[a-z0-9-]+_(vault|key)/.test(address),
};

export const azureSettings: Setting[] = [
  {
    id: 'CKV_AZURE_4',
    type: 'azurerm_kubernetes_cluster',
    what: 'logs collected',
    holds: (it) => one(it.oms_agent)?.log_analytics_workspace_id !== undefined,
  },
  {
    id: 'CKV_AZURE_5',
    type: 'azurerm_kubernetes_cluster',
    what: 'RBAC',
    holds: (it) => one(it.azure_active_directory_role_based_access_control)?.azure_rbac_enabled === true,
  },
  {
    id: 'CKV_AZURE_6/115',
    type: 'azurerm_kubernetes_cluster',
    what: 'private',
    holds: (it) => it.private_cluster_enabled === true,
  },
  {
    id: 'CKV_AZURE_7',
    type: 'azurerm_kubernetes_cluster',
    what: 'network policy',
    holds: (it) => one(it.network_profile).network_policy === 'cilium',
  },
  {
    id: 'CKV_AZURE_116',
    type: 'azurerm_kubernetes_cluster',
    what: 'Azure policy',
    holds: (it) => it.azure_policy_enabled === true,
  },
  {
    id: 'CKV_AZURE_117',
    type: 'azurerm_kubernetes_cluster',
    what: 'disks with a customer key',
    holds: (it) => it.disk_encryption_set_id !== undefined,
  },
  {
    id: 'CKV_AZURE_141',
    type: 'azurerm_kubernetes_cluster',
    what: 'no local accounts',
    holds: (it) => it.local_account_disabled === true,
  },
  {
    id: 'CKV_AZURE_168',
    type: 'azurerm_kubernetes_cluster',
    what: '50 pods a node',
    holds: (it) => one(it.default_node_pool).max_pods >= 50,
  },
  {
    id: 'CKV_AZURE_168',
    type: 'azurerm_kubernetes_cluster_node_pool',
    what: '50 pods a node',
    holds: (it) => it.max_pods >= 50,
  },
  {
    id: 'CKV_AZURE_170',
    type: 'azurerm_kubernetes_cluster',
    what: 'tier Standard',
    holds: (it) => it.sku_tier === 'Standard',
  },
  {
    id: 'CKV_AZURE_171',
    type: 'azurerm_kubernetes_cluster',
    what: 'upgrade channel',
    holds: (it) => !['none', undefined].includes(it.automatic_upgrade_channel),
  },
  {
    id: 'CKV_AZURE_172',
    type: 'azurerm_kubernetes_cluster',
    what: 'secrets rotate',
    holds: (it) => one(it.key_vault_secrets_provider)?.secret_rotation_enabled === true,
  },
  {
    id: 'CKV_AZURE_226',
    type: 'azurerm_kubernetes_cluster',
    what: 'ephemeral system disks',
    holds: (it) => one(it.default_node_pool).os_disk_type === 'Ephemeral',
  },
  {
    id: 'CKV_AZURE_227',
    type: 'azurerm_kubernetes_cluster',
    what: 'encryption at host',
    holds: (it) => one(it.default_node_pool).host_encryption_enabled === true,
  },
  {
    id: 'CKV_AZURE_227',
    type: 'azurerm_kubernetes_cluster_node_pool',
    what: 'encryption at host',
    holds: (it) => it.host_encryption_enabled === true,
  },
  {
    id: 'CKV_AZURE_232',
    type: 'azurerm_kubernetes_cluster',
    what: 'system pool for system pods',
    holds: (it) => one(it.default_node_pool).only_critical_addons_enabled === true,
  },
  {
    id: 'CKV2_AZURE_29',
    type: 'azurerm_kubernetes_cluster',
    what: 'Azure CNI',
    holds: (it) => one(it.network_profile).network_plugin === 'azure',
  },
  {
    id: 'gpu_driver',
    type: 'azurerm_kubernetes_cluster_node_pool',
    what: 'driver always stated on accelerator pools',
    holds: (it) => ['Install', 'None'].includes(it.gpu_driver),
  },
  {
    id: 'CKV_AZURE_33/59',
    type: 'azurerm_storage_account',
    what: 'no public network',
    holds: (it) => it.public_network_access_enabled === false,
  },
  {
    id: 'CKV_AZURE_35',
    type: 'azurerm_storage_account',
    what: 'denies by default',
    holds: (it) => it.public_network_access_enabled === false || one(it.network_rules)?.default_action === 'Deny',
  },
  {
    id: 'CKV_AZURE_44',
    type: 'azurerm_storage_account',
    what: 'TLS 1.2',
    holds: (it) => it.min_tls_version === 'TLS1_2',
  },
  {
    id: 'CKV_AZURE_190',
    type: 'azurerm_storage_account',
    what: 'no anonymous blobs',
    holds: (it) => it.allow_nested_items_to_be_public === false,
  },
  {
    id: 'CKV2_AZURE_40',
    type: 'azurerm_storage_account',
    what: 'no shared keys',
    holds: (it) => it.shared_access_key_enabled === false,
  },
  {
    id: 'CKV2_AZURE_38',
    type: 'azurerm_storage_account',
    what: 'soft delete',
    holds: (it) => one(one(it.blob_properties)?.delete_retention_policy) !== undefined,
  },
  {
    id: 'CKV2_AZURE_33',
    type: 'azurerm_storage_account',
    what: 'private endpoint',
    holds: (_it, stack) => stack.of('azurerm_private_endpoint').length > 0,
  },
  {
    id: 'CKV_AZURE_42/110',
    type: 'azurerm_key_vault',
    what: 'purge protection',
    holds: (it) => it.purge_protection_enabled === true,
  },
  {
    id: 'CKV_AZURE_109/189',
    type: 'azurerm_key_vault',
    what: 'no public network',
    holds: (it) => it.public_network_access_enabled === false && one(it.network_acls)?.default_action === 'Deny',
    exception: ofManagedLustre,
  },
  {
    id: 'CKV2_AZURE_32',
    type: 'azurerm_key_vault',
    what: 'private endpoint',
    holds: (_it, stack) => stack.of('azurerm_private_endpoint').length > 0,
  },
  {
    id: 'CKV_AZURE_112',
    type: 'azurerm_resource_group_template_deployment',
    what: 'keys in hardware',
    holds: (it) => it.template_content.includes('RSA-HSM'),
    exception: ofManagedLustre,
  },
  {
    id: 'CKV2_AZURE_31',
    type: 'azurerm_subnet',
    what: 'security group on every subnet',
    holds: (_it, stack) =>
      all(stack.of('azurerm_subnet')).length <= stack.of('azurerm_subnet_network_security_group_association').length,
  },
  {
    id: 'CKV_AZURE_206',
    type: 'azurerm_storage_account',
    what: 'replication to another region',
    holds: () => false,
    exception: {
      why: 'petabytes of datasets; a second copy is a decision of the design, not a default',
      when: () => true,
    },
  },
];
