import { DataAzurermClientConfig } from '@cdktf/provider-azurerm/lib/data-azurerm-client-config';
import { ResourceGroup } from '@cdktf/provider-azurerm/lib/resource-group';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { ISiteResources, SiteRequest } from '../contract';
import { brand, requireBrand } from './brand';
import { createDiskEncryptionSet, createVault } from './encryption';
import { resourceName } from './names';
import { AzureNetwork } from './network';
import { auditVault, createDashboards, createWorkspaces } from './observability';
import { createPrivateEndpoint, createPrivateZones, PrivateService, type PrivateZoneIds } from './private-endpoints';

const MARK = Symbol.for('wattform.azure.site');

interface AzureSiteProps {
  readonly network: AzureNetwork;
  readonly region: string;
  readonly zone?: string;
  readonly resourceGroupName: string;
  readonly subscriptionId: string;
  readonly tenantId: string;
  readonly identityId: string;
  readonly identityPrincipalId: string;
  readonly vaultId: string;
  readonly versionlessKeyId: string;
  readonly diskEncryptionSetId: string;
  readonly logsId: string;
  readonly metricsId: string;
  readonly privateZones: PrivateZoneIds;
  readonly ready: ITerraformDependable[];
}

/** What all clusters and stores of an Azure site share. Values are Terraform references, good in any stack. */
export class AzureSite implements ISiteResources {
  /** @throws when the site is another target's */
  public static of(site: ISiteResources): AzureSite {
    requireBrand(site, MARK, 'a site');
    return site as AzureSite;
  }

  public readonly network: AzureNetwork;
  public readonly region: string;
  public readonly zone?: string;
  public readonly resourceGroupName: string;
  public readonly subscriptionId: string;
  public readonly tenantId: string;
  /** The identity that encrypts stores and disks with the site's key. */
  public readonly identityId: string;
  public readonly identityPrincipalId: string;
  public readonly vaultId: string;
  /** Id of the key without a version: who uses it follows the newest. */
  public readonly versionlessKeyId: string;
  public readonly diskEncryptionSetId: string;
  /** The Log Analytics workspace. */
  public readonly logsId: string;
  /** The Azure Monitor workspace, where Prometheus metrics go. */
  public readonly metricsId: string;
  public readonly privateZones: PrivateZoneIds;
  /** What must stand before the key is used. */
  public readonly ready: ITerraformDependable[];

  public constructor(props: AzureSiteProps) {
    brand(this, MARK);
    this.network = props.network;
    this.region = props.region;
    this.zone = props.zone;
    this.resourceGroupName = props.resourceGroupName;
    this.subscriptionId = props.subscriptionId;
    this.tenantId = props.tenantId;
    this.identityId = props.identityId;
    this.identityPrincipalId = props.identityPrincipalId;
    this.vaultId = props.vaultId;
    this.versionlessKeyId = props.versionlessKeyId;
    this.diskEncryptionSetId = props.diskEncryptionSetId;
    this.logsId = props.logsId;
    this.metricsId = props.metricsId;
    this.privateZones = props.privateZones;
    this.ready = props.ready;
  }
}

/** Resource group, key, disk encryption, logs, metrics and dashboards of a site; none of them has an open public endpoint. */
export function createSite(scope: Construct, request: SiteRequest): AzureSite {
  const { name, region, tags } = request;
  const network = AzureNetwork.of(request.network);
  const client = new DataAzurermClientConfig(scope, 'client', {});
  const group = new ResourceGroup(scope, 'group', { name: resourceName(name, '', 90), location: region, tags });
  scope.node.defaultChild = group;
  const place = { name, region, resourceGroupName: group.name, tags };

  const identity = new UserAssignedIdentity(scope, 'identity', {
    name: resourceName(name, 'data', 128),
    location: region,
    resourceGroupName: group.name,
    tags,
  });
  const encryption = new Construct(scope, 'encryption');
  const vault = createVault(encryption, {
    ...place,
    subscriptionId: client.subscriptionId,
    tenantId: client.tenantId,
    principalId: identity.principalId,
    publicEndpoint: false,
    keyType: 'RSA-HSM',
  });
  const disks = createDiskEncryptionSet(encryption, { ...place, vault, identityId: identity.id });

  const observability = new Construct(scope, 'observability');
  const workspaces = createWorkspaces(observability, place);
  const grafana = createDashboards(observability, {
    ...place,
    subscriptionId: client.subscriptionId,
    metricsId: workspaces.metrics.id,
    administrators: request.administrators,
  });
  auditVault(observability, { vaultId: vault.id, logsId: workspaces.logs.id });

  const zones = createPrivateZones(new Construct(scope, 'private'), {
    ...place,
    networkId: network.networkId,
  });
  const endpoint = { ...place, subnetId: network.endpointSubnetId, zones };
  createPrivateEndpoint(encryption, 'vault-endpoint', {
    ...endpoint,
    service: PrivateService.VAULT,
    targetId: vault.id,
  });
  createPrivateEndpoint(observability, 'dashboards-endpoint', {
    ...endpoint,
    service: PrivateService.GRAFANA,
    targetId: grafana.id,
  });
  return new AzureSite({
    network,
    region,
    zone: request.zone,
    resourceGroupName: group.name,
    subscriptionId: client.subscriptionId,
    tenantId: client.tenantId,
    identityId: identity.id,
    identityPrincipalId: identity.principalId,
    vaultId: vault.id,
    versionlessKeyId: vault.versionlessKeyId,
    diskEncryptionSetId: disks.id,
    logsId: workspaces.logs.id,
    metricsId: workspaces.metrics.id,
    privateZones: zones,
    ready: vault.ready,
  });
}
