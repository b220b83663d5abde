import type { BlueprintDocument } from '../../blueprints/language/document';
import { type Finding, Severity } from '../../blueprints/language/finding';
import { Catalog, loadCatalog } from '../../catalog';
import { type BasisOfDesign, DesignCode, designBlueprint, Feature } from '../../design';
import { clusterDocument, fakeProfile, SITE_DOCUMENT } from './fakes';

const catalog = loadCatalog();
const profiles = [fakeProfile(), fakeProfile({ cloud: 'azure' })];

const BLUEPRINT: BlueprintDocument = {
  wattform: 1,
  name: 'open-training',
  sites: {
    virginia: { ...SITE_DOCUMENT, power: { allotment: '3 MW' } },
    gavle: { target: 'azure', region: 'swedencentral', zone: '1', power: { allotment: '2 MW' } },
  },
  clusters: {
    frontier: {
      site: 'virginia',
      purpose: 'training',
      scheduler: 'kubernetes',
      version: '1.34',
      accelerators: { model: 'h100-sxm', count: 1024 },
      capacity: { mode: 'reserved', reservation: 'cr-0123456789abcdef0' },
      fabric: { rdma: 'required', oversubscription: 1 },
      storage: {
        scratch: { kind: 'parallel', capacity: '600 TiB', throughput: '150 GB/s' },
        datasets: { kind: 'object' },
      },
    },
    mixed: {
      site: 'gavle',
      purpose: 'inference',
      scheduler: 'kubernetes',
      fabric: { rdma: 'none' },
      pools: {
        small: { accelerators: { model: 'a100-80gb', count: 32 }, capacity: { mode: 'spot' } },
        large: { accelerators: { model: 'mi300x', count: 64 }, fabric: { rdma: 'required' } },
      },
    },
  },
};

function basisOf(blueprint: BlueprintDocument): BasisOfDesign {
  const { basis, findings } = designBlueprint(blueprint, { catalog, profiles });
  expect(findings).toEqual([]);
  return basis!;
}

function findingsOf(changes: Partial<BlueprintDocument>, using = profiles): Finding[] {
  const { basis, findings } = designBlueprint({ ...BLUEPRINT, ...changes }, { catalog, profiles: using });
  expect(basis).toBeUndefined();
  return findings;
}

