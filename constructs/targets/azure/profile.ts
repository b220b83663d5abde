import { Feature, type ITargetProfile } from '../../../design/target-profile';
import { checkCapacity } from './capacity';
import { refuseInstance } from './instance-rules';
import { CONTROL_PLANE_LIMITS, LIMITS, nodesPerGroupLimit } from './limits';
import { planNetwork } from './network-plan';
import { planParallelFileSystem } from './parallel-file-system-plan';
import { quotasPerNode } from './quotas';
import { checkSite, systemZones } from './site-rules';

/**
 * CPU nodes of a cluster's own services. The `d` in the size is a local disk: the system pool's OS disks live on it
 * (ephemeral), which the policy of the control plane asks for.
 */
const SYSTEM_INSTANCE = 'Standard_D8ds_v5';
const SYSTEM_NODES = 3;

/** What the design must know of Azure. Loads without the CDK. */
export const profile: ITargetProfile = {
  name: 'azure',
  cloud: 'azure',
  features: [
    Feature.SCHEDULER_KUBERNETES,
    Feature.CAPACITY_ON_DEMAND,
    Feature.CAPACITY_SPOT,
    Feature.CAPACITY_RESERVED,
    Feature.FABRIC_RDMA,
    Feature.STORAGE_PARALLEL,
    Feature.STORAGE_OBJECT,
    Feature.NETWORK_EXISTING,
    Feature.IDENTITY_WORKLOAD,
    Feature.OBSERVABILITY_METRICS,
    Feature.OBSERVABILITY_DASHBOARDS,
  ],
  limits: LIMITS,
  controlPlaneLimits: CONTROL_PLANE_LIMITS,
  checkSite,
  refuseInstance,
  checkCapacity,
  systemZones,
  systemPool: (site) => ({ instanceType: SYSTEM_INSTANCE, nodes: SYSTEM_NODES, zones: systemZones(site) }),
  nodesPerGroupLimit,
  quotasPerNode,
  // Pods are in an overlay: a node takes its own address and no more.
  addressesPerNode: () => 1,
  planNetwork,
  planParallelFileSystem,
};
