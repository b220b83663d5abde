import type { State } from './state-server';

/** An object that a state holds. */
export interface ManagedObject {
  readonly address: string;
  readonly type: string;
  readonly id: string;
  /** Whether the next apply replaces it. */
  readonly isTainted: boolean;
}

/** The objects of a state, without what was only read. */
export function managedObjects({ resources = [] }: State): ManagedObject[] {
  return resources.flatMap(({ module, mode, type, name, instances }) => {
    if (mode !== 'managed') return [];
    const resource = [module, type, name].filter(Boolean).join('.');
    return instances.map(({ index_key: key, status, attributes = {} }) => ({
      address: key === undefined ? resource : `${resource}[${JSON.stringify(key)}]`,
      type,
      id: String(attributes['id'] ?? attributes['arn'] ?? ''),
      isTainted: status === 'tainted',
    }));
  });
}
