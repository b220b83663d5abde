import type { ProviderSchema } from '../../rehearsal/host/schema';
import { SimulatedProvider } from '../../rehearsal/host/simulated-provider';
import { readValue, UNKNOWN, Unknown, type Value, writeValue } from '../../rehearsal/host/values';
import { shippedSchema } from '../../rehearsal/schemas';

interface Answer {
  readonly planned_state: { readonly msgpack: Uint8Array };
  readonly new_state: { readonly msgpack: Uint8Array };
  readonly state: { readonly msgpack: Uint8Array };
  readonly requires_replace: { readonly steps: { readonly attribute_name: string }[] }[];
  readonly diagnostics: { readonly summary: string; readonly attribute: { readonly steps: object[] } }[];
}

const odd: ProviderSchema = {
  provider: 'odd',
  source: 'example/odd',
  version: '1.0.0',
  configuration: {},
  dataSources: {},
  resources: {
    odd_thing: {
      version: 3,
      attributes: {
        id: { type: 'string', computed: true },
        serial: { type: 'number', optional: true },
        secret: { type: 'string', optional: true, writeOnly: true },
        anything: { type: 'dynamic', optional: true },
        rules: { type: ['set', ['object', { port: 'number' }]], optional: true, computed: true },
        parts: { type: ['list', ['object', { names: ['list', 'string'] }]], computed: true },
        disks: {
          nested: {
            nesting: 'list',
            attributes: { size: { type: 'number', optional: true }, path: { type: 'string', computed: true } },
          },
          optional: true,
        },
      },
      blocks: {
        port: {
          nesting: 'set',
          attributes: { number: { type: 'number', required: true }, address: { type: 'string', computed: true } },
        },
        label: {
          nesting: 'map',
          attributes: { text: { type: 'string', optional: true }, slug: { type: 'string', computed: true } },
        },
      },
    },
  },
};

const config = {
  id: null,
  serial: 9_007_199_254_740_993n,
  secret: 's3cret',
  anything: [Buffer.from('"string"'), 'free'],
  rules: null,
  parts: null,
  disks: [{ size: 1.5, path: null }],
  port: [{ number: 443, address: null }],
  label: { one: { text: 'x', slug: null } },
};

function plan(
  provider: SimulatedProvider,
  type: string,
  proposed: Value,
  prior: Value = null,
  given = proposed,
): Answer {
  return provider.PlanResourceChange({
    type_name: type,
    config: writeValue(given),
    proposed_new_state: writeValue(proposed),
    prior_state: writeValue(prior),
  }) as Answer;
}

function apply(provider: SimulatedProvider, type: string, planned: Value): { [name: string]: Value } {
  const answer = provider.ApplyResourceChange({ type_name: type, planned_state: writeValue(planned) }) as Answer;
  return readValue(answer.new_state) as { [name: string]: Value };
}

describe('a plan', () => {
  const planned = readValue(plan(new SimulatedProvider(odd), 'odd_thing', config).planned_state);

  test('leaves unknown what the provider decides, at any depth, and keeps the rest to the last digit', () => {
    expect(planned).toEqual({
      ...config,
      id: UNKNOWN,
      secret: null,
      anything: [new Uint8Array(Buffer.from('"string"')), 'free'],
      rules: UNKNOWN,
      parts: UNKNOWN,
      disks: [{ size: 1.5, path: UNKNOWN }],
      port: [{ number: 443, address: UNKNOWN }],
      label: { one: { text: 'x', slug: UNKNOWN } },
    });
  });

  test('of what exists changes nothing that was decided', () => {
    const provider = new SimulatedProvider(odd);
    const state = apply(provider, 'odd_thing', planned);
    expect(readValue(plan(provider, 'odd_thing', state, state, config).planned_state)).toEqual(state);
  });

  test('of a removal is empty', () => {
    expect(readValue(plan(new SimulatedProvider(odd), 'odd_thing', null, config).planned_state)).toBeNull();
  });

  test('keeps what is known about an unknown value', () => {
    const refined = new Unknown(12, Uint8Array.of(0x81, 0x01, 0xc2));
    const answer = plan(new SimulatedProvider(odd), 'odd_thing', { ...config, serial: refined });
    expect((readValue(answer.planned_state) as { serial: Value }).serial).toEqual(refined);
  });
});

