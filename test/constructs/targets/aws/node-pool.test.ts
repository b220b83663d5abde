import type { TerraformResource } from 'cdktf';
import { Construct } from 'constructs';
import { target } from '../../../../constructs/targets/aws';
import { CapacityMode, Placement } from '../../../../design/asks';
import type { NodeGroupDesign, PoolDesign } from '../../../../design/basis';
import {
  addPool,
  capacityAsk,
  catalogInstances,
  figure,
  GROUPS,
  type Json,
  makeWorld,
  poolDesign,
  synth,
  TAGS,
} from './samples';

function pool(changes: Partial<PoolDesign> = {}, groups: NodeGroupDesign[] = GROUPS) {
  const world = makeWorld();
  const design = poolDesign(changes);
  const resources = addPool(world, design, groups);
  const made = synth(world.clusterStack);
  return {
    made,
    resources,
    group: made.one('aws_eks_node_group', idWith(made, 'aws_eks_node_group', design.name)),
    template: made.one('aws_launch_template', idWith(made, 'aws_launch_template', design.name)),
  };
}

function idWith(made: ReturnType<typeof synth>, type: string, start: string): string {
  return Object.keys(made.all(type)).find((id) => id.startsWith(start))!;
}

const NEURON = { acceleratorVendor: 'aws', kubernetesResource: 'aws.amazon.com/neuron' };

test('one node group resource over the groups’ keys', () => {
  const groups = [
    { key: '1', maxNodes: 450, minNodes: 400 },
    { key: '2', maxNodes: 30, minNodes: 0 },
  ];
  const { group, made, resources } = pool({}, groups);
  expect(group).toMatchObject({
    for_each: { 1: { max: 450, min: 400 }, 2: { max: 30, min: 0 } },
    node_group_name: 'workers-${each.key}',
    scaling_config: { min_size: '${each.value.min}', desired_size: '${each.value.min}', max_size: '${each.value.max}' },
    update_config: { max_unavailable: 1 },
    node_repair_config: { enabled: true, max_parallel_nodes_repaired_count: 1 },
    lifecycle: { ignore_changes: ['scaling_config[0].desired_size'] },
  });
  const id = idWith(made, 'aws_eks_node_group', 'workers');
  expect(resources.maximumNodesExpression).toBe(
    `sum([for group in aws_eks_node_group.${id} : group.scaling_config[0].max_size])`,
  );
  expect(made.one('aws_autoscaling_group_tag')).toMatchObject({
    autoscaling_group_name: `\${aws_eks_node_group.${id}[each.key].resources[0].autoscaling_groups[0].name}`,
    tag: { key: 'k8s.io/cluster-autoscaler/node-template/resources/nvidia.com/gpu', value: '8' },
  });
});

test('the number of blocks does not follow the number of nodes', () => {
  const blocks = (groups: NodeGroupDesign[]) =>
    Object.values(pool({}, groups).made.json.resource as Json).reduce(
      (sum: number, each) => sum + Object.keys(each as Json).length,
      0,
    );
  const many = Array.from({ length: 25 }, (_, index) => ({ key: `${index + 1}`, maxNodes: 10, minNodes: 0 }));
  expect(blocks(many)).toBe(blocks(GROUPS));
});

describe.each([
  ['NVIDIA on x86', {}, 'AL2023_x86_64_NVIDIA', 'nvidia.com/gpu', { 'nvidia.com/gpu.present': 'true' }],
  [
    'NVIDIA on Grace',
    { cpuArchitecture: 'arm64' },
    'AL2023_ARM_64_NVIDIA',
    'nvidia.com/gpu',
    { 'nvidia.com/gpu.present': 'true' },
  ],
  [
    'Trainium',
    { ...NEURON, instanceType: 'trn1.32xlarge', rdmaInterfacesPerNode: figure(8), networkCardsPerNode: figure(8) },
    'AL2023_x86_64_NEURON',
    'aws.amazon.com/neuron',
    { 'aws.amazon.com/neuron.present': 'true' },
  ],
  [
    'Inferentia',
    { ...NEURON, instanceType: 'inf2.48xlarge', rdma: false, placement: Placement.NONE, localNvmeGb: figure(0) },
    'AL2023_x86_64_NEURON',
    'aws.amazon.com/neuron',
    { 'aws.amazon.com/neuron.present': 'true' },
  ],
])('%s', (_, changes, amiType, taint, labels) => {
  const { group } = pool(changes);

  test('boots its image, is labelled, and keeps other pods off', () => {
    expect(group.ami_type).toBe(amiType);
    expect(group.labels).toMatchObject({ ...labels, 'wattform.io/pool': 'workers' });
    expect(group.taint).toEqual([{ key: taint, value: 'true', effect: 'NO_SCHEDULE' }]);
  });
});

