import type { NetworkRole } from '../hall/seams';
import { type AddressBlocks, DEFAULT_ASN_BASE } from './ask';
import { address, type Block, overlap, partOf, readBlock, spellBlock } from './ipv4';
import { type FabricProblem, FabricProblemKind } from './problems';
import { type FabricSubnet, FabricTier } from './types';

/** Private 4-byte numbers, RFC 6996. */
const ASN_FROM = 4_200_000_000;
const ASN_TO = 4_294_967_294;
const ASN_PER_NETWORK = 10_000_000;
const ASN_PER_PLANE = 1_000_000;
/** Numbers below are those of cores and pods. */
const ASN_LEAFS = 10_000;

/** A block is cut into four: a part a network. Loopbacks once more: leafs have the lower half. */
const NETWORK_BITS = 2;

/** A pair of addresses of a link: /31, RFC 3021. */
export interface LinkAddresses {
  readonly leaf: string;
  readonly server: string;
}

/** A subnet of the management network. */
export interface ManagementSubnet {
  readonly prefix: string;
  readonly gateway: string;
  readonly length: number;
  readonly first: number;
}

/** Derives every address and number from an index: nothing is counted up, so nothing moves. */
export class AddressBook {
  private readonly blocks: { readonly [name in keyof AddressBlocks]: Block } | undefined;
  private readonly used = new Map<string, { readonly block: Block; used: number }>();
  private readonly full = new Set<string>();
  private readonly links = new Map<number, { readonly block: Block; readonly purpose: string }>();

  constructor(
    texts: AddressBlocks,
    private readonly asnBase: number = DEFAULT_ASN_BASE,
    private readonly problems: FabricProblem[],
  ) {
    this.blocks = this.read(texts);
    if (!(Number.isInteger(asnBase) && asnBase >= ASN_FROM && asnBase <= ASN_TO)) {
      const message = `the first autonomous system number is ${asnBase}, private ones are ${ASN_FROM} to ${ASN_TO}`;
      problems.push({ kind: FabricProblemKind.ASN_RANGE, message, got: asnBase, limit: ASN_FROM });
    }
  }

  /**
   * RFC 7938: a leaf has a number of its own, the spines of a pod share one, and so do all cores.
   * @param number the leaf's of its plane, or the pod's; from 0
   */
  asn(network: NetworkRole, order: number, plane: number, tier: FabricTier, number: number): number {
    const within = { [FabricTier.CORE]: 0, [FabricTier.SPINE]: 1 + number, [FabricTier.LEAF]: ASN_LEAFS + number }[
      tier
    ];
    const asn = this.asnBase + order * ASN_PER_NETWORK + plane * ASN_PER_PLANE + within;
    const outgrown = tier === FabricTier.SPINE && within >= ASN_LEAFS ? ASN_LEAFS : ASN_PER_PLANE;
    if (asn > ASN_TO || within >= outgrown || plane > 9) {
      this.once(`asn ${network}`, {
        kind: FabricProblemKind.ASN_RANGE,
        network,
        message: `the ${network} network would need the autonomous system number ${asn}, and the last private one is ${ASN_TO}`,
        got: asn,
        limit: ASN_TO,
      });
    }
    return asn;
  }

  loopback(network: NetworkRole, order: number, tier: FabricTier, index: number): string | undefined {
    if (this.blocks === undefined) return undefined;
    const part = partOf(this.blocks.loopbacks, NETWORK_BITS, order);
    // Leafs: the lower half. Spines and cores: a quarter each.
    const [bits, number] = { [FabricTier.LEAF]: [1, 0], [FabricTier.SPINE]: [2, 2], [FabricTier.CORE]: [2, 3] }[
      tier
    ] as [number, number];
    const block = partOf(part, bits, number);
    if (!this.take(`loopbacks ${network} ${tier}`, block, index, 1, network)) return undefined;
    return address(block.first + index);
  }

