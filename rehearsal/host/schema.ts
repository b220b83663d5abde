/** A type as Terraform writes it in JSON: `"string"`, `["list", "string"]`, `["object", { "name": "string" }]`. */
export type ValueType = string | [kind: string, inner: ValueType | { [name: string]: ValueType }];

export type Nesting = 'single' | 'group' | 'list' | 'set' | 'map';

export interface AttributeSchema {
  /** Undefined when the attribute has `nested`. */
  readonly type?: ValueType;
  /** An attribute that holds an object, or a collection of objects, with attributes of their own. */
  readonly nested?: { readonly nesting: Nesting; readonly attributes: { readonly [name: string]: AttributeSchema } };
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly computed?: boolean;
  readonly sensitive?: boolean;
  readonly writeOnly?: boolean;
}

/** What may stand in a block. */
export interface BlockSchema {
  readonly attributes?: { readonly [name: string]: AttributeSchema };
  readonly blocks?: { readonly [name: string]: NestedBlockSchema };
}

export interface NestedBlockSchema extends BlockSchema {
  readonly nesting: Nesting;
  /** Items at least. @default 0 */
  readonly min?: number;
  /** Items at most. @default - any number */
  readonly max?: number;
}

export interface TypeSchema extends BlockSchema {
  /** Of the stored object, as the provider counts it. */
  readonly version: number;
}

/** What rehearsal/schemas holds of a provider; written by tools/prune-schemas.mjs. */
export interface ProviderSchema {
  /** `aws`. */
  readonly provider: string;
  /** `hashicorp/aws`. */
  readonly source: string;
  /** The provider's version that the schema was read from. */
  readonly version: string;
  /** The arguments of the provider itself. */
  readonly configuration: BlockSchema;
  readonly resources: { readonly [type: string]: TypeSchema };
  readonly dataSources: { readonly [type: string]: TypeSchema };
}

const BLOCK_NESTING: { readonly [nesting in Nesting]: number } = { single: 1, list: 2, set: 3, map: 4, group: 5 };

/** The protocol's `Schema` message. */
export function schemaMessage(schema: BlockSchema, version = 0): object {
  return { version, block: blockMessage(schema) };
}

function blockMessage({ attributes = {}, blocks = {} }: BlockSchema): object {
  return {
    attributes: Object.entries(attributes).map(([name, each]) => attributeMessage(name, each)),
    block_types: Object.entries(blocks).map(([name, each]) => ({
      type_name: name,
      nesting: BLOCK_NESTING[each.nesting],
      min_items: each.min ?? 0,
      max_items: each.max ?? 0,
      block: blockMessage(each),
    })),
  };
}

function attributeMessage(name: string, attribute: AttributeSchema): object {
  const { type, nested, writeOnly, ...flags } = attribute;
  return {
    name,
    ...flags,
    write_only: writeOnly,
    ...(type !== undefined && { type: Buffer.from(JSON.stringify(type)) }),
    ...(nested && {
      nested_type: {
        nesting: BLOCK_NESTING[nested.nesting],
        attributes: Object.entries(nested.attributes).map(([inner, each]) => attributeMessage(inner, each)),
      },
    }),
  };
}
