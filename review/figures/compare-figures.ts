import type { Catalog, Region } from '../../catalog';
import type { FigureChange } from '../model';
import { tidy } from './amount';
import type { WrittenBasis, WrittenSite } from './read-basis';
import { type SiteFigure, siteFigures } from './site-figures';

/** Every figure of both designs side by side: the sums first, then site by site. Those that stay are told too. */
export function compareFigures(base: WrittenBasis, head: WrittenBasis, catalog: Catalog): FigureChange[] {
  const before = new Map(
    base.sites.map((site) => [site.name, siteFigures(site, regionOf(site, base, catalog), catalog)]),
  );
  const after = new Map(
    head.sites.map((site) => [site.name, siteFigures(site, regionOf(site, head, catalog), catalog)]),
  );
  const sites = [...new Set([...before.keys(), ...after.keys()])];
  const totals = changesOf(summed([...before.values()].flat()), summed([...after.values()].flat()));
  const each = sites.flatMap((site) => changesOf(before.get(site) ?? [], after.get(site) ?? [], site));
  return [...totals, ...each];
}

/** A basis of design names the cloud of a site with the quotas that the site asks for. */
function regionOf({ name, region }: WrittenSite, { quotas }: WrittenBasis, catalog: Catalog): Region | undefined {
  const cloud = quotas.find(({ site }) => site === name)?.cloud;
  return catalog.regions.find((each) => each.cloud === cloud && each.region === region);
}

function summed(figures: SiteFigure[]): SiteFigure[] {
  const names = [...new Set(figures.map(({ figure }) => figure))];
  return names.map((name) => {
    const same = figures.filter(({ figure }) => figure === name);
    const { figure, label, unit } = same[0]!;
    const isUnknown = same.some(({ value }) => value === null);
    return {
      figure,
      label,
      unit,
      value: isUnknown ? null : tidy(same.reduce((total, { value }) => total + value!, 0)),
      sources: [...new Set(same.flatMap(({ sources }) => sources))].sort(),
      notes: isUnknown ? ['unknown at a site, and so in the sum'] : [],
    };
  });
}

/** What one side does not have at all is none of it; what it has and does not know is unknown. */
function changesOf(before: SiteFigure[], after: SiteFigure[], site?: string): FigureChange[] {
  const all = [...after, ...before];
  const names = [...new Set(all.map(({ figure }) => figure))].sort(
    (one, other) => orderOf(one, all) - orderOf(other, all),
  );
  return names.map((name) => {
    const old = before.find(({ figure }) => figure === name);
    const now = after.find(({ figure }) => figure === name);
    const { figure, label, unit } = (now ?? old)!;
    const [from, to] = [old === undefined ? 0 : old.value, now === undefined ? 0 : now.value];
    const limit = now?.limit;
    return {
      ...(site !== undefined && { site }),
      figure,
      label,
      unit,
      before: from,
      after: to,
      delta: from === null || to === null ? null : tidy(to - from),
      ...(limit !== undefined && { limit, ...(to !== null && to > limit && { exceeds: true }) }),
      sources: [...new Set([...(now?.sources ?? []), ...(old?.sources ?? [])])].sort(),
      notes: [...new Set([...(now?.notes ?? []), ...(old?.notes ?? [])])],
    };
  });
}

/** Accelerators of all models stand together, in the alphabet's order; all else as a site lists it. */
const ORDER = [
  'accelerators',
  'bf16',
  'nodes',
  'rdma-ports',
  'switches',
  'switch-ports',
  'racks',
  'network-racks',
  'feeds',
  'it-load',
  'facility',
  'price-hour',
  'price-month',
  'carbon',
];

function orderOf(figure: string, all: SiteFigure[]): number {
  const models = [...new Set(all.map((each) => each.figure))].filter((each) => each.startsWith('accelerators/')).sort();
  const place = ORDER.indexOf(figure.split('/')[0] ?? '');
  return place === 0 ? models.indexOf(figure) / (models.length + 1) : place;
}
