import type { InstanceType } from '../../../catalog/instances';
import type { ControlPlaneLimits, Limit } from '../../../design/target-profile';

const AKS_LIMITS = 'https://learn.microsoft.com/azure/aks/quotas-skus-regions';
const READ = '2026-11-23';

/** Ids of the limits, as a blueprint names them. */
export enum AzureLimit {
  NODES_PER_INFINIBAND_SCALE_SET = 'nodes-per-infiniband-scale-set',
  NODES_PER_NODE_POOL = 'nodes-per-node-pool',
  NODE_POOLS_PER_CLUSTER = 'node-pools-per-cluster',
  NODES_PER_CLUSTER = 'nodes-per-cluster',
}

export const LIMITS: Limit[] = [
  {
    id: AzureLimit.NODES_PER_INFINIBAND_SCALE_SET,
    value: 100,
    what: 'virtual machines in one scale set with a single placement group, which is one InfiniBand fabric (300 on request)',
    adjustable: true,
    source:
      'https://learn.microsoft.com/azure/virtual-machine-scale-sets/virtual-machine-scale-sets-placement-groups; https://learn.microsoft.com/azure/virtual-machines/setup-mpi',
    asOf: READ,
  },
  {
    id: AzureLimit.NODES_PER_NODE_POOL,
    value: 1000,
    what: 'nodes in one AKS node pool',
    adjustable: false,
    source: AKS_LIMITS,
    asOf: READ,
  },
  {
    id: AzureLimit.NODE_POOLS_PER_CLUSTER,
    value: 100,
    what: 'node pools in one AKS cluster, the system pool included',
    adjustable: false,
    source: AKS_LIMITS,
    asOf: READ,
  },
  {
    id: AzureLimit.NODES_PER_CLUSTER,
    value: 5000,
    what: 'nodes in one AKS cluster over all its pools; past 1,000 the service may have to be asked first',
    adjustable: false,
    source: AKS_LIMITS,
    asOf: READ,
  },
];

export const CONTROL_PLANE_LIMITS: ControlPlaneLimits = {
  nodes: AzureLimit.NODES_PER_CLUSTER,
  groups: AzureLimit.NODE_POOLS_PER_CLUSTER,
  systemGroups: 1,
};

/** One node pool is one scale set, and a scale set is where InfiniBand ends: an RDMA pool is held by the smaller limit. */
export function nodesPerGroupLimit(_instance: InstanceType, rdma: boolean): string {
  return rdma ? AzureLimit.NODES_PER_INFINIBAND_SCALE_SET : AzureLimit.NODES_PER_NODE_POOL;
}
