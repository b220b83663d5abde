import { SecurityGroup } from '@cdktf/provider-aws/lib/security-group';
import { VpcSecurityGroupEgressRule } from '@cdktf/provider-aws/lib/vpc-security-group-egress-rule';
import { VpcSecurityGroupIngressRule } from '@cdktf/provider-aws/lib/vpc-security-group-ingress-rule';
import type { Construct } from 'constructs';
import { NameLimit, physicalName } from './names';

export interface SecurityGroupProps {
  readonly name: string;
  readonly description: string;
  readonly vpcId: string;
  readonly tags: { readonly [key: string]: string };
}

/** A security group without rules: each rule is a resource of its own, so that one can be added beside ours. */
export function createSecurityGroup(scope: Construct, id: string, props: SecurityGroupProps): SecurityGroup {
  const name = physicalName(props.name, NameLimit.SECURITY_GROUP);
  return new SecurityGroup(scope, id, {
    name,
    description: props.description,
    vpcId: props.vpcId,
    // A group that nodes still hold cannot go: its node groups go first, and their interfaces take minutes.
    timeouts: { delete: '30m' },
    tags: { ...props.tags, Name: name },
  });
}

/** Ports of TCP, or all traffic. */
export interface Traffic {
  readonly description: string;
  readonly from?: number;
  readonly to?: number;
}

/** Lets traffic flow from one group into another: the rule at its source and the rule at its end. */
export function allowBetween(
  scope: Construct,
  id: string,
  ends: { readonly source: string; readonly destination: string },
  traffic: Traffic,
  tags: { readonly [key: string]: string },
): void {
  allowOut(scope, `${id}-out`, ends.source, ends.destination, traffic, tags);
  allowIn(scope, `${id}-in`, ends.destination, ends.source, traffic, tags);
}

function allowIn(
  scope: Construct,
  id: string,
  group: string,
  source: string,
  traffic: Traffic,
  tags: { readonly [key: string]: string },
): void {
  new VpcSecurityGroupIngressRule(scope, id, {
    securityGroupId: group,
    referencedSecurityGroupId: source,
    ...protocol(traffic),
    tags,
  });
}

function allowOut(
  scope: Construct,
  id: string,
  group: string,
  destination: string,
  traffic: Traffic,
  tags: { readonly [key: string]: string },
): void {
  new VpcSecurityGroupEgressRule(scope, id, {
    securityGroupId: group,
    referencedSecurityGroupId: destination,
    ...protocol(traffic),
    tags,
  });
}

/** Lets the addresses of a network in on one TCP port. */
export function allowFromNetwork(
  scope: Construct,
  id: string,
  group: string,
  cidr: string,
  traffic: Traffic,
  tags: { readonly [key: string]: string },
): void {
  new VpcSecurityGroupIngressRule(scope, id, {
    securityGroupId: group,
    cidrIpv4: cidr,
    ...protocol(traffic),
    tags,
  });
}

interface Protocol {
  readonly description: string;
  readonly ipProtocol: string;
  readonly fromPort?: number;
  readonly toPort?: number;
}

function protocol(traffic: Traffic): Protocol {
  return traffic.from === undefined
    ? { description: traffic.description, ipProtocol: '-1' }
    : {
        description: traffic.description,
        ipProtocol: 'tcp',
        fromPort: traffic.from,
        toPort: traffic.to ?? traffic.from,
      };
}
