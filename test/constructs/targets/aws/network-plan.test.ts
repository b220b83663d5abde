import fc from 'fast-check';
import { Address4 } from 'ip-address';
import { profile } from '../../../../constructs/targets/aws/profile';
import { SubnetRole } from '../../../../design/basis';
import { siteAsk } from './samples';

const FABRIC_1 = 32_763;
const BLOCK = 65_531;

function plan(fabricAddresses: number, changes = {}) {
  return profile.planNetwork(siteAsk(changes), fabricAddresses).plan!;
}

test('a small site has one block, each role in its place', () => {
  const { cidr, secondaryCidrs, subnets, serviceCidr } = plan(96);
  expect(cidr).toBe('10.0.0.0/16');
  expect(secondaryCidrs).toEqual([]);
  expect(serviceCidr).toBe('172.20.0.0/16');
  expect(Object.fromEntries(subnets.map((subnet) => [subnet.key, `${subnet.cidr} ${subnet.zone}`]))).toEqual({
    'system-a': '10.0.0.0/22 us-east-1a',
    'system-b': '10.0.4.0/22 us-east-1b',
    'system-c': '10.0.8.0/22 us-east-1c',
    'endpoints-a': '10.0.32.0/24 us-east-1a',
    'endpoints-b': '10.0.33.0/24 us-east-1b',
    'endpoints-c': '10.0.34.0/24 us-east-1c',
    storage: '10.0.48.0/20 us-east-1a',
    'fabric-1': '10.0.128.0/17 us-east-1a',
    'fabric-b': '10.0.72.0/21 us-east-1b',
    'fabric-c': '10.0.80.0/21 us-east-1c',
  });
});

test('growth adds blocks and renumbers nothing', () => {
  const small = plan(FABRIC_1);
  const large = plan(FABRIC_1 + 2 * BLOCK);
  expect(small.secondaryCidrs).toEqual([]);
  expect(plan(FABRIC_1 + 1).secondaryCidrs).toEqual(['100.64.0.0/16']);
  expect(large.secondaryCidrs).toEqual(['100.64.0.0/16', '100.65.0.0/16']);
  expect(large.subnets).toEqual(expect.arrayContaining(small.subnets));
  expect(
    large.subnets.filter((subnet) => subnet.role === SubnetRole.FABRIC && subnet.zone === 'us-east-1a'),
  ).toHaveLength(3);
});

test('another zone renumbers nothing', () => {
  const before = plan(96, { zones: ['us-east-1a', 'us-east-1d'] });
  const after = plan(96, { zones: ['us-east-1a', 'us-east-1b', 'us-east-1d'] });
  expect(after.subnets).toEqual(expect.arrayContaining(before.subnets));
});

test('more blocks than the default are asked of AWS: a plan, and a warning that names both numbers', () => {
  const result = profile.planNetwork(siteAsk(), FABRIC_1 + 5 * BLOCK);
  expect(result.plan!.secondaryCidrs).toHaveLength(5);
  expect(result.findings).toHaveLength(1);
  expect(result.findings[0]).toMatchObject({ code: 'WF417', severity: 'warning', path: ['sites', 'virginia'] });
  expect(result.findings[0]!.message).toContain('need 6 address blocks');
  expect(result.findings[0]!.message).toContain('may have 5');
  expect(result.findings[0]!.expected).toContain('https://');
  expect(result.findings[0]!.hint).toContain('cidr-blocks-per-vpc: 6');
});

test('what the blueprint states as granted is kept', () => {
  const granted = (blocks: number) =>
    profile.planNetwork(siteAsk({ limits: { 'cidr-blocks-per-vpc': blocks } }), FABRIC_1 + 6 * BLOCK);
  expect(granted(7).findings).toEqual([]);
  expect(granted(7).plan).toBeDefined();
  expect(granted(6).plan).toBeUndefined();
  expect(granted(6).findings).toMatchObject([{ code: 'WF417', severity: 'error' }]);
});

test.each<{ readonly [limit: string]: number }>([{}, { 'cidr-blocks-per-vpc': 50 }, { 'cidr-blocks-per-vpc': 80 }])(
  'past what AWS grants, the way out is another site (%j)',
  (limits) => {
    const result = profile.planNetwork(siteAsk({ limits }), 51 * BLOCK);
    expect(result.plan).toBeUndefined();
    expect(result.findings).toMatchObject([{ severity: 'error' }]);
    expect(result.findings[0]!.hint).toContain('several sites');
    expect(result.findings[0]!.hint).not.toContain('limits:');
  },
);

test('the service block does not meet the network', () => {
  expect(plan(96, { cidr: '172.20.0.0/16' }).serviceCidr).toBe('10.100.0.0/16');
});

test('for any size: subnets lie in their blocks, do not overlap, and hold the addresses', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 40 * BLOCK }),
      fc.constantFrom('a', 'b', 'c', 'd', 'f'),
      (addresses, letter) => {
        const result = plan(addresses, { zone: `us-east-1${letter}`, limits: { 'cidr-blocks-per-vpc': 50 } });
        const blocks = [result.cidr, ...result.secondaryCidrs].map((each) => new Address4(each));
        const subnets = result.subnets.map((each) => new Address4(each.cidr));
        for (const [index, subnet] of subnets.entries()) {
          expect(blocks.some((block) => subnet.isInSubnet(block))).toBe(true);
          expect(subnet.startAddress().address).toBe(subnet.addressMinusSuffix);
          for (const other of subnets.slice(index + 1)) {
            expect(subnet.isInSubnet(other) || other.isInSubnet(subnet)).toBe(false);
          }
        }
        const room = result.subnets
          .filter((each) => each.role === SubnetRole.FABRIC && each.zone === `us-east-1${letter}`)
          .reduce((sum, each) => sum + 2 ** (32 - Number(each.cidr.split('/')[1])) - 5, 0);
        expect(room).toBeGreaterThanOrEqual(addresses);
        expect(new Set(result.subnets.map((each) => each.key)).size).toBe(result.subnets.length);
      },
    ),
    { numRuns: 60 },
  );
});
