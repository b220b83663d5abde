import fc from 'fast-check';
import type { BlueprintDocument, ClusterDocument } from '../../blueprints/language/document';
import { loadCatalog } from '../../catalog';
import { type BasisOfDesign, designBlueprint, type NodeGroupDesign } from '../../design';
import { fakeProfile, SITE_DOCUMENT } from './fakes';

const catalog = loadCatalog();

// A fixed seed: a run that fails must fail for everybody.
fc.configureGlobal({ numRuns: 40, seed: 20260719 });

const MODELS = ['h100-sxm', 'h200-sxm', 'b200-sxm', 'l4', 'l40s', 'a100-80gb'];

const limits = fc.record({
  'nodes-per-group': fc.integer({ min: 1, max: 200 }),
  'nodes-per-fabric': fc.integer({ min: 1, max: 50 }),
  'nodes-per-cluster': fc.integer({ min: 4, max: 400 }),
  'groups-per-cluster': fc.integer({ min: 2, max: 40 }),
});

const pool = fc
  .record({
    model: fc.constantFrom(...MODELS),
    count: fc.integer({ min: 1, max: 3000 }),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ model, count, part }) => ({ accelerators: { model, count, minimum: Math.floor(count * part) } }));

const cluster: fc.Arbitrary<ClusterDocument> = fc
  .dictionary(fc.stringMatching(/^[a-z]{1,6}$/), pool, { minKeys: 1, maxKeys: 4 })
  .map((pools) => ({ site: 'here', purpose: 'training', scheduler: 'kubernetes', pools }));

const clusters = fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), cluster, { minKeys: 1, maxKeys: 3 });

function basisOf(
  all: BlueprintDocument['clusters'],
  profileLimits: { [id: string]: number } = {},
  allotment?: string,
): BasisOfDesign {
  const power = allotment === undefined ? undefined : { allotment };
  const blueprint: BlueprintDocument = {
    wattform: 1,
    name: 'test',
    sites: { here: { ...SITE_DOCUMENT, power } },
    clusters: all,
  };
  const profile = fakeProfile({ limits: profileLimits, fabricLimit: true });
  const { basis, findings } = designBlueprint(blueprint, { catalog, profiles: [profile] });
  expect(findings).toEqual([]);
  return basis!;
}

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
const nodesOf = (groups: NodeGroupDesign[], key: 'maxNodes' | 'minNodes') => sum(groups.map((group) => group[key]));

it('groups add up to the pool, keep the limit, and hold whole accelerators enough', () => {
  fc.assert(
    fc.property(clusters, limits, (all, most) => {
      for (const design of basisOf(all, most).sites[0]!.clusters) {
        for (const {
          groups,
          nodes,
          minimumNodes,
          rdma,
          accelerators,
          acceleratorsAsked,
          acceleratorsPerNode,
        } of design.pools) {
          const limit = most[rdma ? 'nodes-per-fabric' : 'nodes-per-group'];
          expect(nodesOf(groups, 'maxNodes')).toBe(nodes);
          expect(nodesOf(groups, 'minNodes')).toBe(minimumNodes);
          expect(Math.max(...groups.map((group) => group.maxNodes))).toBeLessThanOrEqual(limit);
          expect(groups.every((group) => group.minNodes <= group.maxNodes && group.maxNodes > 0)).toBe(true);
          expect(groups.map((group) => group.key)).toEqual(groups.map((_, index) => String(index + 1)));
          expect(accelerators).toBe(nodes * acceleratorsPerNode);
          expect(accelerators - acceleratorsAsked).toBeLessThan(acceleratorsPerNode);
        }
      }
    }),
  );
});

