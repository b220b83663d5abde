import { Severity } from '../../../../blueprints/language/finding';
import { profile } from '../../../../constructs/targets/azure/profile';
import { CapacityMode, type ParallelFileSystemAsk, type PoolAsk, type SiteAsk } from '../../../../design/asks';
import { SubnetRole } from '../../../../design/basis';
import { Feature } from '../../../../design/target-profile';
import { instance, RESERVATION, siteAsk } from './samples';

const site = (more: Partial<SiteAsk>): SiteAsk => ({ ...siteAsk, ...more });
const codes = (more: Partial<SiteAsk>) => profile.checkSite(site(more)).map(({ code, path }) => [code, path.join('.')]);
const poolAsk = {} as PoolAsk;

describe('a site', () => {
  test('that is sound has no findings', () => {
    expect(profile.checkSite(site({ cidr: '10.20.0.0/16' }))).toEqual([]);
  });

  test.each<[string, Partial<SiteAsk>, string, string]>([
    ['region', { region: 'Sweden Central' }, 'WF550', 'sites.gavle.region'],
    ['zone', { zone: 'swedencentral-1' }, 'WF551', 'sites.gavle.zone'],
    ['zones', { zones: ['1', '4'] }, 'WF551', 'sites.gavle.zones.1'],
    ['account', { account: 'my-subscription' }, 'WF552', 'sites.gavle.account'],
    ['administrator', { administrators: ['ops@example.org'] }, 'WF553', 'sites.gavle.administrators.0'],
    ['block that is no /16', { cidr: '10.0.0.0/8' }, 'WF554', 'sites.gavle.network.cidr'],
    ['block not from its start', { cidr: '10.0.5.0/16' }, 'WF554', 'sites.gavle.network.cidr'],
    ['public block', { cidr: '20.0.0.0/16' }, 'WF554', 'sites.gavle.network.cidr'],
    ['no block at all', { cidr: 'wide' }, 'WF554', 'sites.gavle.network.cidr'],
    ['block of services', { cidr: '192.168.0.0/16' }, 'WF554', 'sites.gavle.network.cidr'],
  ])('of a wrong %s is refused there', (_what, more, code, path) => {
    expect(codes(more)).toEqual([[code, path]]);
  });

  test('may not take the block that InfiniBand takes, and is told why', () => {
    const [finding] = profile.checkSite(site({ cidr: '172.16.0.0/16' }));
    expect(finding.message).toBe('172.16.0.0/16 overlaps 172.16.0.0/16: InfiniBand takes it on every RDMA node');
  });
});

describe('system zones', () => {
  test('are all of the region, the accelerators’ first', () => {
    expect(profile.systemZones(site({ zone: '2' }))).toEqual(['2', '1', '3']);
  });

  test('are those that the site names', () => {
    expect(profile.systemZones(site({ zone: '2', zones: ['3', '2'] }))).toEqual(['2', '3']);
  });

  test('are none in a region without zones', () => {
    expect(profile.systemPool(site({ zone: undefined })).zones).toEqual([]);
  });
});

describe('capacity', () => {
  const check = (reservation?: string) =>
    profile.checkCapacity({ mode: CapacityMode.RESERVED, reservation }, ['clusters', 'a', 'capacity']);

  test('reserved wants the full id of a capacity reservation group', () => {
    expect(check(RESERVATION)).toEqual([]);
    expect(check('h100').map(({ path }) => path.at(-1))).toEqual(['reservation']);
    expect(check('cr-0123456789abcdef0')).toHaveLength(1);
    expect(check()).toHaveLength(1);
  });

  test('by fixed windows is not for sale', () => {
    expect(profile.features).not.toContain(Feature.CAPACITY_BLOCK);
    expect(profile.features).toContain(Feature.CAPACITY_RESERVED);
  });
});

describe('instance types', () => {
  test.each(['gb200', 'gb300'])('%s is refused with the argument that is missing', (acceleratorId) => {
    const refusal = profile.refuseInstance(instance('Standard_ND128isr_NDR_GB200_v6', { acceleratorId }), poolAsk);
    expect(refusal?.reason).toContain('Ubuntu2404');
    expect(refusal?.reason).toContain('azurerm 4.55');
  });

  test('of AMD are the MI300X only', () => {
    const of = (acceleratorId: string) => profile.refuseInstance(instance('Standard_X', { acceleratorId }), poolAsk);
    expect(of('mi300x')).toBeUndefined();
    expect(of('mi325x')?.reason).toContain('MI300X');
    expect(of('h100-sxm')).toBeUndefined();
  });

  test('with RDMA are held by the scale set, others by the node pool', () => {
    const value = (rdma: boolean) =>
      profile.limits.find(({ id }) => id === profile.nodesPerGroupLimit(instance('Standard_X'), rdma))!;
    expect(value(true)).toMatchObject({ value: 100, adjustable: true });
    expect(value(false)).toMatchObject({ value: 1000, adjustable: false });
  });
});

