import type { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type {
  NetworkPlan,
  NodeGroupDesign,
  ObjectStoreDesign,
  ParallelFileSystemDesign,
  PoolDesign,
  SystemPoolDesign,
} from '../../design/basis';
import type {
  FloorRecords,
  KindRecords,
  LinkRecords,
  PowerChainRecords,
  RackRowRecords,
} from '../../design/hall/records/types';
import type { ITargetProfile } from '../../design/target-profile';

/**
 * The contract of a target: a factory for each concept, and the profile that tells the design what it can do.
 * Requests hold decided numbers only; a target turns them into resources and decides nothing that the design could.
 * Each factory makes its resources below `scope` (a construct that is theirs alone) and returns what other factories of the
 * same target need, behind a neutral interface.
 */
export interface ITarget {
  readonly profile: ITargetProfile;
  /** Racks, cables and power of owned halls: there when the profile declares `facility:hall`. */
  readonly halls?: IHallTarget;

  /** Makes sure that the stack of `scope` has the target's provider; leaves a provider that is there alone. */
  configureProvider(scope: Construct, request: ProviderRequest): void;

  /** A network of the site's own, by plan. */
  createNetwork(scope: Construct, request: NetworkRequest): INetworkResources;
  /** A network that exists already. */
  importNetwork(scope: Construct, attributes: NetworkAttributes): INetworkResources;
  /** What all clusters of a site share: keys, logs, metrics workspace, resource group. */
  createSite(scope: Construct, request: SiteRequest): ISiteResources;
  /** Control plane, system pool and add-ons. */
  createCluster(scope: Construct, request: ClusterRequest): IClusterResources;
  /** Placement and security of the network between one pool's accelerators. */
  createFabric(scope: Construct, request: FabricRequest): IFabricResources;
  createNodePool(scope: Construct, request: NodePoolRequest): INodePoolResources;
  createParallelFileSystem(scope: Construct, request: ParallelFileSystemRequest): IStoreResources;
  createObjectStore(scope: Construct, request: ObjectStoreRequest): IStoreResources;
  /** Lets a Kubernetes service account of the cluster read and write the stores. */
  createWorkloadIdentity(scope: Construct, request: WorkloadIdentityRequest): IWorkloadIdentityResources;
}

export interface ProviderRequest {
  readonly region: string;
  readonly account?: string;
  readonly tags: { readonly [key: string]: string };
}

export interface NetworkRequest {
  /** Prefix of physical names: `<design>-<site>`. At most 61 characters, [a-z0-9-]. */
  readonly name: string;
  readonly region: string;
  readonly zone?: string;
  readonly plan: NetworkPlan;
  readonly tags: { readonly [key: string]: string };
}

/** A network made elsewhere. Ids are the cloud's own (`vpc-…`, or an Azure resource id). */
export interface NetworkAttributes {
  readonly region: string;
  readonly zone?: string;
  readonly networkId: string;
  /** IPv4 block of the network. */
  readonly cidr: string;
  /** Subnets of the control plane and the system nodes, in several zones where the cloud has them. */
  readonly systemSubnetIds: string[];
  /** Subnets of accelerator nodes, all in the fabric's zone. */
  readonly fabricSubnetIds: string[];
  /** Subnet of file systems. @default - the first fabric subnet on AWS; none on Azure */
  readonly storageSubnetId?: string;
  /** Subnet of private endpoints. @default - the first system subnet */
  readonly endpointSubnetId?: string;
}

export interface INetworkResources {
  readonly networkId: string;
}

export interface SiteRequest {
  readonly name: string;
  readonly region: string;
  readonly zone?: string;
  readonly account?: string;
  readonly administrators: string[];
  readonly network: INetworkResources;
  /** Kinds that the halls of several sites share. @default - the site's own */
  readonly kinds?: IHallKinds;
  readonly tags: { readonly [key: string]: string };
}

export interface ISiteResources {
  readonly network: INetworkResources;
}

export interface ClusterRequest {
  /** Physical name: `<design>-<control plane>`. */
  readonly name: string;
  readonly site: ISiteResources;
  readonly version?: string;
  readonly systemPool: SystemPoolDesign;
  /** Overlay block of pods and block of services, where the target's plan has them. */
  readonly plan?: NetworkPlan;
  readonly administrators: string[];
  readonly region: string;
  readonly zone?: string;
  /** Whether parallel file systems and object stores will be mounted: their drivers are installed with the cluster. */
  readonly usesParallelFileSystem: boolean;
  readonly usesObjectStore: boolean;
  /** Capacity reservation ids that its pools will use: identity and permission must stand before the pools. */
  readonly reservations: string[];
  readonly tags: { readonly [key: string]: string };
}

export interface IClusterResources {
  readonly clusterName: string;
  readonly endpoint: string;
}

export interface FabricRequest {
  readonly name: string;
  readonly cluster: IClusterResources;
  readonly pool: PoolDesign;
  readonly tags: { readonly [key: string]: string };
}

export interface IFabricResources {
  /** Whether RDMA traffic has a path here. */
  readonly rdma: boolean;
}

export interface NodePoolRequest {
  /** Physical name: `<design>-<control plane>-<pool>`. */
  readonly name: string;
  /** The pool's own name, for labels and short names. */
  readonly pool: PoolDesign;
  /** The groups that stand on this control plane: the resource is made with `for_each` over their keys. */
  readonly groups: NodeGroupDesign[];
  readonly cluster: IClusterResources;
  readonly fabric: IFabricResources;
  /** Labels of the nodes beside the target's own. */
  readonly labels: { readonly [key: string]: string };
  /** Called with every resource that is made: the first escape hatch. */
  readonly transform?: INodePoolTransform;
  readonly tags: { readonly [key: string]: string };
}

/** Changes a resource after it is made and before it is synthesized. */
export interface INodePoolTransform {
  /** @param resource any resource of the pool; look at `terraformResourceType` to tell them apart. */
  apply(resource: TerraformResource): void;
}

export interface INodePoolResources {
  /** A Terraform expression without `${}`: the most nodes that the groups may scale to, read from the resources themselves. */
  readonly maximumNodesExpression: string;
}

export interface ParallelFileSystemRequest {
  readonly name: string;
  readonly site: ISiteResources;
  readonly design: ParallelFileSystemDesign;
  readonly tags: { readonly [key: string]: string };
}

export interface ObjectStoreRequest {
  readonly name: string;
  readonly site: ISiteResources;
  readonly design: ObjectStoreDesign;
  readonly tags: { readonly [key: string]: string };
}

export interface IStoreResources {
  /** The cloud's id or ARN of the store. */
  readonly storeId: string;
}

export interface WorkloadIdentityRequest {
  readonly name: string;
  readonly cluster: IClusterResources;
  readonly namespace: string;
  readonly serviceAccount: string;
  /** Object stores that it may read and write. */
  readonly objectStores: IStoreResources[];
  readonly tags: { readonly [key: string]: string };
}

export interface IWorkloadIdentityResources {
  /** What the service account acts as: role ARN, client id. */
  readonly principal: string;
}

/**
 * What a target that records owned halls builds beside the concepts of every target. Records are plain tables that may hold any text of
 * a blueprint: hand them to a `Table`, which keeps them from being read as templates.
 */
export interface IHallTarget {
  /** Regions, makers, kinds of racks and devices: what exists once for all sites. */
  createKinds(scope: Construct, request: HallKindsRequest): IHallKinds;
  /** Halls, rows and blocks of addresses of a site. */
  createFloor(scope: Construct, request: HallFloorRequest): IHallFloor;
  /** Equipment of the power chain, from the grid to the panels. */
  createPowerDistribution(scope: Construct, request: PowerDistributionRequest): IPowerDistributionResources;
  /** Racks of one row with what stands in them and their feeds. */
  createRackRow(scope: Construct, request: RackRowRequest): IRackRowResources;
  /** Cables and the addresses of their ends. */
  createCabling(scope: Construct, request: CablingRequest): void;
}

export interface HallKindsRequest {
  /** `<design>`: prefix of what needs a name of its own. */
  readonly name: string;
  readonly kinds: KindRecords;
}

export interface IHallKinds {
  /** Names of the regions that it has. */
  readonly regions: string[];
}

export interface HallFloorRequest {
  readonly site: ISiteResources;
  readonly floor: FloorRecords;
}

export interface IHallFloor {
  /** Numbers of the halls that it has. */
  readonly halls: number[];
}

export interface PowerDistributionRequest {
  readonly site: ISiteResources;
  readonly kinds: IHallKinds;
  readonly floor: IHallFloor;
  readonly chain: PowerChainRecords;
  /** What was built above it: the parts that may feed this one. */
  readonly upstream: IPowerDistributionResources[];
}

export interface IPowerDistributionResources {
  /** Names of the equipment that it has. */
  readonly equipment: string[];
}

export interface RackRowRequest {
  readonly site: ISiteResources;
  readonly kinds: IHallKinds;
  readonly floor: IHallFloor;
  readonly row: RackRowRecords;
  readonly power: IPowerDistributionResources[];
  /** By the names that the records say. */
  readonly clusters: { readonly [controlPlane: string]: IClusterResources };
}

export interface IRackRowResources {
  /** `1-3`: row 3 of hall 1. */
  readonly key: string;
}

export interface CablingRequest {
  readonly site: ISiteResources;
  readonly links: LinkRecords;
  /** The rows that its cables lead to. */
  readonly rows: IRackRowResources[];
}
