import { Construct } from 'constructs';
import { AWS_POLICY_EXCEPTIONS, target } from '../../../../constructs/targets/aws';
import { CapacityMode, Placement } from '../../../../design/asks';
import { addPool, capacityAsk, figure, type Json, makeWorld, poolDesign, synth, TAGS } from './samples';

/** The settings that policy scanners ask for (checkov's rules, by number), over everything that this target can make. */

function everything(): { readonly [type: string]: Json[] } {
  const world = makeWorld({
    site: { administrators: ['arn:aws:iam::012345678901:role/platform'] },
    fabricAddresses: 100_000,
    usesParallelFileSystem: true,
    usesObjectStore: true,
  });
  addPool(world, poolDesign());
  addPool(world, poolDesign({ name: 'plain', rdma: false, placement: Placement.NONE, localNvmeGb: figure(0) }));
  addPool(
    world,
    poolDesign({
      name: 'block',
      capacity: capacityAsk({ mode: CapacityMode.BLOCK, reservation: 'cr-0123456789abcdef0' }),
    }),
  );
  for (const rdma of [true, false]) {
    target.createParallelFileSystem(new Construct(world.siteStack, `scratch-${rdma}`), {
      name: `demo-scratch-${rdma}`,
      site: world.site,
      design: { name: 's', capacityGib: 38_400, throughputGbps: 4.6875, tier: '125', rdma, why: [], sources: [] },
      tags: TAGS,
    });
  }
  const store = target.createObjectStore(new Construct(world.siteStack, 'data'), {
    name: 'demo-data',
    site: world.site,
    design: { name: 'data' },
    tags: TAGS,
  });
  target.createWorkloadIdentity(new Construct(world.clusterStack, 'identity'), {
    name: 'demo-identity',
    cluster: world.cluster,
    namespace: 'default',
    serviceAccount: 'train',
    objectStores: [store],
    tags: TAGS,
  });
  const all: { [type: string]: Json[] } = {};
  for (const stack of [world.siteStack, world.clusterStack]) {
    for (const [type, resources] of Object.entries(synth(stack).json.resource as Json)) {
      all[type] = [...(all[type] ?? []), ...Object.values(resources as Json)];
    }
  }
  return all;
}

const MADE = everything();

function each(type: string, count: number, rule: (resource: Json) => void): void {
  expect(MADE[type]).toHaveLength(count);
  for (const resource of MADE[type]!) {
    rule(resource);
  }
}

test('EKS: private endpoint, all logs, encrypted secrets (37, 38, 39, 58, 339)', () => {
  each('aws_eks_cluster', 1, (cluster) => {
    expect(cluster.vpc_config.endpoint_public_access).toBe(false);
    expect(cluster.enabled_cluster_log_types).toHaveLength(5);
    expect(cluster.encryption_config.resources).toEqual(['secrets']);
    expect(cluster.version).toBeUndefined();
  });
});

test('node groups: no remote access (100)', () => {
  each('aws_eks_node_group', 4, (group) => expect(group.remote_access).toBeUndefined());
});

test('launch templates: IMDSv2, one hop, no public address, encrypted disk, no secret (79, 341, 88, 46)', () => {
  each('aws_launch_template', 4, (template) => {
    expect(template.metadata_options).toMatchObject({ http_tokens: 'required', http_put_response_hop_limit: 1 });
    expect(template.network_interfaces?.[0].associate_public_ip_address ?? 'false').toBe('false');
    expect(
      template.block_device_mappings.every((block: Json) => block.ebs.encrypted === 'true' && block.ebs.kms_key_id),
    ).toBe(true);
    expect(template.network_interfaces !== undefined && template.vpc_security_group_ids !== undefined).toBe(false);
    expect(template.user_data ?? '').not.toMatch(/AKIA|secret|password/i);
  });
});

test('security groups: a description on each group and rule (23)', () => {
  const types = ['aws_security_group', 'aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule'];
  for (const type of types) {
    expect(MADE[type]!.length).toBeGreaterThan(3);
    expect(MADE[type]!.filter((resource) => !resource.description)).toEqual([]);
  }
});

test('rules: nothing from or to everywhere (24, 25, 260, 277, 382)', () => {
  const rules = [...MADE['aws_vpc_security_group_ingress_rule']!, ...MADE['aws_vpc_security_group_egress_rule']!];
  expect(rules.filter((rule) => JSON.stringify(rule).includes('/0'))).toEqual([]);
  expect(MADE['aws_security_group']!.filter((group) => group.ingress ?? group.egress)).toEqual([]);
  const outward = MADE['aws_vpc_security_group_egress_rule']!;
  expect(outward.filter((rule) => rule.referenced_security_group_id === undefined)).toEqual([]);
});

