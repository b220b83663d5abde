import {
  KubernetesClusterNodePool,
  type KubernetesClusterNodePoolConfig,
} from '@cdktf/provider-azurerm/lib/kubernetes-cluster-node-pool';
import { TerraformIterator, type TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { CapacityMode } from '../../../design/asks';
import type { PoolDesign } from '../../../design/basis';
import type { INodePoolResources, NodePoolRequest } from '../contract';
import { AzureCluster } from './cluster';
import { inSameStack } from './dependencies';
import { AzureFabric } from './fabric';
import { driverLabels, gpuDriverOf } from './gpu-driver';
import { NODE_POOL_KEY_LENGTH, nodePoolName } from './names';

/** AKS sets this label on spot nodes, and a configuration without it plans to remove it; the taint is ours to set. */
const SPOT = { label: 'kubernetes.azure.com/scalesetpriority', value: 'spot' };

/**
 * Images of training frameworks are tens of GB. The disk is a managed one, encrypted with the site's key: what fits on a
 * size's cache or local disk differs from size to size, and the NVMe disks are left to the workloads.
 */
const OS_DISK_GB = 512;

/** A pool of accelerator nodes: one resource, a node pool for each group. */
export class AzureNodePool implements INodePoolResources {
  private readonly pool: TerraformResource;

  public constructor(pool: TerraformResource) {
    this.pool = pool;
  }

  /** Read when it is asked for, so that an address changed by a transform is the one that is named. */
  public get maximumNodesExpression(): string {
    const address = `${this.pool.terraformResourceType}.${this.pool.friendlyUniqueId}`;
    return `sum([for pool in ${address} : pool.max_count])`;
  }
}

/** @throws when a group's key is longer than a node pool's name can hold */
export function createNodePool(scope: Construct, request: NodePoolRequest): AzureNodePool {
  const { pool, groups } = request;
  const cluster = AzureCluster.of(request.cluster);
  const fabric = AzureFabric.of(request.fabric);
  const tooLong = groups.find(({ key }) => key.length > NODE_POOL_KEY_LENGTH);
  if (tooLong) {
    throw new Error(
      `node group "${tooLong.key}" of pool "${pool.name}": a key has at most ${NODE_POOL_KEY_LENGTH} characters, as an AKS node pool's name has at most 12`,
    );
  }
  const each = TerraformIterator.fromMap(
    Object.fromEntries(groups.map(({ key, minNodes, maxNodes }) => [key, { min: minNodes, max: maxNodes }])),
  );
  const zones = zonesOf(pool);
  const reserved = pool.capacity.mode === CapacityMode.RESERVED;
  const resource = new KubernetesClusterNodePool(scope, 'pool', {
    forEach: each,
    name: `${nodePoolName(pool.name, replacingParts(pool, fabric))}\${each.key}`,
    kubernetesClusterId: cluster.clusterId,
    mode: 'User',
    vmSize: pool.instanceType,
    gpuDriver: gpuDriverOf(pool),
    osType: 'Linux',
    osSku: 'Ubuntu',
    osDiskType: 'Managed',
    osDiskSizeGb: OS_DISK_GB,
    kubeletDiskType: 'OS',
    // Every size of the catalog is taken to support it, which is unverified; Azure refuses one that does not, and a transform may
    // then say false.
    hostEncryptionEnabled: true,
    nodePublicIpEnabled: false,
    maxPods: 110,
    vnetSubnetId: cluster.site.network.fabricSubnetId,
    zones: zones.length > 0 ? zones : undefined,
    proximityPlacementGroupId: fabric.placementGroupId,
    autoScalingEnabled: true,
    minCount: each.getNumber('min'),
    maxCount: each.getNumber('max'),
    nodeCount: each.getNumber('min'),
    scaleDownMode: 'Delete',
    nodeLabels: labelsOf(request),
    nodeTaints: taintsOf(pool),
    ...capacityArguments(pool),
    tags: request.tags,
    // The count of nodes is the autoscaler's.
    lifecycle: { ignoreChanges: ['node_count'] },
    dependsOn: reserved ? inSameStack(scope, cluster.capacityAccess) : undefined,
  });
  scope.node.defaultChild = resource;
  request.transform?.apply(resource);
  return new AzureNodePool(resource);
}

/**
 * What each way of getting capacity sets, all of it together. Upgrades replace nodes in place (`max_unavailable`) and never
 * surge: accelerators beyond the pool's own are not to be had, and a reservation would have to be bought for them. Spot pools
 * take no upgrade settings at all.
 */
function capacityArguments(pool: PoolDesign): Partial<KubernetesClusterNodePoolConfig> {
  if (pool.capacity.mode === CapacityMode.SPOT) {
    return { priority: 'Spot', evictionPolicy: 'Delete', spotMaxPrice: -1 };
  }
  return {
    priority: 'Regular',
    capacityReservationGroupId: pool.capacity.mode === CapacityMode.RESERVED ? pool.capacity.reservation : undefined,
    upgradeSettings: { maxUnavailable: '10%', drainTimeoutInMinutes: 60 },
  };
}

/** An InfiniBand fabric is in one zone. */
function zonesOf(pool: PoolDesign): string[] {
  return pool.rdma ? pool.zones.slice(0, 1) : pool.zones;
}

/** What cannot be changed without new nodes; see {@link nodePoolName}. */
function replacingParts(pool: PoolDesign, fabric: AzureFabric): string[] {
  return [
    pool.instanceType,
    pool.capacity.mode,
    pool.capacity.reservation ?? '',
    gpuDriverOf(pool),
    fabric.placementGroupId === undefined ? '' : 'placed',
    ...zonesOf(pool),
  ];
}

function labelsOf(request: NodePoolRequest): { readonly [label: string]: string } {
  const spot = request.pool.capacity.mode === CapacityMode.SPOT ? { [SPOT.label]: SPOT.value } : {};
  return { ...driverLabels(request.pool), ...spot, ...request.labels };
}

/** Keeps pods that want no accelerator off the nodes. */
function taintsOf(pool: PoolDesign): string[] {
  const spot = pool.capacity.mode === CapacityMode.SPOT ? [`${SPOT.label}=${SPOT.value}:NoSchedule`] : [];
  return [`${pool.kubernetesResource}=present:NoSchedule`, ...spot];
}
