import type { BlueprintSource, Path } from '../blueprints/language';
import type { BlueprintDocument } from '../blueprints/language/document';
import { Caret } from '../blueprints/language/finding';
import type { Diagnosis } from '../rehearsal';

/** Where in a blueprint stands what is at fault. */
export interface BlueprintPlace {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The column after the last. */
  readonly endColumn: number;
  /** `['clusters', 'tuning', 'storage', 'datasets']`. */
  readonly path: string[];
}

/** The line of a blueprint that asked for what is at fault; undefined when the blueprint has no text. */
export function blueprintPlaceOf(
  fault: Diagnosis,
  document: BlueprintDocument,
  source: BlueprintSource,
): BlueprintPlace | undefined {
  const path = blueprintPathOf(fault, document);
  const place = source.locate(path, Caret.KEY);
  if (place === undefined) return undefined;
  return {
    file: source.file,
    line: place.line,
    column: place.column,
    endColumn: place.column + place.length,
    path,
  };
}

/**
 * The nearest part of a blueprint that made a construct. The ids of constructs carry the names that the blueprint gave:
 * `pool/<name>`, and in the stack of a site `store/<cluster>/<storage>`.
 */
export function blueprintPathOf(
  { constructPath = '', cluster, site }: Pick<Diagnosis, 'constructPath' | 'cluster' | 'site'>,
  document: BlueprintDocument,
): Path {
  const [, , kind = '', name = '', inner = ''] = constructPath.split('/');
  if (kind === 'store') return storagePath(document, name, inner) ?? sitePath(document, site);
  const asked = cluster === undefined ? undefined : document.clusters[cluster];
  if (cluster === undefined || asked === undefined) {
    const path = sitePath(document, site);
    return kind === 'power' || kind === 'network' ? [...path, ...present(document.sites[site ?? ''], kind)] : path;
  }
  const path = ['clusters', cluster];
  // An identity with which workloads reach the storage of their cluster.
  if (kind === 'identity') return [...path, ...present(asked, 'storage')];
  if (kind !== 'pool') return path;
  const pool = asked.pools?.[name];
  if (pool !== undefined) return [...path, 'pools', name, ...(inner === 'fabric' ? present(pool, 'fabric') : [])];
  // A cluster of one pool says what the pool is in its own lines.
  return [...path, ...(inner === 'fabric' ? present(asked, 'fabric') : present(asked, 'accelerators'))];
}

function storagePath({ clusters }: BlueprintDocument, cluster: string, storage: string): Path | undefined {
  return clusters[cluster]?.storage?.[storage] && ['clusters', cluster, 'storage', storage];
}

function sitePath({ sites }: BlueprintDocument, site: string | undefined): Path {
  return site !== undefined && site in sites ? ['sites', site] : [];
}

function present(part: object | undefined, key: string): Path {
  return part !== undefined && key in part ? [key] : [];
}
