import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import { Action, Verdict } from '../../review';
import { StatefulTypes } from '../../review/guard/stateful-types';
import schema from '../../review/review.schema.json';
import { ROOT } from '../cli/wattform';
import { reviewOf, stackOf, update } from './plans';

const validate = new Ajv({ allErrors: true }).compile(schema);

function replaced(address: string, path: string): object {
  return {
    address,
    change: { actions: ['delete', 'create'], before: { [path]: 'a' }, after: { [path]: 'b' }, replace_paths: [[path]] },
  };
}

function block(address: string, reads: { [attribute: string]: string[] }) {
  const [type = '', name = ''] = address.split('.');
  const expressions = Object.fromEntries(
    Object.entries(reads).map(([attribute, references]) => [attribute, { references }]),
  );
  return { address, mode: 'managed', type, name, expressions };
}

describe('guard', () => {
  const lost = stackOf([
    { address: 'aws_s3_bucket.data["a.b"]', change: { actions: ['delete'], before: {} } },
    { address: 'netbox_rack.r1', change: { actions: ['create', 'delete'], before: {}, after: {} } },
    { address: 'aws_iam_role.r', change: { actions: ['delete'], before: {} } },
    { address: 'acme_vault.v', change: { actions: ['delete'], before: {} } },
  ]);

  test('stops what holds something, and says of what nobody knows it', () => {
    const { guard, verdict } = reviewOf([lost]);
    expect(verdict).toBe(Verdict.GUARDED);
    expect(guard.losses.map(({ address }) => address)).toEqual(['aws_s3_bucket.data["a.b"]', 'netbox_rack.r1']);
    expect(guard.unknownTypes).toEqual(['acme_vault']);
  });

  test.each([
    [['aws_s3_bucket.data["a.b"]', 'net/netbox_rack.r1'], true],
    [['*'], true],
    [['net/*'], true],
    [['aws_s3_bucket.*'], false],
    [['aws_s3_bucket.data["aXb"]', 'netbox_rack.*'], false],
    [['netbox_rack.r', 'aws_s3_bucket.data'], false],
  ])('%j lets it pass: %p', (allow, passes) => {
    expect(reviewOf([lost], allow).guard.passed).toBe(passes);
  });

  test('knows every type that wattform makes', () => {
    const types = StatefulTypes.builtIn();
    const schemas = readdirSync(join(ROOT, 'rehearsal/schemas')).filter((file) => file.endsWith('.json'));
    const made = schemas.flatMap((file) =>
      Object.keys(
        (JSON.parse(readFileSync(join(ROOT, 'rehearsal/schemas', file), 'utf8')) as { resources: object }).resources,
      ),
    );
    expect(made.length).toBeGreaterThan(90);
    expect(made.filter((type) => !types.knows(type))).toEqual([]);
  });

  test('forgetting keeps the object', () => {
    const { guard, counts } = reviewOf([
      stackOf([{ address: 'aws_s3_bucket.data', change: { actions: ['forget'], before: {} } }]),
    ]);
    expect(guard.losses).toEqual([]);
    expect(counts.forget).toBe(1);
  });
});