describe('limits', () => {
  test('each has a source and a date, and ids are unique', () => {
    for (const limit of profile.limits) {
      expect(limit.source).toMatch(/^https:\/\//);
      expect(limit.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(new Set(profile.limits.map(({ id }) => id)).size).toBe(profile.limits.length);
  });

  test('of a control plane are among them', () => {
    const ids = profile.limits.map(({ id }) => id);
    expect(ids).toContain(profile.controlPlaneLimits.nodes);
    expect(ids).toContain(profile.controlPlaneLimits.groups);
  });
});

describe('quotas', () => {
  const uses = (type: string, mode = CapacityMode.ON_DEMAND, more = {}) =>
    profile.quotasPerNode(instance(type, { vcpus: 96, ...more }), { mode });

  test('are the family and the region', () => {
    expect(uses('Standard_ND96isr_H100_v5').map(({ quota, perNode }) => [quota, perNode])).toEqual([
      ['Standard NDSH100v5 Family vCPUs', 96],
      ['Total Regional vCPUs', 96],
    ]);
  });

  test('of spot are one of the region’s own', () => {
    expect(uses('Standard_NC24ads_A100_v4', CapacityMode.SPOT).map(({ quota }) => quota)).toEqual([
      'Total Regional Spot vCPUs',
    ]);
  });

  test('of the system pool count the node that an upgrade adds', () => {
    const [family] = uses('Standard_D8ds_v5', CapacityMode.ON_DEMAND, { class: 'cpu', vcpus: 8 });
    expect(family.quota).toBe('Standard DDSv5 Family vCPUs');
    expect(family.perNode! * 3).toBeCloseTo(32, 9);
  });

  test('say so when the family’s name or the vCPUs are not known', () => {
    const [family, total] = uses('Standard_ND96isr_H200_v5', CapacityMode.ON_DEMAND, { vcpus: undefined });
    expect(family.note).toContain('unverified');
    expect(total.perNode).toBeUndefined();
  });
});

describe('addresses', () => {
  test('follow the role, whatever the size', () => {
    const small = profile.planNetwork(siteAsk, 1).plan!;
    const large = profile.planNetwork(siteAsk, 20000).plan!;
    expect(large.subnets).toEqual(small.subnets);
    expect(small.subnets.map(({ role, cidr }) => [role, cidr])).toEqual([
      [SubnetRole.SYSTEM, '10.0.0.0/20'],
      [SubnetRole.STORAGE, '10.0.16.0/20'],
      [SubnetRole.ENDPOINTS, '10.0.32.0/22'],
      [SubnetRole.FABRIC, '10.0.128.0/17'],
    ]);
    expect(small).toMatchObject({ podCidr: '100.64.0.0/10', serviceCidr: '192.168.0.0/20' });
  });

  test('follow the site’s block', () => {
    const { plan } = profile.planNetwork(site({ cidr: '172.20.0.0/16' }), 1);
    expect(plan!.subnets.at(-1)!.cidr).toBe('172.20.128.0/17');
  });

  test('that run out are a finding with both numbers', () => {
    expect(profile.planNetwork(siteAsk, 32763).findings).toEqual([]);
    const { plan, findings } = profile.planNetwork(siteAsk, 32764);
    expect(plan).toBeUndefined();
    expect(findings[0]).toMatchObject({ code: 'WF555' });
    expect(findings[0].message).toMatch(/32764 .* 32763/);
  });
});

describe('managed lustre', () => {
  const plan = (capacityTib: number, throughputGbps?: number, zone: string | undefined = '1') =>
    profile.planParallelFileSystem({
      name: 'scratch',
      path: ['clusters', 'a', 'storage', 'scratch'],
      capacityGib: capacityTib * 1024,
      throughputGbps,
      rdma: true,
      zone,
    } satisfies ParallelFileSystemAsk);

  test.each<[number, number | undefined, string, number, number]>([
    [100, 20, 'AMLFS-Durable-Premium-250', 104, 26],
    [10, undefined, 'AMLFS-Durable-Premium-125', 16, 2],
    [1, undefined, 'AMLFS-Durable-Premium-500', 4, 2],
    [100, undefined, 'AMLFS-Durable-Premium-40', 144, 5.76],
    [700, undefined, 'AMLFS-Durable-Premium-40', 720, 28.8],
    [10, 10, 'AMLFS-Durable-Premium-500', 20, 10],
  ])('%s TiB and %s GB/s are %s of %s TiB', (capacity, throughput, tier, boughtTib, gbps) => {
    const { design, findings } = plan(capacity, throughput);
    expect(findings).toEqual([]);
    expect(design).toMatchObject({ tier, capacityGib: boughtTib * 1024, throughputGbps: gbps, zone: '1' });
  });

  test('past what is sold without asking is designed, with a warning', () => {
    const { design, findings } = plan(600, 150);
    expect(design).toMatchObject({ tier: 'AMLFS-Durable-Premium-250', capacityGib: 600 * 1024, throughputGbps: 150 });
    expect(findings).toEqual([expect.objectContaining({ code: 'WF559', severity: Severity.WARNING })]);
  });

  test('past what is sold at all is refused', () => {
    const { design, findings } = plan(3000);
    expect(design).toBeUndefined();
    expect(findings[0].code).toBe('WF558');
  });

  test('wants a zone', () => {
    const { design, findings } = profile.planParallelFileSystem({ name: 's', path: [], capacityGib: 1, rdma: false });
    expect(design).toBeUndefined();
    expect(findings[0].code).toBe('WF557');
  });
});

test('the profile loads neither the CDK nor bindings', () => {
  jest.isolateModules(() => {
    jest.doMock('cdktf', () => {
      throw new Error('the profile loaded the CDK');
    });
    expect(require('../../../../constructs/targets/azure/profile').profile.name).toBe('azure');
  });
});
