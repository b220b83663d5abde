import { AutoscalingGroupTagA } from '@cdktf/provider-aws/lib/autoscaling-group-tag';
import type { EksNodeGroup } from '@cdktf/provider-aws/lib/eks-node-group';
import type { MapTerraformIterator, TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import type { PoolDesign } from '../../../design/basis';
import { addressOf } from './address';

/** Name of the Auto Scaling group behind the node group of `each.key`. */
export function scalingGroupName(nodeGroup: EksNodeGroup): string {
  return `\${${addressOf(nodeGroup)}[each.key].resources[0].autoscaling_groups[0].name}`;
}

/**
 * The autoscaler reads labels and taints from EKS, but what a node of an empty group would offer only from tags of its Auto
 * Scaling group: https://github.com/kubernetes/autoscaler/issues/2642
 */
export function tagForScaleFromZero(
  scope: Construct,
  nodeGroup: EksNodeGroup,
  group: MapTerraformIterator,
  pool: PoolDesign,
): TerraformResource {
  return new AutoscalingGroupTagA(scope, 'group-tag', {
    forEach: group,
    autoscalingGroupName: scalingGroupName(nodeGroup),
    tag: {
      key: `k8s.io/cluster-autoscaler/node-template/resources/${pool.kubernetesResource}`,
      value: `${pool.acceleratorsPerNode}`,
      propagateAtLaunch: false,
    },
  });
}
