import { TargetRegistry } from '../../constructs/targets/registry';
import { Blueprint } from '../../stacks/blueprint';
import { partnerTarget } from '../support/partner-target';
import { addresses, documentOf, readStacks, synthesized, temporaryFolder } from '../support/synthesized';

const registry = TargetRegistry.builtIn().with('partner', partnerTarget);

const yaml = (cluster: string) => `
wattform: 1
name: shared
sites:
  lisbon: { target: partner, region: eu-lisbon-1 }
clusters:
  research: ${cluster}
`;

const amd = '{ site: lisbon, purpose: training, scheduler: kubernetes, accelerators: { model: mi300x, count: 200 }';

describe('a target of a partner: one folder and one registration', () => {
  test('builds like the built-in ones', () => {
    const { stacks, result } = synthesized(documentOf(yaml(`${amd} }`), registry), registry);
    expect(Object.keys(stacks)).toEqual(['lisbon', 'lisbon-research']);
    expect(addresses(stacks['lisbon-research'])).toEqual([
      'terraform_data.research_control-plane',
      'terraform_data.research_pool_workers_fabric_placement',
      'terraform_data.research_pool_workers_nodes',
    ]);
    expect(result.basis?.totals.nodes).toBe(25);
  });

  test('has its limits kept: groups of ten nodes', () => {
    const { stacks } = synthesized(documentOf(yaml(`${amd} }`), registry), registry);
    const nodes = stacks['lisbon-research'].resource!['terraform_data']['research_pool_workers_nodes'];
    expect(nodes.for_each).toBeDefined();
    expect(Object.keys(nodes.for_each)).toEqual(['1', '2', '3']);
    expect(Object.values(nodes.for_each).reduce((sum: number, each) => sum + Number(each), 0)).toBe(25);
  });

  test('is named as a choice when a blueprint asks for a target that nobody has', () => {
    expect(() => documentOf(yaml(`${amd} }`).replace('target: partner', 'target: partmer'), registry)).toThrow(
      /partmer/,
    );
  });

  test.each([
    ['a capacity block', `${amd}, capacity: { mode: block, reservation: cr-0123456789abcdef0 } }`, /aws/],
    [
      'a parallel file system',
      `${amd}, storage: { scratch: { kind: parallel, capacity: 100 TiB } } }`,
      /aws.*azure|azure.*aws/,
    ],
  ])('is refused %s, and told which targets have it', (_what, cluster, targets) => {
    const document = documentOf(yaml(cluster), registry);
    const outdir = `${temporaryFolder()}/out`;
    expect(() => new Blueprint(document, { registry }).synthesize(outdir)).toThrow(targets);
    expect(readStacks(outdir)).toEqual({});
  });

  test('cannot take a name that is taken', () => {
    expect(() => TargetRegistry.builtIn().with('aws', partnerTarget)).toThrow(/registered already/);
  });
});
