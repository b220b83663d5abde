import { ManagedLustreFileSystem } from '@cdktf/provider-azurerm/lib/managed-lustre-file-system';
import type { Construct } from 'constructs';
import type { IStoreResources, ParallelFileSystemRequest } from '../contract';
import { brand, requireBrand } from './brand';
import { inSameStack } from './dependencies';
import { createVault } from './encryption';
import { resourceName } from './names';
import { AzureSite } from './site';

const MARK = Symbol.for('wattform.azure.parallel-file-system');
const GIB_PER_TIB = 1024;

/** A Managed Lustre file system. */
export class AzureParallelFileSystem implements IStoreResources {
  /** @throws when the store is not a parallel file system of this target */
  public static of(store: IStoreResources): AzureParallelFileSystem {
    requireBrand(store, MARK, 'a parallel file system');
    return store as AzureParallelFileSystem;
  }

  public readonly storeId: string;
  /** Address that clients mount. */
  public readonly address: string;

  public constructor(storeId: string, address: string) {
    brand(this, MARK);
    this.storeId = storeId;
    this.address = address;
  }
}

/**
 * A Managed Lustre file system in the site's storage subnet, with a vault of its own: the service takes a key only from a
 * vault with a public endpoint (closed, but for Azure's own services), and only an RSA key that is not kept in hardware
 * (https://github.com/MicrosoftDocs/azure-stack-docs azure-managed-lustre/customer-managed-encryption-keys.md, 2024-11).
 * The site's vault has neither, and stays so.
 *
 * @throws when the network has no storage subnet or the design no zone
 */
export function createParallelFileSystem(
  scope: Construct,
  request: ParallelFileSystemRequest,
): AzureParallelFileSystem {
  const { name, design, tags } = request;
  const site = AzureSite.of(request.site);
  if (site.network.storageSubnetId === undefined) {
    throw new Error(
      `parallel file system "${design.name}": the network has no storage subnet; give storageSubnetId, a subnet of its own of /24 or larger`,
    );
  }
  if (design.zone === undefined) {
    throw new Error(
      `parallel file system "${design.name}": the design names no zone; give the site one of "1", "2", "3"`,
    );
  }
  const vault = createVault(scope, {
    name,
    region: site.region,
    resourceGroupName: site.resourceGroupName,
    subscriptionId: site.subscriptionId,
    tenantId: site.tenantId,
    principalId: site.identityPrincipalId,
    publicEndpoint: true,
    keyType: 'RSA',
    tags,
  });
  const fileSystem = new ManagedLustreFileSystem(scope, 'file-system', {
    name: resourceName(name, '', 80),
    location: site.region,
    resourceGroupName: site.resourceGroupName,
    skuName: design.tier,
    storageCapacityInTb: design.capacityGib / GIB_PER_TIB,
    zones: [design.zone],
    subnetId: site.network.storageSubnetId,
    maintenanceWindow: { dayOfWeek: 'Sunday', timeOfDayInUtc: '02:00' },
    identity: { type: 'UserAssigned', identityIds: [site.identityId] },
    encryptionKey: { keyUrl: vault.keyId, sourceVaultId: vault.id },
    tags,
    dependsOn: [...vault.ready, ...inSameStack(scope, site.network.ready)],
  });
  scope.node.defaultChild = fileSystem;
  return new AzureParallelFileSystem(fileSystem.id, fileSystem.mgsAddress);
}
