import { isObject, type Value } from '../../host/values';
import { type Asking, type CloudWords, called, Leaves, type Refusal, text } from './refusal';

/**
 * Words of AWS; request ids are left out. Where they were seen:
 * - a group without machines: github.com/eksctl-io/eksctl/issues/4732 and aws/containers-roadmap/issues/2204; the form in which the
 *   provider passes it on: terraform-aws-modules/terraform-aws-eks/issues/2149
 * - the quota of vCPUs: github.com/klothoplatform/klotho/pull/311 and aws/amazon-cloudwatch-agent-test/pull/256
 * - throttling: github.com/hashicorp/terraform-provider-aws/issues/5171; 25 attempts are the provider's default (`max_retries`)
 * The provider writes a node group down before it waits for it, so that a failed one is in the state and will be replaced.
 */
function group(reason: (asking: Asking) => string): Refusal {
  return {
    leaves: Leaves.TAINTED,
    said: (asking) => {
      const { cluster_name: cluster, node_group_name: name, capacity_type: capacity } = asking.object;
      const kind = capacity === 'SPOT' ? 'Spot' : 'On-Demand';
      return `waiting for EKS Node Group (${text(cluster)}:${text(name)}) create: unexpected state 'CREATE_FAILED', wanted target 'ACTIVE'. last error: eks-${text(name)}: AsgInstanceLaunchFailures: Could not launch ${kind} Instances. ${reason(asking)} Launching EC2 instance failed.`;
    },
  };
}

function instance(reason: (asking: Asking) => string): Refusal {
  return {
    leaves: Leaves.NOTHING,
    said: (asking) => `creating EC2 Instance: operation error EC2: RunInstances, api error ${reason(asking)}`,
  };
}

function noCapacity(asking: Asking): string {
  return `We currently do not have sufficient ${instanceType(asking) || 'requested'} capacity in the Availability Zone you requested (${zone(asking)}). Our system will be working on provisioning additional capacity.`;
}

const NO_QUOTA =
  'You have requested more vCPU capacity than your current vCPU limit of 0 allows for the instance bucket that the specified instance type belongs to. Please visit http://aws.amazon.com/contact-us/ec2-request to request an adjustment to this limit.';

function limit(operation: string, said: string): Refusal {
  return { leaves: Leaves.NOTHING, said: () => `creating EC2 ${operation}, api error ${said}` };
}

export const AWS_WORDS: CloudWords = {
  machineOf: instanceType,
  machines: ['aws_eks_node_group', 'aws_instance'],
  capacity: {
    aws_eks_node_group: group((asking) => `InsufficientInstanceCapacity - ${noCapacity(asking)}`),
    aws_instance: instance((asking) => `InsufficientInstanceCapacity: ${noCapacity(asking)}`),
  },
  quota: {
    aws_eip: limit(
      'EIP: operation error EC2: AllocateAddress',
      'AddressLimitExceeded: The maximum number of addresses has been reached.',
    ),
    aws_eks_node_group: group(() => `VcpuLimitExceeded - ${NO_QUOTA}`),
    aws_instance: instance(() => `VcpuLimitExceeded: ${NO_QUOTA}`),
    aws_vpc: limit(
      'VPC: operation error EC2: CreateVpc',
      'VpcLimitExceeded: The maximum number of VPCs has been reached.',
    ),
  },
  attempts: 25,
  error: (asking) =>
    `creating ${called(asking)}: https response error StatusCode: 500, api error InternalError: An internal error has occurred`,
  throttled: (asking) =>
    `creating ${called(asking)}: exceeded maximum number of attempts, 25, https response error StatusCode: 400, api error Throttling: Rate exceeded`,
};

function instanceType(asking: Asking): string {
  const { object } = asking;
  const own = text(object['instance_type']) || text(first(object['instance_types']));
  if (own !== '') return own;
  const template = first(object['launch_template']);
  const id = isObject(template) ? template['id'] : undefined;
  return text(asking.lookUp('aws_launch_template', id)?.state['instance_type']);
}

function zone(asking: Asking): string {
  const { object } = asking;
  const subnet = asking.lookUp('aws_subnet', first(object['subnet_ids']) ?? object['subnet_id']);
  return text(object['availability_zone']) || text(subnet?.state['availability_zone']) || 'any';
}

function first(value: Value | undefined): Value | undefined {
  return Array.isArray(value) ? value[0] : undefined;
}
