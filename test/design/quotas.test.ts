import type { BlueprintDocument, ClusterDocument } from '../../blueprints/language/document';
import { Catalog, loadCatalog } from '../../catalog';
import { designBlueprint, type QuotaDemand } from '../../design';
import { clusterDocument, fakeProfile, SITE_DOCUMENT } from './fakes';

const catalog = loadCatalog();

function quotas(clusters: { [name: string]: ClusterDocument }, from: Catalog = catalog): QuotaDemand[] {
  const blueprint: BlueprintDocument = { wattform: 1, name: 'test', sites: { here: SITE_DOCUMENT }, clusters };
  const { basis, findings } = designBlueprint(blueprint, { catalog: from, profiles: [fakeProfile()] });
  expect(findings).toEqual([]);
  return basis!.quotas;
}

const named = (demands: QuotaDemand[], quota: string) => demands.find((demand) => demand.quota === quota);

it('adds up every pool at its maximum by the cloud’s own quota, and the system nodes of every control plane', () => {
  const demands = quotas({
    a: clusterDocument('h100-sxm', 64),
    b: clusterDocument('l4', 16),
    c: clusterDocument('l4', 8, { capacity: { mode: 'spot' } }),
  });
  expect(named(demands, 'vCPUs of gpu types, on-demand')).toEqual({
    cloud: 'aws',
    region: 'us-east-1',
    site: 'here',
    quota: 'vCPUs of gpu types, on-demand',
    unit: 'vCPU',
    demand: 8 * 192 + 2 * 192,
    instanceTypes: ['g6.48xlarge', 'p5.48xlarge'],
    sources: ['https://example.org/quotas (2026-01-02)'],
  });
  expect(named(demands, 'vCPUs of gpu types, spot')?.demand).toBe(192);
  expect(named(demands, 'vCPUs of cpu types, on-demand')).toMatchObject({
    demand: 3 * 3 * 8,
    instanceTypes: ['m7i.2xlarge'],
  });
});

it('counts accelerators by model and addresses of the network', () => {
  const demands = quotas({ a: clusterDocument('h100-sxm', 64), b: clusterDocument('h100-sxm', 8) });
  expect(named(demands, 'H100 SXM5 80GB accelerators')).toMatchObject({ demand: 72, unit: 'accelerator' });
  expect(named(demands, 'IPv4 addresses of the site network')).toMatchObject({
    demand: 9 * 2 + 6 * 2,
    unit: 'address',
  });
});

it('is unknown, with what is known, where a type’s share is unknown', () => {
  const instances = catalog.instances.map((row) =>
    row.instanceType === 'g6.48xlarge' ? { ...row, vcpus: undefined } : row,
  );
  const demands = quotas(
    { a: clusterDocument('h100-sxm', 64), b: clusterDocument('l4', 16) },
    new Catalog({ ...catalog, instances }),
  );
  expect(named(demands, 'vCPUs of gpu types, on-demand')).toMatchObject({
    demand: undefined,
    note: 'vCPU of g6.48xlarge unknown; the others come to 1536',
  });
});

it('warns, with both numbers, where a site needs more than the cloud is known to grant one site', () => {
  const profile = {
    ...fakeProfile(),
    quotasPerNode: () => [
      { quota: 'ports', unit: 'port', perNode: 2, maximum: 20, source: 'https://example.org (2026-01-02)' },
    ],
  };
  const of = (count: number) => {
    const clusters = { a: clusterDocument('h100-sxm', count) };
    const blueprint: BlueprintDocument = { wattform: 1, name: 'test', sites: { here: SITE_DOCUMENT }, clusters };
    return designBlueprint(blueprint, { catalog, profiles: [profile] });
  };
  expect(of(7 * 8).findings).toEqual([]);
  const { findings, basis } = of(8 * 8);
  expect(basis).toBeDefined();
  expect(findings).toMatchObject([
    {
      code: 'WF322',
      severity: 'warning',
      path: ['sites', 'here'],
      message: expect.stringMatching(/22 of "ports".*20/),
    },
  ]);
});
