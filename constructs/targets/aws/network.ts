import { DataAwsAvailabilityZones } from '@cdktf/provider-aws/lib/data-aws-availability-zones';
import { DefaultSecurityGroup } from '@cdktf/provider-aws/lib/default-security-group';
import { RouteTable } from '@cdktf/provider-aws/lib/route-table';
import { RouteTableAssociation } from '@cdktf/provider-aws/lib/route-table-association';
import { Subnet } from '@cdktf/provider-aws/lib/subnet';
import { Vpc } from '@cdktf/provider-aws/lib/vpc';
import { VpcIpv4CidrBlockAssociation } from '@cdktf/provider-aws/lib/vpc-ipv4-cidr-block-association';
import type { ITerraformDependable, Precondition } from 'cdktf';
import type { Construct } from 'constructs';
import type { SubnetPlan } from '../../../design/basis';
import type { NetworkRequest } from '../contract';
import { dataAddressOf } from './address';
import { createEndpoints } from './endpoints';
import { createFlowLog } from './flow-log';
import { AwsNetwork } from './network-resources';

/**
 * A VPC of private subnets. It has no internet gateway and no NAT: nodes reach AWS by endpoints, images come from ECR
 * (mirrors and pull-through caches), and whoever needs a way out adds a gateway beside it.
 */
export function createNetwork(scope: Construct, request: NetworkRequest): AwsNetwork {
  const { name, plan, tags } = request;
  const vpc = new Vpc(scope, 'vpc', {
    cidrBlock: plan.cidr,
    enableDnsSupport: true,
    enableDnsHostnames: true,
    lifecycle: { precondition: [zonesExist(scope, plan.subnets)] },
    tags: { ...tags, Name: name },
  });
  scope.node.defaultChild = vpc;

  const blocks = plan.secondaryCidrs.map(
    (cidr, index) => new VpcIpv4CidrBlockAssociation(scope, `block-${index + 2}`, { vpcId: vpc.id, cidrBlock: cidr }),
  );
  const routes = new RouteTable(scope, 'routes', { vpcId: vpc.id, tags: { ...tags, Name: `${name}-private` } });
  const subnets = plan.subnets.map((subnet) => ({
    key: subnet.key,
    role: subnet.role,
    zone: subnet.zone,
    cidr: subnet.cidr,
    id: createSubnet(scope, subnet, { vpc, routes, blocks, name, tags }),
  }));
  new DefaultSecurityGroup(scope, 'default-closed', {
    vpcId: vpc.id,
    tags: { ...tags, Name: `${name}-default-closed` },
  });

  createEndpoints(scope, {
    name,
    region: request.region,
    vpcId: vpc.id,
    routeTableId: routes.id,
    cidrs: [plan.cidr, ...plan.secondaryCidrs],
    subnets,
    tags,
  });
  createFlowLog(scope, { name, region: request.region, vpcId: vpc.id, tags });

  return AwsNetwork.planned({
    networkId: vpc.id,
    region: request.region,
    zone: request.zone,
    cidr: plan.cidr,
    subnets,
  });
}

interface SubnetContext {
  readonly vpc: Vpc;
  readonly routes: RouteTable;
  readonly blocks: ITerraformDependable[];
  readonly name: string;
  readonly tags: { readonly [key: string]: string };
}

function createSubnet(scope: Construct, plan: SubnetPlan, context: SubnetContext): string {
  const subnet = new Subnet(scope, `subnet-${plan.key}`, {
    vpcId: context.vpc.id,
    cidrBlock: plan.cidr,
    availabilityZone: plan.zone,
    mapPublicIpOnLaunch: false,
    dependsOn: context.blocks.length > 0 ? context.blocks : undefined,
    tags: { ...context.tags, Name: `${context.name}-${plan.key}` },
  });
  new RouteTableAssociation(scope, `route-${plan.key}`, { subnetId: subnet.id, routeTableId: context.routes.id });
  return subnet.id;
}

// Zone letters differ between accounts, so a default can be wrong: the plan says so before anything is made.
function zonesExist(scope: Construct, subnets: SubnetPlan[]): Precondition {
  const zones = [...new Set(subnets.map((subnet) => subnet.zone).filter((zone) => zone !== undefined))].sort();
  const available = new DataAwsAvailabilityZones(scope, 'zones', {
    state: 'available',
    filter: [{ name: 'zone-type', values: ['availability-zone'] }],
  });
  const missing = `setsubtract(${JSON.stringify(zones)}, ${dataAddressOf(available)}.names)`;
  return {
    condition: `\${length(${missing}) == 0}`,
    errorMessage: `this account does not have the zones $\{join(", ", ${missing})}; it has $\{join(", ", ${dataAddressOf(available)}.names)}: name the site's zone and zones among these`,
  };
}
