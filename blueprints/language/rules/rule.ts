import { fabricOf } from '../fabric-of';
import type { Finding, Path } from '../finding';
import type { SoundAccelerators, SoundCapacity, SoundCluster, SoundDocument, SoundFabric } from '../sound';

/** A rule that compares values of a document. It says nothing about what is missing or malformed: the schema did. */
export type Rule = (document: SoundDocument) => Finding[];

/** A pool as it was written: one of `pools`, or the one that a cluster is itself. */
export interface WrittenPool {
  readonly path: Path;
  readonly accelerators?: SoundAccelerators;
  readonly capacity?: SoundCapacity;
  /** Its own settings over its cluster's. */
  readonly fabric: SoundFabric;
  /** Where a setting of the fabric was written. */
  fabricPath(setting: 'rdma' | 'oversubscription' | 'placement'): Path;
}

/** The clusters whose values are maps, with their paths. */
export function clustersOf(document: SoundDocument): [Path, SoundCluster][] {
  return Object.entries(document.clusters ?? {}).flatMap(([name, cluster]) =>
    cluster === undefined ? [] : [[['clusters', name], cluster] as [Path, SoundCluster]],
  );
}

/** All pools of a document. */
export function poolsOf(document: SoundDocument): WrittenPool[] {
  return clustersOf(document).flatMap(([path, cluster]) => {
    const pools = Object.entries(cluster.pools ?? {}).flatMap(([name, pool]) => {
      if (pool === undefined) return [];
      const own = [...path, 'pools', name];
      return [
        {
          path: own,
          accelerators: pool.accelerators,
          capacity: pool.capacity,
          fabric: fabricOf(cluster.fabric, pool.fabric),
          fabricPath: (setting: keyof SoundFabric) => [
            ...(pool.fabric?.[setting] === undefined ? path : own),
            'fabric',
            setting,
          ],
        },
      ];
    });
    if (cluster.accelerators === undefined) return pools;
    const itself = {
      path,
      accelerators: cluster.accelerators,
      capacity: cluster.capacity,
      fabric: cluster.fabric ?? {},
      fabricPath: (setting: string) => [...path, 'fabric', setting],
    };
    return [itself, ...pools];
  });
}
