import type { PoolDesign } from '../../design/basis';
import type { ObservedPlace } from './observations';
import type { IPolicySubject } from './subject-types';

/** A pool of the design, with where it is. */
export interface SitedPool {
  readonly site: string;
  readonly cluster: string;
  readonly pool: PoolDesign;
  /** `pool workers of cluster frontier`. */
  readonly subject: string;
  readonly place: ObservedPlace;
}

export function poolsOf(subject: IPolicySubject): SitedPool[] {
  return (subject.design?.sites ?? []).flatMap(({ name: site, clusters }) =>
    clusters.flatMap(({ name: cluster, pools }) =>
      pools.map((pool) => ({
        site,
        cluster,
        pool,
        subject: `pool ${pool.name} of cluster ${cluster}`,
        place: { blueprintPath: subject.poolPath(cluster, pool.name) },
      })),
    ),
  );
}
