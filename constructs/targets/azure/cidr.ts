import { Address4 } from 'ip-address';

/** A block that must not be used, and who uses it. */
export interface ReservedBlock {
  readonly cidr: string;
  readonly why: string;
}

/** Overlay block of pods: outside the network, so that pods take none of its addresses. Clusters of a site may share it. */
export const POD_CIDR = '100.64.0.0/10';

/** Block of Kubernetes services; lives inside each cluster only. */
export const SERVICE_CIDR = '192.168.0.0/20';

/**
 * Blocks that a site's network must leave free. InfiniBand drivers take 172.16.0.0/16 on every RDMA node
 * (https://learn.microsoft.com/azure/virtual-machines/setup-mpi, read 2026-11); AKS refuses the other three
 * (https://learn.microsoft.com/azure/aks/azure-cni-overlay, read 2026-11).
 */
export const RESERVED_BLOCKS: ReservedBlock[] = [
  { cidr: '172.16.0.0/16', why: 'InfiniBand takes it on every RDMA node' },
  { cidr: '169.254.0.0/16', why: 'AKS takes it' },
  { cidr: '172.30.0.0/16', why: 'AKS takes it' },
  { cidr: '172.31.0.0/16', why: 'AKS takes it' },
  { cidr: '192.0.2.0/24', why: 'AKS takes it' },
  { cidr: POD_CIDR, why: 'pods take it' },
  { cidr: SERVICE_CIDR, why: 'Kubernetes services take it' },
];

const PRIVATE_BLOCKS = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

/** The reserved block that `cidr` meets, if any. */
export function reservedOverlap(cidr: string): ReservedBlock | undefined {
  return RESERVED_BLOCKS.find((reserved) => overlaps(cidr, reserved.cidr));
}

/** Whether `cidr` is an IPv4 block written from its first address. */
export function isBlock(cidr: string): boolean {
  if (!/^[0-9.]+\/\d+$/.test(cidr) || !Address4.isValid(cidr)) {
    return false;
  }
  const block = new Address4(cidr);
  return block.startAddress().correctForm() === block.correctForm();
}

/** Whether the whole block is private (RFC 1918). */
export function isPrivate(cidr: string): boolean {
  return PRIVATE_BLOCKS.some((block) => new Address4(cidr).isInSubnet(new Address4(block)));
}

/** Length of the prefix: 16 of `10.0.0.0/16`. */
export function prefixLength(cidr: string): number {
  return new Address4(cidr).subnetMask;
}

/** The block of that length, `offset` addresses after the start of `cidr`. */
export function subBlock(cidr: string, offset: number, length: number): string {
  return `${addressAt(cidr, offset)}/${length}`;
}

/** The address `offset` places after the start of `cidr`. */
export function addressAt(cidr: string, offset: number): string {
  return Address4.fromBigInt(new Address4(cidr).startAddress().bigInt() + BigInt(offset)).correctForm();
}

function overlaps(one: string, other: string): boolean {
  const [a, b] = [new Address4(one), new Address4(other)];
  return a.isInSubnet(b) || b.isInSubnet(a);
}
