import { BUILT_IN_RULES } from '../../../review/policy/rules';
import { blueprint, hall, observed, subjectOf, terraformOf } from './support';

const NOT_OPEN =
  'a: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 } }';
const OPEN = `${NOT_OPEN}\nb: { site: gavle, purpose: training, scheduler: kubernetes, accelerators: { model: mi300x, count: 16 } }`;
const TWO_SITES =
  'ohio: { target: aws, region: us-east-2, zone: us-east-2b }\ngavle: { target: azure, region: swedencentral, zone: "1" }';

describe('WFP101 rack power', () => {
  test('a rack over the limit is told with both numbers and the line that sets the limit', () => {
    const subject = subjectOf(hall(', racks: { power: 50 kW }'), {
      spoil: (design) => ({
        ...design,
        loads: design.loads.map((load, index) => (index === 1 ? { ...load, peakKw: 61.5 } : load)),
      }),
    });
    const { broken, all } = observed('WFP101', subject);
    expect(all.length).toBeGreaterThan(5);
    expect(broken).toEqual([
      expect.objectContaining({ subject: 'rack r0002 of gavle', measured: 61.5, limit: 50, unit: 'kW' }),
    ]);
    expect(broken[0]!.blueprintPath).toEqual(['sites', 'gavle', 'racks', 'power']);
  });

  test('racks within it hold, at the limit too', () => {
    const { broken, unknown } = observed('WFP101', subjectOf(hall(', racks: { power: 45 kW }')));
    expect([broken, unknown]).toEqual([[], []]);
  });

  test('without a limit nothing is claimed', () => {
    const { all, unknown } = observed('WFP101', subjectOf(hall()));
    expect(unknown).toHaveLength(all.length);
    expect(unknown[0]!.message).toContain('racks.power');
  });

  test('a cloud has no racks', () => {
    expect(observed('WFP101', subjectOf(blueprint())).applies).toBe(false);
  });
});

describe('WFP102 loading', () => {
  test('a feed that carries more than its limit when the other side is out', () => {
    const subject = subjectOf(hall(), {
      spoil: (design) => ({
        ...design,
        power: {
          ...design.power,
          feeds: design.power.feeds.map((feed, index) => (index === 0 ? { ...feed, designKw: 1000 } : feed)),
        },
      }),
    });
    const { broken } = observed('WFP102', subject);
    expect(broken).toHaveLength(1);
    expect(broken[0]).toMatchObject({ measured: 1000, unit: 'kW' });
    expect(broken[0]!.limit).toBeLessThan(1000);
    expect(broken[0]!.subject).toMatch(/^feed feed-r\d+-a of gavle$/);
  });

  test('what the design sized holds, and what has no limit is unknown', () => {
    const { broken, all, unknown } = observed('WFP102', subjectOf(hall()));
    expect(broken).toEqual([]);
    expect(all.length - unknown.length).toBeGreaterThan(10);
    expect(unknown.map(({ subject }) => subject)).toEqual(['utility utility-1 of gavle']);
  });
});

describe('WFP103 open vendors', () => {
  test('one vendor is not open', () => {
    const { broken } = observed('WFP103', subjectOf(blueprint({ policy: 'vendors: open' })));
    expect(broken).toEqual([expect.objectContaining({ measured: 1, limit: 2, blueprintPath: ['policy', 'vendors'] })]);
  });

  test('two are', () => {
    const text = blueprint({ sites: TWO_SITES, clusters: OPEN, policy: 'vendors: open' });
    expect(observed('WFP103', subjectOf(text)).all).toEqual([expect.objectContaining({ outcome: 'holds' })]);
  });

  test('who does not ask is not told', () => {
    expect(observed('WFP103', subjectOf(blueprint({ policy: 'vendors: any' }))).applies).toBe(false);
  });
});

describe('WFP104 placement or reservation', () => {
  const cluster = (rest: string) =>
    `c: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 }, ${rest} }`;

  test('RDMA with neither', () => {
    const text = blueprint({ clusters: cluster('fabric: { rdma: required, placement: none }') });
    expect(observed('WFP104', subjectOf(text)).broken.map(({ blueprintPath }) => blueprintPath)).toEqual([
      ['clusters', 'c'],
    ]);
  });

  test.each([
    ['a placement', 'fabric: { rdma: required }'],
    [
      'a reservation',
      'fabric: { rdma: required, placement: none }, capacity: { mode: reserved, reservation: cr-0123456789abcdef0 }',
    ],
  ])('RDMA with %s', (_, rest) => {
    const { all, broken } = observed('WFP104', subjectOf(blueprint({ clusters: cluster(rest) })));
    expect([all.length, broken]).toEqual([1, []]);
  });

  test('a pool without RDMA may stand anywhere', () => {
    expect(observed('WFP104', subjectOf(blueprint({ clusters: cluster('fabric: { rdma: none }') }))).applies).toBe(
      false,
    );
  });
});

