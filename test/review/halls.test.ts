import { loadCatalog } from '../../catalog';
import { TargetRegistry } from '../../constructs/targets/registry';
import { basisJson, designBlueprint } from '../../design';
import type { Review } from '../../review';
import { documentOf } from '../support/synthesized';
import { reviewOf } from './plans';
import { AWS, edited, figure } from './support';

const catalog = loadCatalog();

/** An owned hall, recorded in NetBox. */
const HALL = `
wattform: 1
name: hall
owner: hall@example.org
sites:
  gavle:
    target: netbox
    region: sweden
    facility: { climate: pdx }
    power: { allotment: 2 MW, redundancy: { critical: 2N, checkpointable: N+1 } }
clusters:
  frontier:
    site: gavle
    purpose: training
    scheduler: kubernetes
    accelerators: { model: h100-sxm, count: 64 }
    fabric: { rdma: required }
`;

/** What is told of two designs by their bases of design alone. */
function between(base: string, head: string): Review {
  return reviewOf([], [], { base: basisOf(base), head: basisOf(head) });
}

function basisOf(text: string): unknown {
  const { basis, findings } = designBlueprint(documentOf(text), {
    catalog,
    profiles: TargetRegistry.builtIn().profiles(),
  });
  if (basis === undefined) throw new Error(findings.map(({ message }) => message).join('\n'));
  return JSON.parse(JSON.stringify(basisJson(basis)));
}

describe('a reviewer is told of owned halls', () => {
  test('N+1 becomes 2N: what is won, and what the power chain comes to', () => {
    const { redundancy } = between(HALL, edited(HALL, ['checkpointable: N+1', 'checkpointable: 2N']));
    expect(redundancy.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        'N+1 lost in hall gavle (checkpointable load)',
        '2N won in hall gavle (checkpointable load)',
      ]),
    );
  });

  test('2N becomes N: what is lost, and why', () => {
    const { redundancy } = between(
      edited(HALL, ['checkpointable: N+1', 'checkpointable: 2N']),
      edited(HALL, ['checkpointable: N+1', 'checkpointable: N']),
    );
    const lost = redundancy.filter(({ change }) => change === 'lost');
    expect(lost.map(({ property }) => property)).toContain('2N');
    expect(lost.every(({ because }) => because !== undefined)).toBe(true);
  });

  test('more servers are more racks, feeds, ports and kW', () => {
    const review = between(HALL, edited(HALL, ['count: 64', 'count: 128']));
    for (const name of ['racks', 'feeds', 'it-load', 'facility', 'rdma-ports']) {
      const [before, after] = figure(review, name, 'gavle');
      expect([name, after! > before!]).toEqual([name, true]);
    }
    expect(figure(review, 'accelerators/h100-sxm', 'gavle')).toEqual([64, 128]);
    expect(review.figures!.find((each) => each.figure === 'it-load' && each.site === 'gavle')!.limit).toBe(2000);
  });

  test('another vendor in the same racks', () => {
    const review = between(HALL, edited(HALL, ['h100-sxm', 'mi300x']));
    expect(figure(review, 'accelerators/mi300x', 'gavle')).toEqual([0, 64]);
    expect(review.redundancy).toEqual([]);
  });

  test('from a cloud to an owned hall: the price becomes unknown, the racks are new', () => {
    const review = between(AWS, edited(HALL, ['name: hall', 'name: small']));
    const [, price] = figure(review, 'price-hour');
    expect(price).toBeNull();
    const [before, after] = figure(review, 'racks');
    expect([before, after! > 0]).toEqual([0, true]);
  });

  test('a grid that the catalog does not know gives no carbon, and says so', () => {
    const carbon = between(HALL, HALL).figures!.find((each) => each.figure === 'carbon' && each.site === 'gavle')!;
    expect(carbon).toMatchObject({ before: null, after: null, delta: null });
    expect(carbon.notes.join()).toContain('no grid intensity');
  });

  test('every known figure of a cloud has a source, but for counts', () => {
    const review = between(AWS, edited(AWS, ['count: 16', 'count: 32']));
    const counts = ['accelerators', 'nodes'];
    const bare = review.figures!.filter(
      ({ figure: name, after, sources }) =>
        after !== null && sources.length === 0 && !counts.includes(name.split('/')[0]!),
    );
    expect(bare.map(({ figure: name }) => name)).toEqual([]);
  });

  test('doubling a pool doubles nodes, power, price and carbon', () => {
    const review = between(AWS, edited(AWS, ['count: 16', 'count: 32'], ['100 kW', '100 kW']));
    for (const name of ['nodes', 'it-load', 'price-hour', 'price-month', 'facility', 'carbon', 'bf16']) {
      const [before, after] = figure(review, name);
      expect(after! / before!).toBeCloseTo(2, 6);
    }
  });

  test('a basis of design of another form is no basis, and no crash', () => {
    for (const base of [null, 7, {}, { format: 2, sites: [], quotas: [] }, { format: 1, sites: [{}], quotas: [] }]) {
      const review = reviewOf([], [], { base, head: basisOf(AWS) });
      expect(review.figures).toBeUndefined();
      expect(review.notes.join()).toContain('base');
    }
  });
});