describe('the basis of design', () => {
  const basis = basisOf(BLUEPRINT);

  it('bears its catalog, and the span of its prices', () => {
    expect(basis).toMatchObject({ format: 1, name: 'open-training', catalog: { sha256: catalog.sha256 } });
    expect(basis.catalog.pricesAsOf).toEqual(['2026-06-18', '2026-07-20']);
  });

  it('lists sites, clusters and pools by name', () => {
    expect(basis.sites.map((site) => site.name)).toEqual(['gavle', 'virginia']);
    expect(basis.sites[0]?.clusters[0]?.pools.map((pool) => pool.name)).toEqual(['large', 'small']);
    expect(basis.sites[1]?.clusters[0]?.pools.map((pool) => pool.name)).toEqual(['workers']);
  });

  it('gives pools their own fabric over the cluster’s', () => {
    expect(basis.sites[0]?.clusters[0]?.pools.map((pool) => pool.rdma)).toEqual([true, false]);
  });

  it('plans the stores, and tells the file system of RDMA as designed', () => {
    const cluster = basis.sites[1]!.clusters[0]!;
    expect(cluster.parallelFileSystems).toEqual([
      expect.objectContaining({ name: 'scratch', throughputGbps: 150, rdma: true, zone: 'us-east-1a' }),
    ]);
    expect(cluster.parallelFileSystems[0]?.capacityGib).toBeGreaterThanOrEqual(600 * 1024);
    expect(cluster.objectStores).toEqual([{ name: 'datasets' }]);
    expect(cluster).toMatchObject({ version: '1.34', scheduler: 'kubernetes', purpose: 'training' });
  });

  it('plans the network for every accelerator node', () => {
    expect(basis.sites.map((site) => site.network.fabricAddresses)).toEqual([24, 256]);
  });

  it('adds up, and names what a total lacks', () => {
    expect(basis.totals).toMatchObject({ accelerators: { 'a100-80gb': 32, 'h100-sxm': 1024, mi300x: 64 }, nodes: 140 });
    expect(basis.totals.itLoad.value).toBeCloseTo(1305.6 + 8 * 10.929 + 4 * 5.829, 6);
    expect(basis.totals.priceUsdPerHour).toMatchObject({
      value: undefined,
      note: 'unknown for mixed/small; the other parts come to 7429.12 USD/h',
    });
    expect(basis.sites[1]?.priceUsdPerHour.value).toBe(7045.12);
  });

  it('sorts its notices, each with the pool that it is about', () => {
    const lines = basis.notices.map((notice) => `${notice.code} ${notice.message}`);
    expect(lines).toEqual([...lines].sort());
    expect(lines.some((line) => line.startsWith('WF358 mixed/small: price unknown'))).toBe(true);
  });

  it('is the same in whatever order keys stand', () => {
    const reversed = JSON.parse(JSON.stringify(BLUEPRINT), (_key, value) =>
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).reverse())
        : value,
    );
    expect(Object.keys(reversed.clusters)).toEqual(['mixed', 'frontier']);
    expect(JSON.stringify(basisOf(reversed))).toBe(JSON.stringify(basis));
  });

  it('of other clusters stays as it is when one is added', () => {
    const more = basisOf({
      ...BLUEPRINT,
      sites: { ...BLUEPRINT.sites, extra: SITE_DOCUMENT },
      clusters: { ...BLUEPRINT.clusters, another: clusterDocument('l4', 8, { site: 'extra' }) },
    });
    expect(more.sites.find((site) => site.name === 'virginia')).toEqual(basis.sites[1]);
  });

  it('leaves the document alone', () => {
    const before = JSON.stringify(BLUEPRINT);
    basisOf(BLUEPRINT);
    expect(JSON.stringify(BLUEPRINT)).toBe(before);
  });

  it('asks nodes of a block from zero', () => {
    const block = clusterDocument('h100-sxm', 64, {
      site: 'virginia',
      capacity: { mode: 'block', reservation: 'cr-1' },
    });
    const pool = (changes: object) =>
      basisOf({ ...BLUEPRINT, clusters: { block: { ...block, ...changes } } }).sites[1]?.clusters[0]?.pools[0];
    expect(pool({})).toMatchObject({ nodes: 8, minimumNodes: 0 });
    expect(pool({ capacity: undefined })).toMatchObject({ nodes: 8, minimumNodes: 8 });
    expect(pool({ accelerators: { model: 'h100-sxm', count: 64, minimum: 9 } })).toMatchObject({ minimumNodes: 2 });
  });

  it('has a site with no cluster', () => {
    const empty = basisOf({ ...BLUEPRINT, clusters: {} });
    expect(empty.sites.map((site) => site.power.itLoad.value)).toEqual([0, 0]);
    expect(empty.stacks.map((stack) => stack.name)).toEqual(['gavle', 'virginia']);
  });
});

