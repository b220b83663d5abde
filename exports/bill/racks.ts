import { ServerForm } from '../../catalog/servers';
import { DEFAULT_NETWORK_RACK } from '../../design/fabric';
import type { HallDesign } from '../../design/hall/types';
import type { HallFacts } from '../facts';
import { countAlike } from './count';
import { type BillLine, LineBasis } from './line';

/** Racks, and servers in them. A rack-scale system is one piece: its rack and its trays come with it. */
export function rackLines({ racks, fabric }: HallDesign, facts: HallFacts): BillLine[] {
  const types = new Map(facts.catalog.racks.map((type) => [type.id, type]));
  const serverOf = new Map(racks.pools.map(({ name, server }) => [name, server]));
  const whole = (pool: string): boolean => facts.server(serverOf.get(pool) ?? '')?.form === ServerForm.RACK;
  const lines: BillLine[] = [];
  for (const { first, count } of countAlike(
    racks.racks.filter(({ pool }) => !whole(pool)),
    ({ type }) => type,
  )) {
    const type = types.get(first.type);
    lines.push({
      category: 'rack',
      item: first.type,
      description: type?.model,
      quantity: count,
      rating: `${first.heightU} U ${first.widthInch} inch`,
      use: 'servers',
      ...sourceOf(type),
    });
  }
  if (fabric.networkRacks.length > 0) {
    lines.push({
      category: 'rack',
      item: 'network-rack',
      description: 'rack for switches',
      quantity: fabric.networkRacks.length,
      rating: `${DEFAULT_NETWORK_RACK.heightU} U`,
      use: 'switches',
      basis: 'engineering default',
      source: 'height and envelope of racks for switches (docs/fabric.md)',
    });
  }
  for (const { name, server: id, racks: count } of racks.pools) {
    const server = facts.server(id);
    const isRack = whole(name);
    const pieces = isRack
      ? count
      : racks.racks.reduce((sum, rack) => sum + (rack.pool === name ? rack.servers.length : 0), 0);
    lines.push({
      category: isRack ? 'rack-scale-system' : 'server',
      item: id,
      description: server?.model,
      vendor: server?.vendor,
      quantity: pieces,
      ...(server?.maximumKw === undefined ? {} : { rating: `${server.maximumKw} kW` }),
      use: name,
      ...sourceOf(server),
    });
  }
  return lines;
}

/** A row's source; a thing without a row was described in the blueprint. */
export function sourceOf(row: { readonly source: string } | undefined): Pick<BillLine, 'basis' | 'source'> {
  return row === undefined
    ? { basis: LineBasis.STATED, source: 'described in the blueprint' }
    : { basis: LineBasis.CATALOG, source: row.source };
}
