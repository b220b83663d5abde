import type { AttributeSchema, BlockSchema, ValueType } from '../../host/schema';

/** Attributes by name. */
export interface Members {
  [name: string]: AttributeSchema;
}

const SCALARS: { readonly [name: string]: ValueType } = { string: 'string', number: 'number', boolean: 'bool' };

/** The type behind a name such as `string`, `numberListList` or `StringMap`. A list is a set when the kind says so. */
export function storedType(storage: string, kind: string): ValueType {
  const name = storage.charAt(0).toLowerCase() + storage.slice(1);
  // What can be anything is written as a map of anything.
  const [, scalar = '', collections = ''] = /^(any(?:Map)?|string|number|boolean)((?:List|Map)*)$/.exec(name) ?? [];
  const kinds = (collections.match(/List|Map/g) ?? []).map((each) => each.toLowerCase());
  const type = kinds.reduce<ValueType>((inner, each) => [each, inner], SCALARS[scalar] ?? 'dynamic');
  return kind === 'set' && Array.isArray(type) && type[0] === 'list' ? ['set', type[1]] : type;
}

/** The type that a getter reads: `getNumberListAttribute`. */
export function readType(call: string, isSet: boolean): ValueType {
  const name = /^get(\w*)Attribute$/.exec(call)?.[1] ?? '';
  return storedType(name === 'List' ? 'stringList' : name, isSet ? 'set' : '');
}

/** The types of attributes, which what is nested in them has too. */
export function typesOf(attributes: Members): { [name: string]: ValueType } {
  return Object.fromEntries(Object.entries(attributes).map(([name, each]) => [name, typeOf(each)]));
}

export function typeOf({ type, nested }: AttributeSchema): ValueType {
  if (nested === undefined) return type ?? 'dynamic';
  const object: ValueType = ['object', typesOf(nested.attributes)];
  return nested.nesting === 'single' ? object : [nested.nesting, object];
}

export function blockHoldsAnything({ attributes = {}, blocks = {} }: BlockSchema): boolean {
  return (
    Object.values(attributes).some((each) => holdsAnything(typeOf(each))) ||
    Object.values(blocks).some(blockHoldsAnything)
  );
}

function holdsAnything(type: ValueType): boolean {
  if (!Array.isArray(type)) return type === 'dynamic';
  const [, inner] = type;
  return typeof inner === 'string' || Array.isArray(inner)
    ? holdsAnything(inner)
    : Object.values(inner).some(holdsAnything);
}
