import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EngineRun, findEngine, privateEnvironment, runEngine } from '../../engine';
import { hostProviders } from '../../rehearsal/host/host';
import { schemaFor } from '../../rehearsal/schemas';
import { temporaryFolder } from '../support/synthesized';
import { withEngines } from './support';

/** Types of AWS that no construct uses: what a partner's own stack may hold. */
const configuration = {
  terraform: { required_providers: { aws: { source: 'hashicorp/aws' } } },
  provider: { aws: { region: 'us-east-2', default_tags: [{ tags: { team: 'partners' } }] } },
  data: {
    aws_ami: { latest: { most_recent: true, owners: ['amazon'], filter: [{ name: 'name', values: ['al2023-*'] }] } },
  },
  resource: {
    aws_sqs_queue: {
      jobs: {
        name: 'jobs',
        redrive_policy: '${jsonencode({ deadLetterTargetArn = aws_sqs_queue.dead.arn, maxReceiveCount = 4 })}',
      },
      dead: { name_prefix: 'dead-', timeouts: { create: '5m' } },
    },
    aws_dynamodb_table: {
      runs: {
        name: 'runs',
        billing_mode: 'PAY_PER_REQUEST',
        hash_key: 'run',
        attribute: [
          { name: 'run', type: 'S' },
          { name: 'site', type: 'S' },
        ],
        global_secondary_index: [{ name: 'by-site', hash_key: 'site', projection_type: 'ALL' }],
        ttl: [{ attribute_name: 'ends', enabled: true }],
        replica: [{ region_name: 'us-west-2' }],
      },
    },
    aws_lambda_function: {
      watch: {
        function_name: 'watch-${data.aws_ami.latest.architecture}',
        role: 'arn:aws:iam::123456789012:role/watch',
        package_type: 'Image',
        image_uri: 'example.invalid/watch:1',
        environment: [{ variables: { TABLE: '${aws_dynamodb_table.runs.name}', QUEUE: '${aws_sqs_queue.jobs.url}' } }],
        vpc_config: [{ subnet_ids: ['subnet-1'], security_group_ids: ['${aws_security_group.inline.id}'] }],
      },
    },
    aws_security_group: {
      inline: {
        name: 'inline',
        ingress: [
          {
            description: 'https',
            from_port: 443,
            to_port: 443,
            protocol: 'tcp',
            cidr_blocks: ['10.0.0.0/8'],
            ipv6_cidr_blocks: [],
            prefix_list_ids: [],
            security_groups: [],
            self: false,
          },
        ],
      },
    },
    aws_wafv2_rule_group: {
      rules: {
        name: 'rules',
        scope: 'REGIONAL',
        capacity: 2,
        rule: [
          {
            name: 'here',
            priority: 1,
            action: { allow: {} },
            statement: { geo_match_statement: { country_codes: ['US'] } },
            visibility_config: {
              cloudwatch_metrics_enabled: false,
              metric_name: 'here',
              sampled_requests_enabled: false,
            },
          },
        ],
        visibility_config: { cloudwatch_metrics_enabled: false, metric_name: 'rules', sampled_requests_enabled: false },
      },
    },
  },
  output: {
    network: { value: '${aws_lambda_function.watch.vpc_config[0].vpc_id}' },
    image: { value: '${data.aws_ami.latest.id}' },
    disk: { value: '${[for each in data.aws_ami.latest.block_device_mappings : each.device_name]}' },
  },
};

withEngines('types of which no schema ships', (engine) => {
  const used = { resources: Object.keys(configuration.resource), dataSources: Object.keys(configuration.data) };
  const { schema, unknown, rebuilt } = schemaFor('hashicorp/aws', used, [__dirname]);

  async function running<Result>(
    written: object,
    use: (run: (...words: string[]) => Promise<EngineRun>) => Promise<Result>,
  ): Promise<Result> {
    const work = temporaryFolder();
    const home = join(work, 'stack');
    mkdirSync(home);
    writeFileSync(join(home, 'main.tf.json'), JSON.stringify(written, null, 2));
    const host = await hostProviders([schema!], work);
    const environment = { ...privateEnvironment(work), TF_REATTACH_PROVIDERS: host.reattach };
    try {
      return await use((...words) => runEngine(findEngine(engine), words, home, environment));
    } finally {
      host.close();
    }
  }

  test('are planned, applied, planned again without a change, and destroyed', async () => {
    expect(unknown).toEqual([]);
    expect(rebuilt).toEqual([
      'aws_sqs_queue',
      'aws_dynamodb_table',
      'aws_lambda_function',
      'aws_wafv2_rule_group',
      'aws_ami',
    ]);
    await running(configuration, async (run) => {
      for (const words of [['validate'], ['apply', '-auto-approve'], ['plan', '-detailed-exitcode']]) {
        expect(await run(...words, '-json')).toMatchObject({ code: 0 });
      }
      const { values } = JSON.parse((await run('show', '-json')).stdout);
      const queue = values.root_module.resources.find(
        ({ address }: { address: string }) => address === 'aws_sqs_queue.jobs',
      ).values;
      expect(queue).toMatchObject({ name: 'jobs', region: 'us-east-2', tags_all: { team: 'partners' } });
      expect(values.outputs.network.value).toEqual(expect.any(String));
      expect(await run('apply', '-destroy', '-auto-approve', '-json')).toMatchObject({ code: 0 });
    });
  });

  test.each([
    ['an unknown argument', { name: 'jobs', colour: 'red' }, 'Extraneous JSON object property'],
    ['a wrong type', { name: 'jobs', delay_seconds: 'soon' }, 'Incorrect attribute value type'],
    ['what only the provider decides', { name: 'jobs', arn: 'arn:aws:sqs' }, 'Value for unconfigurable attribute'],
    ['more of a block than there may be', { name: 'jobs', timeouts: [{}, {}] }, 'Duplicate timeouts block'],
  ])('are checked: %s', async (_, queue, message) => {
    const { terraform, provider } = configuration;
    await running({ terraform, provider, resource: { aws_sqs_queue: { queue } } }, async (run) => {
      const { code, stdout } = await run('validate', '-json');
      expect(code).toBe(1);
      expect(JSON.parse(stdout).diagnostics.map(({ summary }: { summary: string }) => summary)).toEqual([message]);
    });
  });
});
