import type { AttributeSchema, BlockSchema } from './schema';
import { isObject, type Value } from './values';

/** A step into a value: the name of an attribute or block, a place in a list, a key of a map. */
export type PathStep = string | number | { readonly key: string };

/** What a provider says about an argument. */
export interface Complaint {
  readonly summary: string;
  readonly detail: string;
  readonly path: PathStep[];
}

/** Refuses values for what only the provider decides: the engine itself accepts them. */
export function complaintsAbout(schema: BlockSchema, config: Value, path: PathStep[] = []): Complaint[] {
  if (!isObject(config)) return [];
  const own = Object.entries(schema.attributes ?? {}).flatMap(([name, attribute]) =>
    aboutAttribute(attribute, config[name] ?? null, [...path, name]),
  );
  const inner = Object.entries(schema.blocks ?? {}).flatMap(([name, block]) =>
    aboutItems(block, config[name] ?? null, [...path, name]),
  );
  return [...own, ...inner];
}

function aboutAttribute(attribute: AttributeSchema, value: Value, path: PathStep[]): Complaint[] {
  if (value === null) return [];
  if (attribute.computed && !attribute.optional && !attribute.required) {
    const name = path.at(-1);
    return [
      {
        summary: 'Value for unconfigurable attribute',
        detail: `"${String(name)}" is decided by the provider when it applies, and cannot be set`,
        path,
      },
    ];
  }
  return attribute.nested === undefined ? [] : aboutItems(attribute.nested, value, path);
}

/** The items of a list or a set by place, of a map by key, or the one object that there is. */
function aboutItems(schema: BlockSchema & { readonly nesting: string }, value: Value, path: PathStep[]): Complaint[] {
  if (Array.isArray(value)) {
    // A set's items have no address: the path ends at the set.
    return value.flatMap((item, index) => {
      const complaints = complaintsAbout(schema, item, schema.nesting === 'set' ? [] : [...path, index]);
      return schema.nesting === 'set' ? complaints.map((each) => ({ ...each, path })) : complaints;
    });
  }
  if (schema.nesting === 'map' && isObject(value)) {
    return Object.entries(value).flatMap(([key, item]) => complaintsAbout(schema, item, [...path, { key }]));
  }
  return complaintsAbout(schema, value, path);
}
