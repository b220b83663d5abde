import type { AttributeSchema, BlockSchema, NestedBlockSchema, Nesting, TypeSchema, ValueType } from '../host/schema';
import { typeOf } from './bindings/types';

/** What `terraform providers schema -json` writes of a provider. Tools and tests read it; a rehearsal reads what was kept of it. */
export interface WrittenProvider {
  readonly provider?: { readonly block: WrittenBlock };
  readonly resource_schemas?: { readonly [type: string]: WrittenType };
  readonly data_source_schemas?: { readonly [type: string]: WrittenType };
}

export interface WrittenType {
  readonly version?: number;
  readonly block: WrittenBlock;
}

interface WrittenBlock {
  readonly attributes?: { readonly [name: string]: WrittenAttribute };
  readonly block_types?: { readonly [name: string]: WrittenNestedBlock };
}

interface WrittenNestedBlock {
  readonly nesting_mode: Nesting;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly block: WrittenBlock;
}

interface WrittenAttribute {
  readonly type?: ValueType;
  readonly nested_type?: {
    readonly nesting_mode: Nesting;
    readonly attributes: { readonly [name: string]: WrittenAttribute };
  };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly write_only?: boolean;
}

/** Keeps what a rehearsal needs: no descriptions, no deprecations. */
export function typeFromTerraform({ version = 0, block }: WrittenType): TypeSchema {
  return { version, ...blockFromTerraform(block) };
}

/** As {@link typeFromTerraform}, of a block. */
export function blockFromTerraform({ attributes = {}, block_types: blocks = {} }: WrittenBlock): BlockSchema {
  return {
    ...(Object.keys(attributes).length > 0 && { attributes: mapSorted(attributes, attributeFromTerraform) }),
    ...(Object.keys(blocks).length > 0 && { blocks: mapSorted(blocks, nestedFromTerraform) }),
  };
}

function attributeFromTerraform(written: WrittenAttribute): AttributeSchema {
  const { type, nested_type: nested, required, optional, computed, sensitive, write_only: writeOnly } = written;
  return {
    ...(type !== undefined && { type }),
    ...(nested && {
      nested: { nesting: nested.nesting_mode, attributes: mapSorted(nested.attributes, attributeFromTerraform) },
    }),
    ...(required && { required }),
    ...(optional && { optional }),
    ...(computed && { computed }),
    ...(sensitive && { sensitive }),
    ...(writeOnly && { writeOnly }),
  };
}

function nestedFromTerraform(written: WrittenNestedBlock): NestedBlockSchema {
  const { nesting_mode: nesting, min_items: min, max_items: max, block } = written;
  return { nesting, ...(min && { min }), ...(max && { max }), ...blockFromTerraform(block) };
}

function mapSorted<From, To>(
  object: { readonly [name: string]: From },
  change: (each: From, name: string) => To,
): { [name: string]: To } {
  const names = Object.keys(object).sort();
  return Object.fromEntries(names.map((name) => [name, change(object[name]!, name)]));
}

/**
 * Schema files from which somebody removed the descriptions have lost the members of objects that are called `description` too.
 * The bindings, which were made from whole ones, put them back.
 */
export function withLostDescriptions<Block extends BlockSchema>(read: Block, rebuilt: BlockSchema | undefined): Block {
  const { attributes, blocks } = read;
  return {
    ...read,
    ...(attributes && {
      attributes: mapSorted(attributes, (each, name) => {
        const other = rebuilt?.attributes?.[name];
        return each.type === undefined || other === undefined
          ? each
          : { ...each, type: withDescriptions(each.type, typeOf(other)) };
      }),
    }),
    ...(blocks && {
      blocks: mapSorted(blocks, (each, name) => withLostDescriptions(each, rebuilt?.blocks?.[name])),
    }),
  };
}

function withDescriptions(type: ValueType, whole: ValueType): ValueType {
  if (!Array.isArray(type) || !Array.isArray(whole) || type[0] !== whole[0]) return type;
  const [kind, inner] = type;
  if (!hasMembers(inner)) return hasMembers(whole[1]) ? type : [kind, withDescriptions(inner, whole[1])];
  if (!hasMembers(whole[1])) return type;
  const members: { [name: string]: ValueType } = whole[1];
  const { description } = members;
  const complete = description === undefined ? inner : { description, ...inner };
  return [kind, mapSorted(complete, (each, name) => withDescriptions(each, members[name] ?? each))];
}

function hasMembers(inner: ValueType | { [name: string]: ValueType }): inner is { [name: string]: ValueType } {
  return typeof inner !== 'string' && !Array.isArray(inner);
}
