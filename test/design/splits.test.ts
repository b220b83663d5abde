import type { BlueprintDocument } from '../../blueprints/language/document';
import { loadCatalog } from '../../catalog';
import { type BasisOfDesign, DesignCode, designBlueprint, type ITargetProfile } from '../../design';
import { clusterDocument, fakeProfile, SITE_DOCUMENT } from './fakes';

const catalog = loadCatalog();

function document(changes: Partial<BlueprintDocument> = {}): BlueprintDocument {
  return {
    wattform: 1,
    name: 'test',
    sites: { here: SITE_DOCUMENT },
    clusters: { frontier: clusterDocument('h100-sxm', 8) },
    ...changes,
  };
}

function basisOf(blueprint: BlueprintDocument, profile: ITargetProfile = fakeProfile()): BasisOfDesign {
  const { basis, findings } = designBlueprint(blueprint, { catalog, profiles: [profile] });
  expect(findings).toEqual([]);
  return basis!;
}

function findingsOf(blueprint: BlueprintDocument, profile: ITargetProfile = fakeProfile()) {
  const { basis, findings } = designBlueprint(blueprint, { catalog, profiles: [profile] });
  expect(basis).toBeUndefined();
  return findings;
}

const firstCluster = (basis: BasisOfDesign) => basis.sites[0]!.clusters[0]!;
const noticesOf = (basis: BasisOfDesign, code: DesignCode) => basis.notices.filter((notice) => notice.code === code);

describe('groups', () => {
  const accelerators = { model: 'h100-sxm', count: 2000, minimum: 900 };

  it('are full but for the last, numbered from 1, with the minimum in the first', () => {
    const basis = basisOf(document({ clusters: { frontier: clusterDocument('', 0, { accelerators }) } }));
    expect(firstCluster(basis).pools[0]!.groups).toEqual([
      { key: '1', maxNodes: 100, minNodes: 100 },
      { key: '2', maxNodes: 100, minNodes: 13 },
      { key: '3', maxNodes: 50, minNodes: 0 },
    ]);
  });

  it('keep their keys as the pool grows', () => {
    const keys = (count: number) => {
      const blueprint = document({ clusters: { frontier: clusterDocument('h100-sxm', count) } });
      return firstCluster(basisOf(blueprint)).pools[0]!.groups.map((group) => [group.key, group.maxNodes]);
    };
    expect(keys(1600)).toEqual([
      ['1', 100],
      ['2', 100],
    ]);
    expect(keys(1608)).toEqual([
      ['1', 100],
      ['2', 100],
      ['3', 1],
    ]);
  });

  it('are explained with the limit and its source', () => {
    const basis = basisOf(document({ clusters: { frontier: clusterDocument('h100-sxm', 2000) } }));
    expect(noticesOf(basis, DesignCode.SPLIT_INTO_GROUPS)).toEqual([
      {
        code: 'WF350',
        message:
          'frontier/workers: 250 nodes in 3 groups: at most 100 nodes or groups at most (nodes-per-group) (nodes-per-group)',
        sources: ['https://example.org/nodes-per-group (2026-01-02)'],
      },
    ]);
    expect(noticesOf(basis, DesignCode.FABRIC_ENDS_AT_GROUP)).toEqual([]);
    expect(firstCluster(basis).pools[0]!.why.at(-1)).toContain('3 groups: at most 100');
  });

  it('are where RDMA ends, when the limit is one of the fabric', () => {
    const basis = basisOf(
      document({ clusters: { frontier: clusterDocument('h100-sxm', 400) } }),
      fakeProfile({ fabricLimit: true }),
    );
    expect(firstCluster(basis).pools[0]!.groups).toHaveLength(3);
    expect(noticesOf(basis, DesignCode.FABRIC_ENDS_AT_GROUP)[0]?.message).toContain(
      'within a group of at most 20 nodes only',
    );
    const plain = clusterDocument('h100-sxm', 400, { fabric: { rdma: 'none' } });
    expect(
      firstCluster(basisOf(document({ clusters: { frontier: plain } }), fakeProfile({ fabricLimit: true }))).pools[0]!
        .groups,
    ).toHaveLength(1);
  });

  it('are no larger than one control plane holds beside its system nodes', () => {
    const profile = fakeProfile({ limits: { 'nodes-per-group': 500, 'nodes-per-cluster': 103 } });
    const basis = basisOf(document({ clusters: { frontier: clusterDocument('h100-sxm', 1600) } }), profile);
    expect(firstCluster(basis).controlPlanes.map((plane) => plane.pools[0]!.groups[0]!.maxNodes)).toEqual([100, 100]);
  });
});

describe('limits that were raised', () => {
  const raised = (limits: { [id: string]: number }) =>
    document({
      sites: { here: { ...SITE_DOCUMENT, limits } },
      clusters: { frontier: clusterDocument('h100-sxm', 2000) },
    });

  it('count, and the notice says who raised them', () => {
    expect(firstCluster(basisOf(raised({ 'nodes-per-group': 250 }))).pools[0]!.groups).toHaveLength(1);
    const [notice] = noticesOf(basisOf(raised({ 'nodes-per-group': 200 })), DesignCode.SPLIT_INTO_GROUPS);
    expect(notice?.message).toContain('raised from 100 by the blueprint');
  });

  it.each([
    [{ 'nodes-per-grp': 200 }, 'target aws has no limit "nodes-per-grp"', 'did you mean "nodes-per-group"?'],
    [
      { 'nodes-per-group': 50 },
      'limit nodes-per-group is 100 nodes or groups at most (nodes-per-group) without a request; got 50',
      'state only limits that the cloud has raised for you',
    ],
    [
      { 'groups-per-cluster': 60 },
      'limit groups-per-cluster is 30 nodes or groups at most (groups-per-cluster) and is not raised on request; got 60',
      'remove it; source: https://example.org/groups-per-cluster (2026-01-02)',
    ],
  ])('%j is refused', (limits, message, hint) => {
    const [id] = Object.keys(limits);
    expect(findingsOf(raised(limits as { [id: string]: number }))).toEqual([
      expect.objectContaining({
        code: DesignCode.LIMIT_OVERRIDE,
        path: ['sites', 'here', 'limits', id],
        message,
        hint,
      }),
    ]);
  });
});

