import type { Inventor, Scalar } from './invention';
import type { AttributeSchema, BlockSchema, ValueType } from './schema';
import { isObject, type ObjectValue, Unknown, type Value } from './values';

/** The object with everything that was unknown decided. Arrays and objects keep what they have. */
export function appliedObject(
  schema: BlockSchema,
  planned: ObjectValue,
  inventor: Inventor,
  path: string[] = [],
): ObjectValue {
  const applied: ObjectValue = {};
  for (const [name, attribute] of Object.entries(schema.attributes ?? {})) {
    applied[name] = appliedAttribute(attribute, planned[name] ?? null, inventor, [...path, name]);
  }
  for (const [name, block] of Object.entries(schema.blocks ?? {})) {
    applied[name] = appliedItems(block, block.nesting === 'map', planned[name] ?? null, inventor, [...path, name]);
  }
  return applied;
}

function appliedAttribute(attribute: AttributeSchema, planned: Value, inventor: Inventor, path: string[]): Value {
  if (attribute.writeOnly) return null;
  const { nested, type } = attribute;
  // What a user may give and did not is empty; what only the cloud gives has something in it, so that `x[0].y` can be read.
  const empty = attribute.optional === true;
  if (nested === undefined) return decided(type ?? 'dynamic', planned, inventor, path, empty);
  if (!(planned instanceof Unknown)) {
    return appliedItems(nested, nested.nesting === 'map', planned, inventor, path);
  }
  if (nested.nesting === 'map') return {};
  const one = (): ObjectValue => {
    const unknown = Object.keys(nested.attributes).map((name) => [name, planned] as const);
    return appliedObject(nested, Object.fromEntries(unknown), inventor, path);
  };
  if (nested.nesting === 'single') return empty ? null : one();
  return empty ? [] : [one()];
}

function appliedItems(schema: BlockSchema, isMap: boolean, planned: Value, inventor: Inventor, path: string[]): Value {
  if (Array.isArray(planned)) {
    return planned.map((item, index) =>
      isObject(item) ? appliedObject(schema, item, inventor, [...path, String(index)]) : item,
    );
  }
  if (!isObject(planned)) return planned instanceof Unknown ? [] : planned;
  if (!isMap) return appliedObject(schema, planned, inventor, path);
  const items = Object.entries(planned).map(([key, item]) => {
    return [key, isObject(item) ? appliedObject(schema, item, inventor, [...path, key]) : item] as const;
  });
  return Object.fromEntries(items);
}

/** A value of a type, with its unknown parts decided. */
function decided(type: ValueType, value: Value, inventor: Inventor, path: string[], empty: boolean): Value {
  if (value instanceof Unknown) return invented(type, inventor, path, empty);
  if (typeof type === 'string' || value === null) return value;
  const [kind, inner] = type;
  if (Array.isArray(value)) {
    return value.map((item, index) =>
      decided(kind === 'tuple' ? 'dynamic' : (inner as ValueType), item, inventor, [...path, String(index)], empty),
    );
  }
  if (!isObject(value)) return value;
  const members = Object.entries(value).map(([key, item]) => {
    const itemType = kind === 'object' ? (inner as { [name: string]: ValueType })[key]! : (inner as ValueType);
    return [key, decided(itemType, item, inventor, [...path, key], empty)] as const;
  });
  return Object.fromEntries(members);
}

function invented(type: ValueType, inventor: Inventor, path: string[], empty: boolean): Value {
  if (typeof type === 'string') return type === 'dynamic' ? null : inventor.scalar(path, type as Scalar);
  const [kind, inner] = type;
  switch (kind) {
    case 'map':
      return {};
    case 'object':
      return Object.fromEntries(
        Object.entries(inner as { [name: string]: ValueType }).map(([name, each]) => [
          name,
          invented(each, inventor, [...path, name], empty),
        ]),
      );
    case 'list':
    case 'set':
      return empty ? [] : [invented(inner as ValueType, inventor, path, empty)];
    default:
      return null;
  }
}
