import { KubernetesCluster } from '@cdktf/provider-azurerm/lib/kubernetes-cluster';
import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';
import { UserAssignedIdentity } from '@cdktf/provider-azurerm/lib/user-assigned-identity';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';
import type { SystemPoolDesign } from '../../../design/basis';
import type { ClusterRequest, IClusterResources } from '../contract';
import { brand, requireBrand } from './brand';
import { resourceGroupOfReservation } from './capacity';
import { addressAt, POD_CIDR, SERVICE_CIDR } from './cidr';
import { inSameStack } from './dependencies';
import { constructId, resourceName } from './names';
import { collectFromCluster } from './observability';
import { AzureSite } from './site';

const MARK = Symbol.for('wattform.azure.cluster');

/** Ephemeral disk of a system node; fits the local disk and the cache of every size of the D-series with one. */
const SYSTEM_DISK_GB = 128;

/** One weekly window for the control plane and the nodes' images: Sunday night, UTC. */
const MAINTENANCE = {
  frequency: 'Weekly',
  interval: 1,
  duration: 8,
  dayOfWeek: 'Sunday',
  startTime: '02:00',
  utcOffset: '+00:00',
};

interface AzureClusterProps {
  readonly site: AzureSite;
  readonly clusterId: string;
  readonly clusterName: string;
  readonly endpoint: string;
  readonly issuer: string;
  readonly capacityAccess: ITerraformDependable[];
}

/** An AKS cluster. */
export class AzureCluster implements IClusterResources {
  /** @throws when the cluster is another target's */
  public static of(cluster: IClusterResources): AzureCluster {
    requireBrand(cluster, MARK, 'a cluster');
    return cluster as AzureCluster;
  }

  public readonly site: AzureSite;
  public readonly clusterId: string;
  public readonly clusterName: string;
  /** Name of the API server in the network's private DNS. */
  public readonly endpoint: string;
  /** Issuer of the service accounts' tokens. */
  public readonly issuer: string;
  /** Permission to use reserved capacity: pools on it wait for these, or they are made without it and say so in a warning only. */
  public readonly capacityAccess: ITerraformDependable[];

  public constructor(props: AzureClusterProps) {
    brand(this, MARK);
    this.site = props.site;
    this.clusterId = props.clusterId;
    this.clusterName = props.clusterName;
    this.endpoint = props.endpoint;
    this.issuer = props.issuer;
    this.capacityAccess = props.capacityAccess;
  }
}

/**
 * A private AKS cluster with its system pool.
 *
 * Before the first InfiniBand pool, feature `Microsoft.ContainerService/AKSInfinibandSupport` must be registered in the
 * subscription, and `Microsoft.Compute/EncryptionAtHost` before any node. Neither belongs into a blueprint: both are the
 * subscription's, and the first excludes other sizes.
 */
