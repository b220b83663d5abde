import { type AwsProfile, profile } from '../../../../constructs/targets/aws/profile';
import { CapacityMode } from '../../../../design/asks';
import { capacityAsk, instance, siteAsk } from './samples';

describe('a site', () => {
  test('that is right has no findings', () => {
    const site = siteAsk({
      account: '012345678901',
      cidr: '10.20.0.0/16',
      zones: ['us-east-1a', 'us-east-1d'],
      administrators: [
        'arn:aws:iam::012345678901:role/aws-reserved/sso/Platform',
        'arn:aws-us-gov:iam::012345678901:user/a',
      ],
    });
    expect(profile.checkSite(site)).toEqual([]);
  });

  test.each([
    ['no region', { region: 'virginia' }, 'WF410', ['sites', 'virginia', 'region']],
    ['no zone', { zone: undefined }, 'WF411', ['sites', 'virginia']],
    ['a zone of another region', { zone: 'us-east-2a' }, 'WF412', ['sites', 'virginia', 'zone']],
    ['a zone id', { zone: 'use1-az1' }, 'WF412', ['sites', 'virginia', 'zone']],
    ['a Local Zone', { zone: 'us-east-1-dfw-2a' }, 'WF412', ['sites', 'virginia', 'zone']],
    ['a bare letter', { zone: 'a' }, 'WF412', ['sites', 'virginia', 'zone']],
    ['a foreign system zone', { zones: ['us-east-1a', 'us-west-2b'] }, 'WF412', ['sites', 'virginia', 'zones', '1']],
    ['one zone only', { zones: ['us-east-1a'] }, 'WF413', ['sites', 'virginia', 'zones']],
    ['a zone twice', { zones: ['us-east-1b', 'us-east-1b'] }, 'WF413', ['sites', 'virginia', 'zones']],
    ['a short account', { account: '1234' }, 'WF414', ['sites', 'virginia', 'account']],
    ['an address', { administrators: ['me@example.org'] }, 'WF415', ['sites', 'virginia', 'administrators', '0']],
    [
      'a session',
      { administrators: ['arn:aws:sts::012345678901:assumed-role/a/b'] },
      'WF415',
      ['sites', 'virginia', 'administrators', '0'],
    ],
    ['a /20', { cidr: '10.0.0.0/20' }, 'WF416', ['sites', 'virginia', 'network', 'cidr']],
    ['a public block', { cidr: '8.8.0.0/16' }, 'WF416', ['sites', 'virginia', 'network', 'cidr']],
    ['a block off its boundary', { cidr: '10.0.1.0/16' }, 'WF416', ['sites', 'virginia', 'network', 'cidr']],
    ['no block', { cidr: '10.0.0.0' }, 'WF416', ['sites', 'virginia', 'network', 'cidr']],
    ['text', { cidr: 'ten' }, 'WF416', ['sites', 'virginia', 'network', 'cidr']],
  ])('with %s has one finding, with the way out', (_, changes, code, path) => {
    const findings = profile.checkSite(siteAsk(changes));
    expect(findings.map((finding) => [finding.code, finding.path])).toEqual([[code, path]]);
    expect(findings[0]!.expected).toBeTruthy();
    expect(findings[0]!.message).toMatch(/^[^A-Z].*[^.]$/);
  });
});

test.each([
  { region: '../..' },
  { zone: 'use1-az1' },
  { zone: '' },
  { zone: '\u{1F600}' },
  { zones: [] },
  { zones: [''] },
  { zones: ['us-east-1z'] },
  { cidr: 'ten' },
  { cidr: '10.0.0.0/33' },
  { cidr: '::/16' },
  { cidr: '' },
  { account: '__proto__' },
  { limits: { 'cidr-blocks-per-vpc': Number.NaN } },
])('a wrong site %j throws nowhere, and is never a plan without a finding', (changes) => {
  const site = siteAsk(changes);
  const network = profile.planNetwork(site, 100_000);
  expect(profile.systemPool(site).nodes).toBe(3);
  expect([...profile.checkSite(site), ...network.findings].length).toBeGreaterThan(0);
});

describe('system zones', () => {
  test.each([
    ['us-east-1', 'us-east-1a', undefined, ['us-east-1a', 'us-east-1b', 'us-east-1c']],
    ['us-east-1', 'us-east-1f', undefined, ['us-east-1f', 'us-east-1a', 'us-east-1b']],
    ['eu-north-1', 'eu-north-1b', undefined, ['eu-north-1b', 'eu-north-1a', 'eu-north-1c']],
    ['us-west-1', 'us-west-1c', undefined, ['us-west-1c', 'us-west-1a']],
    ['ap-northeast-1', 'ap-northeast-1d', undefined, ['ap-northeast-1d', 'ap-northeast-1a', 'ap-northeast-1c']],
    ['us-east-1', 'us-east-1b', ['us-east-1d', 'us-east-1b'], ['us-east-1b', 'us-east-1d']],
  ])('%s %s %j', (region, zone, zones, expected) => {
    expect(profile.systemZones(siteAsk({ region, zone, zones }))).toEqual(expected);
  });

  test('the system pool spreads over them', () => {
    expect(profile.systemPool(siteAsk())).toEqual({
      instanceType: 'm7i.2xlarge',
      nodes: 3,
      zones: ['us-east-1a', 'us-east-1b', 'us-east-1c'],
    });
  });
});

