import type { Construct } from 'constructs';
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
import { createNetwork, importNetwork } from './network';
import { createNodePool } from './node-pool';
import { createObjectStore } from './object-store';
import { createParallelFileSystem } from './parallel-file-system';
import { profile } from './profile';
import { configureProvider } from './provider';
import { createSite } from './site';
import { createWorkloadIdentity } from './workload-identity';

/** Azure: AKS on VNets, Managed Lustre, storage accounts. */
export class AzureTarget implements ITarget {
  public readonly profile: ITargetProfile = profile;

  public configureProvider(scope: Construct, request: ProviderRequest): void {
    configureProvider(scope, request);
  }

  public createNetwork(scope: Construct, request: NetworkRequest): INetworkResources {
    return createNetwork(scope, request);
  }

  public importNetwork(_scope: Construct, attributes: NetworkAttributes): INetworkResources {
    return importNetwork(attributes);
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
