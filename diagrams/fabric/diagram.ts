import {
  type FabricDesign,
  type FabricLink,
  LinkTier,
  type NetworkDesign,
  type ScaleUpDomains,
} from '../../design/fabric';
import type { HallDesign } from '../../design/hall';
import { type Folded, folded } from '../drawing/folding';
import { render } from '../drawing/render';
import { type DiagramOptions, type Drawing, LineStyle, type Panel } from '../drawing/types';
import { amount, common, counted, spread } from '../drawing/words';
import { type HallNames, type NetworkItem, namesOf, networkItems } from './items';
import { headingOf, labelOf } from './labels';
import { NETWORK_LEVELS } from './levels';

/** Of one network: a hall has four. */
const ROOM = { boxes: 30, boxesOfARow: 10 };

/** The networks of a hall as SVG, one below the other: cores and spines at the top, servers at the bottom. */
export function fabricDiagram(hall: HallDesign, options: DiagramOptions = {}): string {
  return render(fabricDrawing(hall), options);
}

/** The same before it is laid out. */
export function fabricDrawing(hall: HallDesign): Drawing {
  const { fabric, racks } = hall;
  const names = namesOf(hall);
  const switches = fabric.networks.reduce((sum, network) => sum + network.switches.length, 0);
  const cables = fabric.networks.reduce((sum, network) => sum + network.links.length, 0);
  const size = `${counted(racks.endpoints.length, 'server')}, ${counted(switches, 'switch')}, ${counted(cables, 'cable')}`;
  return {
    title: `Fabric: ${size}`,
    description: `${size}. Networks: ${fabric.networks.map(({ role, tiers }) => `${role} with ${counted(tiers, 'tier')}`).join(', ')}.`,
    panels: fabric.networks.map((network, at) => panelOf(network, names, at)),
    legend: fabric.networks.map(({ role }, hue) => ({ text: role, hue })),
    notes: [...scaleUpNotes(fabric), ...sourceNotes(fabric)],
  };
}

function panelOf(network: NetworkDesign, names: HallNames, hue: number): Panel {
  const { items, links } = networkItems(network, names);
  const fold = folded(items, links, NETWORK_LEVELS, ROOM);
  const says = fold.says === undefined ? [] : [`Folded: ${fold.says}`];
  return {
    heading: [...headingOf(network, cableLines(network.links, fold)), ...says],
    boxes: fold.folds.map(({ id, members }) => ({
      id,
      row: members[0]!.row,
      hue: members[0]!.what === 'switch' ? hue : undefined,
      ...labelOf(members, network),
    })),
    lines: fold.links.map(({ from, to }) => ({ from, to, hue })),
    style: LineStyle.STRAIGHT,
  };
}

/** Cables by tier, and how many of them one line of the drawing is. */
function cableLines(links: FabricLink[], { links: lines, folds }: Folded<NetworkItem>): string[] {
  const rows = new Map(folds.map(({ id, members }) => [id, members[0]!.row]));
  const rowOfTier = { [LinkTier.CORE]: 0, [LinkTier.FABRIC]: 1, [LinkTier.ACCESS]: 2 };
  return Object.values(LinkTier).flatMap((tier) => {
    const cables = links.filter((link) => link.tier === tier);
    if (cables.length === 0) return [];
    const speed = spread(
      cables.map(({ gbps }) => gbps),
      'Gbit/s',
    );
    const length = spread(
      cables.map(({ lengthM }) => lengthM),
      'm',
    );
    const media = [...new Set(cables.map(({ medium }) => medium))].join(', ');
    const drawn = lines.filter(({ from }) => rows.get(from) === rowOfTier[tier]).map(({ count }) => count);
    return [
      `${tier}: ${amount(cables.length)} × ${speed}, ${length}, ${media}; a line is ${spread(drawn, common(drawn) === 1 ? 'cable' : 'cables')}`,
    ];
  });
}

/** Equal domains in one sentence. */
function scaleUpNotes({ scaleUp }: FabricDesign): string[] {
  const kinds = new Map<string, ScaleUpDomains[]>();
  for (const each of scaleUp) {
    const kind = JSON.stringify([each.acceleratorsPerDomain, each.link]);
    kinds.set(kind, [...(kinds.get(kind) ?? []), each]);
  }
  return [...kinds.values()].map((group) => {
    const { pool, acceleratorsPerDomain, link } = group[0]!;
    const who = group.length === 1 ? pool : counted(group.length, 'pool');
    const domains = group.reduce((sum, each) => sum + each.domains, 0);
    const size = `${counted(domains, 'domain')} of ${counted(acceleratorsPerDomain, 'accelerator')}`;
    return `Scale-up, not cabled: ${size} in ${who}, joined by ${link ?? 'a link that is not known'}.`;
  });
}

function sourceNotes({ networks, assumptions }: FabricDesign): string[] {
  const models = new Map(
    networks.flatMap((network) => Object.values(network.models).map((model) => [model.id, model])),
  );
  return [
    ...[...models.values()].map(
      ({ vendor, model, ports, gbps, source }) => `${vendor} ${model}, ${ports} × ${amount(gbps)} Gbit/s: ${source}.`,
    ),
    ...assumptions.map((assumption) => `~ ${assumption}.`),
  ];
}
