import type {
  AcceleratorsDocument,
  BlueprintDocument,
  CapacityDocument,
  ClusterDocument,
  FabricDocument,
  SiteDocument,
  StorageDocument,
} from './document';
import type { Path } from './finding';

/** Of a document's type: what is present has the right form, and anything may be missing. */
export type Sound<T> = T extends string | number | undefined
  ? T
  : T extends (infer Item)[]
    ? Item[]
    : { readonly [Key in keyof T]?: Sound<T[Key]> };

/** A document from which the values of the wrong form were taken out: what a rule that compares values can rely on. */
export type SoundDocument = Sound<BlueprintDocument>;
export type SoundSite = Sound<SiteDocument>;
export type SoundCluster = Sound<ClusterDocument>;
export type SoundAccelerators = Sound<AcceleratorsDocument>;
export type SoundCapacity = Sound<CapacityDocument>;
export type SoundFabric = Sound<FabricDocument>;
export type SoundStorage = Sound<StorageDocument>;

/** Whether the writer wrote the key, be its value sound or not: what was written wrongly is not missing. */
export function wrote(map: object, key: string): boolean {
  return Object.hasOwn(map, key);
}

/** Takes the values at these paths out of a document, in place; their keys stay. */
export function takeOut(document: unknown, paths: Path[]): SoundDocument {
  const lists = new Set<unknown[]>();
  for (const path of paths) {
    const owner = path.slice(0, -1).reduce<unknown>((value, step) => childOf(value, step), document);
    const last = path[path.length - 1];
    if (last === undefined || childOf(owner, last) === undefined) continue;
    if (Array.isArray(owner)) lists.add(owner);
    (owner as Record<string, unknown>)[last] = undefined;
  }
  for (const list of lists) list.splice(0, list.length, ...list.filter((item) => item !== undefined));
  return document as SoundDocument;
}

function childOf(value: unknown, step: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
  return (value as Record<string, unknown>)[step];
}
