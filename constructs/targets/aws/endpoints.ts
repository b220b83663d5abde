import { VpcEndpoint } from '@cdktf/provider-aws/lib/vpc-endpoint';
import { TerraformIterator } from 'cdktf';
import type { Construct } from 'constructs';
import { SubnetRole } from '../../../design/basis';
import type { AwsSubnet } from './network-resources';
import { allowFromNetwork, createSecurityGroup } from './security-groups';

/**
 * Services that private nodes call. Without NAT each of them is needed: to join (ec2, eks, sts), to pull images (ecr), to get
 * credentials (eks-auth), to be managed (ssm), to write logs and metrics, and for the controllers of a cluster (autoscaling,
 * elasticloadbalancing, fsx, kms).
 */
export const ENDPOINT_SERVICES = [
  'aps-workspaces',
  'autoscaling',
  'ec2',
  'ecr.api',
  'ecr.dkr',
  'eks',
  'eks-auth',
  'elasticloadbalancing',
  'fsx',
  'kms',
  'logs',
  'monitoring',
  'ssm',
  'ssmmessages',
  'sts',
];

export interface EndpointsProps {
  readonly name: string;
  readonly region: string;
  readonly vpcId: string;
  readonly routeTableId: string;
  readonly cidrs: string[];
  readonly subnets: AwsSubnet[];
  readonly tags: { readonly [key: string]: string };
}

/** The ways from the private subnets to AWS: S3 by the route table, the rest by interfaces. */
export function createEndpoints(scope: Construct, props: EndpointsProps): void {
  const { name, region, vpcId, tags } = props;
  new VpcEndpoint(scope, 'endpoint-s3', {
    vpcId,
    serviceName: `com.amazonaws.${region}.s3`,
    vpcEndpointType: 'Gateway',
    routeTableIds: [props.routeTableId],
    tags: { ...tags, Name: `${name}-s3` },
  });

  const group = createSecurityGroup(scope, 'endpoints', {
    name: `${name}-endpoints`,
    description: 'Interface endpoints: HTTPS from the network',
    vpcId,
    tags,
  });
  props.cidrs.forEach((cidr, index) => {
    allowFromNetwork(
      scope,
      `endpoints-in-${index + 1}`,
      group.id,
      cidr,
      { description: 'HTTPS from the network', from: 443 },
      tags,
    );
  });

  const service = TerraformIterator.fromList(ENDPOINT_SERVICES);
  new VpcEndpoint(scope, 'endpoint', {
    forEach: service,
    vpcId,
    serviceName: `com.amazonaws.${region}.${service.key}`,
    vpcEndpointType: 'Interface',
    privateDnsEnabled: true,
    subnetIds: props.subnets.filter((subnet) => subnet.role === SubnetRole.ENDPOINTS).map((subnet) => subnet.id),
    securityGroupIds: [group.id],
    tags: { ...tags, Name: `${name}-${service.key}` },
  });
}
