import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformProvider, TerraformStack } from 'cdktf';
import type { Construct, IConstruct } from 'constructs';
import type { ITargetProfile } from '../../../design/target-profile';
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
  ProviderRequest,
  SiteRequest,
  WorkloadIdentityRequest,
} from '../contract';
import { createCluster } from './cluster';
import { createFabric } from './fabric';
import { createNetwork } from './network';
import { AwsNetwork } from './network-resources';
import { createNodePool } from './node-pool';
import { createObjectStore } from './object-store';
import { createParallelFileSystem } from './parallel-file-system';
import { profile } from './profile';
import { createSite } from './site';
import { createWorkloadIdentity } from './workload-identity';

const PROVIDER_ID = 'aws';

/** Amazon Web Services: EKS with managed node groups on EFA. */
export class AwsTarget implements ITarget {
  public readonly profile: ITargetProfile = profile;

  public configureProvider(scope: Construct, request: ProviderRequest): void {
    const stack = TerraformStack.of(scope);
    // Ours is found at once; the walk looks for one that the program made itself, and happens once a stack.
    if (stack.node.tryFindChild(PROVIDER_ID) !== undefined || stack.node.findAll().some(isAwsProvider)) {
      return;
    }
    new AwsProvider(stack, PROVIDER_ID, {
      region: request.region,
      allowedAccountIds: request.account === undefined ? undefined : [request.account],
      defaultTags: [{ tags: { ...request.tags } }],
    });
  }

  public createNetwork(scope: Construct, request: NetworkRequest): INetworkResources {
    return createNetwork(scope, request);
  }

  /** Makes nothing: endpoints, routes and logs of the VPC are its owner's. */
  public importNetwork(_scope: Construct, attributes: NetworkAttributes): INetworkResources {
    return AwsNetwork.imported(attributes);
  }

  public createSite(scope: Construct, request: SiteRequest): ISiteResources {
    return createSite(scope, request);
  }

  public createCluster(scope: Construct, request: ClusterRequest): IClusterResources {
    return createCluster(scope, request);
  }

  public createFabric(scope: Construct, request: FabricRequest): IFabricResources {
    return createFabric(scope, request);
  }

  public createNodePool(scope: Construct, request: NodePoolRequest): INodePoolResources {
    return createNodePool(scope, request);
  }

  public createParallelFileSystem(scope: Construct, request: ParallelFileSystemRequest): IStoreResources {
    return createParallelFileSystem(scope, request);
  }

  public createObjectStore(scope: Construct, request: ObjectStoreRequest): IStoreResources {
    return createObjectStore(scope, request);
  }

  public createWorkloadIdentity(scope: Construct, request: WorkloadIdentityRequest): IWorkloadIdentityResources {
    return createWorkloadIdentity(scope, request);
  }
}

function isAwsProvider(each: IConstruct): boolean {
  return TerraformProvider.isTerraformProvider(each) && each.terraformResourceType === AwsProvider.tfResourceType;
}
