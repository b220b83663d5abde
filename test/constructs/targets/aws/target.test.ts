import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformStack, Testing } from 'cdktf';
import { Construct } from 'constructs';
import { AwsSite, target } from '../../../../constructs/targets/aws';
import { physicalName } from '../../../../constructs/targets/aws/names';
import { addPool, makeWorld, poolDesign, synth, TAGS } from './samples';

describe('the provider', () => {
  const request = { region: 'us-east-1', account: '012345678901', tags: TAGS };

  test('is made once a stack, for the account and with the tags', () => {
    const stack = new TerraformStack(Testing.app(), 'site');
    target.configureProvider(new Construct(stack, 'a'), request);
    target.configureProvider(new Construct(stack, 'b'), request);
    expect(synth(stack).json.provider.aws).toEqual([
      { region: 'us-east-1', allowed_account_ids: ['012345678901'], default_tags: [{ tags: TAGS }] },
    ]);
  });

  test('of the program’s own is left alone, wherever it stands', () => {
    const stack = new TerraformStack(Testing.app(), 'site');
    new AwsProvider(new Construct(stack, 'mine'), 'provider', { region: 'eu-west-1' });
    target.configureProvider(stack, request);
    expect(synth(stack).json.provider.aws).toEqual([{ region: 'eu-west-1' }]);
  });
});

describe('physical names', () => {
  test('that fit are kept', () => {
    expect(physicalName('demo', 64, '-node')).toBe('demo-node');
  });

  test('that do not are cut, keep their ending, and stay apart', () => {
    const first = physicalName(`${'a'.repeat(90)}1`, 64, '-node');
    const second = physicalName(`${'a'.repeat(90)}2`, 64, '-node');
    expect(first).toHaveLength(64);
    expect(first).toMatch(/-[0-9a-f]{6}-node$/);
    expect(second).not.toBe(first);
    expect(physicalName(`${'a'.repeat(90)}1`, 64, '-node')).toBe(first);
  });
});

test('another target’s site is refused', () => {
  expect(() => AwsSite.of({ network: { networkId: 'x' } })).toThrow(/site was not made by the target "aws"/);
});

test('an account that never scaled is told what to do, before KMS refuses the key', () => {
  const key = synth(makeWorld().siteStack).all('aws_kms_key');
  const [precondition] = Object.values(key).find((each) => each.lifecycle !== undefined).lifecycle.precondition;
  expect(precondition.error_message).toContain('create-service-linked-role');
});

test('ids are a contract: what a pool and its cluster are made of does not rename', () => {
  const world = makeWorld({
    usesParallelFileSystem: true,
    usesObjectStore: true,
    site: { administrators: ['arn:aws:iam::012345678901:role/a'] },
  });
  addPool(world, poolDesign());
  const ids = (construct: Construct): string[] =>
    construct.node.children
      .map((child) => child.node.id)
      .filter((id) => !id.startsWith('cross-stack'))
      .sort();
  const child = (stack: TerraformStack, id: string) => stack.node.findChild(id) as Construct;
  expect(ids(child(world.siteStack, 'network'))).toEqual([
    'caller',
    'default-closed',
    'endpoint',
    'endpoint-s3',
    'endpoints',
    'endpoints-in-1',
    'flow',
    'flow-key',
    'flow-key-alias',
    'flow-logs',
    'flow-policy',
    'flow-role',
    'partition',
    'route-endpoints-a',
    'route-endpoints-b',
    'route-endpoints-c',
    'route-fabric-1',
    'route-fabric-b',
    'route-fabric-c',
    'route-storage',
    'route-system-a',
    'route-system-b',
    'route-system-c',
    'routes',
    'subnet-endpoints-a',
    'subnet-endpoints-b',
    'subnet-endpoints-c',
    'subnet-fabric-1',
    'subnet-fabric-b',
    'subnet-fabric-c',
    'subnet-storage',
    'subnet-system-a',
    'subnet-system-b',
    'subnet-system-c',
    'vpc',
    'zones',
  ]);
  expect(ids(child(world.siteStack, 'site'))).toEqual([
    'caller',
    'key',
    'key-alias',
    'metrics',
    'metrics-logs',
    'partition',
    'scaling-roles',
    'storage-clients',
  ]);
  expect(ids(child(world.clusterStack, 'frontier'))).toEqual([
    'addon-aws-ebs-csi-driver',
    'addon-aws-fsx-csi-driver',
    'addon-aws-mountpoint-s3-csi-driver',
    'addon-coredns',
    'addon-eks-node-monitoring-agent',
    'addon-eks-pod-identity-agent',
    'addon-kube-proxy',
    'addon-vpc-cni',
    'administrator',
    'administrator-policy',
    'api',
    'api-in',
    'cluster',
    'cni-role',
    'cni-role-amazonekscnipolicy',
    'ebs-role',
    'ebs-role-amazonebscsidriverpolicy',
    'ebs-role-own',
    'fsx-role',
    'fsx-role-own',
    'logs',
    'node-role',
    'node-role-amazonec2containerregistrypullonly',
    'node-role-amazoneksworkernodepolicy',
    'node-role-amazonssmmanagedinstancecore',
    'partition',
    'role',
    'role-amazoneksclusterpolicy',
    'role-own',
    'scraper',
    'system',
    'system-template',
  ]);
  expect(ids(child(world.clusterStack, 'workers'))).toEqual(['fabric', 'group', 'group-tag', 'template']);
  expect(ids(child(world.clusterStack, 'workers').node.findChild('fabric') as Construct)).toEqual([
    'efa',
    'efa-in',
    'efa-out',
    'placement',
  ]);
});

