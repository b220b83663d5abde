import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Rehearsal, RunError, rehearse } from '../../rehearsal';
import { type Block, galleryDocument, synthesized } from '../support/synthesized';
import { withEngines } from './support';

const STACK = 'ohio-tuning';

/** The smallest blueprint, with one thing made wrong. @param name of the stack. @default - its cluster's */
function broken(change: (stack: Block) => void, name = STACK): string {
  const { folder } = synthesized(galleryDocument('small'));
  const file = join(folder, 'stacks', name, 'cdk.tf.json');
  const json = JSON.parse(readFileSync(file, 'utf8'));
  change(json);
  // On one line: where a fault is must not depend on how the file was written.
  writeFileSync(file, JSON.stringify(json));
  return folder;
}

const cluster = (stack: Block): Block => stack.resource.aws_eks_cluster.tuning_cluster;

withEngines('a fault of a construct', (engine) => {
  const run = (change: (stack: Block) => void): Promise<Rehearsal> => rehearse(broken(change), { engine });

  const IN_CLUSTER = { address: 'aws_eks_cluster.tuning_cluster', constructPath: 'ohio-tuning/tuning/Default/cluster' };
  test.each([
    [
      'an unknown argument',
      (c: Block) => {
        c.colour = 'red';
      },
      'validate',
      /extraneous/i,
    ],
    [
      'a missing required argument',
      (c: Block) => {
        delete c.role_arn;
      },
      'validate',
      /missing required/i,
    ],
    [
      'a wrong type',
      (c: Block) => {
        c.enabled_cluster_log_types = { a: 1 };
      },
      'validate',
      /incorrect attribute value type/i,
    ],
    [
      'a missing block',
      (c: Block) => {
        delete c.vpc_config;
      },
      'validate',
      /vpc_config/,
    ],
    [
      'too many blocks',
      (c: Block) => {
        c.vpc_config = [c.vpc_config, c.vpc_config];
      },
      'validate',
      /vpc_config/,
    ],
    [
      'a value for what the provider decides',
      (c: Block) => {
        c.arn = 'mine';
      },
      'validate',
      /unconfigurable/,
    ],
    [
      'a reference to nothing',
      (c: Block) => {
        c.role_arn = '${aws_iam_role.nobody.arn}';
      },
      'validate',
      /undeclared/,
    ],
    [
      'a reference to an unknown attribute',
      (c: Block) => {
        c.role_arn = '${aws_vpc.x.colour}';
      },
      'validate',
      /undeclared/,
    ],
  ])('%s is led back to where it was made', async (_, change, step, words) => {
    const { ok, faults, stacks } = await run((stack) => change(cluster(stack)));
    expect(ok).toBe(false);
    expect(faults).toContainEqual(
      expect.objectContaining({ ...IN_CLUSTER, stack: STACK, step, site: 'ohio', cluster: 'tuning' }),
    );
    expect(faults.map(({ summary, detail }) => `${summary} ${detail}`).join('\n')).toMatch(words);
    expect(stacks.map(({ name, steps }) => [name, steps.length])).toEqual([
      ['ohio', 4],
      [STACK, 1],
    ]);
  });

  test.each([
    [
      'an address range that is none',
      'ohio',
      (s: Block) => {
        s.resource.aws_vpc.ohio_network_vpc.cidr_block = '10.0.0.0/99';
      },
      'validate',
      'aws_vpc.ohio_network_vpc',
      /got "10\.0\.0\.0\/99"; allowed: an IPv4 CIDR block/,
    ],
    [
      'two subnets that overlap',
      'ohio',
      (s: Block) => {
        const [one, other] = Object.values<Block>(s.resource.aws_subnet);
        other.cidr_block = one.cidr_block;
      },
      'plan',
      expect.stringMatching(/^aws_subnet\./),
      /a range apart from .* another subnet of the same network has/,
    ],
    [
      'a zone of another region',
      'ohio',
      (s: Block) => {
        Object.values<Block>(s.resource.aws_subnet)[0].availability_zone = 'us-west-2a';
      },
      'plan',
      expect.stringMatching(/^aws_subnet\./),
      /got "us-west-2a"; allowed: an availability zone of us-east-2/,
    ],
    [
      'an instance type that nobody has',
      STACK,
      (s: Block) => {
        s.resource.aws_launch_template.tuning_pool_workers_template.instance_type = 'p5.colossal';
      },
      'validate',
      'aws_launch_template.tuning_pool_workers_template',
      /got "p5\.colossal"; allowed: p5 has 4xlarge, 48xlarge/,
    ],
    [
      'arguments that exclude each other',
      STACK,
      (s: Block) => {
        s.resource.aws_launch_template.tuning_pool_workers_template.name_prefix = 'two-names';
      },
      'validate',
      'aws_launch_template.tuning_pool_workers_template',
      /got "name", "name_prefix"; allowed: only one of/,
    ],
    [
      'a version that is not played',
      STACK,
      (s: Block) => {
        s.terraform.required_providers.aws.version = '< 2.0.0';
      },
      'validate',
      undefined,
      /got "< 2\.0\.0", which [\d.]+ does not meet/,
    ],
    [
      'a cycle',
      STACK,
      (s: Block) => {
        const [one, other] = Object.keys(s.resource.aws_security_group);
        s.resource.aws_security_group[one!].description = `\${aws_security_group.${other}.id}`;
        s.resource.aws_security_group[other!].description = `\${aws_security_group.${one}.id}`;
      },
      'validate',
      expect.stringMatching(/^aws_security_group\./),
      /cycle/i,
    ],
  ])('%s is refused, with what was got and what is allowed', async (_, stack, change, step, address, words) => {
    const { faults } = await rehearse(broken(change, stack), { engine });
    expect(faults).toContainEqual(expect.objectContaining({ stack, step, address }));
    expect(faults.map(({ summary, detail }) => `${summary} ${detail}`).join('\n')).toMatch(words);
  });

  test('a plan that is never empty is a fault', async () => {
    const { faults } = await run((stack) => {
      const limit = Object.values<Block>(stack.resource.terraform_data)[0];
      limit.input = { now: '${timestamp()}' };
    });
    expect(faults).toEqual([
      expect.objectContaining({
        step: 'plan again',
        summary: 'the plan after the apply is not empty',
        address: expect.stringMatching(/^terraform_data\./),
        constructPath: expect.stringContaining('ohio-tuning/'),
      }),
    ]);
  });

  test('a pool that could scale past its power is refused by the plan, in our words', async () => {
    const { faults } = await run((stack) => {
      stack.resource.aws_eks_node_group.tuning_pool_workers_group.for_each['1'].max = 1000;
    });
    expect(faults).toEqual([
      expect.objectContaining({
        step: 'plan',
        detail: expect.stringMatching(/could scale to \d+ kW, past this cluster's 50 kW/),
        address: expect.stringMatching(/^terraform_data\./),
      }),
    ]);
  });

  test('a type that no schema has is a fault of the block that uses it', async () => {
    const { faults } = await run((stack) => {
      stack.resource.aws_no_such_thing = { f: { '//': { metadata: { path: 'ohio-tuning/tuning/thing' } } } };
    });
    expect(faults).toEqual([
      expect.objectContaining({
        step: 'validate',
        summary: 'no schema is known of aws_no_such_thing',
        detail: expect.stringContaining('npm install @cdktf/provider-aws'),
        address: 'aws_no_such_thing.f',
        constructPath: 'ohio-tuning/tuning/thing',
      }),
    ]);
  });

  test('a stack whose site fails is not reached', async () => {
    const { folder } = synthesized(galleryDocument('small'));
    const file = join(folder, 'stacks/ohio/cdk.tf.json');
    const json = JSON.parse(readFileSync(file, 'utf8'));
    json.resource.aws_vpc.ohio_network_vpc.colour = 'red';
    writeFileSync(file, JSON.stringify(json));
    const { stacks } = await rehearse(folder, { engine });
    expect(stacks.map(({ steps }) => steps.length)).toEqual([1, 0]);
  });

  test.each([
    [
      'a provisioner',
      (s: Block) => {
        cluster(s).provisioner = [{ 'local-exec': { command: 'touch /tmp/x' } }];
      },
      /provisioner, which would run for real/,
    ],
    [
      'a module',
      (s: Block) => {
        s.module = { far: { source: 'example/far' } };
      },
      /cdk\.tf\.json:1: module far comes from "example\/far", which an engine would fetch/,
    ],
    [
      'a provider of which there is no schema',
      (s: Block) => {
        s.terraform.required_providers.http = { source: 'http' };
      },
      /provider hashicorp\/http, of which no schema/,
    ],
    [
      'a state of which nothing is known',
      (s: Block) => {
        Object.values<Block>(s.data.terraform_remote_state)[0].config = { path: '/else' };
      },
      /belongs to no stack/,
    ],
  ])('%s is refused before anything runs', async (_, change, words) => {
    const refused = run(change);
    await expect(refused).rejects.toThrow(RunError);
    await expect(refused).rejects.toThrow(words);
  });
});
