import fc from 'fast-check';
import { address, cidr, overlap, PRIVATE_RANGES, rangeOf, within } from '../../../rehearsal/host/checks/addresses';

/** An IPv4 range written by its first address. */
const ipv4Range = (shortest: number, longest: number): fc.Arbitrary<string> =>
  fc
    .tuple(fc.integer({ min: shortest, max: longest }), fc.integer({ min: 0, max: 0xffffffff }))
    .map(([length, bits]) => {
      const size = 2 ** (32 - length);
      const first = Math.floor(bits / size) * size;
      const bytes = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256);
      return `${bytes.join('.')}/${length}`;
    });

describe('a CIDR block', () => {
  test('that is one is never refused', () => {
    fc.assert(fc.property(ipv4Range(0, 32), (range) => cidr()(range) === undefined));
    fc.assert(
      fc.property(ipv4Range(16, 28), (range) => cidr({ version: 4, shortest: 16, longest: 28 })(range) === undefined),
    );
  });

  test.each([
    '10.0.0.0/33',
    '10.0.0.0',
    '10.0.0/8',
    '10.0.0.0/-1',
    '300.0.0.0/8',
    'fd00::/129',
    '',
    '/16',
    '10.0.0.0/1x',
  ])('"%s" is none', (text) => {
    expect(cidr()(text)).toBe('a CIDR block');
    expect(rangeOf(text)).toBeUndefined();
  });

  test.each([
    ['10.0.0.1/24', cidr(), /first address/],
    ['10.0.0.0/8', cidr({ version: 4, shortest: 16, longest: 28 }), /from \/16 to \/28/],
    ['10.0.0.0/29', cidr({ version: 4, shortest: 16, longest: 28 }), /from \/16 to \/28/],
    ['fd00::/64', cidr({ version: 4 }), /IPv4/],
    ['10.0.0.0/16', cidr({ version: 6 }), /IPv6/],
    ['8.8.8.0/24', cidr({ version: 4, inside: PRIVATE_RANGES }), /within 10\.0\.0\.0\/8/],
  ])('%s is refused where it is the wrong one', (text, check, words) => {
    expect(check(text)).toMatch(words);
  });

  test('may be written by any address where the service takes that', () => {
    expect(cidr({ anyAddress: true })('10.1.2.3/8')).toBeUndefined();
  });
});

describe('ranges', () => {
  test('lie within themselves and within what they were cut from', () => {
    fc.assert(
      fc.property(ipv4Range(8, 24), fc.integer({ min: 0, max: 8 }), (outer, more) => {
        const [base, length] = outer.split('/');
        const inner = rangeOf(`${base}/${Number(length) + more}`)!;
        return within(inner, rangeOf(outer)!) && overlap(inner, rangeOf(outer)!) && overlap(rangeOf(outer)!, inner);
      }),
    );
  });

  test('side by side do not overlap, and different versions never do', () => {
    expect(overlap(rangeOf('10.0.0.0/24')!, rangeOf('10.0.1.0/24')!)).toBe(false);
    expect(overlap(rangeOf('10.0.0.0/23')!, rangeOf('10.0.1.0/24')!)).toBe(true);
    expect(overlap(rangeOf('0.0.0.0/0')!, rangeOf('::/0')!)).toBe(false);
  });
});

test('an address has no length', () => {
  expect(['10.0.0.10', 'fd00::1'].map(address())).toEqual([undefined, undefined]);
  expect(address(4)('fd00::1')).toBe('an IPv4 address');
  expect(address()('10.0.0.0/8')).toBe('an IP address');
});