test('an accelerator that EKS has no image for is refused with those it has', () => {
  expect(() => pool({ acceleratorVendor: 'amd' })).toThrow(
    /no EKS image for accelerators of amd on x86_64; allowed: nvidia on x86_64/,
  );
});

describe('a pool with RDMA', () => {
  const { made, template, group } = pool();

  test('has every interface of its type, each with the groups of node, storage and EFA', () => {
    expect(template.network_interfaces).toHaveLength(33);
    expect(template.vpc_security_group_ids).toBeUndefined();
    const efa = `\${aws_security_group.${idWith(made, 'aws_security_group', 'workers')}.id}`;
    for (const [index, nic] of template.network_interfaces.entries()) {
      expect(nic.delete_on_termination).toBe('true');
      expect(nic.security_groups).toHaveLength(3);
      expect(nic.security_groups).toContain(efa);
      expect(nic.subnet_id).toBeUndefined();
      expect(nic.associate_public_ip_address).toBe(index === 0 ? 'false' : undefined);
    }
  });

  test('is labelled for the EFA device plugin', () => {
    expect(group.labels['vpc.amazonaws.com/efa.present']).toBe('true');
  });

  test('lets EFA through in both directions by the group itself, and by no address', () => {
    for (const type of ['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule']) {
      const rule = made.one(type, idWith(made, type, 'workers'));
      expect(rule.ip_protocol).toBe('-1');
      expect(rule.referenced_security_group_id).toBe(rule.security_group_id);
      expect(rule.description).toBeTruthy();
      expect(rule.cidr_ipv4 ?? rule.from_port ?? rule.to_port).toBeUndefined();
    }
  });

  test('is placed together', () => {
    expect(made.one('aws_placement_group')).toMatchObject({ strategy: 'cluster' });
    expect(template.placement.group_name).toMatch(/^\$\{aws_placement_group\./);
  });
});

describe('a pool without RDMA', () => {
  const { made, template, group } = pool({ rdma: false, placement: Placement.NONE });

  test('has one plain interface, with the groups on the template', () => {
    expect(template.network_interfaces).toBeUndefined();
    expect(template.vpc_security_group_ids).toHaveLength(2);
    expect(group.labels).not.toHaveProperty(['vpc.amazonaws.com/efa.present']);
  });

  test('has neither group nor placement', () => {
    expect(made.all('aws_placement_group')).toEqual({});
    expect(idWith(made, 'aws_security_group', 'workers')).toBeUndefined();
    expect(template.placement).toBeUndefined();
  });
});

test('nodes: IMDSv2 in one hop, encrypted disk of 300 GiB, a fixed name', () => {
  const { template } = pool();
  expect(template.name).toBe('demo-frontier-workers');
  expect(template.name_prefix).toBeUndefined();
  expect(template.metadata_options).toEqual({
    http_endpoint: 'enabled',
    http_tokens: 'required',
    http_put_response_hop_limit: 1,
  });
  expect(template.block_device_mappings[0].ebs).toMatchObject({
    encrypted: 'true',
    volume_type: 'gp3',
    volume_size: 300,
  });
  expect(template.block_device_mappings[0].ebs.kms_key_id).toContain('aws_kms_key');
  expect(template.tag_specifications.map((each: Json) => each.resource_type)).toEqual([
    'instance',
    'network-interface',
    'volume',
  ]);
});

test('local NVMe becomes one RAID 0, and only where there is some', () => {
  expect(pool().template.user_data).toContain('strategy: RAID0');
  expect(pool({ localNvmeGb: figure(0) }).template.user_data).not.toContain('RAID0');
  expect(pool({ localNvmeGb: figure(undefined) }).template.user_data).not.toContain('RAID0');
  const userData = pool().template.user_data as string;
  expect(userData).toMatch(/^\$\{base64encode\(/);
  expect(userData).toContain('Content-Type: multipart/mixed; boundary=');
  expect(userData).toContain('Content-Type: application/node.eks.aws');
  expect(userData).toContain('--max-pods=31');
});

test('every EFA type of the catalog that can be built has its interfaces in the template', () => {
  const rows = catalogInstances().filter((row) => row.rdmaKind === 'EFA' && row.class !== 'cpu');
  const world = makeWorld();
  const refused: string[] = [];
  const built = rows.filter((row) => {
    const design = poolDesign({
      name: row.instanceType.replace('.', '-'),
      instanceType: row.instanceType,
      rdmaInterfacesPerNode: figure(row.rdmaInterfaces),
      networkCardsPerNode: figure(row.maxNetworkCards),
    });
    try {
      addPool(world, design);
      return true;
    } catch (error) {
      expect((error as Error).message).toContain(row.instanceType);
      refused.push(row.instanceType);
      return false;
    }
  });
  expect(refused).toEqual(['p6e-gb200.36xlarge', 'g7.12xlarge', 'g7.24xlarge', 'g7.48xlarge', 'trn2u.48xlarge']);
  expect(built).toHaveLength(24);

  const templates: Json[] = Object.values(synth(world.clusterStack).all('aws_launch_template'));
  for (const row of built) {
    const template = templates.find((each) => each.name === `demo-frontier-${row.instanceType.replace('.', '-')}`);
    const nics: Json[] = template.network_interfaces;
    expect(nics.filter((nic) => nic.interface_type === 'efa-only')).toHaveLength(row.rdmaInterfaces!);
    expect(nics[0]).toMatchObject({ network_card_index: 0, device_index: 0, interface_type: 'interface' });
  }
});

test('a pool that cannot fit into its zone’s subnets is refused with both numbers', () => {
  const groups = [{ key: '1', maxNodes: 43, minNodes: 0 }];
  expect(() => pool({ zones: ['us-east-1b'] }, groups)).toThrow(
    /43 nodes need 2064 addresses, the fabric subnets of us-east-1b have 2043/,
  );
  const { group } = pool({ zones: ['us-east-1b'] }, [{ key: '1', maxNodes: 42, minNodes: 0 }]);
  expect(group.subnet_ids).toHaveLength(1);
  expect(group.subnet_ids[0]).toContain('fabric-b');
});

test('a pool of several zones has the subnets of each', () => {
  const { group } = pool({ rdma: false, placement: Placement.NONE, zones: ['us-east-1a', 'us-east-1c'] });
  expect(group.subnet_ids).toEqual([expect.stringContaining('fabric-1'), expect.stringContaining('fabric-c')]);
});

test('long names are cut within the limits and stay different', () => {
  const long = 'a'.repeat(70);
  const { group: first } = pool({ name: `${long}1` });
  const { group: second } = pool({ name: `${long}2` });
  const name = (group: Json) => (group.node_group_name as string).replace('${each.key}', '450');
  expect(name(first).length).toBeLessThanOrEqual(63);
  expect(name(first)).not.toBe(name(second));
});

test('transform sees every resource of the pool and can change it', () => {
  const world = makeWorld();
  const seen: string[] = [];
  const design = poolDesign({
    capacity: capacityAsk({
      mode: CapacityMode.BLOCK,
      reservation: 'cr-0123456789abcdef0',
      starts: '2027-01-01T00:00:00Z',
      ends: '2027-01-05T00:00:00Z',
    }),
  });
  const scope = new Construct(world.clusterStack, 'workers');
  const request = { name: 'demo-frontier-workers', pool: design, cluster: world.cluster, tags: TAGS };
  target.createNodePool(scope, {
    ...request,
    groups: GROUPS,
    fabric: target.createFabric(new Construct(scope, 'fabric'), request),
    labels: { team: 'research' },
    transform: {
      apply(resource: TerraformResource) {
        seen.push(resource.terraformResourceType);
        if (resource.terraformResourceType === 'aws_launch_template') {
          resource.addOverride('block_device_mappings.0.ebs.volume_size', 500);
        }
      },
    },
  });
  const made = synth(world.clusterStack);
  expect(seen).toEqual([
    'aws_launch_template',
    'aws_eks_node_group',
    'aws_autoscaling_group_tag',
    'aws_autoscaling_schedule',
    'aws_autoscaling_schedule',
  ]);
  const template = made.one('aws_launch_template', idWith(made, 'aws_launch_template', 'workers'));
  expect(template.block_device_mappings[0].ebs.volume_size).toBe(500);
  expect(made.one('aws_eks_node_group', idWith(made, 'aws_eks_node_group', 'workers')).labels.team).toBe('research');
});