  /** @param number of the link among all that are planned for */
  link(network: NetworkRole, order: number, number: number): LinkAddresses | undefined {
    if (this.blocks === undefined) return undefined;
    const { block, purpose } = this.linksOf(network, order, this.blocks.links);
    if (!this.take(purpose, block, number * 2 + 1, 2, network)) return undefined;
    const first = block.first + number * 2;
    return { leaf: `${address(first)}/31`, server: `${address(first + 1)}/31` };
  }

  /** Kept, for it is asked for every link. */
  private linksOf(
    network: NetworkRole,
    order: number,
    all: Block,
  ): { readonly block: Block; readonly purpose: string } {
    const known = this.links.get(order) ?? { block: partOf(all, NETWORK_BITS, order), purpose: `links ${network}` };
    this.links.set(order, known);
    return known;
  }

  /** @param hosts management ports of one leaf, at most */
  management(network: NetworkRole, leaf: string, index: number, hosts: number): ManagementSubnet | undefined {
    if (this.blocks === undefined) return undefined;
    const block = this.blocks.outOfBand;
    const bits = Math.ceil(Math.log2(hosts + 3));
    const size = 2 ** bits;
    if (bits > 32 - block.length || (index + 1) * size > block.size) {
      this.tooSmall(`out-of-band ${network}`, block, (index + 1) * size, network);
      return undefined;
    }
    const subnet = { first: block.first + index * size, size, length: 32 - bits };
    this.used.set(`out-of-band ${leaf}`, { block: subnet, used: 1 });
    return {
      prefix: spellBlock(subnet),
      gateway: address(subnet.first + 1),
      length: subnet.length,
      first: subnet.first,
    };
  }

  /** The management port of a slot. */
  managed(leaf: string, subnet: ManagementSubnet, slot: number): string {
    this.used.get(`out-of-band ${leaf}`)!.used += 1;
    return `${address(subnet.first + 2 + slot)}/${subnet.length}`;
  }

  subnets(): FabricSubnet[] {
    return [...this.used].map(([purpose, { block, used }]) => ({ prefix: spellBlock(block), purpose, used }));
  }

  private take(purpose: string, block: Block, last: number, count: number, network: NetworkRole): boolean {
    const entry = this.used.get(purpose);
    if (last >= block.size) {
      this.tooSmall(purpose, block, last + 1, network);
      return false;
    }
    if (entry === undefined) this.used.set(purpose, { block, used: count });
    else entry.used += count;
    return true;
  }

  private tooSmall(purpose: string, block: Block, got: number, network: NetworkRole): void {
    const message = `${purpose} take ${got} addresses or more, and ${spellBlock(block)} has ${block.size}`;
    const hint = 'a larger block: each is cut into four parts, one a network';
    this.once(purpose, { kind: FabricProblemKind.ADDRESS_BLOCK, network, message, got, limit: block.size, hint });
  }

  private once(key: string, problem: FabricProblem): void {
    if (this.full.has(key)) return;
    this.full.add(key);
    this.problems.push(problem);
  }

  private read(texts: AddressBlocks): { readonly [name in keyof AddressBlocks]: Block } | undefined {
    const before = this.problems.length;
    const names = ['links', 'loopbacks', 'outOfBand'] as const;
    const blocks = names.flatMap((name) => {
      const block = readBlock(texts[name]);
      if (block !== undefined && block.length <= 28) return [{ name, block }];
      const message = `the block for ${name} is ${texts[name]}, expected IPv4 such as 10.0.0.0/10, of /28 or more, without host bits`;
      this.problems.push({ kind: FabricProblemKind.ADDRESS_BLOCK, message, got: texts[name], limit: '/28' });
      return [];
    });
    for (const [at, one] of blocks.entries()) {
      for (const other of blocks.slice(at + 1)) {
        if (!overlap(one.block, other.block)) continue;
        const [got, limit] = [texts[other.name], texts[one.name]];
        const message = `${got} for ${other.name} overlaps ${limit} for ${one.name}`;
        this.problems.push({ kind: FabricProblemKind.ADDRESS_OVERLAP, message, got, limit });
      }
    }
    if (this.problems.length > before) return undefined;
    const [links, loopbacks, outOfBand] = blocks.map(({ block }) => block) as [Block, Block, Block];
    return { links, loopbacks, outOfBand };
  }
}
