/** Where the tree begins. */
export const ROOT = '/redfish/v1';

export interface Link {
  readonly '@odata.id': string;
}

/** A resource as a Redfish service answers with it. */
export interface Resource extends Link {
  readonly '@odata.type': string;
  readonly Id?: string;
  readonly Name: string;
  readonly [property: string]: unknown;
}

/** A collection with its members in it, as a service answers to `$expand`. */
export interface Collection extends Resource {
  readonly 'Members@odata.count': number;
  readonly Members: Resource[];
}

export function link(path: string): Link {
  return { '@odata.id': path };
}

/** @param type of its members: `Circuit` */
export function collection(path: string, type: string, name: string, members: Resource[]): Collection {
  return {
    '@odata.id': path,
    '@odata.type': `#${type}Collection.${type}Collection`,
    Name: name,
    'Members@odata.count': members.length,
    Members: members,
  };
}

/** An id as a part of a path. */
export function segment(id: string): string {
  return encodeURIComponent(id);
}
