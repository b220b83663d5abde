import type { NetworkAsk } from './ask';
import type { LinkNeed } from './media';
import { OpticsCount } from './optics-count';
import { type FabricProblem, FabricProblemKind } from './problems';
import { proveFabric } from './proof';
import { reasonsOf } from './reasons';
import type { NetworkShape } from './shape';
import { allOf, type OpenSwitch, type Switches } from './switches';
import { type FabricBill, type FabricLink, FabricTier, LinkTier, type NetworkDesign } from './types';
import { type WireMeans, wireServers, wireTiers } from './wire';

/** The longest link that no optic was found for. */
interface UnlitLink {
  readonly link: FabricLink;
  readonly need: LinkNeed;
}

/** A network with what its racks need to know. */
export interface BuiltNetwork {
  readonly design: NetworkDesign;
  readonly optics: OpticsCount;
}

/** Cables, optics, bill and proof of one network. */
export function buildNetwork(
  shape: NetworkShape,
  tiers: Switches,
  means: Omit<WireMeans, 'lay'>,
  problems: FabricProblem[],
): BuiltNetwork {
  const switches = allOf(tiers);
  const links: FabricLink[] = [];
  const optics = new OpticsCount();
  let unlit: UnlitLink | undefined;
  const lay: WireMeans['lay'] = (link, medium, need) => {
    links.push(link);
    optics.add(link, medium);
    if (medium === undefined && (unlit === undefined || unlit.link.lengthM < link.lengthM)) unlit = { link, need };
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
  if (unlit !== undefined) problems.push(reachProblem(unlit, ask, means));
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
    why: reasonsOf(shape),
  };
  return { design, optics };
}

function billOf(switches: OpenSwitch[], links: FabricLink[]): FabricBill {
  const counted: { [tier: string]: number } = {};
  for (const { tier } of switches) counted[tier] = (counted[tier] ?? 0) + 1;
  const cables: { [tier: string]: number } = {};
  for (const { tier } of links) cables[tier] = (cables[tier] ?? 0) + 1;
  const serverLinks = cables[LinkTier.ACCESS] ?? 0;
  return { switches: counted, cables, portsUsed: links.length * 2 - serverLinks, serverLinks };
}

function reachProblem({ link, need }: UnlitLink, ask: NetworkAsk, { media }: Pick<WireMeans, 'media'>): FabricProblem {
  const { message, ...numbers } = media.lack(need);
  return {
    kind: FabricProblemKind.REACH,
    network: ask.role,
    warning: true,
    message: `a link of ${link.lengthM} m at ${link.gbps} Gbit/s from ${link.a.device} to ${link.b.device} has no optic: ${message}`,
    ...numbers,
    hint: 'add a row to catalog/data/optics.csv, one for each end if its ports are split',
  };
}