describe('quotas', () => {
  test.each([
    ['p5.48xlarge', CapacityMode.ON_DEMAND, 'Running On-Demand P instances (L-417A185B)'],
    ['p5.48xlarge', CapacityMode.RESERVED, 'Running On-Demand P instances (L-417A185B)'],
    ['p5en.48xlarge', CapacityMode.SPOT, 'All P5 Spot Instance Requests (L-C4BD4855)'],
    ['p4d.24xlarge', CapacityMode.SPOT, 'All P4, P3 and P2 Spot Instance Requests (L-7212CCBC)'],
    ['p6-b200.48xlarge', CapacityMode.ON_DEMAND, 'Running On-Demand P instances (L-417A185B)'],
    ['g6e.48xlarge', CapacityMode.ON_DEMAND, 'Running On-Demand G and VT instances (L-DB2E81BA)'],
    ['trn1.32xlarge', CapacityMode.ON_DEMAND, 'Running On-Demand Trn instances (L-2C3B7624)'],
    ['inf2.48xlarge', CapacityMode.SPOT, 'All Inf Spot Instance Requests (L-B5D1601B)'],
    [
      'm7i.2xlarge',
      CapacityMode.ON_DEMAND,
      'Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances (L-1216C47A)',
    ],
    ['hpc7g.16xlarge', CapacityMode.ON_DEMAND, 'Running On-Demand HPC instances (L-F7808C92)'],
  ])('%s %s counts against %s', (instanceType, mode, quota) => {
    const [compute] = profile.quotasPerNode(instance({ instanceType, vcpus: 192 }), capacityAsk({ mode }));
    expect(compute).toMatchObject({ quota, unit: 'vCPU', perNode: 192 });
    expect(compute!.source).toContain('https://');
  });

  test('a capacity block counts places, not vCPUs', () => {
    const quotas = profile.quotasPerNode(
      instance({ instanceType: 'p5.48xlarge', vcpus: 192 }),
      capacityAsk({ mode: CapacityMode.BLOCK }),
    );
    expect(quotas[0]).toMatchObject({ quota: 'Instances in one Capacity Block', unit: 'node', perNode: 1 });
  });

  test('an unknown vCPU count stays unknown', () => {
    const [compute] = profile.quotasPerNode(instance({ instanceType: 'trn2.3xlarge' }), capacityAsk());
    expect(compute!.perNode).toBeUndefined();
  });

  test('each EFA interface takes an address unit of the VPC', () => {
    const [, units] = profile.quotasPerNode(
      instance({ instanceType: 'p5.48xlarge', rdmaInterfaces: 32 }),
      capacityAsk(),
    );
    expect(units).toMatchObject({ quota: 'Network Address Usage of one VPC (L-BB24F6E5)', perNode: 35 });
  });
});

describe('capacity', () => {
  const path = ['clusters', 'frontier', 'capacity'];
  const ok = [
    { mode: CapacityMode.RESERVED, reservation: 'cr-0123456789abcdef0' },
    { mode: CapacityMode.RESERVED, reservation: 'cr-01234567' },
    { mode: CapacityMode.RESERVED, reservation: 'open' },
    { mode: CapacityMode.RESERVED, reservation: '${TfToken[TOKEN.12]}' },
    { mode: CapacityMode.RESERVED, reservation: 'arn:aws:resource-groups:us-east-1:012345678901:group/h100' },
    { mode: CapacityMode.BLOCK, reservation: 'cr-0123456789abcdef0' },
    { mode: CapacityMode.BLOCK, starts: '2027-01-01T00:00:00Z', ends: '2027-01-02T00:00:00Z' },
    { mode: CapacityMode.ON_DEMAND },
  ];
  test.each(ok)('%j is right', (capacity) => {
    expect(profile.checkCapacity(capacity, path)).toEqual([]);
  });

  test.each([
    [{ mode: CapacityMode.RESERVED, reservation: 'h100' }, 'WF418', 'reservation'],
    [{ mode: CapacityMode.RESERVED, reservation: 'cr-0123' }, 'WF418', 'reservation'],
    [{ mode: CapacityMode.RESERVED, reservation: 'cr-0123456789ABCDEF0' }, 'WF418', 'reservation'],
    [{ mode: CapacityMode.BLOCK, reservation: 'open' }, 'WF418', 'reservation'],
    [{ mode: CapacityMode.BLOCK, starts: '2027-01-01T00:00:00Z', ends: '2027-01-01T00:30:00Z' }, 'WF419', 'ends'],
  ])('%j is refused', (capacity, code, key) => {
    const findings = profile.checkCapacity(capacity, path);
    expect(findings.map((finding) => [finding.code, finding.path])).toEqual([[code, [...path, key]]]);
  });
});

test('limits that the design refers to exist, each with source and date', () => {
  const ids = profile.limits.map((limit) => limit.id);
  const used = [
    profile.nodesPerGroupLimit(instance({ instanceType: 'p5.48xlarge' }), true),
    profile.controlPlaneLimits.nodes,
    profile.controlPlaneLimits.groups,
  ];
  expect(used.every((id) => ids.includes(id))).toBe(true);
  for (const limit of profile.limits) {
    expect(limit.source).toMatch(/^https:\/\//);
    expect(limit.asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test('the profile loads without the CDK', () => {
  jest.isolateModules(() => {
    jest.doMock('cdktf', () => {
      throw new Error('cdktf was loaded');
    });
    const loaded = jest.requireActual<{ profile: AwsProfile }>('../../../../constructs/targets/aws/profile');
    expect(loaded.profile.name).toBe('aws');
    expect(() => require('cdktf')).toThrow('cdktf was loaded');
  });
});
