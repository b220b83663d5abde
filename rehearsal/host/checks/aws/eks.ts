import { cidr, PRIVATE_RANGES } from '../addresses';
import { atMost, conflicting, exactlyOne } from '../combinations';
import { ec2InstanceType } from '../instance-types';
import { arn, eksClusterName } from '../names';
import type { ProviderRules } from '../rule';
import { all, atLeast, between, lengthOf, matching, oneOf } from '../scalars';

/** Amazon EKS API Reference, Nodegroup, amiType. */
const AMI_TYPES = [
  'AL2_x86_64',
  'AL2_x86_64_GPU',
  'AL2_ARM_64',
  'AL2023_x86_64_STANDARD',
  'AL2023_ARM_64_STANDARD',
  'AL2023_x86_64_NEURON',
  'AL2023_x86_64_NVIDIA',
  'AL2023_ARM_64_NVIDIA',
  'BOTTLEROCKET_ARM_64',
  'BOTTLEROCKET_x86_64',
  'BOTTLEROCKET_ARM_64_FIPS',
  'BOTTLEROCKET_x86_64_FIPS',
  'BOTTLEROCKET_ARM_64_NVIDIA',
  'BOTTLEROCKET_x86_64_NVIDIA',
  'BOTTLEROCKET_ARM_64_NVIDIA_FIPS',
  'BOTTLEROCKET_x86_64_NVIDIA_FIPS',
  'WINDOWS_CORE_2019_x86_64',
  'WINDOWS_FULL_2019_x86_64',
  'WINDOWS_CORE_2022_x86_64',
  'WINDOWS_FULL_2022_x86_64',
  'WINDOWS_CORE_2025_x86_64',
  'WINDOWS_FULL_2025_x86_64',
  'CUSTOM',
];

const PRIVATE_BLOCK = cidr({ version: 4, inside: PRIVATE_RANGES });

/** Provider documentation and its validators; where the service decides, the page of the service stands beside the rule. */
export const AWS_EKS: ProviderRules = {
  aws_eks_access_entry: {
    source: 'aws/r/eks_access_entry',
    values: {
      cluster_name: eksClusterName,
      principal_arn: arn,
      type: oneOf('STANDARD', 'EC2', 'EC2_LINUX', 'EC2_WINDOWS', 'FARGATE_LINUX', 'HYBRID_LINUX', 'HYPERPOD_LINUX'),
    },
  },
  aws_eks_access_policy_association: {
    source: 'aws/r/eks_access_policy_association',
    values: {
      cluster_name: eksClusterName,
      policy_arn: arn,
      principal_arn: arn,
      'access_scope.type': oneOf('cluster', 'namespace'),
    },
  },
  aws_eks_addon: {
    source: 'aws/r/eks_addon',
    values: {
      addon_name: lengthOf(1, Number.MAX_SAFE_INTEGER),
      addon_version: matching(
        /^v?\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$/,
        'a version, such as v1.19.0-eksbuild.1',
      ),
      cluster_name: eksClusterName,
      resolve_conflicts_on_create: oneOf('NONE', 'OVERWRITE'),
      resolve_conflicts_on_update: oneOf('NONE', 'OVERWRITE', 'PRESERVE'),
      service_account_role_arn: arn,
      'pod_identity_association.role_arn': arn,
    },
  },
  aws_eks_cluster: {
    source: 'aws/r/eks_cluster',
    values: {
      enabled_cluster_log_types: oneOf('api', 'audit', 'authenticator', 'controllerManager', 'scheduler'),
      name: eksClusterName,
      role_arn: arn,
      version: matching(/^(\d+\.\d+)?$/, 'a version of Kubernetes, such as 1.34'),
      'access_config.authentication_mode': oneOf('API', 'API_AND_CONFIG_MAP', 'CONFIG_MAP'),
      'compute_config.node_pools': oneOf('general-purpose', 'system'),
      'compute_config.node_role_arn': arn,
      'encryption_config.resources': oneOf('secrets'),
      'encryption_config.provider.key_arn': arn,
      'kubernetes_network_config.ip_family': oneOf('ipv4', 'ipv6'),
      'kubernetes_network_config.service_ipv4_cidr': cidr({
        version: 4,
        shortest: 12,
        longest: 24,
        inside: PRIVATE_RANGES,
      }),
      'remote_network_config.remote_node_networks.cidrs': PRIVATE_BLOCK,
      'remote_network_config.remote_pod_networks.cidrs': PRIVATE_BLOCK,
      'upgrade_policy.support_type': oneOf('STANDARD', 'EXTENDED'),
      'vpc_config.public_access_cidrs': cidr(),
    },
    together: {
      '': [
        conflicting('outpost_config', 'encryption_config'),
        conflicting('outpost_config', 'kubernetes_network_config'),
        conflicting('outpost_config', 'remote_network_config'),
      ],
    },
  },
  aws_eks_node_group: {
    source: 'aws/r/eks_node_group',
    values: {
      ami_type: oneOf(...AMI_TYPES),
      capacity_type: oneOf('ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK'),
      cluster_name: eksClusterName,
      disk_size: atLeast(0),
      instance_types: ec2InstanceType,
      node_group_name: lengthOf(0, 63),
      node_group_name_prefix: lengthOf(0, 37),
      node_role_arn: arn,
      'launch_template.version': lengthOf(1, 255),
      'scaling_config.desired_size': atLeast(0),
      'scaling_config.max_size': atLeast(1),
      'scaling_config.min_size': atLeast(0),
      'taint.effect': oneOf('NO_SCHEDULE', 'NO_EXECUTE', 'PREFER_NO_SCHEDULE'),
      'taint.key': lengthOf(1, 63),
      'taint.value': lengthOf(0, 63),
      'update_config.max_unavailable': between(1, 100),
      'update_config.max_unavailable_percentage': between(1, 100),
    },
    together: {
      '': [conflicting('node_group_name', 'node_group_name_prefix'), conflicting('launch_template', 'remote_access')],
      launch_template: [exactlyOne('id', 'name')],
      scaling_config: [atMost('min_size', 'max_size')],
      update_config: [exactlyOne('max_unavailable', 'max_unavailable_percentage')],
      node_repair_config: [
        conflicting('max_parallel_nodes_repaired_count', 'max_parallel_nodes_repaired_percentage'),
        conflicting('max_unhealthy_node_threshold_count', 'max_unhealthy_node_threshold_percentage'),
      ],
    },
  },
  aws_eks_pod_identity_association: {
    source: 'aws/r/eks_pod_identity_association',
    values: { cluster_name: all(lengthOf(1, 100)), role_arn: arn, target_role_arn: arn },
  },
};
