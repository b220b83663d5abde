import type { Construct } from 'constructs';
import { TerraformData } from '../../terraform-data';
import type { INodePoolResources, NodePoolRequest } from '../contract';
import { NetboxCluster } from './cluster';

/** Nodes of a pool: how many, for the limits. The servers themselves stand in the rows of the hall. */
export class NetboxNodePool implements INodePoolResources {
  private readonly nodes: TerraformData;

  public constructor(nodes: TerraformData) {
    this.nodes = nodes;
  }

  /** Read when it is asked for, so that an address changed by a transform is the one that is named. */
  public get maximumNodesExpression(): string {
    return `sum(values(terraform_data.${this.nodes.friendlyUniqueId}.input.maximum_nodes))`;
  }
}

export function createNodePool(scope: Construct, request: NodePoolRequest): NetboxNodePool {
  NetboxCluster.of(request.cluster);
  const nodes = new TerraformData(scope, 'nodes', {
    maximum_nodes: Object.fromEntries(request.groups.map(({ key, maxNodes }) => [key, maxNodes])),
    accelerators_per_node: request.pool.acceleratorsPerNode,
  });
  scope.node.defaultChild = nodes;
  request.transform?.apply(nodes);
  return new NetboxNodePool(nodes);
}