describe('causes and dependents', () => {
  const net = stackOf([replaced('aws_vpc.main', 'cidr_block'), replaced('aws_subnet.a', 'vpc_id')], {
    name: 'net',
    plan: {
      configuration: {
        root_module: {
          resources: [
            block('aws_vpc.main', {}),
            block('aws_subnet.a', { vpc_id: ['aws_vpc.main.id', 'aws_vpc.main'] }),
          ],
          outputs: { subnet: { expression: { references: ['aws_subnet.a.id', 'aws_subnet.a'] } } },
        },
      },
    },
  });
  const app = stackOf([replaced('aws_instance.web', 'subnet_id')], {
    name: 'app',
    readStates: new Map([['data.terraform_remote_state.net', 'net']]),
    plan: {
      configuration: {
        root_module: {
          resources: [
            block('aws_instance.web', {
              subnet_id: [
                'data.terraform_remote_state.net.outputs.subnet',
                'data.terraform_remote_state.net.outputs',
                'data.terraform_remote_state.net',
              ],
            }),
          ],
        },
      },
    },
  });

  test('lead through other stacks back to the first', () => {
    const review = reviewOf([net, app]);
    expect(review.cascades).toHaveLength(1);
    expect(review.cascades[0]!.cause).toMatchObject({
      stack: 'net',
      address: 'aws_vpc.main',
      forcedBy: ['cidr_block'],
    });
    expect(review.cascades[0]!.followers).toHaveLength(2);
    const vpc = review.changes.find(({ address }) => address === 'aws_vpc.main')!;
    expect(vpc.dependents).toMatchObject({
      count: 2,
      stacks: ['app', 'net'],
      nearest: [{ address: 'aws_subnet.a' }, { stack: 'app', address: 'aws_instance.web' }],
      types: { aws_instance: 1, aws_subnet: 1 },
    });
  });

  test('lead through modules and variables', () => {
    const inner = {
      resources: [block('aws_subnet.a', { vpc_id: ['var.vpc'] })],
      outputs: { id: { expression: { references: ['aws_subnet.a.id'] } } },
    };
    const stack = stackOf(
      [
        replaced('aws_vpc.main', 'cidr_block'),
        { ...replaced('module.m["x"].aws_subnet.a[0]', 'vpc_id'), type: 'aws_subnet' },
        replaced('aws_instance.web', 'subnet_id'),
      ],
      {
        plan: {
          configuration: {
            root_module: {
              resources: [
                block('aws_vpc.main', {}),
                block('aws_instance.web', { subnet_id: ['module.m["x"].id', 'module.m["x"]', 'module.m'] }),
              ],
              module_calls: { m: { expressions: { vpc: { references: ['aws_vpc.main.id'] } }, module: inner } },
            },
          },
        },
      },
    );
    const review = reviewOf([stack]);
    expect(review.cascades.map(({ cause, followers }) => [cause?.address, followers.length])).toEqual([
      ['aws_vpc.main', 2],
    ]);
  });

  test('a loop of references ends', () => {
    const stack = stackOf([replaced('aws_a.a', 'x'), replaced('aws_b.b', 'x')], {
      plan: {
        configuration: {
          root_module: { resources: [block('aws_a.a', { x: ['aws_b.b'] }), block('aws_b.b', { x: ['aws_a.a'] })] },
        },
      },
    });
    expect(reviewOf([stack]).changes).toHaveLength(2);
  });
});

describe('verdicts', () => {
  test('a stack that was not planned is never passed over', () => {
    const { verdict, troubles } = reviewOf([{ ...stackOf([]), plan: undefined }]);
    expect(verdict).toBe(Verdict.INCOMPLETE);
    expect(troubles).toHaveLength(1);
  });

  test('prevent_destroy is told', () => {
    const review = reviewOf([
      stackOf([replaced('aws_vpc.main', 'cidr_block')], { protectedAddresses: ['aws_vpc.main'] }),
    ]);
    expect(review.changes[0]!.prevented).toBe(true);
  });

  test('moves, imports and updates of what moved are told apart', () => {
    const { counts, changes } = reviewOf([
      stackOf([
        { address: 'aws_vpc.b', previous_address: 'aws_vpc.a', change: { actions: ['no-op'], before: {}, after: {} } },
        {
          address: 'aws_vpc.d',
          previous_address: 'aws_vpc.c',
          change: { actions: ['update'], before: { x: 1 }, after: { x: 2 } },
        },
        { address: 'aws_vpc.e', change: { actions: ['no-op'], importing: { id: 'vpc-1' } } },
        { address: 'aws_vpc.f', change: { actions: ['no-op'] } },
      ]),
    ]);
    expect(counts).toMatchObject({ move: 1, update: 1, import: 1 });
    expect(changes.find(({ action }) => action === Action.UPDATE)).toMatchObject({ previousAddress: 'aws_vpc.c' });
  });

  test('512 alike are one group', () => {
    const changes = Array.from({ length: 512 }, (_, index) => ({
      ...update({ size: 1 }, { size: 2 }),
      address: `aws_vpc.v[${index}]`,
    }));
    const { groups } = reviewOf([stackOf(changes)]);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ values: [{ path: 'size', before: 1, after: 2 }] });
    expect(groups[0]!.members).toHaveLength(512);
  });

  test('what was reviewed is of the published form', () => {
    const review = reviewOf([
      stackOf([
        replaced('aws_s3_bucket.a', 'bucket'),
        update({ a: 1 }, { a: 2 }),
        { address: 'aws_vpc.n', change: { actions: ['create'], after: {} } },
      ]),
    ]);
    validate(review);
    expect(validate.errors).toBeNull();
  });
});