describe('control planes', () => {
  const two = (first: number, second: number) =>
    document({
      clusters: {
        frontier: {
          site: 'here',
          purpose: 'training',
          scheduler: 'kubernetes',
          pools: {
            b: { accelerators: { model: 'h100-sxm', count: second } },
            a: { accelerators: { model: 'h100-sxm', count: first } },
          },
        },
      },
    });

  it('stay one within the limits', () => {
    const basis = basisOf(two(4000, 3200));
    expect(firstCluster(basis).controlPlanes.map((plane) => plane.name)).toEqual(['frontier']);
    expect(noticesOf(basis, DesignCode.SPLIT_INTO_CONTROL_PLANES)).toEqual([]);
  });

  it('become several past the nodes of one, whole groups in the order of pools', () => {
    const basis = basisOf(two(4000, 7200));
    const planes = firstCluster(basis).controlPlanes;
    expect(planes.map((plane) => [plane.name, plane.stack])).toEqual([
      ['frontier', 'here-frontier'],
      ['frontier-2', 'here-frontier-2'],
    ]);
    expect(
      planes.map((plane) =>
        plane.pools.map((share) => [share.pool, share.accelerators, share.groups.map((group) => group.key).join()]),
      ),
    ).toEqual([
      [
        ['a', 4000, '1,2,3,4,5'],
        ['b', 3200, '1,2,3,4'],
      ],
      [['b', 4000, '5,6,7,8,9']],
    ]);
    const [notice] = noticesOf(basis, DesignCode.SPLIT_INTO_CONTROL_PLANES);
    expect(notice?.message).toContain(
      '1400 nodes in 14 groups on 2 control planes, frontier to frontier-2: at most 1000',
    );
    expect(notice?.sources).toEqual(['https://example.org/nodes-per-cluster (2026-01-02)']);
  });

  it('become several past the groups of one, the system group included', () => {
    const profile = fakeProfile({ limits: { 'nodes-per-group': 10, 'groups-per-cluster': 11 } });
    const planes = firstCluster(basisOf(two(400, 480), profile)).controlPlanes;
    expect(planes.map((plane) => plane.pools.reduce((sum, share) => sum + share.groups.length, 0))).toEqual([10, 1]);
  });

  it('each have a stack after their site’s', () => {
    expect(basisOf(two(4000, 7200)).stacks).toEqual([
      { name: 'here', site: 'here', dependsOn: [] },
      { name: 'here-frontier', site: 'here', controlPlane: 'frontier', dependsOn: ['here'] },
      { name: 'here-frontier-2', site: 'here', controlPlane: 'frontier-2', dependsOn: ['here'] },
    ]);
  });

  it('may not take the name of a cluster', () => {
    const blueprint = document({
      clusters: { frontier: clusterDocument('h100-sxm', 16000), 'frontier-2': clusterDocument('h100-sxm', 8) },
    });
    expect(findingsOf(blueprint)).toEqual([
      expect.objectContaining({
        code: DesignCode.NAME_COLLISION,
        path: ['clusters', 'frontier'],
        at: 'key',
        message: expect.stringContaining('cluster frontier-2'),
      }),
    ]);
  });

  it('may not take a stack that another has', () => {
    const sites = { a: SITE_DOCUMENT, 'a-b': SITE_DOCUMENT };
    const clusters = {
      c: clusterDocument('h100-sxm', 8, { site: 'a-b' }),
      'b-c': clusterDocument('h100-sxm', 8, { site: 'a' }),
      b: clusterDocument('h100-sxm', 8, { site: 'a' }),
    };
    const findings = findingsOf(document({ sites, clusters }));
    expect(findings.map((finding) => [finding.code, finding.path.join('.')])).toEqual([
      [DesignCode.NAME_COLLISION, 'clusters.b'],
      [DesignCode.NAME_COLLISION, 'clusters.c'],
    ]);
  });
});

it('carries 80,000 accelerators with limits as large clouds have them', () => {
  const large = { 'nodes-per-group': 450, 'groups-per-cluster': 30, 'nodes-per-cluster': 5000 };
  const wide = basisOf(
    document({ clusters: { frontier: clusterDocument('h100-sxm', 80_000) } }),
    fakeProfile({ limits: large }),
  );
  expect(firstCluster(wide).pools[0]!.groups).toHaveLength(23);
  expect(firstCluster(wide).controlPlanes).toHaveLength(3);
  const narrow = { 'nodes-per-fabric': 100, 'groups-per-cluster': 100, 'nodes-per-cluster': 5000 };
  const profile = fakeProfile({ cloud: 'azure', limits: narrow, fabricLimit: true });
  const site = { target: 'azure', region: 'swedencentral', zone: '1' };
  const split = basisOf(
    document({ sites: { here: site }, clusters: { frontier: clusterDocument('mi300x', 80_000) } }),
    profile,
  );
  expect(firstCluster(split).pools[0]!.groups).toHaveLength(100);
  expect(split.totals).toMatchObject({ accelerators: { mi300x: 80_000 }, nodes: 10_000 });
});
