import { StorageAccount } from '@cdktf/provider-azurerm/lib/storage-account';
import { StorageContainer } from '@cdktf/provider-azurerm/lib/storage-container';
import type { Construct } from 'constructs';
import type { IStoreResources, ObjectStoreRequest } from '../contract';
import { brand, requireBrand } from './brand';
import { inSameStack } from './dependencies';
import { globalName, resourceName } from './names';
import { createPrivateEndpoint, PrivateService } from './private-endpoints';
import { AzureSite } from './site';

const MARK = Symbol.for('wattform.azure.object-store');
const SOFT_DELETE_DAYS = 14;

interface AzureObjectStoreProps {
  readonly name: string;
  readonly storeId: string;
  readonly accountName: string;
  readonly containerId: string;
}

/** A storage account with one container. */
export class AzureObjectStore implements IStoreResources {
  /** @throws when the store is not an object store of this target */
  public static of(store: IStoreResources): AzureObjectStore {
    requireBrand(store, MARK, 'an object store');
    return store as AzureObjectStore;
  }

  /** Physical name that was asked for; unique among the stores of a design. */
  public readonly name: string;
  /** Id of the storage account. */
  public readonly storeId: string;
  public readonly accountName: string;
  public readonly containerId: string;

  public constructor(props: AzureObjectStoreProps) {
    brand(this, MARK);
    this.name = props.name;
    this.storeId = props.storeId;
    this.accountName = props.accountName;
    this.containerId = props.containerId;
  }
}

/**
 * A private store of objects: no public endpoint, no account keys, encrypted twice, once with the site's key.
 *
 * Namespaces are hierarchical: a checkpoint is written beside the old one and renamed into place, which only a real directory
 * does at once. That excludes versions of blobs; deleted ones come back for two weeks.
 *
 * Copies stay in the region, over its zones, against CKV_AZURE_206: a second region doubles the price of petabytes that can be
 * made again, and takes data across a border that nobody asked to cross.
 */
export function createObjectStore(scope: Construct, request: ObjectStoreRequest): AzureObjectStore {
  const { name, tags } = request;
  const site = AzureSite.of(request.site);
  const account = new StorageAccount(scope, 'account', {
    name: globalName('st', name, site.subscriptionId, '', 24),
    location: site.region,
    resourceGroupName: site.resourceGroupName,
    accountKind: 'StorageV2',
    accountTier: 'Standard',
    accountReplicationType: site.zone === undefined ? 'LRS' : 'ZRS',
    accessTier: 'Hot',
    isHnsEnabled: true,
    minTlsVersion: 'TLS1_2',
    httpsTrafficOnlyEnabled: true,
    publicNetworkAccessEnabled: false,
    allowNestedItemsToBePublic: false,
    sharedAccessKeyEnabled: false,
    defaultToOauthAuthentication: true,
    localUserEnabled: false,
    sftpEnabled: false,
    crossTenantReplicationEnabled: false,
    allowedCopyScope: 'AAD',
    infrastructureEncryptionEnabled: true,
    networkRules: { defaultAction: 'Deny', bypass: ['AzureServices'] },
    sasPolicy: { expirationPeriod: '00.01:00:00', expirationAction: 'Log' },
    blobProperties: {
      versioningEnabled: false,
      deleteRetentionPolicy: { days: SOFT_DELETE_DAYS },
      containerDeleteRetentionPolicy: { days: SOFT_DELETE_DAYS },
    },
    identity: { type: 'UserAssigned', identityIds: [site.identityId] },
    customerManagedKey: { keyVaultKeyId: site.versionlessKeyId, userAssignedIdentityId: site.identityId },
    tags,
    dependsOn: inSameStack(scope, site.ready),
  });
  scope.node.defaultChild = account;
  const container = new StorageContainer(scope, 'container', {
    name: resourceName(request.design.name.toLowerCase(), '', 63).padEnd(3, '0'),
    storageAccountId: account.id,
    containerAccessType: 'private',
  });
  for (const service of [PrivateService.BLOB, PrivateService.DFS]) {
    createPrivateEndpoint(scope, `${service}-endpoint`, {
      name,
      region: site.region,
      resourceGroupName: site.resourceGroupName,
      subnetId: site.network.endpointSubnetId,
      zones: site.privateZones,
      service,
      targetId: account.id,
      tags,
    });
  }
  return new AzureObjectStore({ name, storeId: account.id, accountName: account.name, containerId: container.id });
}
