import { tidy } from '../figures';
import type { FabricSwitch, TierProof } from './types';
import {
  type FabricLink,
  type FabricProof,
  FabricTier,
  type LinkEnd,
  LinkTier,
  type ProofCondition,
  type SwitchRatio,
} from './types';

/** Asked ratios by tier. */
export interface AskedRatios {
  readonly leaf: number;
  readonly spine: number;
}

const NOT_COVERED = [
  'collisions of flows that a hash puts onto one link (ECMP): a fabric that does not block still needs adaptive routing or packet spraying for full use',
  'the failure of a link or switch: what is left carries its share less',
  'incast: many senders to one receiver exceed the receiver’s own link in any fabric',
  'what servers lose inside, between accelerator and network card',
];

interface Count {
  down: number;
  up: number;
}

/**
 * Proves the ratios from switches and links alone: it counts anew, and knows nothing of how they were made. By Clos (1953) and
 * Beneš (1965), a folded tree whose every switch has as much up as down, spread evenly, is rearrangeably non-blocking.
 */
export function proveFabric(switches: FabricSwitch[], links: FabricLink[], asked: AskedRatios): FabricProof {
  const counts = new Map<string, Count>(switches.map(({ name }) => [name, { down: 0, up: 0 }]));
  const pairs = new Map<string, Map<string, number>>();
  const ports = new Map<string, Set<string>>();
  let twice = 0;
  let serverGbps = 0;
  for (const { a, b, tier, gbps } of links) {
    if (!take(ports, a)) twice += 1;
    if (!take(ports, b)) twice += 1;
    counts.get(b.device)!.down += gbps;
    if (tier === LinkTier.ACCESS) {
      serverGbps += gbps;
      continue;
    }
    counts.get(a.device)!.up += gbps;
    let of = pairs.get(a.device);
    if (of === undefined) {
      of = new Map();
      pairs.set(a.device, of);
    }
    of.set(b.device, (of.get(b.device) ?? 0) + gbps);
  }
  const top = [FabricTier.CORE, FabricTier.SPINE, FabricTier.LEAF].find((tier) =>
    switches.some((each) => each.tier === tier),
  );
  const tiers: TierProof[] = [];
  const breaks: SwitchRatio[] = [];
  for (const tier of [FabricTier.LEAF, FabricTier.SPINE]) {
    const of = switches.filter((each) => each.tier === tier);
    if (of.length === 0 || tier === top) continue;
    const ratios = of.map(({ name }) => ratioOf(name, counts.get(name)!));
    const most = tier === FabricTier.LEAF ? asked.leaf : asked.spine;
    breaks.push(...ratios.filter(({ ratio }) => ratio > most + 1e-9));
    const worst = ratios.reduce((one, other) => (other.ratio > one.ratio ? other : one));
    tiers.push({ tier, switches: of.length, asked: most, worst });
  }
  const even = [...pairs.values()].every((of) => new Set(of.values()).size <= 1);
  const conditions: ProofCondition[] = [
    { text: 'no port bears two links', holds: twice === 0 },
    {
      text: 'every switch below the top keeps the asked ratio of Gbit/s down to Gbit/s up',
      holds: breaks.length === 0,
    },
    { text: 'every switch is led to each switch above that it meets with the same Gbit/s', holds: even },
    { text: 'siblings meet the same switches above', holds: siblings(switches, pairs) },
  ];
  const holds = conditions.every((condition) => condition.holds);
  const worst = tiers.reduce((product, { worst: { ratio } }) => product * Math.max(1, ratio), 1);
  const half = tidy(serverGbps / 2);
  return {
    holds,
    claim: claim(holds, asked, top),
    tiers,
    conditions,
    bisectionGbps: holds ? tidy(half / worst) : 0,
    halfInjectionGbps: half,
    breaks,
    notCovered: NOT_COVERED,
  };
}

/** @returns false when the port was taken before */
function take(ports: Map<string, Set<string>>, { device, port }: LinkEnd): boolean {
  const of = ports.get(device);
  if (of === undefined) {
    ports.set(device, new Set([port]));
    return true;
  }
  return of.size < of.add(port).size;
}

function ratioOf(name: string, { down, up }: Count): SwitchRatio {
  const ratio = down === 0 ? 0 : up === 0 ? Number.MAX_VALUE : tidy(down / up);
  return { name, downGbps: down, upGbps: up, ratio };
}

/** Leafs of a pod and plane meet the same spines; spines that meet one core of a group meet all of it. */
function siblings(switches: FabricSwitch[], pairs: Map<string, Map<string, number>>): boolean {
  const above = new Map<string, string>();
  return switches.every(({ name, tier, plane, pod }) => {
    const met = pairs.get(name);
    if (met === undefined) return true;
    const names = [...met.keys()].sort();
    const group = tier === FabricTier.LEAF ? `leaf ${plane} ${pod ?? 1}` : `spine ${names[0]}`;
    const known = above.get(group);
    above.set(group, names.join(' '));
    return known === undefined || known === names.join(' ');
  });
}

function claim(holds: boolean, { leaf, spine }: AskedRatios, top: FabricTier | undefined): string {
  if (!holds) return 'nothing is claimed: a condition fails';
  if (top === FabricTier.LEAF) return 'one switch: it does not block';
  const upper = top === FabricTier.CORE ? spine : 1;
  if (leaf <= 1 && upper <= 1)
    return 'rearrangeably non-blocking: any permutation of the servers’ links can be routed at full speed';
  const ratios =
    top === FabricTier.CORE ? `${leaf}:1 at the leafs and ${spine}:1 at the spines` : `${leaf}:1 at the leafs`;
  return `oversubscribed at most ${ratios}`;
}
