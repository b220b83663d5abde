import { ProximityPlacementGroup } from '@cdktf/provider-azurerm/lib/proximity-placement-group';
import type { Construct } from 'constructs';
import { CapacityMode, Placement } from '../../../design/asks';
import type { FabricRequest, IFabricResources } from '../contract';
import { brand, requireBrand } from './brand';
import { AzureCluster } from './cluster';
import { resourceName } from './names';

const MARK = Symbol.for('wattform.azure.fabric');

/** The network between a pool's accelerators. */
export class AzureFabric implements IFabricResources {
  /** @throws when the fabric is another target's */
  public static of(fabric: IFabricResources): AzureFabric {
    requireBrand(fabric, MARK, 'a fabric');
    return fabric as AzureFabric;
  }

  public readonly rdma: boolean;
  /** Only for pools without RDMA. */
  public readonly placementGroupId?: string;

  public constructor(rdma: boolean, placementGroupId?: string) {
    brand(this, MARK);
    this.rdma = rdma;
    this.placementGroupId = placementGroupId;
  }
}

/**
 * InfiniBand needs no resource: it ends where the scale set ends, and one node pool is one scale set, which AKS gives a single
 * placement group of its own. A proximity placement group is a hint about latency and no promise of InfiniBand, it can be
 * set only when a pool is made, and it excludes reserved capacity: it is made where nodes without RDMA are asked close
 * together, on demand.
 */
export function createFabric(scope: Construct, request: FabricRequest): AzureFabric {
  const { pool } = request;
  const close = pool.placement === Placement.CLUSTER && pool.capacity.mode === CapacityMode.ON_DEMAND;
  if (pool.rdma || !close) {
    return new AzureFabric(pool.rdma);
  }
  const { site } = AzureCluster.of(request.cluster);
  const group = new ProximityPlacementGroup(scope, 'placement', {
    name: resourceName(request.name, 'placement', 80),
    location: site.region,
    resourceGroupName: site.resourceGroupName,
    // The sizes are the way to name a zone: the one goes with the other.
    allowedVmSizes: [pool.instanceType],
    zone: pool.zones.length > 0 ? pool.zones[0] : undefined,
    tags: request.tags,
  });
  scope.node.defaultChild = group;
  return new AzureFabric(false, group.id);
}
