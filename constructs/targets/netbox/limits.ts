import type { ControlPlaneLimits, Limit } from '../../../design/target-profile';

/** Ids of the limits, as a blueprint names them. */
export enum NetboxLimit {
  NODES_PER_CLUSTER = 'nodes-per-cluster',
  POOLS_PER_CLUSTER = 'pools-per-cluster',
}

const KUBERNETES = 'https://kubernetes.io/docs/setup/best-practices/cluster-large/';
const READ = '2026-11-25';

export const LIMITS: Limit[] = [
  {
    id: NetboxLimit.NODES_PER_CLUSTER,
    value: 5000,
    what: 'nodes in one Kubernetes cluster that its makers test for',
    adjustable: true,
    source: KUBERNETES,
    asOf: READ,
  },
  {
    id: NetboxLimit.POOLS_PER_CLUSTER,
    value: 1000,
    what: 'pools of one cluster: a limit of this tool, for which Kubernetes knows none',
    adjustable: true,
    source: KUBERNETES,
    asOf: READ,
  },
];

export const CONTROL_PLANE_LIMITS: ControlPlaneLimits = {
  nodes: NetboxLimit.NODES_PER_CLUSTER,
  groups: NetboxLimit.POOLS_PER_CLUSTER,
  systemGroups: 0,
};
