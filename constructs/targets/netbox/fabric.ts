import type { Construct } from 'constructs';
import type { FabricRequest, IFabricResources } from '../contract';
import { NetboxCluster } from './cluster';

/** The fabric of a hall stands in its rows and cables; of a pool nothing is left to build. */
export function createFabric(_scope: Construct, { cluster, pool }: FabricRequest): IFabricResources {
  NetboxCluster.of(cluster);
  return { rdma: pool.rdma };
}
