import type { SiteAsk } from '../../../design/asks';
import { SubnetRole } from '../../../design/basis';
import type { NetworkPlanResult } from '../../../design/target-profile';
import { addressAt, POD_CIDR, SERVICE_CIDR, subBlock } from './cidr';
import { AzureCode } from './codes';
import { DEFAULT_CIDR } from './site-rules';

/** Azure keeps five addresses of every subnet (https://learn.microsoft.com/azure/virtual-network/virtual-networks-faq, read 2026-11). */
const RESERVED_ADDRESSES = 5;

/**
 * The layout of a site's /16, by role: growth fills a block and never renumbers one. Pods are outside (overlay), so a node
 * takes one address. Storage: Managed Lustre wants a /23 at 400 TiB; a /20 leaves room for several file systems
 * (https://learn.microsoft.com/azure/azure-managed-lustre/amlfs-prerequisites, read 2026-11). What lies between
 * endpoints and fabric is kept free.
 */
const LAYOUT = [
  { key: 'system', role: SubnetRole.SYSTEM, offset: 0, length: 20 },
  { key: 'storage', role: SubnetRole.STORAGE, offset: 0x1000, length: 20 },
  { key: 'endpoints', role: SubnetRole.ENDPOINTS, offset: 0x2000, length: 22 },
  { key: 'fabric', role: SubnetRole.FABRIC, offset: 0x8000, length: 17 },
];

/** Accelerator nodes that a site's fabric block holds. */
export const FABRIC_ADDRESSES = 2 ** (32 - 17) - RESERVED_ADDRESSES;

export function planNetwork(site: SiteAsk, fabricAddresses: number): NetworkPlanResult {
  const cidr = site.cidr ?? DEFAULT_CIDR;
  const fabric = LAYOUT.find((subnet) => subnet.role === SubnetRole.FABRIC)!;
  if (fabricAddresses > FABRIC_ADDRESSES) {
    return {
      findings: [
        {
          code: AzureCode.FABRIC_BLOCK_TOO_SMALL,
          path: site.path,
          message: `${fabricAddresses} accelerator nodes need an address each; the fabric's block ${addressAt(cidr, fabric.offset)}/${fabric.length} has ${FABRIC_ADDRESSES}`,
          expected: `at most ${FABRIC_ADDRESSES} nodes in one site`,
          hint: 'divide the clusters over two sites',
        },
      ],
    };
  }
  return {
    plan: {
      cidr,
      secondaryCidrs: [],
      subnets: LAYOUT.map(({ key, role, offset, length }) => ({ key, role, cidr: subBlock(cidr, offset, length) })),
      podCidr: POD_CIDR,
      serviceCidr: SERVICE_CIDR,
      fabricAddresses,
    },
    findings: [],
  };
}
