import type { ControlPlaneLimits, Limit } from '../../../design/target-profile';

/** Ids of the limits, as blueprints write them under `limits`. */
export enum AwsLimit {
  NODES_PER_GROUP = 'nodes-per-node-group',
  GROUPS_PER_CLUSTER = 'node-groups-per-cluster',
  NODES_PER_CLUSTER = 'nodes-per-cluster',
  CIDR_BLOCKS = 'cidr-blocks-per-vpc',
}

/** AWS raises the blocks of a VPC to this and no further: same source as the limit. */
export const MOST_CIDR_BLOCKS = 50;

const EKS_QUOTAS = 'https://docs.aws.amazon.com/eks/latest/userguide/service-quotas.html';
/** Source of the VPC's limits. */
export const VPC_QUOTAS = 'https://docs.aws.amazon.com/AmazonVPC/latest/UserGuide/VPC_Appendix_Limits.html';
const READ = '2026-11-23';

export const AWS_LIMITS: Limit[] = [
  {
    id: AwsLimit.NODES_PER_GROUP,
    value: 450,
    what: 'nodes in one EKS managed node group',
    adjustable: true,
    source: EKS_QUOTAS,
    asOf: READ,
  },
  {
    id: AwsLimit.GROUPS_PER_CLUSTER,
    value: 30,
    what: 'managed node groups in one EKS cluster',
    adjustable: true,
    source: EKS_QUOTAS,
    asOf: READ,
  },
  {
    id: AwsLimit.NODES_PER_CLUSTER,
    value: 5000,
    what: 'nodes that Kubernetes is made for in one cluster; EKS publishes no quota of its own, more is agreed with AWS',
    adjustable: true,
    source: 'https://kubernetes.io/docs/setup/best-practices/cluster-large/ (v1.35)',
    asOf: READ,
  },
  {
    id: AwsLimit.CIDR_BLOCKS,
    value: 5,
    what: `IPv4 CIDR blocks of one VPC, the primary one included; at most ${MOST_CIDR_BLOCKS} on request`,
    adjustable: true,
    source: VPC_QUOTAS,
    asOf: READ,
  },
];

export const AWS_CONTROL_PLANE_LIMITS: ControlPlaneLimits = {
  nodes: AwsLimit.NODES_PER_CLUSTER,
  groups: AwsLimit.GROUPS_PER_CLUSTER,
  systemGroups: 1,
};

/** A limit's value at a site: the one that was raised on request, or the default. */
export function limitAt(limit: AwsLimit, raised: { readonly [limit: string]: number }): number {
  return raised[limit] ?? AWS_LIMITS.find((each) => each.id === limit)!.value;
}
