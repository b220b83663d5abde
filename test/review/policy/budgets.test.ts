import { blueprint, hall, observed, subjectOf, terraformOf } from './support';

const NOT_OPEN =
  'a: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 } }';
const OPEN = `${NOT_OPEN}\nb: { site: gavle, purpose: training, scheduler: kubernetes, accelerators: { model: mi300x, count: 16 } }`;

describe('WFP110 limits of who shares', () => {
  const two = `${NOT_OPEN}\n${NOT_OPEN.replace('a:', 'b:')}`;
  const site = (power: string) => `ohio: { target: aws, region: us-east-2, zone: us-east-2b${power} }`;

  test('two clusters and no allotment', () => {
    const text = blueprint({ sites: site(''), clusters: two });
    expect(observed('WFP110', subjectOf(text)).broken.map(({ subject }) => subject)).toEqual([
      'cluster a of ohio',
      'cluster b of ohio',
    ]);
  });

  test('two clusters and an allotment', () => {
    const text = blueprint({ sites: site(', power: { allotment: 1 MW }'), clusters: two });
    const { all, broken } = observed('WFP110', subjectOf(text));
    expect([all.length, broken]).toEqual([2, []]);
  });

  test('one cluster shares with nobody', () => {
    expect(observed('WFP110', subjectOf(blueprint({ sites: site('') }))).applies).toBe(false);
  });
});

describe('WFP111 quota of namespaces', () => {
  const namespace = { kubernetes_namespace_v1: { research: { metadata: { name: 'research' } } } };

  test('none', () => {
    expect(observed('WFP111', terraformOf(namespace)).broken).toEqual([
      expect.objectContaining({ address: 'kubernetes_namespace_v1.research' }),
    ]);
  });

  test.each([
    ['by name', 'research'],
    ['by reference', `\${kubernetes_namespace_v1.research.metadata[0].name}`],
  ])('one that names it %s', (_, name) => {
    const resources = { ...namespace, kubernetes_resource_quota_v1: { q: { metadata: [{ namespace: name }] } } };
    expect(observed('WFP111', terraformOf(resources)).broken).toEqual([]);
  });

  test('one of a namespace whose name begins alike is another', () => {
    const name = `\${kubernetes_namespace_v1.research-2.metadata[0].name}`;
    const resources = { ...namespace, kubernetes_resource_quota_v1: { q: { metadata: { namespace: name } } } };
    expect(observed('WFP111', terraformOf(resources)).broken).toHaveLength(1);
  });
});

describe('WFP112 PUE', () => {
  test('past the budget, with the catalog’s figure', () => {
    expect(observed('WFP112', subjectOf(blueprint({ policy: 'pue: 1.1' }))).broken).toEqual([
      expect.objectContaining({ subject: 'site ohio', measured: 1.13, limit: 1.1 }),
    ]);
  });

  test('within it', () => {
    expect(observed('WFP112', subjectOf(blueprint({ policy: 'pue: 1.13' }))).broken).toEqual([]);
  });

  test('a hall without climate is not taken for good', () => {
    const { broken, unknown } = observed('WFP112', subjectOf(hall('', 'pue: 9')));
    expect(broken).toEqual([]);
    expect(unknown[0]!.message).toContain('climate');
  });

  test('a hall with one has a figure of its own', () => {
    const { broken } = observed('WFP112', subjectOf(hall(', facility: { climate: iad }', 'pue: 1.01')));
    expect(broken[0]!.measured).toBeGreaterThan(1.01);
  });
});

describe('WFP113 carbon', () => {
  test('past the budget', () => {
    const { broken } = observed('WFP113', subjectOf(blueprint({ policy: 'carbon: 50 t/year' })));
    expect(broken).toEqual([expect.objectContaining({ limit: 50, unit: 't CO2e/year' })]);
    // 2 nodes of 10.2 kW, PUE 1.13, 343.48 g/kWh, 8,760 h.
    expect(broken[0]!.measured).toBeCloseTo((2 * 10.2 * 1.13 * 343.48 * 8760) / 1e6, 1);
  });

  test('within it, in kilotonnes', () => {
    expect(observed('WFP113', subjectOf(blueprint({ policy: 'carbon: 0.07 kt/year' }))).all).toEqual([
      expect.objectContaining({ outcome: 'holds', limit: 70 }),
    ]);
  });

  test('a grid that nobody knows: not checked, and not passed', () => {
    const { unknown, all } = observed('WFP113', subjectOf(hall('', 'carbon: 1000000 t/year')));
    expect([unknown.length, all.length]).toEqual([1, 1]);
    expect(unknown[0]!.message).toContain('gavle');
  });

  test('what is known may be too much alone', () => {
    const text = blueprint({
      sites:
        'ohio: { target: aws, region: us-east-2, zone: us-east-2b }\ngavle: { target: netbox, region: sweden, power: { allotment: 2 MW } }',
      clusters: OPEN,
      policy: 'carbon: 1 t/year',
    });
    expect(observed('WFP113', subjectOf(text)).broken[0]!.message).toContain('known sites alone');
  });
});

describe('WFP114 tags', () => {
  const provider = { aws: [{ default_tags: [{ tags: { owner: 'a team' } }] }] };

  test('a resource without owner, and one whose provider has none', () => {
    const { broken } = observed('WFP114', terraformOf({ aws_s3_bucket: { a: { tags: { Name: 'a' } } } }));
    expect(broken).toEqual([expect.objectContaining({ measured: 0, limit: 1, unit: 'tags' })]);
  });

  test('tags of its own, or of its provider', () => {
    expect(observed('WFP114', terraformOf({ aws_s3_bucket: { a: { tags: { owner: 'x' } } } })).broken).toEqual([]);
    expect(observed('WFP114', terraformOf({ aws_s3_bucket: { a: {} } }, provider)).broken).toEqual([]);
  });

  test('machines of a template get none from the provider', () => {
    const template = (tags: object[]) => ({ aws_launch_template: { a: { tag_specifications: tags } } });
    const [machine, disk] = [{ resource_type: 'instance' }, { resource_type: 'volume', tags: { owner: 'x' } }];
    expect(observed('WFP114', terraformOf(template([]), provider)).broken).toHaveLength(1);
    expect(observed('WFP114', terraformOf(template([{ ...machine, tags: {} }, disk]), provider)).broken).toHaveLength(
      1,
    );
    const whole = template([{ ...machine, tags: { owner: 'x' } }, disk]);
    expect(observed('WFP114', terraformOf(whole, provider)).broken).toEqual([]);
  });

  test('the blueprint says which', () => {
    const resource = { aws_s3_bucket: { a: { tags: { owner: 'x' } } } };
    const subject = subjectOf(blueprint({ policy: 'tags: [owner, cost-centre]' }), { stacks: { own: { resource } } });
    expect(observed('WFP114', subject).broken).toEqual([expect.objectContaining({ measured: 1, limit: 2 })]);
  });
});
