import { DataResource, TerraformIterator } from 'cdktf';
import type { Construct } from 'constructs';
import type {
  ClusterRequest,
  FabricRequest,
  IClusterResources,
  IFabricResources,
  INetworkResources,
  INodePoolResources,
  ISiteResources,
  IStoreResources,
  ITarget,
  IWorkloadIdentityResources,
  NetworkAttributes,
  NetworkRequest,
  NodePoolRequest,
  ObjectStoreRequest,
  ParallelFileSystemRequest,
  SiteRequest,
  WorkloadIdentityRequest,
} from '../../../constructs/targets/contract';
import type { ITargetLoader } from '../../../constructs/targets/registry';
import { profile } from './profile';

/** Everything is a `terraform_data`, which the engine has built in: the smallest target that is whole. */
class PartnerTarget implements ITarget {
  public readonly profile = profile;

  public configureProvider(): void {
    // `terraform_data` needs no provider.
  }

  public createNetwork(scope: Construct, request: NetworkRequest): INetworkResources {
    return { networkId: main(scope, 'network', { name: request.name, cidr: request.plan.cidr }).id };
  }

  public importNetwork(_scope: Construct, attributes: NetworkAttributes): INetworkResources {
    return { networkId: attributes.networkId };
  }

  public createSite(scope: Construct, request: SiteRequest): ISiteResources {
    main(scope, 'keys', { name: request.name, tags: request.tags });
    return { network: request.network };
  }

  public createCluster(scope: Construct, request: ClusterRequest): IClusterResources {
    const cluster = main(scope, 'control-plane', { name: request.name, network: request.site.network.networkId });
    return { clusterName: request.name, endpoint: cluster.id };
  }

  public createFabric(scope: Construct, request: FabricRequest): IFabricResources {
    main(scope, 'placement', { name: request.name, placement: request.pool.placement });
    return { rdma: request.pool.rdma };
  }

  public createNodePool(scope: Construct, request: NodePoolRequest): INodePoolResources {
    const groups = Object.fromEntries(request.groups.map((group) => [group.key, group.maxNodes]));
    const nodes = main(scope, 'nodes', { type: request.pool.instanceType });
    const iterator = TerraformIterator.fromMap(groups);
    nodes.forEach = iterator;
    nodes.addOverride('input.maximum', '${each.value}');
    request.transform?.apply(nodes);
    return { maximumNodesExpression: `sum([for g in ${nodes.fqn} : g.input.maximum])` };
  }

  public createParallelFileSystem(_scope: Construct, _request: ParallelFileSystemRequest): IStoreResources {
    throw new Error('not a feature of this target; the design refuses it before');
  }

  public createObjectStore(scope: Construct, request: ObjectStoreRequest): IStoreResources {
    return { storeId: main(scope, 'bucket', { name: request.name }).id };
  }

  public createWorkloadIdentity(scope: Construct, request: WorkloadIdentityRequest): IWorkloadIdentityResources {
    return { principal: main(scope, 'identity', { account: request.serviceAccount }).id };
  }
}

function main(scope: Construct, id: string, input: { readonly [key: string]: unknown }): DataResource {
  const resource = new DataResource(scope, id, { input });
  scope.node.defaultChild = resource;
  return resource;
}

/** The one registration: `TargetRegistry.builtIn().with('partner', partnerTarget)`. */
export const partnerTarget: ITargetLoader = {
  loadProfile: () => profile,
  loadTarget: () => new PartnerTarget(),
};
