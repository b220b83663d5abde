import fc from 'fast-check';
import { PlannedNetworks, refusalOfSubnet } from '../../../rehearsal/host/checks/networks';
import type { CloudObject } from '../../../rehearsal/host/cloud';
import { type ObjectValue, UNKNOWN } from '../../../rehearsal/host/values';

const vpc = { id: UNKNOWN, cidr_block: '10.0.0.0/16' };
const subnet = (cidr_block: string, vpc_id: ObjectValue[string] = UNKNOWN) => ({ vpc_id, cidr_block });
const vnet = { name: 'site', resource_group_name: 'rg', address_space: ['10.0.0.0/16', '10.2.0.0/16'] };
const azureSubnet = (name: string, ...address_prefixes: string[]) => ({
  name,
  address_prefixes,
  virtual_network_name: 'site',
  resource_group_name: 'rg',
});

describe('in a plan', () => {
  test('two subnets of the only network may not overlap', () => {
    const planned = new PlannedNetworks();
    expect(planned.plan('aws_vpc', vpc)).toEqual([]);
    expect(planned.plan('aws_subnet', subnet('10.0.0.0/20'))).toEqual([]);
    expect(planned.plan('aws_subnet', subnet('10.0.8.0/24'))).toEqual([
      {
        summary: 'Invalid value for "cidr_block"',
        detail:
          'got 10.0.8.0/24; allowed: a range apart from 10.0.0.0/20, which another subnet of the same network has',
        path: ['cidr_block'],
      },
    ]);
  });

  test('nothing is said where it is not certain which network a subnet is in', () => {
    const two = new PlannedNetworks();
    two.plan('aws_vpc', vpc);
    two.plan('aws_vpc', vpc);
    const other = new PlannedNetworks();
    other.plan('aws_vpc', vpc);
    other.read('aws_vpc');
    for (const planned of [two, other, new PlannedNetworks()]) {
      expect(
        [subnet('10.0.0.0/20'), subnet('10.0.0.0/20')].flatMap((each) => planned.plan('aws_subnet', each)),
      ).toEqual([]);
    }
  });

  test('networks that are known by name are told apart', () => {
    const planned = new PlannedNetworks();
    const in1 = subnet('10.0.0.0/20', 'vpc-1');
    expect([in1, subnet('10.0.0.0/20', 'vpc-2')].flatMap((each) => planned.plan('aws_subnet', each))).toEqual([]);
    expect(planned.plan('aws_subnet', in1)).toHaveLength(1);
  });

  test('a subnet of Azure lies within its network, and apart from the others', () => {
    const planned = new PlannedNetworks();
    planned.plan('azurerm_virtual_network', vnet);
    expect(planned.plan('azurerm_subnet', azureSubnet('a', '10.0.0.0/24', '10.2.0.0/24'))).toEqual([]);
    expect(planned.plan('azurerm_subnet', azureSubnet('b', '10.1.0.0/24'))).toEqual([
      expect.objectContaining({
        detail: expect.stringMatching(/within 10.0.0.0\/16, 10.2.0.0\/16/),
        path: ['address_prefixes', 0],
      }),
    ]);
    expect(planned.plan('azurerm_subnet', azureSubnet('c', '10.2.0.128/25'))).toHaveLength(1);
  });

  test('different subnets of one size, inside, are never refused', () => {
    const places = fc.uniqueArray(fc.integer({ min: 0, max: 255 }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(places, (thirds) => {
        const planned = new PlannedNetworks();
        planned.plan('azurerm_virtual_network', vnet);
        return thirds.every(
          (third) => planned.plan('azurerm_subnet', azureSubnet(`s${third}`, `10.0.${third}.0/24`)).length === 0,
        );
      }),
    );
  });
});

describe('the cloud', () => {
  const standing = (type: string, state: ObjectValue): CloudObject => ({
    type,
    realm: 'r',
    id: String(state['id']),
    state,
  });
  const objects = [
    standing('aws_vpc', { id: 'vpc-1', cidr_block: '10.0.0.0/16' }),
    standing('aws_vpc_ipv4_cidr_block_association', { id: 'a', vpc_id: 'vpc-1', cidr_block: '10.9.0.0/16' }),
    standing('aws_subnet', { id: 's', vpc_id: 'vpc-1', cidr_block: '10.0.0.0/20' }),
    standing('azurerm_virtual_network', { id: 'v', ...vnet }),
    standing('azurerm_subnet', { id: 'z', ...azureSubnet('a', '10.0.0.0/24') }),
  ];
  test.each([
    ['aws_subnet', subnet('10.0.16.0/20', 'vpc-1'), undefined],
    ['aws_subnet', subnet('10.9.0.0/20', 'vpc-1'), undefined],
    ['aws_subnet', subnet('10.0.0.0/20', 'vpc-2'), undefined],
    ['aws_subnet', subnet('10.0.8.0/24', 'vpc-1'), /InvalidSubnet.Conflict.*'10.0.8.0\/24' conflicts/],
    ['aws_subnet', subnet('10.1.0.0/24', 'vpc-1'), /InvalidSubnet.Range/],
    ['azurerm_subnet', azureSubnet('b', '10.2.0.0/24'), undefined],
    ['azurerm_subnet', azureSubnet('b', '10.0.0.0/25'), /NetcfgSubnetRangesOverlap.*'b'.*'site'/],
    ['azurerm_subnet', azureSubnet('b', '10.1.0.0/24'), /NetcfgInvalidSubnet/],
    ['aws_vpc', vpc, undefined],
  ])('%s %j', (type, object, words) => {
    const said = refusalOfSubnet(type, object as ObjectValue, objects);
    if (words === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(words);
  });
});
