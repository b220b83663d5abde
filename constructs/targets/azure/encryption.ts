import { DiskEncryptionSet } from '@cdktf/provider-azurerm/lib/disk-encryption-set';
import { KeyVault } from '@cdktf/provider-azurerm/lib/key-vault';
import { ResourceGroupTemplateDeployment } from '@cdktf/provider-azurerm/lib/resource-group-template-deployment';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { Fn, type ITerraformDependable, Token } from 'cdktf';
import type { Construct } from 'constructs';
import { globalName, resourceName } from './names';

const KEY_NAME = 'data';

export interface VaultProps {
  readonly name: string;
  readonly region: string;
  readonly resourceGroupName: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  /** The identity that encrypts with the key. */
  readonly principalId: string;
  /**
   * Whether the vault has a public endpoint. It is closed either way (default deny): services of Azure that are trusted come
   * in, and some of them only when the endpoint exists.
   */
  readonly publicEndpoint: boolean;
  /** RSA-HSM, kept in a hardware module, or RSA, where a service takes no other. */
  readonly keyType: string;
  readonly tags: { readonly [key: string]: string };
}

/** A vault with one key in it. */
export interface Vault {
  readonly id: string;
  readonly vault: KeyVault;
  /** Id of the key without a version: who uses it follows the newest. */
  readonly versionlessKeyId: string;
  /** Id of the version that was made first: who uses it stays there. */
  readonly keyId: string;
  /** What must stand before the key is used. */
  readonly ready: ITerraformDependable[];
}

/**
 * A key vault and its key.
 *
 * The key is made through Azure Resource Manager and not by `azurerm_key_vault_key`: that resource talks to the vault's own
 * endpoint, which a closed vault refuses to whoever deploys from outside a network that does not exist yet. Resource Manager
 * reaches it from anywhere, with no role on the data, and leaves a key that exists alone.
 *
 * It has no expiry, against CKV_AZURE_40: an expired key stops nodes from starting. It has no rotation of its own either:
 * nodes with ephemeral disks must be scaled to zero while their key rotates
 * (https://learn.microsoft.com/azure/aks/azure-disk-customer-managed-keys, 2024-02), so a person does it.
 * 2,048 bits are what all services that we encrypt accept.
 */
export function createVault(scope: Construct, props: VaultProps): Vault {
  const { tags } = props;
  const vault = new KeyVault(scope, 'vault', {
    name: globalName('kv', props.name, props.subscriptionId, '-', 24),
    location: props.region,
    resourceGroupName: props.resourceGroupName,
    tenantId: props.tenantId,
    skuName: props.keyType === 'RSA-HSM' ? 'premium' : 'standard',
    rbacAuthorizationEnabled: true,
    purgeProtectionEnabled: true,
    softDeleteRetentionDays: 90,
    enabledForDiskEncryption: true,
    publicNetworkAccessEnabled: props.publicEndpoint,
    networkAcls: { defaultAction: 'Deny', bypass: 'AzureServices' },
    tags,
  });
  const key = new ResourceGroupTemplateDeployment(scope, 'key', {
    name: resourceName(props.name, 'key', 64),
    resourceGroupName: props.resourceGroupName,
    deploymentMode: 'Incremental',
    templateContent: JSON.stringify(keyTemplate(props.keyType)),
    parametersContent: Token.asString(Fn.jsonencode({ vault: { value: vault.name } })),
    tags,
  });
  const use = new RoleAssignment(scope, 'key-use', {
    scope: vault.id,
    roleDefinitionName: 'Key Vault Crypto Service Encryption User',
    principalId: props.principalId,
    principalType: 'ServicePrincipal',
  });
  return {
    id: vault.id,
    vault,
    versionlessKeyId: `${vault.vaultUri}keys/${KEY_NAME}`,
    keyId: Token.asString(Fn.lookupNested(Fn.jsondecode(key.outputContent), ['keyId', 'value'])),
    ready: [key, use],
  };
}

/**
 * The set that encrypts the disks of nodes. It stays with one version of the key: following the newest would make the
 * provider read the key from the vault's own endpoint, and would rotate under nodes that cannot take it.
 */
export function createDiskEncryptionSet(
  scope: Construct,
  props: { readonly name: string; readonly vault: Vault; readonly identityId: string } & Pick<
    VaultProps,
    'region' | 'resourceGroupName' | 'tags'
  >,
): DiskEncryptionSet {
  return new DiskEncryptionSet(scope, 'disk-encryption', {
    name: resourceName(props.name, 'disks', 80),
    location: props.region,
    resourceGroupName: props.resourceGroupName,
    keyVaultKeyId: props.vault.keyId,
    autoKeyRotationEnabled: false,
    encryptionType: 'EncryptionAtRestWithCustomerKey',
    identity: { type: 'UserAssigned', identityIds: [props.identityId] },
    tags: props.tags,
    dependsOn: props.vault.ready,
  });
}

function keyTemplate(keyType: string): object {
  const resource = `resourceId('Microsoft.KeyVault/vaults/keys', parameters('vault'), '${KEY_NAME}')`;
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: { vault: { type: 'string' } },
    resources: [
      {
        type: 'Microsoft.KeyVault/vaults/keys',
        apiVersion: '2023-07-01',
        name: `[concat(parameters('vault'), '/${KEY_NAME}')]`,
        properties: { kty: keyType, keySize: 2048, keyOps: ['wrapKey', 'unwrapKey'] },
      },
    ],
    outputs: { keyId: { type: 'string', value: `[reference(${resource}).keyUriWithVersion]` } },
  };
}
