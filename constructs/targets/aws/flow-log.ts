import { FlowLog } from '@cdktf/provider-aws/lib/flow-log';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import type { Construct } from 'constructs';
import { readAccount } from './account';
import { createKey } from './keys';
import { createLogGroup } from './log-group';
import { NameLimit, physicalName } from './names';
import { policyDocument, serviceTrust } from './policy';

// The short interval: a minute is what finds the cause of a stalled job.
const AGGREGATION_SECONDS = 60;

export interface FlowLogProps {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly tags: { readonly [key: string]: string };
}

/** Flow logs of the VPC, in a log group with a key of its own: the network stands before the site's key does. */
export function createFlowLog(scope: Construct, props: FlowLogProps): void {
  const { name, region, tags } = props;
  const account = readAccount(scope);
  const key = createKey(scope, 'flow-key', {
    name: `${name}-flow-logs`,
    description: `Flow logs of ${name}`,
    account,
    region,
    tags,
  });
  const group = createLogGroup(scope, 'flow-logs', {
    name: `/wattform/${name}/flow-logs`,
    keyArn: key.arn,
    tags,
  });
  const role = new IamRole(scope, 'flow-role', {
    name: physicalName(name, NameLimit.IAM_ROLE, '-flow-logs'),
    description: 'Writes the flow logs of the network',
    assumeRolePolicy: serviceTrust('vpc-flow-logs.amazonaws.com', {
      StringEquals: { 'aws:SourceAccount': account.id },
    }),
    tags,
  });
  const policy = new IamRolePolicy(scope, 'flow-policy', {
    name: 'write-flow-logs',
    role: role.name,
    policy: policyDocument([
      {
        Effect: 'Allow',
        Action: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'],
        Resource: [group.arn, `${group.arn}:*`],
      },
      // A listing has no narrower resource than the account's log groups.
      {
        Effect: 'Allow',
        Action: ['logs:DescribeLogGroups'],
        Resource: [`arn:${account.partition}:logs:${region}:${account.id}:log-group:*`],
      },
    ]),
  });
  new FlowLog(scope, 'flow', {
    vpcId: props.vpcId,
    trafficType: 'ALL',
    logDestination: group.arn,
    iamRoleArn: role.arn,
    maxAggregationInterval: AGGREGATION_SECONDS,
    dependsOn: [policy],
    tags: { ...tags, Name: name },
  });
}