test('rules: all traffic only between groups', () => {
  const open = MADE['aws_vpc_security_group_ingress_rule']!.filter((rule) => rule.ip_protocol === '-1');
  expect(open.length).toBeGreaterThan(0);
  expect(open.filter((rule) => rule.cidr_ipv4 !== undefined)).toEqual([]);
});

test('VPC: flow logs, closed default group, private subnets (CKV2 11, CKV2 12, 130)', () => {
  each('aws_flow_log', 1, (log) => expect(log.traffic_type).toBe('ALL'));
  each('aws_default_security_group', 1, (group) => expect(group.ingress ?? group.egress).toBeUndefined());
  each('aws_subnet', 12, (subnet) => expect(subnet.map_public_ip_on_launch).toBe(false));
});

test('S3: encryption, versions, closed, tidied (19, 145, 21, CKV2 6, CKV2 61)', () => {
  const buckets = MADE['aws_s3_bucket']!.length;
  for (const type of [
    'aws_s3_bucket_versioning',
    'aws_s3_bucket_server_side_encryption_configuration',
    'aws_s3_bucket_public_access_block',
    'aws_s3_bucket_lifecycle_configuration',
    'aws_s3_bucket_policy',
    'aws_s3_bucket_ownership_controls',
  ]) {
    expect(MADE[type]).toHaveLength(buckets);
  }
});

test('FSx, log groups and metrics: customer key; logs a year (190, 158, 66, 338)', () => {
  each('aws_fsx_lustre_file_system', 2, (system) => expect(system.kms_key_id).toMatch(/aws_kms_key/));
  each('aws_prometheus_workspace', 1, (workspace) => expect(workspace.kms_key_arn).toMatch(/aws_kms_key/));
  each('aws_cloudwatch_log_group', 5, (group) => {
    expect(group.kms_key_id).toMatch(/aws_kms_key/);
    expect(group.retention_in_days).toBeGreaterThanOrEqual(365);
  });
});

test('KMS: rotation, a policy, no wildcard principal (7, 33, 227, CKV2 64)', () => {
  each('aws_kms_key', 2, (key) => {
    expect(key.enable_key_rotation).toBe(true);
    expect(key.is_enabled).not.toBe(false);
    const statements: Json[] = JSON.parse(key.policy).Statement;
    expect(statements.filter((statement) => JSON.stringify(statement.Principal).includes('"*"'))).toEqual([]);
  });
});

test('IAM: a role’s own policy names no whole service, and everything only where a listing has no narrower resource', () => {
  const statements: Json[] = MADE['aws_iam_role_policy']!.flatMap((policy) => JSON.parse(policy.policy).Statement);
  expect(statements.length).toBeGreaterThan(5);
  expect(
    statements.flatMap((statement) => statement.Action).filter((action: string) => /^(\*|\w+:\*)$/.test(action)),
  ).toEqual([]);
  const everywhere = statements.filter((statement) => statement.Resource.includes('*'));
  expect(everywhere.map((statement) => statement.Action)).toEqual([['fsx:DescribeFileSystems']]);
});

test('what is left out is named with its reason', () => {
  expect(AWS_POLICY_EXCEPTIONS.map((exception) => exception.check)).toEqual([
    'CKV_AWS_18',
    'CKV_AWS_144',
    'CKV2_AWS_62',
  ]);
  expect(AWS_POLICY_EXCEPTIONS.every((exception) => exception.reason.length > 20)).toBe(true);
  for (const type of [
    'aws_s3_bucket_logging',
    'aws_s3_bucket_replication_configuration',
    'aws_s3_bucket_notification',
  ]) {
    expect(MADE[type]).toBeUndefined();
  }
});

test('everything that takes tags has them', () => {
  const untagged = Object.entries(MADE)
    .filter(([type]) =>
      [
        'aws_vpc',
        'aws_subnet',
        'aws_eks_cluster',
        'aws_eks_node_group',
        'aws_kms_key',
        'aws_s3_bucket',
        'aws_fsx_lustre_file_system',
        'aws_iam_role',
        'aws_security_group',
      ].includes(type),
    )
    .flatMap(([, resources]) => resources)
    .filter((resource) => resource.tags?.design !== 'demo');
  expect(untagged).toEqual([]);
});

test('names keep their services’ limits', () => {
  for (const role of MADE['aws_iam_role']!) {
    expect(role.name.length).toBeLessThanOrEqual(64);
  }
});
