import { Address4, Address6 } from 'ip-address';
import type { ValueCheck } from './rule';

/** An address range: all addresses from one to another. */
export interface Range {
  readonly first: bigint;
  readonly last: bigint;
  readonly version: 4 | 6;
  readonly length: number;
}

/** The range that a text says. Undefined when it is not an address with a length of its prefix. */
export function rangeOf(cidr: string): Range | undefined {
  if (!/^[0-9a-fA-F.:]+\/\d{1,3}$/.test(cidr)) return undefined;
  const version = cidr.includes(':') ? 6 : 4;
  const address = version === 6 ? addressOf(Address6, cidr) : addressOf(Address4, cidr);
  if (address === undefined) return undefined;
  return {
    first: address.startAddress().bigInt(),
    last: address.endAddress().bigInt(),
    version,
    length: address.subnetMask,
  };
}

function addressOf<T>(kind: { isValid(text: string): boolean; new (text: string): T }, text: string): T | undefined {
  return kind.isValid(text) ? new kind(text) : undefined;
}

/** Whether two ranges share an address. */
export function overlap(one: Range, other: Range): boolean {
  return one.version === other.version && one.first <= other.last && other.first <= one.last;
}

/** Whether a range lies within another. */
export function within(inner: Range, outer: Range): boolean {
  return inner.version === outer.version && inner.first >= outer.first && inner.last <= outer.last;
}

/** What is asked of a range. */
export interface RangeRules {
  /** @default - either */
  readonly version?: 4 | 6;
  /** Shortest prefix, the largest range. @default 0 */
  readonly shortest?: number;
  /** Longest prefix, the smallest range. @default - a single address */
  readonly longest?: number;
  /** Ranges of which it must lie within one. @default - anywhere */
  readonly inside?: readonly string[];
  /** Whether it may be written by another address than its first. @default false */
  readonly anyAddress?: boolean;
}

/** A CIDR block. */
export function cidr({
  version,
  shortest = 0,
  longest = 128,
  inside,
  anyAddress = false,
}: RangeRules = {}): ValueCheck {
  const kind = version === undefined ? 'a CIDR block' : `an IPv${version} CIDR block`;
  const outer = inside?.map((each) => rangeOf(each)!);
  return (value) => {
    if (typeof value !== 'string') return undefined;
    const range = rangeOf(value);
    if (range === undefined || (version !== undefined && range.version !== version)) return kind;
    if (range.length < shortest || range.length > longest) return `${kind} from /${shortest} to /${longest}`;
    if (!anyAddress && firstOf(value) !== range.first) return `${kind} written by its first address`;
    if (outer?.some((each) => within(range, each)) === false) return `${kind} within ${inside!.join(', ')}`;
    return undefined;
  };
}

/** An address without a prefix. */
export function address(version?: 4 | 6): ValueCheck {
  const kind = version === undefined ? 'an IP address' : `an IPv${version} address`;
  return (value) => {
    if (typeof value !== 'string') return undefined;
    const is4 = version !== 6 && !value.includes('/') && Address4.isValid(value);
    const is6 = version !== 4 && !value.includes('/') && Address6.isValid(value);
    return is4 || is6 ? undefined : kind;
  };
}

/** RFC 1918. */
export const PRIVATE_RANGES = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'];

function firstOf(cidr: string): bigint {
  const [text = ''] = cidr.split('/');
  return text.includes(':') ? new Address6(text).bigInt() : new Address4(text).bigInt();
}
