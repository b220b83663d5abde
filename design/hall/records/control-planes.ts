import type { SiteDesign } from '../../basis';

/** Which control plane each server of a pool serves, by the number of the server in the order of racks. */
export function controlPlaneOf(site: SiteDesign): (pool: string, number: number) => string | undefined {
  const shares = new Map<string, { readonly plane: string; readonly until: number }[]>();
  for (const cluster of site.clusters) {
    for (const { name, pools } of cluster.controlPlanes) {
      for (const { pool, groups } of pools) {
        const key = `${cluster.name}/${pool}`;
        const before = shares.get(key) ?? [];
        const nodes = groups.reduce((sum, { maxNodes }) => sum + maxNodes, 0);
        shares.set(key, [...before, { plane: name, until: (before.at(-1)?.until ?? 0) + nodes }]);
      }
    }
  }
  return (pool, number) => shares.get(pool)?.find(({ until }) => number < until)?.plane;
}
