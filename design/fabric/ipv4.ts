/** A block of IPv4 addresses, as numbers. */
export interface Block {
  readonly first: number;
  readonly size: number;
  readonly length: number;
}

/** Reads CIDR notation. @returns undefined when it is none, or has bits of a host. */
export function readBlock(text: string): Block | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const [a, b, c, d, length] = match.slice(1).map(Number) as [number, number, number, number, number];
  if (Math.max(a, b, c, d) > 255 || length > 32) return undefined;
  const size = 2 ** (32 - length);
  const first = ((a * 256 + b) * 256 + c) * 256 + d;
  return first % size === 0 ? { first, size, length } : undefined;
}

export function overlap(one: Block, other: Block): boolean {
  return one.first < other.first + other.size && other.first < one.first + one.size;
}

/** Part of a block that is cut into equal parts. @param bits the block is cut into 2^bits */
export function partOf(block: Block, bits: number, number: number): Block {
  const size = block.size / 2 ** bits;
  return { first: block.first + number * size, size, length: block.length + bits };
}

export function address(value: number): string {
  return `${Math.floor(value / 16_777_216)}.${Math.floor(value / 65_536) % 256}.${Math.floor(value / 256) % 256}.${value % 256}`;
}

export function spellBlock({ first, length }: Block): string {
  return `${address(first)}/${length}`;
}
