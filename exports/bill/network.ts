import { OpticKind } from '../../catalog/optics';
import type { FabricLink, NetworkDesign } from '../../design/fabric';
import type { HallDesign } from '../../design/hall/types';
import type { HallFacts } from '../facts';
import { countAlike } from './count';
import { type BillLine, LineBasis } from './line';
import { sourceOf } from './racks';

/** Switches by tier, modules, and cables by medium and length; network by network. */
export function networkLines({ fabric }: HallDesign, { catalog }: HallFacts): BillLine[] {
  const optics = new Map(catalog.optics.map((optic) => [optic.id, optic]));
  return fabric.networks.flatMap((network) => [
    ...switchLines(network),
    ...network.optics
      // Cables with fixed plugs and copper are counted by their length, below.
      .filter(({ kind }) => kind === OpticKind.TRANSCEIVER)
      // By code units, as in every locale.
      .sort(({ optic: one }, { optic: other }) => Number(one > other) - Number(one < other))
      .map(({ optic, count }): BillLine => {
        const row = optics.get(optic);
        return {
          category: 'optic',
          item: optic,
          description: row === undefined ? undefined : `${row.formFactor} ${row.family}`,
          vendor: row?.vendor,
          quantity: count,
          rating: row === undefined ? undefined : `${row.links} x ${row.linkGbps} Gbit/s`,
          use: network.role,
          ...sourceOf(row),
        };
      }),
    ...cableLines(network),
  ]);
}

function switchLines({ role, switches, models }: NetworkDesign): BillLine[] {
  return countAlike(switches, ({ tier, model }) => `${tier} ${model}`).map(({ first: { tier, model }, count }) => {
    const row = models[tier];
    return {
      category: 'switch',
      item: model,
      description: row?.model,
      vendor: row?.vendor,
      quantity: count,
      ...(row === undefined ? {} : { rating: `${row.ports} x ${row.gbps} Gbit/s` }),
      use: `${role} ${tier}`,
      ...sourceOf(row),
    };
  });
}

function cableLines({ role, links }: NetworkDesign): BillLine[] {
  return countAlike(links, ({ medium, cableType, gbps, lengthM }) => `${medium} ${cableType} ${gbps} ${lengthM}`)
    .sort(({ first: one }, { first: other }) => byMedium(one, other))
    .map(({ first: { medium, cableType, gbps, lengthM }, count }) => ({
      category: 'cable',
      item: medium,
      description: cableType,
      quantity: count,
      rating: `${lengthM} m, ${gbps} Gbit/s`,
      use: role,
      basis: LineBasis.DERIVED,
      source: 'length from the floor and the next that can be ordered (docs/fabric.md)',
    }));
}

function byMedium(one: FabricLink, other: FabricLink): number {
  const [a, b] = [`${one.medium} ${one.cableType}`, `${other.medium} ${other.cableType}`];
  return Number(a > b) - Number(a < b) || one.gbps - other.gbps || one.lengthM - other.lengthM;
}
