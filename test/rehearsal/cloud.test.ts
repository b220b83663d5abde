import { Cloud } from '../../rehearsal/host/cloud';
import { type Request, SimulatedProvider } from '../../rehearsal/host/simulated-provider';
import { isObject, type ObjectValue, readValue, type Value, writeValue } from '../../rehearsal/host/values';
import { shippedSchema } from '../../rehearsal/schemas';

interface Answer {
  readonly planned_state: Parameters<typeof readValue>[0];
  readonly new_state: Parameters<typeof readValue>[0];
  readonly private?: Uint8Array;
  readonly diagnostics?: { readonly summary: string }[];
  readonly imported_resources: { readonly state: Parameters<typeof readValue>[0]; readonly private?: Uint8Array }[];
}

/** An AWS provider, or another, of a stack. */
function provider(cloud: Cloud, configuration: ObjectValue = { region: 'us-east-2' }, worker = 'stack', name = 'aws') {
  const played = new SimulatedProvider(shippedSchema(name)!, { cloud, worker });
  played.ConfigureProvider({ config: writeValue(configuration) });
  return played;
}

function apply(
  played: SimulatedProvider,
  type: string,
  config: Value,
  prior: Value = null,
  more: Request = {},
): Answer {
  const { planned_state } = played.PlanResourceChange({
    type_name: type,
    config: writeValue(config),
    proposed_new_state: writeValue(isObject(config) && isObject(prior) ? { ...prior, ...config } : config),
    prior_state: writeValue(prior),
  }) as Answer;
  return played.ApplyResourceChange({
    type_name: type,
    planned_state,
    prior_state: writeValue(prior),
    ...more,
  }) as Answer;
}

function made(played: SimulatedProvider, type: string, config: Value): ObjectValue {
  const answer = apply(played, type, config);
  expect(answer.diagnostics).toBeUndefined();
  return readValue(answer.new_state) as ObjectValue;
}

const role = { name: 'nodes', assume_role_policy: '{}', tags: { stage: 'test' } };

test('the cloud outlives its providers, and says what was done in it', () => {
  const cloud = new Cloud();
  const state = made(provider(cloud), 'aws_iam_role', role);
  const later = provider(cloud);
  const changed = apply(later, 'aws_iam_role', { ...role, description: 'of all nodes' }, state);
  expect(cloud.objects('aws_iam_role').map(({ state: each }) => each['description'])).toEqual(['of all nodes']);
  apply(later, 'aws_iam_role', null, readValue(changed.new_state));
  expect(cloud.objects()).toEqual([]);
  expect(cloud.created()).toBe(1);
  expect(cloud.log.map(({ action, id }) => [action, id])).toEqual([
    ['create', 'nodes'],
    ['update', 'nodes'],
    ['delete', 'nodes'],
  ]);
});

test('a read tells what the cloud has: a change shows, what is gone is gone, what was never known is as it was', () => {
  const cloud = new Cloud();
  const aws = provider(cloud);
  const state = made(aws, 'aws_iam_role', role);
  const read = (object: ObjectValue): Value => {
    const answer = aws.ReadResource({ type_name: 'aws_iam_role', current_state: writeValue(object) }) as Answer;
    return readValue(answer.new_state);
  };
  expect(read(state)).toEqual(state);
  const [object] = cloud.objects();
  cloud.put({ ...object!, state: { ...state, tags: {} } }, 'drift');
  expect(read(state)).toMatchObject({ tags: {} });
  cloud.remove(object!, 'drift');
  expect(read(state)).toBeNull();
  expect(read({ ...state, id: 'elsewhere' })).toMatchObject({ id: 'elsewhere' });
});

test('an import gives the whole object with what the provider keeps beside it; of nothing, it gives nothing', () => {
  const cloud = new Cloud();
  const aws = provider(cloud);
  const kept = Buffer.from('{"timeouts":1}');
  const state = readValue(apply(aws, 'aws_iam_role', role, null, { planned_private: kept }).new_state);
  const imported = (id: string) => {
    const answer = aws.ImportResourceState({ type_name: 'aws_iam_role', id }) as Answer;
    return answer.imported_resources[0]!;
  };
  expect(readValue(imported('nodes').state)).toEqual(state);
  expect(imported('nodes').private).toEqual(kept);
  const nothing = imported('nobody');
  const read = aws.ReadResource({
    type_name: 'aws_iam_role',
    current_state: nothing.state,
    private: nothing.private,
  }) as Answer;
  expect(readValue(read.new_state)).toBeNull();
});