it('control planes hold every group once, within both limits', () => {
  fc.assert(
    fc.property(clusters, limits, (all, most) => {
      for (const design of basisOf(all, most).sites[0]!.clusters) {
        for (const plane of design.controlPlanes) {
          const groups = plane.pools.flatMap((share) => share.groups);
          expect(groups.length).toBeGreaterThan(0);
          expect(groups.length + 1).toBeLessThanOrEqual(most['groups-per-cluster']);
          expect(nodesOf(groups, 'maxNodes') + design.systemPool.nodes).toBeLessThanOrEqual(most['nodes-per-cluster']);
        }
        for (const { name, groups, accelerators } of design.pools) {
          const shares = design.controlPlanes.flatMap((plane) => plane.pools.filter((share) => share.pool === name));
          expect(shares.flatMap((share) => share.groups)).toEqual(groups);
          expect(sum(shares.map((share) => share.accelerators))).toBe(accelerators);
        }
      }
    }),
  );
});

it('parts of an allotment never exceed the whole, and never fall below their load', () => {
  fc.assert(
    fc.property(clusters, limits, fc.integer({ min: 0, max: 5_000_000 }), (all, most, spareWatts) => {
      const load = basisOf(all, most).sites[0]!.power.itLoad.value!;
      const allotmentKw = (Math.round(load * 1000) + spareWatts) / 1000;
      const site = basisOf(all, most, `${allotmentKw.toFixed(3)} kW`).sites[0]!;
      const watts = (kw: number | undefined) => Math.round((kw ?? Number.NaN) * 1000);
      const planes = site.clusters.flatMap((design) => design.controlPlanes);
      expect(sum(planes.map((plane) => watts(plane.powerBudgetKw)))).toBeLessThanOrEqual(watts(allotmentKw));
      expect(sum(site.clusters.map((design) => watts(design.powerBudgetKw)))).toBeLessThanOrEqual(watts(allotmentKw));
      for (const design of site.clusters) {
        expect(watts(design.powerBudgetKw)).toBe(sum(design.controlPlanes.map((plane) => watts(plane.powerBudgetKw))));
        expect(watts(design.powerBudgetKw)).toBeGreaterThanOrEqual(watts(design.itLoad.value));
      }
    }),
  );
});

it('twice the accelerators draw twice the power and cost twice as much, in whole nodes', () => {
  fc.assert(
    fc.property(fc.constantFrom(...MODELS), fc.integer({ min: 1, max: 500 }), (model, nodes) => {
      const designed = (count: number) => {
        const only = { site: 'here', purpose: 'training', scheduler: 'kubernetes', accelerators: { model, count } };
        return basisOf({ only }).sites[0]!.clusters[0]!.pools[0]!;
      };
      const once = designed(nodes * 8);
      const twice = designed(nodes * 16);
      expect(twice.instanceType).toBe(once.instanceType);
      expect(twice.nodes).toBe(once.nodes * 2);
      expect(twice.itLoad.value).toBe(once.itLoad.value! * 2);
      expect(twice.priceUsdPerHour.value).toBe(once.priceUsdPerHour.value! * 2);
      expect(twice.vcpus.value).toBe(once.vcpus.value! * 2);
    }),
  );
});

it('the order of keys changes nothing', () => {
  const reversed = (value: object): object =>
    Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, child]) => [key, child !== null && typeof child === 'object' ? reversed(child) : child]),
    );
  fc.assert(
    fc.property(clusters, limits, (all, most) => {
      expect(basisOf(reversed(all) as typeof all, most)).toEqual(basisOf(all, most));
    }),
  );
});

it('totals are the sums of the pools', () => {
  fc.assert(
    fc.property(clusters, (all) => {
      const basis = basisOf(all);
      const pools = basis.sites.flatMap((site) => site.clusters.flatMap((design) => design.pools));
      expect(basis.totals.nodes).toBe(sum(pools.map((each) => each.nodes)));
      expect(sum(Object.values(basis.totals.accelerators))).toBe(sum(pools.map((each) => each.accelerators)));
      expect(basis.totals.itLoad.value).toBeCloseTo(sum(pools.map((each) => each.itLoad.value!)), 3);
      expect(basis.totals.priceUsdPerHour.value).toBeCloseTo(sum(pools.map((each) => each.priceUsdPerHour.value!)), 3);
    }),
  );
});
