import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBlueprint } from '../../blueprints/language';
import { blueprintPathOf, blueprintPlaceOf } from '../../cli/blueprint-lines';
import { TargetRegistry } from '../../constructs/targets/registry';
import { readSynthesized } from '../../engine';
import { rehearse } from '../../rehearsal';
import { type Block, galleryNames, synthesized } from '../support/synthesized';
import { withEngines } from './support';

function blueprint(name: string) {
  const file = join(__dirname, '../../blueprints', `${name}.yaml`);
  const { document, source } = readBlueprint(file, { targets: TargetRegistry.builtIn().names() });
  return { file, document: document!, source };
}

const { file, document, source } = blueprint('small');
const LINES = readFileSync(file, 'utf8').split('\n');

/** The small blueprint with one thing of a stack made wrong: each fault with its construct and the text at its place. */
async function faultsOf(engine: string, stack: string, change: (json: Block) => void) {
  const { folder } = synthesized(document);
  const path = join(folder, 'stacks', stack, 'cdk.tf.json');
  const json = JSON.parse(readFileSync(path, 'utf8'));
  change(json);
  writeFileSync(path, JSON.stringify(json));
  const { faults } = await rehearse(folder, { engine });
  return faults.map((fault) => {
    const place = blueprintPlaceOf(fault, document, source)!;
    const text = LINES[place.line - 1]!.slice(place.column - 1, place.endColumn - 1);
    return { summary: fault.summary, construct: fault.constructPath, file: place.file, text };
  });
}

const CLUSTER = 'ohio-tuning/tuning/Default/cluster';
const cluster = (s: Block): Block => s.resource.aws_eks_cluster.tuning_cluster;

/** The mistakes that people make most: what is wrong, where it is made, its construct, and the key of the blueprint. */
const MISTAKES: [what: string, stack: string, change: (stack: Block) => void, construct: string, key: string][] = [
  ['an unknown argument', 'ohio-tuning', (s) => Object.assign(cluster(s), { colour: 'red' }), CLUSTER, 'tuning'],
  ['a missing argument', 'ohio-tuning', (s) => delete cluster(s).role_arn, CLUSTER, 'tuning'],
  [
    'a wrong type',
    'ohio-tuning',
    (s) => Object.assign(cluster(s), { enabled_cluster_log_types: { a: 1 } }),
    CLUSTER,
    'tuning',
  ],
  [
    'an unknown attribute of a resource',
    'ohio-tuning',
    (s) => Object.assign(cluster(s), { name: '${aws_cloudwatch_log_group.tuning_logs.colour}' }),
    CLUSTER,
    'tuning',
  ],
  [
    'a resource that is not there',
    'ohio',
    (s) =>
      Object.assign(s.resource.aws_s3_bucket_versioning.ohio_store_tuning_datasets_versioning, {
        bucket: '${aws_s3_bucket.none.id}',
      }),
    'ohio/ohio/store/tuning/datasets/Default/versioning',
    'datasets',
  ],
  ['a missing block', 'ohio-tuning', (s) => delete cluster(s).vpc_config, CLUSTER, 'tuning'],
  [
    'too many blocks',
    'ohio-tuning',
    (s) => Object.assign(cluster(s), { vpc_config: [cluster(s).vpc_config, cluster(s).vpc_config] }),
    CLUSTER,
    'tuning',
  ],
  [
    'an unknown type',
    'ohio-tuning',
    (s) =>
      Object.assign(s.resource, {
        aws_eks_pool: { p: { '//': { metadata: { path: 'ohio-tuning/tuning/pool/workers/Default/p' } } } },
      }),
    'ohio-tuning/tuning/pool/workers/Default/p',
    'accelerators',
  ],
  [
    'a cycle',
    'ohio-tuning',
    (s) => {
      const [one, other] = ['tuning_pool_workers_fabric_efa', 'tuning_api'].map(
        (name) => s.resource.aws_security_group[name],
      );
      one.description = '${aws_security_group.tuning_api.id}';
      other.description = '${aws_security_group.tuning_pool_workers_fabric_efa.id}';
    },
    expect.stringMatching(
      /^ohio-tuning\/tuning\/(pool\/workers\/fabric\/Default\/efa|Default\/api)$/,
    ) as unknown as string,
    expect.stringMatching(/^(fabric|tuning)$/) as unknown as string,
  ],
  [
    'a value for what the cloud decides',
    'ohio-tuning',
    (s) => Object.assign(cluster(s), { arn: 'mine' }),
    CLUSTER,
    'tuning',
  ],
  [
    'an address range that is none',
    'ohio',
    (s) => Object.assign(s.resource.aws_vpc.ohio_network_vpc, { cidr_block: '10.0.0.0/99' }),
    'ohio/ohio/network/Default/vpc',
    'ohio',
  ],
  [
    'an instance type that nobody has',
    'ohio-tuning',
    (s) => Object.assign(s.resource.aws_launch_template.tuning_pool_workers_template, { instance_type: 'p5.colossal' }),
    'ohio-tuning/tuning/pool/workers/Default/template',
    'accelerators',
  ],
  [
    'a version that the bindings are not of',
    'ohio-tuning',
    (s) => Object.assign(s.terraform.required_providers.aws, { version: '< 2.0.0' }),
    'ohio-tuning',
    'tuning',
  ],
];

withEngines('every fault of a blueprint has a construct and a line', (engine) => {
  test.each(MISTAKES)('%s', async (_, stack, change, construct, key) => {
    const faults = await faultsOf(engine, stack, change);
    expect(faults).toContainEqual(expect.objectContaining({ construct, text: key, file }));
    for (const fault of faults)
      expect(fault).toMatchObject({ construct: expect.any(String), text: expect.any(String) });
  });
});

describe.each(galleryNames())('%s.yaml', (name) => {
  test('every construct leads to the cluster, pool, storage or site that asked for it', () => {
    const { document: asked, source: text } = blueprint(name);
    const { folder } = synthesized(asked);
    const lost: string[] = [];
    let constructs = 0;
    for (const stack of readSynthesized(folder)) {
      const json = readFileSync(join(folder, stack.file), 'utf8');
      const { site, cluster: inCluster } = stack;
      for (const [, constructPath = ''] of json.matchAll(/"path": "([a-z0-9-]+\/[^"]*)"/g)) {
        const fault = { stack: stack.name, step: 'validate', summary: '', site, cluster: inCluster, constructPath };
        const path = blueprintPathOf(fault, asked);
        const owner = constructPath.includes('/store/') ? constructPath.split('/')[3] : (inCluster ?? site);
        const isPart = !/\/(pool|store|identity)\//.test(constructPath) || path.length > 2;
        if (path[1] !== owner || !isPart || !text.locate(path)?.lineText)
          lost.push(`${constructPath}: ${path.join('.')}`);
        constructs += 1;
      }
    }
    expect(lost).toEqual([]);
    expect(constructs).toBeGreaterThan(20);
  });
});
