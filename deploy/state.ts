import type { ChangedResource } from '../engine';

/** What a state says of an object. */
interface StateInstance {
  readonly index_key?: string | number;
  readonly deposed?: string;
  readonly attributes?: { readonly [name: string]: unknown };
}

interface StateDocument {
  readonly version: number;
  readonly serial: number;
  readonly lineage: string;
  readonly resources?: {
    readonly mode: string;
    readonly module?: string;
    readonly type: string;
    readonly name: string;
    readonly instances: StateInstance[];
  }[];
}

/** A state, as far as a deploy must know it. It is read, never written: that is the engine's. */
export interface StateSnapshot {
  /** @default - there is no state yet */
  readonly lineage?: string;
  readonly serial: number;
  /** How many objects it holds. */
  readonly objects: number;
  /** What stands at an address. Empty: nothing. */
  at(resource: ChangedResource): StateInstance[];
}

/**
 * Reads a state.
 * @param text empty: there is none
 * @returns undefined when the text is not a state
 */
export function readState(text: string): StateSnapshot | undefined {
  if (text.trim() === '') return { serial: 0, objects: 0, at: () => [] };
  let document: StateDocument;
  try {
    document = JSON.parse(text) as StateDocument;
  } catch {
    return undefined;
  }
  if (typeof document?.lineage !== 'string' || typeof document.serial !== 'number') return undefined;
  const instances = new Map<string, StateInstance[]>();
  let objects = 0;
  for (const { mode, module = '', type, name, instances: each } of document.resources ?? []) {
    if (mode !== 'managed') continue;
    for (const instance of each) {
      const key = JSON.stringify([module, type, name, instance.index_key ?? null]);
      instances.set(key, [...(instances.get(key) ?? []), instance]);
      objects += 1;
    }
  }
  return {
    lineage: document.lineage,
    serial: document.serial,
    objects,
    at: (resource) => instances.get(objectKey(resource)) ?? [],
  };
}

/** The same for an address however it is written. */
export function objectKey({
  module,
  resource_type: type,
  resource_name: name,
  resource_key: key,
}: ChangedResource): string {
  return JSON.stringify([module, type, name, key]);
}
