import { PlacementGroup } from '@cdktf/provider-aws/lib/placement-group';
import type { Construct } from 'constructs';
import { Placement } from '../../../design/asks';
import type { FabricRequest, IFabricResources } from '../contract';
import { brandOf, demandBrand } from './brand';
import { capacityArguments } from './capacity';
import { AwsCluster } from './cluster-resources';
import { NameLimit, physicalName } from './names';
import { allowBetween, createSecurityGroup } from './security-groups';

const BRAND = brandOf('fabric');

export interface FabricParts {
  readonly rdma: boolean;
  readonly securityGroupId?: string;
  readonly placementGroup?: string;
}

/** What keeps the nodes of a pool close together and lets their EFA traffic through. */
export class AwsFabric implements IFabricResources {
  /** @throws when the fabric is another target's */
  public static of(fabric: IFabricResources): AwsFabric {
    demandBrand(fabric, BRAND, 'fabric');
    return fabric as AwsFabric;
  }

  public readonly rdma: boolean;
  /** Group whose members may speak EFA to each other; undefined without RDMA. */
  public readonly securityGroupId?: string;
  /** Name of the placement group; undefined where nodes are placed freely. */
  public readonly placementGroup?: string;

  public constructor(parts: FabricParts) {
    Object.defineProperty(this, BRAND, { value: true });
    this.rdma = parts.rdma;
    this.securityGroupId = parts.securityGroupId;
    this.placementGroup = parts.placementGroup;
  }
}

/**
 * EFA packets are not IP: only a rule that names the security group itself lets them through, in both directions, and no
 * address range does (https://github.com/aws/aws-parallelcluster-cookbook/pull/3251).
 */
export function createFabric(scope: Construct, request: FabricRequest): AwsFabric {
  const { name, pool, tags } = request;
  const { site } = AwsCluster.of(request.cluster);
  const close = pool.placement === Placement.CLUSTER && capacityArguments(pool.capacity).placementGroup;
  const placement = close
    ? new PlacementGroup(scope, 'placement', {
        name: physicalName(name, NameLimit.PLACEMENT_GROUP),
        strategy: 'cluster',
        tags: { ...tags, Name: name },
      })
    : undefined;
  const group = pool.rdma
    ? createSecurityGroup(scope, 'efa', {
        name: `${name}-efa`,
        description: 'EFA between the nodes of one pool',
        vpcId: site.network.networkId,
        tags,
      })
    : undefined;
  if (group !== undefined) {
    allowBetween(
      scope,
      'efa',
      { source: group.id, destination: group.id },
      { description: 'EFA between members of this group' },
      tags,
    );
  }
  scope.node.defaultChild = group ?? placement;
  return new AwsFabric({ rdma: pool.rdma, securityGroupId: group?.id, placementGroup: placement?.name });
}
