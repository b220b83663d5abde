import { type Endpoint, NetworkRole } from '../hall/seams';
import type { NetworkAsk } from './ask';
import type { Media } from './media';
import { OpticsCount } from './optics-count';
import { type FabricProblem, FabricProblemKind } from './problems';
import { proveFabric } from './proof';
import type { NetworkShape } from './shape';
import { type Means, makeSwitches, type OpenSwitch } from './switches';
import { type FabricBill, type FabricLink, FabricTier, LinkTier, type NetworkDesign } from './types';
import { type WireMeans, wireServers, wireTiers } from './wire';

/** A network with what its racks need to know. */
export interface BuiltNetwork {
  readonly design: NetworkDesign;
  readonly optics: OpticsCount;
}

/** Switches, cables, optics, bill and proof of one network. */
export function buildNetwork(
  shape: NetworkShape,
  means: Means & Omit<WireMeans, 'lay'>,
  problems: FabricProblem[],
): BuiltNetwork {
  const tiers = makeSwitches(shape, means);
  const switches: OpenSwitch[] = [...tiers.leafs.filter((leaf) => leaf !== undefined), ...tiers.spines, ...tiers.cores];
  const links: FabricLink[] = [];
  const optics = new OpticsCount();
  const lay: WireMeans['lay'] = (link, medium) => {
    links.push(link);
    optics.add(link, medium);
  };
  const complete = switches.length > 0 && (shape.upper === undefined || tiers.spines.length > 0);
  if (complete) {
    wireServers(shape, tiers, { ...means, lay });
    wireTiers(shape, tiers, { ...means, lay });
  }
  const { ask, models, upper } = shape;
  const asked = { leaf: ask.leafOversubscription ?? 1, spine: ask.spineOversubscription ?? 1 };
  const proof = proveFabric(switches, links, asked);
  const [broken] = proof.breaks;
  if (broken !== undefined) {
    const message = `${broken.name} has ${broken.downGbps} Gbit/s down and ${broken.upGbps} up, and ${asked.leaf}:1 is asked`;
    problems.push({
      kind: FabricProblemKind.BLOCKS,
      network: ask.role,
      message,
      got: broken.downGbps,
      limit: broken.upGbps,
    });
  }
  warnOfReach(links, ask, means.media, problems);
  const design: NetworkDesign = {
    role: ask.role,
    technology: ask.technology,
    layout: shape.layout,
    tiers: upper === undefined ? 1 : upper.cores === undefined ? 2 : 3,
    planes: shape.planes,
    pools: shape.pools.map((pool) => ({
      name: pool.name,
      firstUnit: pool.unitsBefore + 1,
      units: pool.units,
      serversPerUnit: pool.serversPerUnit,
      leafsPerUnit: pool.leafs * shape.planes,
      linksPerServer: pool.ports * shape.planes,
      linkGbps: pool.linkGbps,
    })),
    models: {
      [FabricTier.LEAF]: models.leaf,
      ...(upper === undefined ? {} : { [FabricTier.SPINE]: models.spine }),
      ...(upper?.cores === undefined ? {} : { [FabricTier.CORE]: models.core }),
    },
    switches,
    links,
    optics: optics.totals(),
    bill: billOf(switches, links),
    proof,
    why: whyOf(shape),
  };
  return { design, optics };
}

/** The management ports of a network's switches: endpoints of the management network, a pool a tier. */
export function managedPorts({ role, switches }: NetworkDesign): Endpoint[] {
  return switches.map((sw) => ({
    name: sw.name,
    rack: sw.rack,
    slot: sw.rackUnit,
    index: sw.index,
    accelerators: 0,
    pool: `${role}/${sw.tier}`,
    ports: [{ network: NetworkRole.OUT_OF_BAND, count: 1, gbps: 1 }],
  }));
}

function billOf(switches: OpenSwitch[], links: FabricLink[]): FabricBill {
  const counted: { [tier: string]: number } = {};
  for (const { tier } of switches) counted[tier] = (counted[tier] ?? 0) + 1;
  const cables: { [tier: string]: number } = {};
  for (const { tier } of links) cables[tier] = (cables[tier] ?? 0) + 1;
  const serverLinks = cables[LinkTier.ACCESS] ?? 0;
  return { switches: counted, cables, portsUsed: links.length * 2 - serverLinks, serverLinks };
}

function warnOfReach(links: FabricLink[], ask: NetworkAsk, media: Media, problems: FabricProblem[]): void {
  const worst = links
    .filter((link) => link.medium === 'unknown')
    .reduce<FabricLink | undefined>(
      (one, other) => (one !== undefined && one.lengthM >= other.lengthM ? one : other),
      undefined,
    );
  if (worst === undefined) return;
  const limit = media.longest(ask.leaf.technology, worst.gbps);
  problems.push({
    kind: FabricProblemKind.REACH,
    network: ask.role,
    warning: true,
    message: `a link of ${worst.lengthM} m at ${worst.gbps} Gbit/s from ${worst.a.device} to ${worst.b.device} has no optic; the longest of that speed in the catalog reaches ${limit} m`,
    got: worst.lengthM,
    limit,
    hint: 'add a row to catalog/data/optics.csv, one for each end if its ports are split',
  });
}

function whyOf({ pools, planes, upper, up, uplinkGbps, models, rails }: NetworkShape): string[] {
  const why = pools.map(
    (pool) =>
      `${pool.name}: ${pool.serversPerUnit} servers a unit, ${pool.leafs * planes} leafs a unit; a leaf has ${pool.down} x ${pool.linkGbps} Gbit/s down and ${up} x ${uplinkGbps} up`,
  );
  if (upper === undefined) return [...why, `one ${models.leaf.model} holds all`];
  if (upper.cores === undefined) {
    return [
      ...why,
      `${upper.spinesPerPod * planes} spines: the fewest with a port for every uplink and the same links to every leaf`,
    ];
  }
  const { cores } = upper;
  return [
    ...why,
    `three tiers: the leafs are more than a ${models.spine.model} has ports`,
    `${upper.unitsPerPod} units of ${rails} leafs a pod, ${upper.spinesPerPod} spines a pod and plane, ${upper.pods} pods`,
    `${cores.groups} groups of ${cores.coresPerGroup} cores a plane: spine n of every pod meets group n`,
  ];
}
