import { shippedSchema } from '../../rehearsal/schemas';
import { galleryDocument, galleryNames, synthesized } from '../support/synthesized';

const PROVIDERS = ['aws', 'azurerm'];
const BUILT_IN = ['terraform_data', 'terraform_remote_state'];

describe.each(PROVIDERS)('the pruned schema of %s', (name) => {
  const schema = shippedSchema(name)!;

  test('is found by every way to write its address, and by no other', () => {
    for (const source of [name, `hashicorp/${name}`, `registry.opentofu.org/hashicorp/${name}`]) {
      expect(shippedSchema(source)).toBe(schema);
    }
    expect(shippedSchema(`example.org/hashicorp/${name}`)).toBeUndefined();
    expect(shippedSchema(`acme/${name}`)).toBeUndefined();
  });
});

test('the schema of NetBox is found by its address alone', () => {
  expect(shippedSchema('e-breuninger/netbox')).toMatchObject({ provider: 'netbox', source: 'e-breuninger/netbox' });
  expect(shippedSchema('netbox')).toBeUndefined();
});

test.each(galleryNames())('every type that %s emits is in a schema', (blueprint) => {
  const schemas = [...PROVIDERS, 'e-breuninger/netbox'].map((name) => shippedSchema(name)!);
  const resources = schemas.flatMap((schema) => Object.keys(schema.resources));
  const dataSources = schemas.flatMap((schema) => Object.keys(schema.dataSources));
  const stacks = Object.values(synthesized(galleryDocument(blueprint)).stacks);
  const emitted = stacks.flatMap((stack) => Object.keys(stack.resource ?? {}));
  const read = stacks.flatMap((stack) => Object.keys(stack.data ?? {}));
  expect(emitted.length).toBeGreaterThan(20);
  expect(emitted.filter((type) => !resources.includes(type) && !BUILT_IN.includes(type))).toEqual([]);
  expect(read.filter((type) => !dataSources.includes(type) && !BUILT_IN.includes(type))).toEqual([]);
});
