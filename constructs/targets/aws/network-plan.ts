import { Address4 } from 'ip-address';
import { type Finding, Severity } from '../../../blueprints/language/finding';
import type { SiteAsk } from '../../../design/asks';
import { type SubnetPlan, SubnetRole } from '../../../design/basis';
import type { NetworkPlanResult } from '../../../design/target-profile';
import { usableAddresses } from './addresses';
import { AwsFinding } from './findings';
import { AwsLimit, limitAt, MOST_CIDR_BLOCKS, VPC_QUOTAS } from './limits';
import { isRegion, isZoneOf, systemZonesOf, zoneLetter } from './zones';

/**
 * Addressing of a site. Each role has a fixed place in the site's /16, and each zone letter a fixed place in its role, so
 * that more nodes, or another zone, renumber nothing:
 *
 *   0.0/19     system      a /22 for each zone letter a … h
 *   32.0/21    endpoints   a /24 for each zone letter
 *   48.0/20    storage     in the site's zone
 *   64.0/18    fabric      a /21 for each other zone letter
 *   128.0/17   fabric-1    in the site's zone
 *
 * What fabric-1 cannot hold goes to further /16 blocks of shared address space (RFC 6598), associated with the VPC.
 */
export const DEFAULT_CIDR = '10.0.0.0/16';

const SYSTEM = { offset: 0, prefix: 22 };
const ENDPOINTS = { offset: 32 * 256, prefix: 24 };
const STORAGE = { offset: 48 * 256, prefix: 20 };
const OTHER_FABRIC = { offset: 64 * 256, prefix: 21 };
const FABRIC = { offset: 128 * 256, prefix: 17 };

const FURTHER_FIRST = '100.64.0.0';
const BLOCK_PREFIX = 16;

/** Findings about the site's own block. */
export function checkCidr(site: SiteAsk): Finding[] {
  const cidr = site.cidr;
  if (cidr === undefined || isPrivateBlock(cidr)) {
    return [];
  }
  return [
    {
      code: AwsFinding.CIDR,
      path: [...site.path, 'network', 'cidr'],
      message: `"${cidr}" is not a private /16 block that starts on its own boundary`,
      expected: 'a /16 of 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16, such as 10.20.0.0/16',
      hint: `leave it out for ${DEFAULT_CIDR}`,
    },
  ];
}

function isPrivateBlock(cidr: string): boolean {
  if (!Address4.isValid(cidr)) {
    return false;
  }
  const address = new Address4(cidr);
  const aligned = address.startAddress().address === address.addressMinusSuffix;
  const [first, second] = address.toArray();
  const isPrivate =
    first === 10 || (first === 172 && second! >= 16 && second! <= 31) || (first === 192 && second === 168);
  return address.subnetMask === BLOCK_PREFIX && aligned && isPrivate;
}

/**
 * The site's subnets for that many addresses of accelerator nodes.
 * @returns a finding instead of a plan when the blocks are more than the VPC can have; neither where the site itself is
 *   wrong, which its own check has said
 */
export function planSiteNetwork(site: SiteAsk, fabricAddresses: number): NetworkPlanResult {
  const cidr = site.cidr ?? DEFAULT_CIDR;
  const zones = systemZonesOf(site);
  if (!isPrivateBlock(cidr) || !isRegion(site.region) || zones.some((zone) => !isZoneOf(zone, site.region))) {
    return { findings: [] };
  }
  const further = Math.max(0, Math.ceil((fabricAddresses - room(FABRIC.prefix)) / room(BLOCK_PREFIX)));
  const findings = checkBlocks(site, further + 1);
  if (findings.some((finding) => finding.severity === Severity.ERROR)) {
    return { findings };
  }
  const secondaryCidrs = Array.from({ length: further }, (_, index) =>
    subnetAt(FURTHER_FIRST, index * 2 ** 16, BLOCK_PREFIX),
  );
  const base = cidr.split('/')[0]!;
  const zone = site.zone;
  const subnets: SubnetPlan[] = [
    ...zones.map((each) => zonal(base, SubnetRole.SYSTEM, SYSTEM, each)),
    ...zones.map((each) => zonal(base, SubnetRole.ENDPOINTS, ENDPOINTS, each)),
    { key: 'storage', role: SubnetRole.STORAGE, cidr: subnetAt(base, STORAGE.offset, STORAGE.prefix), zone },
    { key: 'fabric-1', role: SubnetRole.FABRIC, cidr: subnetAt(base, FABRIC.offset, FABRIC.prefix), zone },
    ...secondaryCidrs.map((block, index) => ({
      key: `fabric-${index + 2}`,
      role: SubnetRole.FABRIC,
      cidr: block,
      zone,
    })),
    ...zones.filter((each) => each !== zone).map((each) => zonal(base, SubnetRole.FABRIC, OTHER_FABRIC, each)),
  ];
  return { plan: { cidr, secondaryCidrs, subnets, serviceCidr: serviceCidr(cidr), fabricAddresses }, findings };
}

/**
 * The default is a quota that AWS raises on request, like the vCPUs of a family: the plan stands and says what to ask for.
 * What the blueprint states as granted, and what AWS grants at most, are kept.
 */
function checkBlocks(site: SiteAsk, blocks: number): Finding[] {
  const stated = site.limits[AwsLimit.CIDR_BLOCKS] !== undefined;
  const most = Math.min(limitAt(AwsLimit.CIDR_BLOCKS, site.limits), MOST_CIDR_BLOCKS);
  if (blocks <= most) {
    return [];
  }
  const grantable = blocks <= MOST_CIDR_BLOCKS;
  return [
    {
      code: AwsFinding.ADDRESS_BLOCKS,
      severity: grantable && !stated ? Severity.WARNING : Severity.ERROR,
      path: site.path,
      message: `the site's nodes need ${blocks} address blocks of /16, the VPC may have ${most}`,
      expected: `at most ${most} (limit ${AwsLimit.CIDR_BLOCKS}, ${VPC_QUOTAS})`,
      hint: grantable
        ? `ask AWS for ${blocks} before the deploy and write limits: { ${AwsLimit.CIDR_BLOCKS}: ${blocks} }, or divide the clusters among several sites`
        : `AWS grants at most ${MOST_CIDR_BLOCKS}; divide the clusters among several sites`,
    },
  ];
}

interface Place {
  /** Addresses after the start of the site's block. */
  readonly offset: number;
  readonly prefix: number;
}

function zonal(base: string, role: SubnetRole, place: Place, zone: string): SubnetPlan {
  const letter = zoneLetter(zone);
  const index = letter.charCodeAt(0) - 'a'.charCodeAt(0);
  const offset = place.offset + index * 2 ** (32 - place.prefix);
  return { key: `${role}-${letter}`, role, cidr: subnetAt(base, offset, place.prefix), zone };
}

function subnetAt(base: string, offset: number, prefix: number): string {
  return `${Address4.fromBigInt(new Address4(base).bigInt() + BigInt(offset)).address}/${prefix}`;
}

function room(prefix: number): number {
  return usableAddresses(`0.0.0.0/${prefix}`);
}

// EKS would pick one of these two by itself; a fixed choice keeps two accounts alike.
function serviceCidr(cidr: string): string {
  return cidr.startsWith('172.') ? '10.100.0.0/16' : '172.20.0.0/16';
}
