import fc from 'fast-check';
import { designFabric, type FabricDesign, type FabricLink, LinkTier, type NetworkDesign } from '../../../design/fabric';
import type { Endpoint } from '../../../design/hall/seams';
import { ALL_PORTS, allNetworks, ask, FLOOR, hall } from './halls';

const PER_ROW = FLOOR.racksPerRow * 4;

/** Servers of a pool, and the rows that are kept for it. */
interface Kept {
  readonly servers: number;
  readonly rows: number;
}

interface Built {
  readonly design: FabricDesign;
  readonly endpoints: Endpoint[];
  readonly warnings: string[];
}

/** A hall in which every pool begins after the rows that the one before it keeps. */
function build(pools: Kept[]): Built {
  const names = pools.map((_, at) => `c/${at + 1}`);
  const firstRow = (at: number): number => pools.slice(0, at).reduce((sum, { rows }) => sum + rows, 0);
  const endpoints = pools.flatMap(({ servers }, at) =>
    hall({ servers, ports: ALL_PORTS, pool: names[at]!, firstRack: firstRow(at) * FLOOR.racksPerRow + 1 }),
  );
  const stated = pools.map(({ rows }, at) => ({ name: names[at]!, keptServers: rows * PER_ROW, serversPerRack: 4 }));
  const { design, findings } = designFabric(ask(endpoints, allNetworks(), { pools: stated }));
  expect(findings.filter(({ warning }) => warning !== true)).toEqual([]);
  return { design: design!, endpoints, warnings: findings.map(({ message }) => message) };
}

/** All that is not of the first pool: its servers and leafs, what they are led to, and where it stands. */
function behind({ design, endpoints }: Built) {
  const servers = endpoints.filter(({ pool }) => pool !== 'c/1').map(({ name }) => name);
  const leafsOf = ({ switches, pools }: NetworkDesign) =>
    switches.filter(({ unit = 0, tier }) => {
      const pool = pools.filter(({ firstUnit }) => firstUnit <= unit).at(-1)!;
      return tier === 'leaf' && pool.name.startsWith('c/') && pool.name !== 'c/1';
    });
  const leafs = design.networks.flatMap(leafsOf);
  const devices = new Set([...servers, ...leafs.map(({ name }) => name)]);
  return design.networks.map((network) => {
    const own = network.links.filter(({ a }) => devices.has(a.device));
    const [access, uplinks] = [LinkTier.ACCESS, LinkTier.FABRIC].map((tier) =>
      own.filter((link) => link.tier === tier),
    );
    return {
      // The pod tells which spines a leaf is led to: it belongs to the upper end.
      below: [...leafsOf(network).map(({ pod: _pod, ...leaf }) => leaf), ...access!]
        .map((each) => JSON.stringify(each))
        .sort(),
      lowerEnds: uplinks!.map(({ a }) => endOf(a)).sort(),
      upperEnds: uplinks!.map(({ a, b }) => `${endOf(a)} ${endOf(b)}`).sort(),
    };
  });
}

function endOf({ device, port }: FabricLink['a']): string {
  return `${device} ${port}`;
}

/** The reason that says which numbers are kept. */
function seating({ why }: Pick<NetworkDesign, 'why'>): string {
  return why.find((line) => line.startsWith('numbers are kept')) ?? '';
}

/** Unit numbers that are given or kept: more on the management network when other networks have more spines. */
function numbersOf(network: Pick<NetworkDesign, 'why'>): string {
  return /kept for \d+/.exec(seating(network))?.[0] ?? '';
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const halls = fc.record({
  rows: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 5, max: 40 })),
  grown: fc.tuple(share, share),
  second: fc.record({ rows: fc.integer({ min: 1, max: 9 }), share }),
  third: fc.integer({ min: 1, max: 150 }),
});

const part = (rows: number, of: number): number => 1 + Math.floor((Math.min(rows, 12) * PER_ROW - 1) * of);