describe('an apply', () => {
  const planned = readValue(plan(new SimulatedProvider(odd), 'odd_thing', config).planned_state);

  test('decides everything: what only the provider gives has an item, what could have been given has none', () => {
    expect(apply(new SimulatedProvider(odd), 'odd_thing', planned)).toEqual({
      ...config,
      id: expect.stringMatching(/^0[0-9a-f]{16}$/),
      secret: null,
      anything: expect.anything(),
      rules: [],
      parts: [{ names: [expect.any(String)] }],
      disks: [{ size: 1.5, path: expect.any(String) }],
      port: [{ number: 443, address: expect.any(String) }],
      label: { one: { text: 'x', slug: expect.any(String) } },
    });
  });

  test('says the same of the same object in every run, and tells two alike apart', () => {
    const [one, other] = [new SimulatedProvider(odd), new SimulatedProvider(odd)];
    const first = apply(one, 'odd_thing', planned);
    expect(apply(other, 'odd_thing', planned)).toEqual(first);
    expect(apply(one, 'odd_thing', planned)['id']).not.toBe(first['id']);
  });
});

describe('the AWS provider', () => {
  const aws = (): SimulatedProvider => {
    const provider = new SimulatedProvider(shippedSchema('aws')!);
    const tags = [{ tags: { owner: 'platform', stage: 'test' } }];
    provider.ConfigureProvider({ config: writeValue({ region: 'us-gov-west-1', default_tags: tags }) });
    return provider;
  };
  const role = { name: 'pilot', path: '/teams/', tags: { stage: 'live' } };

  test('gives ids and ARNs of their own shape, the region, and all tags', () => {
    const provider = aws();
    const planned = readValue(plan(provider, 'aws_iam_role', role).planned_state) as { tags_all: Value };
    expect(planned.tags_all).toEqual({ owner: 'platform', stage: 'live' });
    expect(apply(provider, 'aws_iam_role', planned)).toMatchObject({
      id: 'pilot',
      arn: 'arn:aws-us-gov:iam::123456789012:role/teams/pilot',
    });
    const vpc = readValue(plan(provider, 'aws_vpc', { cidr_block: '10.0.0.0/16' }).planned_state);
    expect(apply(provider, 'aws_vpc', vpc)).toMatchObject({
      id: expect.stringMatching(/^vpc-0[0-9a-f]{16}$/),
      arn: expect.stringMatching(/^arn:aws-us-gov:ec2:us-gov-west-1:123456789012:vpc\/vpc-0[0-9a-f]{16}$/),
      region: 'us-gov-west-1',
    });
  });

  test('replaces what cannot be changed', () => {
    const provider = aws();
    const state = apply(provider, 'aws_iam_role', readValue(plan(provider, 'aws_iam_role', role).planned_state));
    const renamed = plan(provider, 'aws_iam_role', { ...state, name: 'other' }, state);
    expect(renamed.requires_replace).toEqual([{ steps: [{ attribute_name: 'name' }] }]);
    expect(plan(provider, 'aws_iam_role', { ...state, description: 'new' }, state).requires_replace).toEqual([]);
  });

  test('refuses a value for what it decides itself, and says where', () => {
    const { diagnostics } = aws().ValidateResourceConfig({
      type_name: 'aws_vpc',
      config: writeValue({ arn: 'mine' }),
    }) as Answer;
    expect(diagnostics).toEqual([
      expect.objectContaining({
        summary: 'Value for unconfigurable attribute',
        attribute: { steps: [{ attribute_name: 'arn' }] },
      }),
    ]);
  });

  test('is held to the account that it may use', () => {
    const provider = new SimulatedProvider(shippedSchema('aws')!);
    provider.ConfigureProvider({ config: writeValue({ region: 'eu-north-1', allowed_account_ids: ['210987654321'] }) });
    const { state } = provider.ReadDataSource({ type_name: 'aws_caller_identity', config: writeValue({}) }) as Answer;
    expect(readValue(state)).toMatchObject({ account_id: '210987654321' });
  });
});