describe('WFP105 network interfaces', () => {
  const efa = (count: number, kind = 'efa-only') =>
    Array.from({ length: count }, (_, card) => ({ interface_type: kind, network_card_index: card }));
  const nodes = (interfaces: unknown, type = 'p5.48xlarge') => ({
    aws_launch_template: { gpu: { network_interfaces: interfaces } },
    aws_eks_node_group: {
      gpu: { instance_types: [type], launch_template: { id: `\${aws_launch_template.gpu.id}` } },
    },
  });

  test('an interface too few', () => {
    const { broken } = observed('WFP105', terraformOf(nodes(efa(31))));
    expect(broken).toEqual([
      expect.objectContaining({ measured: 31, limit: 32, address: 'aws_launch_template.gpu', stack: 'own' }),
    ]);
  });

  test('as many as the catalog knows', () => {
    const { all, broken } = observed('WFP105', terraformOf(nodes(efa(32))));
    expect([all.length, broken]).toEqual([1, []]);
  });

  test('more cards than there are', () => {
    const more = [...efa(32), { interface_type: 'interface', network_card_index: 32 }];
    expect(observed('WFP105', terraformOf(nodes(more))).broken).toEqual([
      expect.objectContaining({ measured: 33, limit: 32, unit: 'cards' }),
    ]);
  });

  test.each([
    ['an unknown type', nodes(efa(32), 'p99.metal')],
    ['a type by expression', nodes(efa(32), `\${var.type}`)],
    ['no interfaces, and no design', nodes([])],
    [
      'interfaces by expression',
      {
        ...nodes([]),
        aws_launch_template: { gpu: { dynamic: { network_interfaces: { for_each: `\${var.cards}`, content: {} } } } },
      },
    ],
  ])('%s: nothing is claimed', (_, resources) => {
    const { all, unknown } = observed('WFP105', terraformOf(resources));
    expect([all.length, unknown.length]).toEqual([1, 1]);
  });

  test('groups of CPU nodes are passed over', () => {
    expect(observed('WFP105', terraformOf(nodes([], 'm7i.2xlarge'))).applies).toBe(false);
  });
});

describe('WFP106 fabric in one zone', () => {
  test('the language refuses it, and the rule would see it', () => {
    const subject = subjectOf(blueprint(), {
      spoilDesign: (text) =>
        text.replace('"zones":["us-east-2b"],"rdma"', '"zones":["us-east-2a","us-east-2b"],"rdma"'),
    });
    expect(observed('WFP106', subject).broken).toEqual([expect.objectContaining({ measured: 2, limit: 1 })]);
  });

  test('one zone holds', () => {
    const { all, broken } = observed('WFP106', subjectOf(blueprint()));
    expect([all.length, broken]).toEqual([1, []]);
  });
});

describe('WFP107 size of reservations', () => {
  const shared = ['a', 'b']
    .map(
      (name) =>
        `${name}: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 16 }, capacity: { mode: reserved, reservation: cr-0123456789abcdef0 } }`,
    )
    .join('\n');
  const reserved = (held: string) => blueprint({ clusters: shared, policy: held });

  test('pools that share one are added up', () => {
    const { broken } = observed('WFP107', subjectOf(reserved('reservations: { cr-0123456789abcdef0: 24 }')));
    expect(broken).toEqual([expect.objectContaining({ measured: 32, limit: 24, unit: 'accelerators' })]);
  });

  test('a reservation that is large enough', () => {
    expect(observed('WFP107', subjectOf(reserved('reservations: { cr-0123456789abcdef0: 32 }'))).broken).toEqual([]);
  });

  test('nobody said how large it is', () => {
    expect(observed('WFP107', subjectOf(reserved('vendors: any'))).unknown).toHaveLength(1);
  });
});

test('rules have ids of their own, in order, and sentences', () => {
  const ids = BUILT_IN_RULES.map(({ id }) => id);
  expect(ids).toEqual([...ids].sort());
  expect(new Set(ids).size).toBe(ids.length);
  for (const { title, why, remedy, looksAt } of BUILT_IN_RULES) {
    for (const text of [title, why, remedy]) expect(text).toMatch(/[.]$/);
    expect(looksAt).not.toMatch(/[.]$/);
  }
});
