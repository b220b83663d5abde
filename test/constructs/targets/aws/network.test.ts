import { TerraformOutput, TerraformStack, TerraformVariable, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { AwsNetwork, target } from '../../../../constructs/targets/aws';
import { ENDPOINT_SERVICES } from '../../../../constructs/targets/aws/endpoints';
import { type Json, makeWorld, synth, TAGS } from './samples';

const FABRIC_1 = 32_763;

function network(fabricAddresses = 1000) {
  return synth(makeWorld({ fabricAddresses }).siteStack);
}

test('a VPC with DNS, private subnets and no way to the internet', () => {
  const made = network();
  expect(made.one('aws_vpc')).toMatchObject({
    cidr_block: '10.0.0.0/16',
    enable_dns_support: true,
    enable_dns_hostnames: true,
  });
  const subnets = Object.values(made.all('aws_subnet'));
  expect(subnets).toHaveLength(10);
  expect(subnets.every((subnet: Json) => subnet.map_public_ip_on_launch === false)).toBe(true);
  for (const type of ['aws_internet_gateway', 'aws_nat_gateway', 'aws_egress_only_internet_gateway', 'aws_route']) {
    expect(made.all(type)).toEqual({});
  }
});

test('nodes reach AWS by endpoints', () => {
  const made = network();
  const interfaces = made.one('aws_vpc_endpoint', idOf(made, 'Interface'));
  expect(interfaces).toMatchObject({
    private_dns_enabled: true,
    service_name: 'com.amazonaws.us-east-1.${each.key}',
    for_each: `\${toset(${JSON.stringify(ENDPOINT_SERVICES).replace(/,/g, ', ')})}`,
  });
  expect(interfaces.subnet_ids).toHaveLength(3);
  expect(made.one('aws_vpc_endpoint', idOf(made, 'Gateway')).service_name).toBe('com.amazonaws.us-east-1.s3');
  for (const service of [
    'ec2',
    'ecr.api',
    'ecr.dkr',
    'sts',
    'eks',
    'eks-auth',
    'logs',
    'ssm',
    'aps-workspaces',
    'fsx',
  ]) {
    expect(ENDPOINT_SERVICES).toContain(service);
  }
});

function idOf(made: ReturnType<typeof network>, type: string): string {
  return Object.entries(made.all('aws_vpc_endpoint')).find(([, each]) => each.vpc_endpoint_type === type)![0];
}

test('the default security group is closed and flow logs are kept a year under a key', () => {
  const made = network();
  const closed = made.one('aws_default_security_group');
  expect(closed.ingress).toBeUndefined();
  expect(closed.egress).toBeUndefined();
  expect(made.one('aws_flow_log')).toMatchObject({ traffic_type: 'ALL' });
  const group = made.one('aws_cloudwatch_log_group', logGroup(made, 'flow-logs'));
  expect(group.retention_in_days).toBe(365);
  expect(group.kms_key_id).toMatch(/^\$\{aws_kms_key\./);
});

function logGroup(made: ReturnType<typeof network>, ending: string): string {
  return Object.entries(made.all('aws_cloudwatch_log_group')).find(([, each]) => each.name.endsWith(ending))![0];
}

test('a wrong zone fails the plan with a message, before anything is made', () => {
  const [precondition] = network().one('aws_vpc').lifecycle.precondition;
  expect(precondition.condition).toContain(
    'setsubtract(["us-east-1a","us-east-1b","us-east-1c"], data.aws_availability_zones.',
  );
  expect(precondition.error_message).toContain('this account does not have the zones');
});

test('a large fabric associates further blocks, which its subnets wait for', () => {
  const made = network(FABRIC_1 + 70_000);
  const blocks = Object.values(made.all('aws_vpc_ipv4_cidr_block_association'));
  expect(blocks.map((block: Json) => block.cidr_block)).toEqual(['100.64.0.0/16', '100.65.0.0/16']);
  const subnets: Json[] = Object.values(made.all('aws_subnet'));
  expect(subnets.find((each) => each.cidr_block === '100.65.0.0/16').depends_on).toHaveLength(2);
  const sources = Object.values(made.all('aws_vpc_security_group_ingress_rule')).map((rule: Json) => rule.cidr_ipv4);
  expect(sources).toEqual(['10.0.0.0/16', '100.64.0.0/16', '100.65.0.0/16']);
});

describe('a network that exists', () => {
  const attributes = {
    region: 'us-east-1',
    zone: 'us-east-1a',
    networkId: 'vpc-1',
    cidr: '10.9.0.0/16',
    systemSubnetIds: ['subnet-1', 'subnet-2'],
    fabricSubnetIds: ['subnet-3', 'subnet-4'],
  };

  test('makes nothing and gives its ids', () => {
    const stack = new TerraformStack(Testing.app(), 'site');
    const imported = AwsNetwork.of(target.importNetwork(new Construct(stack, 'network'), attributes));
    expect(synth(stack).json.resource).toBeUndefined();
    expect(imported.systemSubnetIds()).toEqual(['subnet-1', 'subnet-2']);
    expect(imported.fabricSubnetIds(['us-east-1a'])).toEqual(['subnet-3', 'subnet-4']);
    expect(imported.storageSubnetId()).toBe('subnet-3');
    expect(imported.fabricAddresses([])).toBeUndefined();
  });

  test('may come by reference, lists and all', () => {
    const stack = new TerraformStack(Testing.app(), 'site');
    const ids = new TerraformVariable(stack, 'ids', { type: 'list(string)' });
    const imported = AwsNetwork.of(
      target.importNetwork(new Construct(stack, 'network'), { ...attributes, fabricSubnetIds: ids.listValue }),
    );
    new TerraformOutput(stack, 'storage', { value: imported.storageSubnetId() });
    new TerraformOutput(stack, 'fabric', { value: imported.fabricSubnetIds([]) });
    expect(synth(stack).json.output.storage.value).toBe('${element(var.ids, 0)}');
    expect(synth(stack).json.output.fabric.value).toBe('${var.ids}');
  });

  test('carries a site and a store', () => {
    const stack = new TerraformStack(Testing.app(), 'site');
    target.configureProvider(stack, { region: 'us-east-1', tags: TAGS });
    const site = target.createSite(new Construct(stack, 'site'), {
      name: 'demo',
      region: 'us-east-1',
      administrators: [],
      network: target.importNetwork(new Construct(stack, 'network'), { ...attributes, storageSubnetId: 'subnet-9' }),
      tags: TAGS,
    });
    target.createParallelFileSystem(new Construct(stack, 'scratch'), {
      name: 'demo-scratch',
      site,
      design: {
        name: 'scratch',
        capacityGib: 1200,
        throughputGbps: 0.146,
        tier: '125',
        rdma: false,
        why: [],
        sources: [],
      },
      tags: TAGS,
    });
    expect(synth(stack).one('aws_fsx_lustre_file_system').subnet_ids).toEqual(['subnet-9']);
  });
});

test('another target’s network is refused by name', () => {
  expect(() => AwsNetwork.of({ networkId: '/subscriptions/1/virtualNetworks/v' })).toThrow(
    /network was not made by the target "aws".*same target/,
  );
});

test('a zone without subnets is named, with those that have some', () => {
  const world = makeWorld();
  const { network: made } = world.site as unknown as { network: AwsNetwork };
  expect(() => made.fabricSubnetIds(['us-east-1f'])).toThrow(
    'no fabric subnet in us-east-1f; the site has us-east-1a, us-east-1b, us-east-1c',
  );
  expect(() => made.storageSubnetId('us-east-1f')).toThrow('no subnet for a file system in us-east-1f');
});
