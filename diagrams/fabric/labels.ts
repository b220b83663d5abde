import { FabricLayout, FabricTechnology, type NetworkDesign } from '../../design/fabric';
import { BoxSymbol } from '../drawing/types';
import { amount, common, counted, spread } from '../drawing/words';
import type { EndItem, NetworkItem, Ports, SwitchItem } from './items';

const TECHNOLOGIES: { readonly [technology in FabricTechnology]: string } = {
  [FabricTechnology.ROCE]: 'RoCE',
  [FabricTechnology.ULTRA_ETHERNET]: 'Ultra Ethernet',
  [FabricTechnology.ETHERNET]: 'Ethernet',
  [FabricTechnology.INFINIBAND]: 'InfiniBand',
};

/** What stands in the box of items that are folded into one. */
export interface Label {
  readonly lines: string[];
  readonly symbol: BoxSymbol;
}

export function labelOf(members: NetworkItem[], network: NetworkDesign): Label {
  return members[0]!.what === 'switch'
    ? { lines: switchLines(members as SwitchItem[], network), symbol: BoxSymbol.SWITCH }
    : { lines: endLines(members as EndItem[]), symbol: BoxSymbol.RACK };
}

function switchLines(items: SwitchItem[], { models, layout }: NetworkDesign): string[] {
  const { its, id } = items[0]!;
  const model = models[its.tier];
  return [
    items.length === 1 ? id : counted(items.length, its.tier),
    placeOf(items, layout === FabricLayout.RAIL_OPTIMIZED ? 'rail' : 'leaf'),
    model === undefined ? its.model : `${model.vendor} ${model.model}`,
    portsOf(items),
  ].filter((line) => line !== '');
}

/** "unit 1, rails 1–8". */
function placeOf(items: SwitchItem[], rail: string): string {
  const named = (name: string, values: (number | undefined)[]): string[] => {
    const known = [...new Set(values.flatMap((value) => value ?? []))];
    if (known.length === 0) return [];
    if (known.length === 1) return [`${name} ${known[0]}`];
    return [`${name}s ${Math.min(...known)}–${Math.max(...known)}`];
  };
  const planes = new Set(items.map(({ its }) => its.plane));
  return [
    ...named(
      'pod',
      items.map(({ pod }) => pod),
    ),
    ...named(
      'unit',
      items.map(({ unit }) => unit),
    ),
    ...named(
      rail,
      items.map(({ its }) => its.rail),
    ),
    ...(planes.size > 1 || items[0]!.its.plane > 1 ? named('plane', [...planes]) : []),
  ].join(', ');
}

function portsOf(items: NetworkItem[]): string {
  const way = (name: string, ports: Ports[]): string[] => {
    const count = ports.reduce((sum, each) => sum + each.count, 0);
    return count === 0 ? [] : [`${amount(count)} × ${speed(ports)} ${name}`];
  };
  return [
    ...way(
      'down',
      items.map(({ down }) => down),
    ),
    ...way(
      'up',
      items.map(({ up }) => up),
    ),
  ].join(', ');
}

/** In Gbit/s, short: "400G". */
function speed(ports: Ports[]): string {
  return spread(
    ports.flatMap(({ gbps }) => gbps),
    'G',
  )!.replace(' ', '');
}

function endLines(items: EndItem[]): string[] {
  const { endpoint, id } = items[0]!;
  const accelerators = items.reduce((sum, item) => sum + (item.endpoint?.accelerators ?? 0), 0);
  const groups = [...new Set(items.map(({ group }) => group))];
  const group = groups.length === 1 ? groups[0]! : counted(groups.length, endpoint === undefined ? 'kind' : 'pool');
  const unit = common(items.map((item) => item.unit));
  return [
    items.length === 1 ? id.replace(/^end /, '') : counted(items.length, endpoint === undefined ? 'switch' : 'server'),
    items.length > 1 && unit !== undefined ? `${group}, unit ${unit}` : group,
    ...(accelerators === 0 ? [] : [counted(accelerators, 'accelerator')]),
    portsOf(items),
  ];
}

/** The lines above a network. */
export function headingOf(network: NetworkDesign, cables: string[]): string[] {
  const { role, technology, layout, tiers, planes, proof, switches } = network;
  const shape = [
    counted(tiers, 'tier'),
    ...(planes > 1 ? [`${planes} planes`] : []),
    counted(switches.length, 'switch'),
  ];
  const ratios = proof.tiers.map(
    ({ tier, asked, worst }) => `${tier} asked ${amount(asked)}:1, worst ${ratio(worst.downGbps, worst.upGbps)}`,
  );
  return [
    `${role}: ${TECHNOLOGIES[technology]}, ${layout}, ${shape.join(', ')}`,
    ...cables,
    `${proof.holds ? 'proved' : 'NOT proved'}: ${proof.claim}${ratios.length === 0 ? '' : ` (${ratios.join('; ')})`}`,
  ];
}

function ratio(down: number, up: number): string {
  return `${amount(down)} down over ${amount(up)} Gbit/s up`;
}
