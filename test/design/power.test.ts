import type { BlueprintDocument, ClusterDocument } from '../../blueprints/language/document';
import { Severity } from '../../blueprints/language/finding';
import { loadCatalog } from '../../catalog';
import { DesignCode, designBlueprint, PowerLimit } from '../../design';
import { clusterDocument, fakeProfile, SITE_DOCUMENT } from './fakes';

const catalog = loadCatalog();

function design(allotment: string | undefined, clusters: { [name: string]: ClusterDocument }) {
  const power = allotment === undefined ? undefined : { allotment };
  const blueprint: BlueprintDocument = {
    wattform: 1,
    name: 'test',
    sites: { here: { ...SITE_DOCUMENT, power } },
    clusters,
  };
  return designBlueprint(blueprint, { catalog, profiles: [fakeProfile()] });
}

// 16 and 48 nodes of 10.2 kW: 163.2 and 489.6 kW.
const TWO = { big: clusterDocument('h100-sxm', 384), small: clusterDocument('h100-sxm', 128) };

describe('an allotment', () => {
  it('holds when the nodes draw no more, to the last watt', () => {
    for (const allotment of ['652.8 kW', '0.6528 MW', '3 MW']) {
      const { basis, findings } = design(allotment, TWO);
      expect(findings).toEqual([]);
      expect(basis?.sites[0]?.power).toMatchObject({ limit: PowerLimit.HOLDS, itLoad: { value: 652.8 } });
    }
  });

  it('refuses a design that draws a watt more, naming both numbers and each cluster’s part', () => {
    const { basis, findings } = design('652.799 kW', TWO);
    expect(basis).toBeUndefined();
    expect(findings).toEqual([
      {
        code: DesignCode.ALLOTMENT_EXCEEDED,
        severity: Severity.ERROR,
        path: ['sites', 'here', 'power', 'allotment'],
        message:
          'the accelerator nodes of site here draw 652.8 kW (0.6528 MW), and its allotment is 652.799 kW (0.652799 MW): big 489.6 kW (0.4896 MW), small 163.2 kW (0.1632 MW)',
        expected: 'at most 652.799 kW (0.652799 MW)',
        hint: 'take away 0.001 kW (0.000001 MW), or raise the allotment',
      },
    ]);
  });

  it('is divided in proportion to the load, and the parts never exceed the whole', () => {
    const { basis } = design('1 MW', TWO);
    expect(basis?.sites[0]?.clusters.map((cluster) => [cluster.name, cluster.powerBudgetKw])).toEqual([
      ['big', 750],
      ['small', 250],
    ]);
    expect(basis?.sites[0]?.clusters[0]?.controlPlanes[0]?.powerBudgetKw).toBe(750);
  });

  it('that just holds leaves every part its load', () => {
    const { basis } = design('652.8 kW', TWO);
    expect(basis?.sites[0]?.clusters.map((cluster) => cluster.powerBudgetKw)).toEqual([489.6, 163.2]);
  });

  it('is divided among the control planes of one cluster', () => {
    const { basis } = design('20 MW', { frontier: clusterDocument('h100-sxm', 12_000) });
    const [cluster] = basis!.sites[0]!.clusters;
    expect(cluster?.controlPlanes.map((plane) => plane.powerBudgetKw)).toEqual([12_000, 8_000]);
    expect(cluster?.powerBudgetKw).toBe(20_000);
  });

  it('cannot be claimed to hold where a node’s power is unknown: a warning and a notice', () => {
    const { basis, findings } = design('1 MW', { ...TWO, third: clusterDocument('trainium1', 16) });
    expect(findings).toEqual([
      expect.objectContaining({
        code: DesignCode.ALLOTMENT_UNCLAIMED,
        severity: Severity.WARNING,
        path: ['sites', 'here', 'power', 'allotment'],
        message: expect.stringContaining('unknown for third/workers; the other parts come to 652.8 kW'),
      }),
    ]);
    expect(basis?.sites[0]?.power).toMatchObject({ limit: PowerLimit.UNCLAIMED, itLoad: { value: undefined } });
    expect(basis?.sites[0]?.clusters.map((cluster) => cluster.powerBudgetKw)).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(basis?.notices.map((notice) => notice.code)).toContain(DesignCode.ALLOTMENT_UNCLAIMED);
    expect(basis?.totals.itLoad.value).toBeUndefined();
  });

  it('is refused all the same when what is known exceeds it', () => {
    const { basis, findings } = design('600 kW', { ...TWO, third: clusterDocument('trainium1', 16) });
    expect(basis).toBeUndefined();
    expect(findings.map((finding) => finding.code)).toEqual([
      DesignCode.ALLOTMENT_EXCEEDED,
      DesignCode.ALLOTMENT_UNCLAIMED,
    ]);
    expect(findings[0]?.message).toContain('third unknown');
  });

  it('holds on a stated figure', () => {
    const third = clusterDocument('', 0, { accelerators: { model: 'trainium1', count: 16, nodePower: '9 kW' } });
    const { basis, findings } = design('700 kW', { ...TWO, third });
    expect(findings).toEqual([]);
    expect(basis?.sites[0]?.power).toMatchObject({ limit: PowerLimit.HOLDS, itLoad: { value: 661.8 } });
  });

  it('that is not set limits nothing and divides nothing', () => {
    const { basis } = design(undefined, TWO);
    expect(basis?.sites[0]?.power).toMatchObject({ allotmentKw: undefined, limit: PowerLimit.NONE });
    expect(basis?.sites[0]?.clusters[0]?.powerBudgetKw).toBeUndefined();
  });
});

it('says that system nodes are not in the power and the price', () => {
  const { basis } = design('1 MW', TWO);
  expect(basis?.notices).toContainEqual(
    expect.objectContaining({
      code: DesignCode.SYSTEM_NODES_NOT_COUNTED,
      message: expect.stringContaining('6 system nodes (m7i.2xlarge)'),
    }),
  );
});
