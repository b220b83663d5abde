import type { Catalog } from '../catalog';
import { CapacityMode } from './asks';
import type { Figure, PoolDesign, SiteDesign, Totals } from './basis';
import { poolFigures, sumFigures, tidy } from './figures';
import type { ITargetProfile } from './target-profile';

/** Sums over all sites. */
export function totals(sites: SiteDesign[]): Totals {
  const pools = sites.flatMap((site) => site.clusters.flatMap((cluster) => cluster.pools));
  const accelerators: { [id: string]: number } = {};
  for (const id of [...new Set(pools.map((pool) => pool.acceleratorId))].sort()) {
    const same = pools.filter((pool) => pool.acceleratorId === id);
    accelerators[id] = tidy(same.reduce((sum, pool) => sum + pool.accelerators, 0));
  }
  return {
    accelerators,
    nodes: pools.reduce((sum, pool) => sum + pool.nodes, 0),
    itLoad: sum(sites, 'kW', (pool) => pool.itLoad),
    priceUsdPerHour: sum(sites, 'USD/h', (pool) => pool.priceUsdPerHour),
  };
}

/** Adds pool by pool, so that the note of a sum that is unknown names the pools and what all others come to. */
function sum(sites: SiteDesign[], unit: string, figureOf: (pool: PoolDesign) => Figure): Figure {
  const parts = sites.flatMap((site) => site.clusters.flatMap((cluster) => poolFigures(cluster, figureOf)));
  return sumFigures(unit, parts);
}

/** The oldest and the youngest date of the prices that the design rests on; one where they are the same. */
export function pricesAsOf(sites: SiteDesign[], catalog: Catalog, profiles: ITargetProfile[]): string[] {
  const dates = new Set<string>();
  for (const site of sites) {
    const cloud = profiles.find((profile) => profile.name === site.target)?.cloud ?? '';
    for (const pool of site.clusters.flatMap((cluster) => cluster.pools)) {
      const dated = pool.priceUsdPerHour.value !== undefined && pool.capacity.mode !== CapacityMode.BLOCK;
      const date = dated ? catalog.instance(cloud, pool.instanceType)?.priceAsOf : undefined;
      if (date !== undefined) {
        dates.add(date);
      }
    }
  }
  const sorted = [...dates].sort();
  return sorted.length > 1 ? [sorted[0]!, sorted.at(-1)!] : sorted;
}