test('each part marks its main resource, for overrides', () => {
  const world = makeWorld();
  addPool(world, poolDesign());
  const main = (stack: TerraformStack, id: string) =>
    (stack.node.findChild(id).node.defaultChild as unknown as { terraformResourceType: string }).terraformResourceType;
  expect(main(world.siteStack, 'network')).toBe('aws_vpc');
  expect(main(world.siteStack, 'site')).toBe('aws_kms_key');
  expect(main(world.clusterStack, 'frontier')).toBe('aws_eks_cluster');
  expect(main(world.clusterStack, 'workers')).toBe('aws_eks_node_group');
});

test('no dependency crosses stacks', () => {
  const world = makeWorld();
  addPool(world, poolDesign());
  const { json } = synth(world.clusterStack);
  const own = new Set(
    Object.entries(json.resource as object).flatMap(([type, each]) => Object.keys(each).map((id) => `${type}.${id}`)),
  );
  const named = Object.values(json.resource as { [type: string]: { [id: string]: { depends_on?: string[] } } })
    .flatMap((each) => Object.values(each))
    .flatMap((resource) => resource.depends_on ?? []);
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((id) => !own.has(id))).toEqual([]);
});

test('what the cluster takes from the site comes by remote state, and nothing dangles', () => {
  const world = makeWorld();
  addPool(world, poolDesign());
  world.app.synth();
  const stacks = [world.siteStack, world.clusterStack].map((stack) => synth(stack));
  for (const { json, text } of stacks) {
    const known = Object.entries((json.resource ?? {}) as object).flatMap(([type, each]) =>
      Object.keys(each).map((id) => `${type}.${id}`),
    );
    const data = Object.entries((json.data ?? {}) as object).flatMap(([type, each]) =>
      Object.keys(each).map((id) => `data.${type}.${id}`),
    );
    const references = [...new Set(text.match(/\b(data\.)?(aws|terraform)_\w+\.[A-Za-z][\w-]+(?=[.[])/g))];
    expect(references.length).toBeGreaterThan(10);
    expect(references.filter((reference) => ![...known, ...data].includes(reference))).toEqual([]);
  }
  expect(stacks[1]!.text).toContain('data.terraform_remote_state');
});

test('the same designs give the same bytes', () => {
  const once = () => {
    const world = makeWorld();
    addPool(world, poolDesign());
    return [synth(world.siteStack).text, synth(world.clusterStack).text];
  };
  expect(once()).toEqual(once());
});
