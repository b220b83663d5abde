import { loadCatalog } from '../../catalog';
import { TargetRegistry } from '../../constructs/targets/registry';
import { Feature } from '../../design/target-profile';
import { synthesizeBlueprint } from '../../stacks';
import { partnerTarget } from '../support/partner-target';
import {
  addresses,
  documentOf,
  readStacks,
  synthesized,
  type TerraformJson,
  temporaryFolder,
} from '../support/synthesized';

/**
 * One suite over every registered target. A scenario runs where the target declares its features and is a checked refusal
 * where it does not, so that a gap is a declared cell in a table and never a surprise.
 */
const registry = TargetRegistry.builtIn().with('partner', partnerTarget);
const catalog = loadCatalog();

interface Ground {
  readonly place: string;
  /** An accelerator with RDMA. */
  readonly rdma: string;
  readonly reservation: string;
}

/** Where each target stands in these tests. A new target adds a line. */
const grounds: { readonly [target: string]: Ground } = {
  aws: { place: 'region: us-east-1, zone: us-east-1a', rdma: 'h100-sxm', reservation: 'cr-0123456789abcdef0' },
  azure: {
    place: 'region: swedencentral, zone: "1"',
    rdma: 'h100-sxm',
    reservation:
      '/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/rg/providers/Microsoft.Compute/capacityReservationGroups/crg',
  },
  partner: { place: 'region: eu-lisbon-1', rdma: 'mi300x', reservation: 'reservation-1' },
};

interface Scenario {
  readonly name: string;
  readonly needs: Feature;
  readonly cluster: (ground: Ground) => string;
  /** What a reader of the Terraform must find. */
  readonly holds: (text: string, ground: Ground) => void;
}

const pool = (ground: Ground, more = '') => `accelerators: { model: ${ground.rdma}, count: 16 }${more}`;

const scenarios: Scenario[] = [
  {
    name: 'on-demand capacity',
    needs: Feature.CAPACITY_ON_DEMAND,
    cluster: (ground) => pool(ground, ', capacity: { mode: on-demand }'),
    holds: (text) => expect(text).toContain('nodes'),
  },
  {
    name: 'spot capacity',
    needs: Feature.CAPACITY_SPOT,
    cluster: (ground) => pool(ground, ', capacity: { mode: spot }'),
    holds: (text) => expect(text).toMatch(/spot/i),
  },
  {
    name: 'reserved capacity',
    needs: Feature.CAPACITY_RESERVED,
    cluster: (ground) => pool(ground, `, capacity: { mode: reserved, reservation: ${ground.reservation} }`),
    holds: (text) => expect(text).toContain('nodes'),
  },
  {
    name: 'a capacity block',
    needs: Feature.CAPACITY_BLOCK,
    cluster: (ground) => pool(ground, `, capacity: { mode: block, reservation: ${ground.reservation} }`),
    holds: (text, ground) => expect(text).toContain(ground.reservation),
  },
  {
    name: 'an RDMA fabric',
    needs: Feature.FABRIC_RDMA,
    cluster: (ground) => pool(ground, ', fabric: { rdma: required }'),
    holds: (text) => expect(text).toContain('nodes'),
  },
  {
    name: 'a parallel file system',
    needs: Feature.STORAGE_PARALLEL,
    cluster: (ground) =>
      pool(ground, ', storage: { scratch: { kind: parallel, capacity: 96 TiB, throughput: 10 GB/s } }'),
    holds: (text) => expect(text).toMatch(/lustre/),
  },
  {
    name: 'an object store with an identity for its readers',
    needs: Feature.STORAGE_OBJECT,
    cluster: (ground) => pool(ground, ', storage: { datasets: { kind: object } }'),
    holds: (text) => expect(text).toMatch(/_store_research_datasets_/),
  },
];

describe.each(registry.names())('target %s', (name) => {
  const ground = grounds[name];
  const profile = registry.target(name).profile;

  test('has a ground to stand on in this suite', () => {
    expect(ground).toBeDefined();
    expect(profile.name).toBe(name);
    expect(catalog.instances.some((instance) => instance.cloud === profile.cloud)).toBe(true);
  });

  test('names limits that exist, each with a source and a date', () => {
    const ids = profile.limits.map((limit) => limit.id);
    expect(ids).toEqual(expect.arrayContaining([profile.controlPlaneLimits.nodes, profile.controlPlaneLimits.groups]));
    expect(new Set(ids).size).toBe(ids.length);
    for (const limit of profile.limits) {
      expect(limit.source).not.toBe('');
      expect(limit.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
  });

  test.each(scenarios)('$name', ({ needs, cluster, holds }) => {
    const document = documentOf(
      `
wattform: 1
name: conform
sites:
  here: { target: ${name}, ${ground.place}, power: { allotment: 1 MW } }
clusters:
  research: { site: here, purpose: training, scheduler: kubernetes, ${cluster(ground)} }
`,
      registry,
    );
    if (!profile.features.includes(needs)) {
      const outdir = `${temporaryFolder()}/out`;
      const result = synthesizeBlueprint(document, { outdir, catalog, registry });
      expect(result.basis).toBeUndefined();
      const others = registry.names().filter((other) => registry.target(other).profile.features.includes(needs));
      const said = result.findings
        .map((finding) => `${finding.message} ${finding.expected} ${finding.hint}`)
        .join('\n');
      for (const other of others) {
        expect(said).toContain(other);
      }
      expect(readStacks(outdir)).toEqual({});
      return;
    }
    const { stacks, folder } = synthesized(document, registry);
    expect(Object.keys(stacks)).toEqual(['here', 'here-research']);
    holds(JSON.stringify(stacks), ground);
    expect(powerPrecondition(stacks['here-research'])).toMatch(/max|maximum/);
    const manifest = require(`${folder}/manifest.json`);
    expect(manifest.stacks['here-research'].dependencies).toEqual(['here']);
  });

  test('runs a pool of 80,000 accelerators with at most 300 resource blocks more than one of eight', () => {
    const of = (count: number) =>
      synthesized(
        documentOf(
          `
wattform: 1
name: grow
sites:
  here: { target: ${name}, ${ground.place} }
clusters:
  research: { site: here, purpose: training, scheduler: kubernetes, accelerators: { model: ${ground.rdma}, count: ${count} } }
`,
          registry,
        ),
        registry,
      );
    const blocks = (made: { readonly [stack: string]: TerraformJson }) =>
      Object.values(made).reduce((sum, stack) => sum + addresses(stack).length, 0);
    if (name === 'partner') {
      return expect(blocks(of(800).stacks)).toBeLessThan(blocks(of(8).stacks) + 300);
    }
    const large = of(80_000);
    expect(blocks(large.stacks)).toBeLessThan(blocks(of(8).stacks) + 300);
    const split = large.result.basis!.notices.filter(
      (notice) => notice.sources.length > 0 && /\d/.test(notice.message),
    );
    expect(split.length).toBeGreaterThan(0);
  });
});

function powerPrecondition(stack: TerraformJson): string {
  const limit = Object.entries(stack.resource!['terraform_data']).find(([id]) => id.endsWith('power_limit'))![1];
  return limit.lifecycle.precondition[0].condition;
}
