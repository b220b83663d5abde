/*!
 * Copyright (c) HashiCorp, Inc.
 * SPDX-License-Identifier: MPL-2.0
 *
 * The part of the Terraform plugin protocol 6.8 that a provider host needs: messages, field names and field numbers of
 * docs/plugin-protocol/tfplugin6.8.proto in github.com/hashicorp/terraform, written as a descriptor instead of as a .proto file,
 * so that a bundle needs no file beside it. Messages and fields that the host neither reads nor writes are left out.
 */

type FieldType = string | [type: string] | { readonly map: string };

/** `name: [number, type]`; a type in brackets is repeated, `{ map }` is a map from strings. */
function message(
  fields: { [name: string]: [id: number, type: FieldType] },
  nested?: { [name: string]: object },
): object {
  const described = Object.entries(fields).map(([name, [id, type]]) => {
    if (typeof type === 'string') return [name, { id, type }];
    if (Array.isArray(type)) return [name, { id, type: type[0], rule: 'repeated' }];
    return [name, { id, keyType: 'string', type: type.map }];
  });
  return { fields: Object.fromEntries(described), ...(nested && { nested }) };
}

function exchange(request: { [name: string]: [number, FieldType] }, response: { [name: string]: [number, FieldType] }) {
  return { nested: { Request: message(request), Response: message(response) } };
}

const DIAGNOSTICS: FieldType = ['Diagnostic'];

const MESSAGES: { [name: string]: object } = {
  DynamicValue: message({ msgpack: [1, 'bytes'], json: [2, 'bytes'] }),
  Diagnostic: message({
    severity: [1, 'int32'],
    summary: [2, 'string'],
    detail: [3, 'string'],
    attribute: [4, 'AttributePath'],
  }),
  AttributePath: message(
    { steps: [1, ['Step']] },
    {
      Step: {
        ...message({ attribute_name: [1, 'string'], element_key_string: [2, 'string'], element_key_int: [3, 'int64'] }),
        oneofs: { selector: { oneof: ['attribute_name', 'element_key_string', 'element_key_int'] } },
      },
    },
  ),
  RawState: message({ json: [1, 'bytes'] }),
  Schema: message(
    { version: [1, 'int64'], block: [2, 'Block'] },
    {
      Block: message({ version: [1, 'int64'], attributes: [2, ['Attribute']], block_types: [3, ['NestedBlock']] }),
      Attribute: message({
        name: [1, 'string'],
        type: [2, 'bytes'],
        required: [4, 'bool'],
        optional: [5, 'bool'],
        computed: [6, 'bool'],
        sensitive: [7, 'bool'],
        nested_type: [10, 'Object'],
        write_only: [11, 'bool'],
      }),
      NestedBlock: message({
        type_name: [1, 'string'],
        block: [2, 'Block'],
        nesting: [3, 'int32'],
        min_items: [4, 'int64'],
        max_items: [5, 'int64'],
      }),
      Object: message({ attributes: [1, ['Attribute']], nesting: [3, 'int32'] }),
    },
  ),
  ServerCapabilities: message({ plan_destroy: [1, 'bool'], get_provider_schema_optional: [2, 'bool'] }),
  GetProviderSchema: exchange(
    {},
    {
      provider: [1, 'Schema'],
      resource_schemas: [2, { map: 'Schema' }],
      data_source_schemas: [3, { map: 'Schema' }],
      diagnostics: [4, DIAGNOSTICS],
      server_capabilities: [6, 'ServerCapabilities'],
    },
  ),
  ValidateProviderConfig: exchange({ config: [1, 'DynamicValue'] }, { diagnostics: [2, DIAGNOSTICS] }),
  ValidateResourceConfig: exchange(
    { type_name: [1, 'string'], config: [2, 'DynamicValue'] },
    { diagnostics: [1, DIAGNOSTICS] },
  ),
  ValidateDataResourceConfig: exchange(
    { type_name: [1, 'string'], config: [2, 'DynamicValue'] },
    { diagnostics: [1, DIAGNOSTICS] },
  ),
  ConfigureProvider: exchange(
    { terraform_version: [1, 'string'], config: [2, 'DynamicValue'] },
    { diagnostics: [1, DIAGNOSTICS] },
  ),
  UpgradeResourceState: exchange(
    { type_name: [1, 'string'], version: [2, 'int64'], raw_state: [3, 'RawState'] },
    { upgraded_state: [1, 'DynamicValue'], diagnostics: [2, DIAGNOSTICS] },
  ),
  ReadResource: exchange(
    { type_name: [1, 'string'], current_state: [2, 'DynamicValue'], private: [3, 'bytes'] },
    { new_state: [1, 'DynamicValue'], diagnostics: [2, DIAGNOSTICS], private: [3, 'bytes'] },
  ),
  PlanResourceChange: exchange(
    {
      type_name: [1, 'string'],
      prior_state: [2, 'DynamicValue'],
      proposed_new_state: [3, 'DynamicValue'],
      config: [4, 'DynamicValue'],
      prior_private: [5, 'bytes'],
    },
    {
      planned_state: [1, 'DynamicValue'],
      requires_replace: [2, ['AttributePath']],
      planned_private: [3, 'bytes'],
      diagnostics: [4, DIAGNOSTICS],
      legacy_type_system: [5, 'bool'],
    },
  ),
  ApplyResourceChange: exchange(
    {
      type_name: [1, 'string'],
      prior_state: [2, 'DynamicValue'],
      planned_state: [3, 'DynamicValue'],
      config: [4, 'DynamicValue'],
      planned_private: [5, 'bytes'],
    },
    {
      new_state: [1, 'DynamicValue'],
      private: [2, 'bytes'],
      diagnostics: [3, DIAGNOSTICS],
      legacy_type_system: [4, 'bool'],
    },
  ),
  ImportResourceState: {
    nested: {
      Request: message({ type_name: [1, 'string'], id: [2, 'string'] }),
      Response: message({ imported_resources: [1, ['ImportedResource']], diagnostics: [2, DIAGNOSTICS] }),
      ImportedResource: message({ type_name: [1, 'string'], state: [2, 'DynamicValue'], private: [3, 'bytes'] }),
    },
  },
  ReadDataSource: exchange(
    { type_name: [1, 'string'], config: [2, 'DynamicValue'] },
    { state: [1, 'DynamicValue'], diagnostics: [2, DIAGNOSTICS] },
  ),
  StopProvider: exchange({}, { Error: [1, 'string'] }),
};

/** The calls of `tfplugin6.Provider`. */
export const PROVIDER_CALLS = Object.keys(MESSAGES).filter(
  (name) => 'nested' in MESSAGES[name]! && !('fields' in MESSAGES[name]!),
);

/** Services `tfplugin6.Provider` and `plugin.GRPCController`, in the JSON form of protobufjs. */
export const PROTOCOL: object = {
  nested: {
    tfplugin6: {
      nested: {
        ...MESSAGES,
        Provider: {
          methods: Object.fromEntries(
            PROVIDER_CALLS.map((name) => [name, { requestType: `${name}.Request`, responseType: `${name}.Response` }]),
          ),
        },
      },
    },
    plugin: {
      nested: {
        Empty: message({}),
        GRPCController: { methods: { Shutdown: { requestType: 'Empty', responseType: 'Empty' } } },
      },
    },
  },
};
