/**
 * wattform as a library: the neutral constructs, the contract of a target, and the data they speak.
 * What stands here is public, and shaped so that other languages could bind to it: no generics, no unions, no provider types.
 */

export * from './blueprints/language/document';
export { Caret, type Finding, Severity, type Span } from './blueprints/language/finding';
export type { InstanceType, PriceRange } from './catalog/instances';
export { Accelerator, type AcceleratorRequirements } from './constructs/accelerator';
export { Capacity, type CapacityWindow } from './constructs/capacity';
export { Cluster, type ClusterProps, type ICluster } from './constructs/cluster';
export { Fabric, type FabricProps, type IFabric } from './constructs/fabric';
export { Cabling, type CablingProps } from './constructs/hall/cabling';
export { HallFloor, type HallFloorProps } from './constructs/hall/floor';
export { HallKinds, type HallKindsProps } from './constructs/hall/kinds';
export { PowerDistribution, type PowerDistributionProps } from './constructs/hall/power-distribution';
export { RackRow, type RackRowProps } from './constructs/hall/rack-row';
export { type INetwork, Network, type NetworkProps } from './constructs/network';
export { NodePool, type NodePoolOptions, type NodePoolProps } from './constructs/node-pool';
export { type IObjectStore, ObjectStore, type ObjectStoreProps } from './constructs/object-store';
export {
  type IParallelFileSystem,
  ParallelFileSystem,
  type ParallelFileSystemProps,
} from './constructs/parallel-file-system';
export { type ISite, Site, type SiteProps } from './constructs/site';
export * from './constructs/targets/contract';
export { type ITargetLoader, TargetRegistry } from './constructs/targets/registry';
export { WorkloadIdentity, type WorkloadIdentityProps } from './constructs/workload-identity';
export * from './design/asks';
export * from './design/basis';
export { type Assumption, AssumptionBasis, type Proof, Redundancy, type TopologyProperties } from './design/electrical';
export * from './design/hall/records/types';
export { LoadClass, type RackPlace } from './design/hall/seams';
export * from './design/hall/summary-types';
export type { RackedPool } from './design/racks';
export * from './design/target-profile';
export * from './review/policy';
export { Blueprint, type BlueprintProps } from './stacks/blueprint';
