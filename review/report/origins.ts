import type { BasisOfDesign, Figure, PoolDesign } from '../../design/basis';
import type { FigureChange } from '../model';
import { counted, number } from '../render/words';
import { type Block, type Cell, longTable, name } from './document';
import { wordsOf } from './figure-text';

/** A figure that nobody knows, and whose. */
interface Unknown {
  readonly what: string;
  readonly of: string;
  readonly why: string;
}

const POOL_FIGURES: { readonly [key in keyof PoolDesign]?: string } = {
  rdmaInterfacesPerNode: 'RDMA interfaces of a node',
  networkCardsPerNode: 'network cards of a node',
  vcpus: 'vCPUs',
  memoryGib: 'memory',
  localNvmeGb: 'local disks',
  bf16Tflops: 'dense BF16',
  nodePowerKw: 'power of a node',
  itLoad: 'IT load',
  priceUsdPerHour: 'price',
};

/** What is not known, what of, and why; alike ones in one row. */
export function unknownBlocks(basis: BasisOfDesign, figures: FigureChange[]): Block[] {
  const groups = new Map<string, Unknown & { readonly owners: string[] }>();
  for (const unknown of unknowns(basis, figures)) {
    const key = JSON.stringify([unknown.what, unknown.why]);
    const group = groups.get(key) ?? { ...unknown, owners: [] };
    group.owners.push(unknown.of);
    groups.set(key, group);
  }
  if (groups.size === 0) return [{ kind: 'text', text: 'Every figure is known.' }];
  const rows = [...groups.values()].map(({ what, why, owners }) => [what, owners.join(', '), why]);
  return longTable('What is unknown', [{ head: 'figure' }, { head: 'of' }, { head: 'why' }], rows, 'unknown figure');
}

function unknowns({ sites, quotas }: BasisOfDesign, figures: FigureChange[]): Unknown[] {
  const pools = sites.flatMap(({ clusters }) =>
    clusters.flatMap((cluster) => cluster.pools.map((pool) => ({ pool, of: `${cluster.name}/${pool.name}` }))),
  );
  return [
    ...pools.flatMap(({ pool, of }) =>
      Object.entries(POOL_FIGURES).flatMap(([key, what]) => missing(pool[key as keyof PoolDesign] as Figure, what, of)),
    ),
    ...sites.flatMap(({ name: site, hall }) =>
      Object.entries(hall?.power.figures ?? {}).flatMap(([key, figure]) => missing(figure, wordsOf(key), site)),
    ),
    ...figures.flatMap(({ site, figure, label, after, notes }) =>
      site !== undefined && after === null && DERIVED.includes(figure)
        ? [{ what: label, of: site, why: notes[0] ?? '' }]
        : [],
    ),
    ...quotas.flatMap(({ site, quota, demand, note }) =>
      typeof demand === 'number' ? [] : [{ what: `demand of ${quota}`, of: site, why: note ?? '' }],
    ),
  ];
}

/** Figures of a site that no pool has. */
const DERIVED = ['facility', 'carbon'];

function missing({ value, note }: Figure, what: string, of: string): Unknown[] {
  return typeof value === 'number' ? [] : [{ what, of, why: note ?? '' }];
}

/** The catalog, and every source that a figure follows from, with what rests on it. */
export function sourceBlocks({ catalog, ...basis }: BasisOfDesign, figures: FigureChange[]): Block[] {
  const uses = new Map<string, number>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, each] of Object.entries(value)) {
      if (key === 'sources') for (const source of each as string[]) uses.set(source, (uses.get(source) ?? 0) + 1);
      else walk(each);
    }
  };
  walk(basis);
  walk(figures);
  const rows: Cell[][] = [...uses]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([source, count]) => [name(source), number(count)]);
  const dates = [...new Set(catalog.pricesAsOf)];
  return [
    {
      kind: 'text',
      text: `Catalog ${catalog.sha256.slice(0, 12)} (SHA-256); ${dates.length === 0 ? 'no price is used' : `prices as of ${dates.join(' to ')}`}. ${counted(rows.length, 'source')}; each names its date where it has one.`,
    },
    ...longTable('Sources', [{ head: 'source' }, { head: 'figures', isNumber: true }], rows, 'source'),
  ];
}