describe('a pool that grows within its rows', () => {
  it('moves no name, port, address or place of the servers and leafs behind it', () => {
    let compared = 0;
    fc.assert(
      fc.property(halls, ({ rows, grown, second, third }) => {
        const others = [
          { rows: second.rows, servers: part(second.rows, second.share) },
          { rows: 3, servers: third },
        ];
        const [few, many] = [Math.min(...grown), Math.max(...grown)].map((each) => part(rows, each));
        const [before, after] = [few!, many!].map((servers) => build([{ rows, servers }, ...others]));
        const [old, now] = [behind(before!), behind(after!)];
        for (const [at, network] of after!.design.networks.entries()) {
          expect(now[at]!.below).toEqual(old[at]!.below);
          expect(now[at]!.lowerEnds).toEqual(old[at]!.lowerEnds);
          expect(network.proof.holds).toBe(true);
          // The upper end moves with the number of spines, or where ports of spines are given out without gaps.
          const pair = [before!.design.networks[at]!, network];
          const [one, other] = pair.map(({ bill, tiers, ...each }) =>
            [tiers, bill.switches['spine'], bill.switches['core'], numbersOf(each)].join(' '),
          );
          if (one !== other || pair.some((each) => /without gaps|takes more spines/.test(seating(each)))) continue;
          expect(now[at]!.upperEnds).toEqual(old[at]!.upperEnds);
          compared += now[at]!.upperEnds.length;
        }
      }),
      { numRuns: 25 },
    );
    expect(compared).toBeGreaterThan(0);
  });

  it('uses no port and no address twice, wherever numbers begin', () => {
    fc.assert(
      fc.property(halls, ({ rows, grown, second, third }) => {
        const { design } = build([
          { rows, servers: part(rows, grown[0]) },
          { rows: second.rows, servers: part(second.rows, second.share) },
          { rows: 1, servers: Math.min(third, PER_ROW) },
        ]);
        const ends = design.networks.flatMap(({ links }) => links.flatMap(({ a, b }) => [a, b]));
        expect(new Set(ends.map(endOf)).size).toBe(ends.length);
        const loopbacks = design.networks.flatMap(({ switches }) => switches.flatMap(({ loopback }) => loopback ?? []));
        const addresses = [...ends.flatMap(({ address }) => address?.split('/')[0] ?? []), ...loopbacks];
        expect(new Set(addresses).size).toBe(addresses.length);
      }),
      { numRuns: 15 },
    );
  });
});

describe('rows that are kept', () => {
  const switches = (built: Built) => built.design.networks.map(({ bill }) => bill.switches);

  /** A pool's leafs may have a management leaf of their own on each of three networks, for their numbers are far from the others'. */
  const bought = (near: Built, far: Built, pools: number): void => {
    expect(switches(far).slice(0, 3)).toEqual(switches(near).slice(0, 3));
    const [less, more] = [near, far].map((built) => switches(built)[3]!);
    expect(more!['spine']).toBe(less!['spine']);
    expect(more!['leaf']! - less!['leaf']!).toBeLessThanOrEqual(3 * (pools - 1));
  };

  it('buy no switch above the leafs: 48 servers and 39 rows', () => {
    const pools = (rows: number) => [
      { rows, servers: 32 },
      { rows: 1, servers: 16 },
    ];
    const [near, far] = [build(pools(1)), build(pools(39))];
    bought(near, far, 2);
    expect(switches(far)[0]).toEqual({ leaf: 16, spine: 8 });
  });

  it('say what they would cost, once, with both numbers', () => {
    const { warnings, design } = build([
      { rows: 39, servers: 32 },
      { rows: 1, servers: 16 },
    ]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/rows are kept for more units than the spines have ports for \(compute 40 and 2, /);
    expect(seating(design.networks[0]!)).toMatch(/^numbers are kept for 40 units, 2 of them planned; .* ports for 2/);
  });

  it('are numbers at the spines too while those have ports for them', () => {
    const { warnings, design } = build([
      { rows: 3, servers: 128 },
      { rows: 1, servers: 16 },
    ]);
    expect(warnings.filter((message) => message.includes('compute'))).toEqual([]);
    expect(seating(design.networks[0]!)).toMatch(/re-cables nothing behind it$/);
  });

  it('under three tiers take no pod more than what is planned', () => {
    const pools = (rows: number) => [
      { rows, servers: 700 },
      { rows: 11, servers: 700 },
      { rows: 1, servers: 30 },
    ];
    const [near, far] = [build(pools(11)), build(pools(30))];
    expect(near.design.networks[0]!.tiers).toBe(3);
    bought(near, far, 3);
    expect(far.design.networks.every(({ proof }) => proof.holds)).toBe(true);
  });
});