describe('findings', () => {
  it('name the targets when a site’s is unknown', () => {
    expect(findingsOf({ sites: { ...BLUEPRINT.sites, virginia: { ...SITE_DOCUMENT, target: 'awz' } } })).toEqual([
      expect.objectContaining({
        code: DesignCode.UNKNOWN_TARGET,
        path: ['sites', 'virginia', 'target'],
        expected: 'one of aws, azure',
        hint: 'did you mean "aws"?',
      }),
    ]);
  });

  it('name the sites when a cluster’s is unknown', () => {
    expect(findingsOf({ clusters: { frontier: clusterDocument('h100-sxm', 8, { site: 'virgina' }) } })).toEqual([
      expect.objectContaining({
        code: DesignCode.UNKNOWN_SITE,
        path: ['clusters', 'frontier', 'site'],
        hint: 'did you mean "virginia"?',
      }),
    ]);
  });

  it.each([
    [{ target: 'aws', region: 'us-eats-1', zone: 'x' }, 'did you mean "us-east-1"?'],
    [{ target: 'aws', region: 'swedencentral', zone: 'x' }, 'it is a region of azure: choose another target or region'],
  ])('refuse a region that is a slip: %j', (site, hint) => {
    const findings = findingsOf({ sites: { ...BLUEPRINT.sites, virginia: site } });
    expect(findings).toEqual([
      expect.objectContaining({ code: DesignCode.REGION, path: ['sites', 'virginia', 'region'], hint }),
    ]);
  });

  it('only warn of a region that the catalog may not know yet', () => {
    const sites = { ...BLUEPRINT.sites, virginia: { target: 'aws', region: 'moon-mare-1', zone: 'x' } };
    const { basis, findings } = designBlueprint({ ...BLUEPRINT, sites }, { catalog, profiles });
    expect(findings).toEqual([expect.objectContaining({ code: DesignCode.REGION, severity: Severity.WARNING })]);
    expect(basis?.sites).toHaveLength(2);
  });

  it('name the targets that have what this one lacks', () => {
    const lacking = fakeProfile({
      lacks: [
        Feature.STORAGE_PARALLEL,
        Feature.STORAGE_OBJECT,
        Feature.CAPACITY_RESERVED,
        Feature.SCHEDULER_KUBERNETES,
      ],
    });
    const findings = findingsOf({}, [lacking, fakeProfile({ cloud: 'azure' })]);
    expect(findings.map((finding) => `${finding.path.join('.')}: ${finding.message}; ${finding.hint}`)).toEqual([
      'clusters.frontier.scheduler: target aws has no scheduler kubernetes; targets that have it: azure',
      'clusters.frontier.capacity.mode: target aws has no capacity mode reserved; targets that have it: azure',
      'clusters.frontier.storage.datasets.kind: target aws has no storage of kind object; targets that have it: azure',
      'clusters.frontier.storage.scratch.kind: target aws has no storage of kind parallel; targets that have it: azure',
    ]);
  });

  it('of a program’s own words and quantities lead to the place', () => {
    const odd = {
      ...clusterDocument('h100-sxm', 8, { site: 'virginia' }),
      purpose: 'sleeping',
      accelerators: { memory: '80', count: 8, nodePower: '10 kWh' },
      capacity: { mode: 'free' },
    };
    const sites = { ...BLUEPRINT.sites, gavle: { ...BLUEPRINT.sites['gavle']!, power: { allotment: 'plenty' } } };
    const findings = findingsOf({ sites, clusters: { odd, other: { ...odd, purpose: 'batch' } } });
    expect(findings.map((finding) => finding.path.join('.'))).toEqual([
      'sites.gavle.power.allotment',
      'clusters.odd.purpose',
      'clusters.other.capacity.mode',
      'clusters.other.accelerators.nodePower',
      'clusters.other.accelerators.memory',
    ]);
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set([DesignCode.VALUE_UNREADABLE]));
  });

  it('come from all sites, clusters and targets at once', () => {
    const wrong = fakeProfile({
      siteFindings: [{ code: 'WF998', path: ['sites', 'virginia', 'zone'], message: 'no such zone' }],
    });
    const clusters = {
      a: clusterDocument('h100', 8, { site: 'virginia' }),
      b: clusterDocument('h200', 8, { site: 'gavle' }),
      c: clusterDocument('mi300x', 8, { site: 'virginia' }),
    };
    expect(
      findingsOf({ clusters }, [wrong, profiles[1]!]).map((finding) => `${finding.code} ${finding.path.join('.')}`),
    ).toEqual([
      'WF310 clusters.b.accelerators.model',
      'WF998 sites.virginia.zone',
      'WF310 clusters.a.accelerators.model',
      'WF311 clusters.c.accelerators.model',
    ]);
  });

  it('of the catalog refuse every design', () => {
    const broken = new Catalog({
      ...catalog,
      findings: [{ code: 'WF204', path: [], message: 'instances.csv:2: column vcpus: got "x"' }],
    });
    const { basis, findings } = designBlueprint(BLUEPRINT, { catalog: broken, profiles });
    expect(basis).toBeUndefined();
    expect(findings).toEqual(broken.findings);
  });
});