export function createCluster(scope: Construct, request: ClusterRequest): AzureCluster {
  const { name, tags } = request;
  const site = AzureSite.of(request.site);
  const identity = new UserAssignedIdentity(scope, 'identity', {
    name: resourceName(name, 'cluster', 128),
    location: request.region,
    resourceGroupName: site.resourceGroupName,
    tags,
  });
  const access = grantClusterAccess(scope, site, identity.principalId);
  const capacityAccess = grantCapacityAccess(scope, request.reservations, identity.principalId);
  const serviceCidr = request.plan?.serviceCidr ?? SERVICE_CIDR;

  const cluster = new KubernetesCluster(scope, 'cluster', {
    name: resourceName(name, '', 63),
    location: request.region,
    resourceGroupName: site.resourceGroupName,
    nodeResourceGroup: resourceName(name, 'nodes', 80),
    dnsPrefix: resourceName(name, '', 54),
    kubernetesVersion: request.version,
    skuTier: 'Standard',
    automaticUpgradeChannel: 'patch',
    // Whole images have shipped drivers that did not match their user space; security patches alone leave the driver be.
    nodeOsUpgradeChannel: 'SecurityPatch',
    maintenanceWindowAutoUpgrade: MAINTENANCE,
    maintenanceWindowNodeOs: MAINTENANCE,
    privateClusterEnabled: true,
    privateClusterPublicFqdnEnabled: false,
    privateDnsZoneId: 'System',
    localAccountDisabled: true,
    roleBasedAccessControlEnabled: true,
    runCommandEnabled: false,
    azureActiveDirectoryRoleBasedAccessControl: {
      adminGroupObjectIds: request.administrators,
      azureRbacEnabled: true,
      tenantId: site.tenantId,
    },
    oidcIssuerEnabled: true,
    workloadIdentityEnabled: true,
    azurePolicyEnabled: true,
    imageCleanerEnabled: true,
    imageCleanerIntervalHours: 168,
    diskEncryptionSetId: site.diskEncryptionSetId,
    identity: { type: 'UserAssigned', identityIds: [identity.id] },
    networkProfile: {
      networkPlugin: 'azure',
      networkPluginMode: 'overlay',
      networkDataPlane: 'cilium',
      networkPolicy: 'cilium',
      loadBalancerSku: 'standard',
      outboundType: 'userAssignedNATGateway',
      podCidr: request.plan?.podCidr ?? POD_CIDR,
      serviceCidr,
      // By Kubernetes' habit the tenth address is the cluster's DNS.
      dnsServiceIp: addressAt(serviceCidr, 10),
    },
    defaultNodePool: systemPool(request.systemPool, site.network.systemSubnetId, tags),
    omsAgent: { logAnalyticsWorkspaceId: site.logsId, msiAuthForMonitoringEnabled: true },
    monitorMetrics: {},
    keyVaultSecretsProvider: { secretRotationEnabled: true, secretRotationInterval: '2m' },
    storageProfile: { blobDriverEnabled: request.usesObjectStore },
    tags,
    dependsOn: [...access, ...capacityAccess, ...inSameStack(scope, [...site.network.ready, ...site.ready])],
  });
  scope.node.defaultChild = cluster;
  collectFromCluster(new Construct(scope, 'observability'), {
    name,
    region: request.region,
    resourceGroupName: site.resourceGroupName,
    clusterId: cluster.id,
    logsId: site.logsId,
    metricsId: site.metricsId,
    tags,
  });
  return new AzureCluster({
    site,
    clusterId: cluster.id,
    clusterName: cluster.name,
    endpoint: cluster.privateFqdn,
    issuer: cluster.oidcIssuerUrl,
    capacityAccess,
  });
}

/** Pods of the cluster's own services; its CPU nodes never name a GPU driver. */
function systemPool(design: SystemPoolDesign, subnetId: string, tags: { readonly [key: string]: string }) {
  return {
    name: 'system',
    temporaryNameForRotation: 'systemtmp',
    type: 'VirtualMachineScaleSets',
    vmSize: design.instanceType,
    nodeCount: design.nodes,
    zones: design.zones.length > 0 ? design.zones : undefined,
    vnetSubnetId: subnetId,
    onlyCriticalAddonsEnabled: true,
    osSku: 'Ubuntu',
    osDiskType: 'Ephemeral',
    osDiskSizeGb: SYSTEM_DISK_GB,
    hostEncryptionEnabled: true,
    maxPods: 110,
    upgradeSettings: { maxSurge: '33%', drainTimeoutInMinutes: 30, nodeSoakDurationInMinutes: 5 },
    tags,
  };
}

/** What the control plane needs of the site: to join nodes to its subnets, and to see what encrypts their disks. */
function grantClusterAccess(scope: Construct, site: AzureSite, principalId: string): ITerraformDependable[] {
  const below = new Construct(scope, 'access');
  const grant = (id: string, role: string, target: string): RoleAssignment =>
    new RoleAssignment(below, id, {
      scope: target,
      roleDefinitionName: role,
      principalId,
      principalType: 'ServicePrincipal',
    });
  return [
    grant('system-subnet', 'Network Contributor', site.network.systemSubnetId),
    grant('fabric-subnet', 'Network Contributor', site.network.fabricSubnetId),
    grant('disk-encryption', 'Reader', site.diskEncryptionSetId),
  ];
}

/**
 * AKS wants Contributor on the resource group of a capacity reservation group
 * (https://github.com/MicrosoftDocs/azure-aks-docs articles/aks/use-capacity-reservation-groups.md, 2026-05). The grant may
 * take an hour to be felt everywhere; a first deploy that loses the race succeeds when repeated.
 */
function grantCapacityAccess(scope: Construct, reservations: string[], principalId: string): ITerraformDependable[] {
  const below = new Construct(scope, 'capacity-access');
  // Resource ids do not tell cases apart, and a second grant of the same role is refused.
  const groups = new Map(reservations.map(resourceGroupOfReservation).map((group) => [group.toLowerCase(), group]));
  return [...groups].map(
    ([key, group]) =>
      new RoleAssignment(below, constructId(key.split('/').pop()!, key), {
        scope: group,
        roleDefinitionName: 'Contributor',
        principalId,
        principalType: 'ServicePrincipal',
      }),
  );
}
