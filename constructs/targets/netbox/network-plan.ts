import { Address4 } from 'ip-address';
import type { SiteAsk } from '../../../design/asks';
import { SubnetRole } from '../../../design/basis';
import type { NetworkPlanResult } from '../../../design/target-profile';
import { NetboxCode } from './codes';

/** Default block of a site: outside of the fabric's default blocks. */
export const DEFAULT_CIDR = '10.128.0.0/16';

/**
 * The layout of a site's /16, by role: growth fills a block and never renumbers one. The blocks of the fabric's own addresses
 * (loopbacks, links, out of band) are the fabric's to plan and lie outside.
 */
const LAYOUT = [
  { key: 'system', role: SubnetRole.SYSTEM, offset: 0, length: 20 },
  { key: 'storage', role: SubnetRole.STORAGE, offset: 0x1000, length: 20 },
  { key: 'nodes', role: SubnetRole.FABRIC, offset: 0x8000, length: 17 },
];

/** Network, broadcast and gateway. */
const RESERVED_ADDRESSES = 3;
const NODE_ADDRESSES = 2 ** (32 - 17) - RESERVED_ADDRESSES;

export function planNetwork(site: SiteAsk, fabricAddresses: number): NetworkPlanResult {
  const cidr = site.cidr ?? DEFAULT_CIDR;
  const block = Address4.isValid(cidr) ? new Address4(cidr) : undefined;
  if (block?.subnetMask !== 16 || block.startAddress().correctForm() !== block.correctForm()) {
    return {
      findings: [
        {
          code: NetboxCode.ADDRESS_BLOCK,
          path: [...site.path, 'network', 'cidr'],
          message: `"${cidr}" is not an IPv4 /16`,
          expected: 'a /16, from its first address',
          hint: DEFAULT_CIDR,
        },
      ],
    };
  }
  if (fabricAddresses > NODE_ADDRESSES) {
    return {
      findings: [
        {
          code: NetboxCode.BLOCK_TOO_SMALL,
          path: site.path,
          message: `${fabricAddresses} nodes need an address each; their block has ${NODE_ADDRESSES}`,
          expected: `at most ${NODE_ADDRESSES} nodes on one site`,
          hint: 'divide the clusters over two sites',
        },
      ],
    };
  }
  const at = (offset: number): string =>
    Address4.fromBigInt(block.startAddress().bigInt() + BigInt(offset)).correctForm();
  return {
    plan: {
      cidr,
      secondaryCidrs: [],
      subnets: LAYOUT.map(({ key, role, offset, length }) => ({ key, role, cidr: `${at(offset)}/${length}` })),
      fabricAddresses,
    },
    findings: [],
  };
}
