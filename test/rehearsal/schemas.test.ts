import { readFileSync } from 'node:fs';
import { shippedSchema } from '../../rehearsal/schemas';
import { galleryDocument, galleryNames, synthesized } from '../support/synthesized';

const PROVIDERS = ['aws', 'azurerm'];
const BUILT_IN = ['terraform_data', 'terraform_remote_state'];

describe.each(PROVIDERS)('the pruned schema of %s', (name) => {
  const schema = shippedSchema(name)!;
  const binding = (file: string) =>
    readFileSync(require.resolve(`@cdktf/provider-${name}/lib/${file}/index.js`), 'utf8');

  test('was read from the provider version that the bindings were made from', () => {
    const [, version] = /providerVersion: '([^']+)'/.exec(binding('provider'))!;
    expect(schema.version).toBe(version);
  });

  test('knows every argument of the types that the bindings can set', () => {
    const types = Object.entries(schema.resources);
    expect(types.length).toBeGreaterThan(25);
    for (const [type, { attributes = {}, blocks = {} }] of types) {
      const text = binding(type.replace(`${name}_`, '').replaceAll('_', '-'));
      const settable = text.slice(text.lastIndexOf('synthesizeHclAttributes() {'));
      const names = [...settable.matchAll(/\n {12}(\w+): \{/g)].map(([, argument]) => argument);
      expect(names.length).toBeGreaterThan(1);
      expect([...Object.keys(attributes), ...Object.keys(blocks)]).toEqual(expect.arrayContaining(names));
    }
  });

  test('is found by every way to write its address, and by no other', () => {
    for (const source of [name, `hashicorp/${name}`, `registry.opentofu.org/hashicorp/${name}`]) {
      expect(shippedSchema(source)).toBe(schema);
    }
    expect(shippedSchema(`example.org/hashicorp/${name}`)).toBeUndefined();
    expect(shippedSchema(`acme/${name}`)).toBeUndefined();
  });
});

test.each(galleryNames())('every type that %s emits is in a schema', (blueprint) => {
  const schemas = PROVIDERS.map((name) => shippedSchema(name)!);
  const resources = schemas.flatMap((schema) => Object.keys(schema.resources));
  const dataSources = schemas.flatMap((schema) => Object.keys(schema.dataSources));
  const stacks = Object.values(synthesized(galleryDocument(blueprint)).stacks);
  const emitted = stacks.flatMap((stack) => Object.keys(stack.resource ?? {}));
  const read = stacks.flatMap((stack) => Object.keys(stack.data ?? {}));
  expect(emitted.length).toBeGreaterThan(20);
  expect(emitted.filter((type) => !resources.includes(type) && !BUILT_IN.includes(type))).toEqual([]);
  expect(read.filter((type) => !dataSources.includes(type) && !BUILT_IN.includes(type))).toEqual([]);
});
