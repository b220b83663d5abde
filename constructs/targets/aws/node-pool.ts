import { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import type { LaunchTemplateConfig } from '@cdktf/provider-aws/lib/launch-template';
import { Fn, type MapTerraformIterator, TerraformIterator, type TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type { PoolDesign } from '../../../design/basis';
import type { INodePoolResources, NodePoolRequest } from '../contract';
import { addressOf } from './address';
import { PLANNED_ADDRESSES } from './addresses';
import { tagForScaleFromZero } from './auto-scaling';
import { createBlockSchedules } from './block-schedule';
import { type CapacityArguments, capacityArguments } from './capacity';
import { AwsCluster } from './cluster-resources';
import { AwsFabric } from './fabric';
import { imageOf, type NodeImage } from './images';
import { createTemplate } from './launch-template';
import { NameLimit, physicalName } from './names';
import type { AwsNetwork } from './network-resources';
import { type Nic, nicLayout } from './nic-layout';
import { nodeUserData } from './user-data';

/** Room for container images of training frameworks beside the system. */
const DISK_GIB = 300;
// A key of three digits and its dash stay whole.
const POOL_NAME_MOST = NameLimit.NODE_GROUP - 4;

export class AwsNodePool implements INodePoolResources {
  public readonly maximumNodesExpression: string;

  public constructor(maximumNodesExpression: string) {
    this.maximumNodesExpression = maximumNodesExpression;
  }
}

/**
 * One launch template, and one managed node group resource with `for_each` over the pool's groups.
 * @throws when the pool does not fit into the subnets of its zones, or its interfaces are not known
 */
export function createNodePool(scope: Construct, request: NodePoolRequest): AwsNodePool {
  const { pool, tags } = request;
  const cluster = AwsCluster.of(request.cluster);
  const fabric = AwsFabric.of(request.fabric);
  const capacity = capacityArguments(pool.capacity);
  demandRoom(cluster.site.network, pool.zones, request);

  const template = createTemplate(scope, 'template', {
    name: request.name,
    description: `${pool.acceleratorModel} nodes (${pool.instanceType})`,
    keyArn: cluster.site.keyArn,
    diskGib: DISK_GIB,
    securityGroupIds: [
      cluster.securityGroupId,
      cluster.site.storageClientsId,
      ...(fabric.securityGroupId === undefined ? [] : [fabric.securityGroupId]),
    ],
    nics: fabric.rdma ? nicsOf(pool) : undefined,
    extra: templateExtra(pool, fabric, capacity),
    tags,
  });

  const group = groupIterator(request, capacity);
  const image = imageOf(pool.acceleratorVendor, pool.cpuArchitecture);
  const nodeGroup = new EksNodeGroup(scope, 'group', {
    forEach: group,
    clusterName: cluster.clusterName,
    nodeGroupName: `${physicalName(pool.name, POOL_NAME_MOST)}-${group.key}`,
    nodeRoleArn: cluster.nodeRoleArn,
    subnetIds: cluster.site.network.fabricSubnetIds(pool.zones),
    amiType: image.amiType,
    capacityType: capacity.capacityType,
    instanceTypes: capacity.typeOnTemplate ? undefined : [pool.instanceType],
    launchTemplate: { id: template.id, version: `\${${addressOf(template)}.latest_version}` },
    scalingConfig: {
      minSize: group.getNumber('min'),
      desiredSize: group.getNumber('min'),
      maxSize: group.getNumber('max'),
    },
    // Bought capacity has no spare node to surge into: nodes are drained in place, one at a time.
    updateConfig: { maxUnavailable: 1 },
    nodeRepairConfig: { enabled: true, maxParallelNodesRepairedCount: 1 },
    labels: nodeLabels(image, fabric, request),
    taint: [{ key: pool.kubernetesResource, value: 'true', effect: 'NO_SCHEDULE' }],
    lifecycle: { ignoreChanges: ['scaling_config[0].desired_size'] },
    dependsOn: cluster.beforeCompute,
    timeouts: { create: '2h', update: '24h', delete: '2h' },
    tags: { ...tags, Name: request.name },
  });
  scope.node.defaultChild = nodeGroup;

  const made: TerraformResource[] = [
    template,
    nodeGroup,
    tagForScaleFromZero(scope, nodeGroup, group, pool),
    ...createBlockSchedules(scope, { nodeGroup, group, capacity: pool.capacity, name: request.name }),
  ];
  for (const resource of made) {
    request.transform?.apply(resource);
  }
  return new AwsNodePool(`sum([for group in ${addressOf(nodeGroup)} : group.scaling_config[0].max_size])`);
}

// The other zones of a site have small fabric subnets: a pool that cannot fit would end as an error of Auto Scaling, hours later.
function demandRoom(network: AwsNetwork, zones: string[], request: NodePoolRequest): void {
  const room = network.fabricAddresses(zones);
  const nodes = request.groups.reduce((sum, group) => sum + group.maxNodes, 0);
  const needed = nodes * PLANNED_ADDRESSES;
  if (room !== undefined && needed > room) {
    throw new Error(
      `pool ${request.pool.name}: ${nodes} nodes need ${needed} addresses, the fabric subnets of ${
        zones.join(', ') || 'the site'
      } have ${room}: put the pool into the site's own zone, or give its zone a site of its own`,
    );
  }
}

function nicsOf(pool: PoolDesign): Nic[] {
  const layout = nicLayout({
    instanceType: pool.instanceType,
    rdmaInterfaces: pool.rdmaInterfacesPerNode.value ?? undefined,
    networkCards: pool.networkCardsPerNode.value ?? undefined,
  });
  if (layout.refusal !== undefined) {
    throw new Error(`pool ${pool.name}: ${layout.refusal}: choose another instance type, or a fabric without RDMA`);
  }
  return layout.nics;
}

function templateExtra(
  pool: PoolDesign,
  fabric: AwsFabric,
  capacity: CapacityArguments,
): Partial<LaunchTemplateConfig> {
  return {
    instanceType: capacity.typeOnTemplate ? pool.instanceType : undefined,
    instanceMarketOptions: capacity.marketOptions,
    capacityReservationSpecification: capacity.reservation,
    placement:
      fabric.placementGroup !== undefined && capacity.placementGroup ? { groupName: fabric.placementGroup } : undefined,
    userData: Fn.base64encode(Fn.rawString(nodeUserData({ localNvme: (pool.localNvmeGb.value ?? 0) > 0 }))),
  };
}

function groupIterator(request: NodePoolRequest, capacity: CapacityArguments): MapTerraformIterator {
  return TerraformIterator.fromMap(
    Object.fromEntries(
      request.groups.map((group) => [
        group.key,
        { max: group.maxNodes, min: capacity.startsEmpty ? 0 : group.minNodes },
      ]),
    ),
  );
}

function nodeLabels(image: NodeImage, fabric: AwsFabric, request: NodePoolRequest): { readonly [key: string]: string } {
  return {
    ...image.labels,
    ...(fabric.rdma ? { 'vpc.amazonaws.com/efa.present': 'true' } : {}),
    'wattform.io/pool': request.pool.name,
    'wattform.io/accelerator': request.pool.acceleratorId,
    ...request.labels,
  };
}