describe('a name that is taken', () => {
  const taken = (played: SimulatedProvider, type: string, config: ObjectValue): string | undefined =>
    apply(played, type, config).diagnostics?.[0]?.summary;

  test.each([
    ['aws_iam_role', role, /EntityAlreadyExists: Role with name nodes already exists/],
    ['aws_eks_cluster', { name: 'c', role_arn: 'r' }, /ResourceInUseException: Cluster already exists with name: c/],
    ['aws_launch_template', { name: 'lt' }, /Launch template name already in use/],
    ['aws_security_group', { name: 'sg', vpc_id: 'vpc-1' }, /security group 'sg' already exists for VPC 'vpc-1'/],
    ['aws_s3_bucket', { bucket: 'data' }, /BucketAlreadyOwnedByYou/],
  ])('%s is refused in the words of AWS', (type, config, words) => {
    const cloud = new Cloud();
    made(provider(cloud), type, config);
    expect(taken(provider(cloud, { region: 'us-east-2' }, 'other'), type, config)).toMatch(words);
    expect(cloud.created()).toBe(1);
    expect(cloud.log.at(-1)).toMatchObject({ action: 'create', refused: expect.stringMatching(words) });
  });

  test('is free again once its holder is gone', () => {
    const cloud = new Cloud();
    const aws = provider(cloud);
    apply(aws, 'aws_iam_role', null, made(aws, 'aws_iam_role', role));
    expect(taken(aws, 'aws_iam_role', role)).toBeUndefined();
  });

  test('is free in another account, in another region, and for what the cloud names', () => {
    const cloud = new Cloud();
    const config = { name: 'c', role_arn: 'r' };
    made(provider(cloud), 'aws_eks_cluster', config);
    const places: ObjectValue[] = [
      { region: 'us-west-2' },
      { region: 'us-east-2', allowed_account_ids: ['210987654321'] },
    ];
    for (const place of places) {
      expect(taken(provider(cloud, place), 'aws_eks_cluster', config)).toBeUndefined();
    }
    const aws = provider(cloud);
    made(aws, 'aws_launch_template', { name: null, name_prefix: 'lt-' });
    expect(taken(aws, 'aws_launch_template', { name: null, name_prefix: 'lt-' })).toBeUndefined();
  });

  test('does not keep a policy from being attached again', () => {
    const cloud = new Cloud();
    const attachment = { role: 'nodes', policy_arn: 'arn:aws:iam::aws:policy/P' };
    made(provider(cloud), 'aws_iam_role_policy_attachment', attachment);
    expect(taken(provider(cloud), 'aws_iam_role_policy_attachment', attachment)).toBeUndefined();
    expect(cloud.created()).toBe(1);
  });

  test('is the id of the resource on Azure, and it has to be imported', () => {
    const cloud = new Cloud();
    const azure = (): SimulatedProvider => provider(cloud, { subscription_id: 's' }, 'stack', 'azurerm');
    const group = { name: 'rg', location: 'swedencentral' };
    made(azure(), 'azurerm_resource_group', group);
    expect(taken(azure(), 'azurerm_resource_group', group)).toMatch(
      /the ID "\/subscriptions\/s\/resourceGroups\/rg" already exists - to be managed via Terraform .* "azurerm_resource_group"/,
    );
  });
});

test('what two stacks build with the same arguments is told apart, and always in the same way', () => {
  const ids = () => {
    const cloud = new Cloud();
    return ['one', 'two'].map(
      (stack) => made(provider(cloud, {}, stack), 'aws_vpc', { cidr_block: '10.0.0.0/16' })['id'],
    );
  };
  expect(new Set(ids()).size).toBe(2);
  expect(ids()).toEqual(ids());
});
