import type { BlockSchema } from '../../rehearsal/host/schema';
import { shippedSchema } from '../../rehearsal/schemas';
import { compareType, noAgreement } from '../../rehearsal/schemas/agreement';
import { findBindings } from '../../rehearsal/schemas/bindings/find';
import { typeFromTerraform, withLostDescriptions } from '../../rehearsal/schemas/from-terraform';

/** What was measured: less is a step back. */
const MEASURED = {
  aws: { types: 41, attributes: 800, blocks: 129, 'missed sensitive': 0 },
  azurerm: { types: 33, attributes: 1109, blocks: 164, 'missed sensitive': 1 },
};

describe.each(Object.entries(MEASURED))('schemas rebuilt from the bindings of %s', (provider, measured) => {
  const truth = shippedSchema(provider)!;
  const bindings = findBindings(provider, [__dirname])!;

  test('agree with the true ones that ship, in everything that bindings tell', () => {
    const agreement = noAgreement();
    const wrongs = (['resource', 'data source'] as const).flatMap((kind) =>
      Object.entries(kind === 'resource' ? truth.resources : truth.dataSources).flatMap(([type, schema]) =>
        compareType(schema, bindings.type(kind, type)!, agreement).map((wrong) => `${kind} ${type}: ${wrong}`),
      ),
    );
    expect(wrongs).toEqual([]);
    expect(agreement.identical).toBe(agreement.types);
    expect(agreement).toMatchObject({ 'missed sensitive': measured['missed sensitive'] });
    expect(agreement.types).toBeGreaterThanOrEqual(measured.types);
    expect(agreement.attributes).toBeGreaterThanOrEqual(measured.attributes);
    expect(agreement.blocks).toBeGreaterThanOrEqual(measured.blocks);
  });

  test('are of the version that ships, and hold the arguments of the provider that ship', () => {
    expect(bindings.version).toBe(truth.version);
    expect(bindings.configuration()).toEqual(truth.configuration);
  });
});

describe('the comparison', () => {
  const truth: BlockSchema = {
    attributes: {
      id: { type: 'string', computed: true },
      name: { type: 'string', required: true },
      size: { type: 'number', optional: true, computed: true },
      key: { type: 'string', optional: true, sensitive: true },
      rule: { nested: { nesting: 'list', attributes: { port: { type: 'number', optional: true } } }, optional: true },
    },
    blocks: { disk: { nesting: 'list', max: 1, attributes: { path: { type: 'string', required: true } } } },
  };

  test.each<[string, (schema: Draft) => void, string[]]>([
    ['nothing', () => undefined, []],
    ['an attribute that is missing', ({ attributes }) => delete attributes['id'], ['id: missing']],
    ['one that is invented', ({ attributes }) => Object.assign(attributes, { new: {} }), ['new: invented']],
    ['a type', ({ attributes }) => Object.assign(attributes['size']!, { type: 'string' }), ['size: wrong type']],
    ['what must be given', ({ attributes }) => delete attributes['name']!['required'], ['name: wrong required']],
    [
      'what can be given',
      ({ attributes }) => Object.assign(attributes['id']!, { optional: true }),
      ['id: wrong read-only'],
    ],
    ['who decides', ({ attributes }) => delete attributes['size']!['computed'], ['size: wrong optional+computed']],
    [
      'objects that want more than they should',
      ({ attributes }) =>
        Object.assign(attributes, { rule: { type: ['list', ['object', { port: 'number' }]], optional: true } }),
      ['rule: wrong type'],
    ],
    ['a block that is missing', ({ blocks }) => delete blocks['disk'], ['disk: missing blocks']],
    ['nesting', ({ blocks }) => Object.assign(blocks['disk']!, { nesting: 'set' }), ['disk: wrong nesting']],
    ['how many', ({ blocks }) => delete blocks['disk']!['max'], ['disk: wrong at least or at most one']],
    ['what is secret, which bindings do not tell', ({ attributes }) => delete attributes['key']!['sensitive'], []],
  ])('tells %s', (_, change, expected) => {
    const rebuilt = structuredClone(truth) as object as Draft;
    change(rebuilt);
    const agreement = noAgreement();
    expect(compareType(truth, rebuilt as object, agreement)).toEqual(expected);
    expect(agreement.identical).toBe(expected.length === 0 ? 1 : 0);
  });
});

type Draft = { [member in 'attributes' | 'blocks']: { [name: string]: { [part: string]: unknown } } };

test('a schema file without descriptions gets back the members of objects that are called so', () => {
  const written = {
    version: 2,
    block: {
      attributes: {
        description: { type: 'string' as const, optional: true },
        rules: { type: ['set', ['object', { port: 'number' }]] as never, optional: true },
      },
    },
  };
  const read = typeFromTerraform(written);
  const rebuilt: BlockSchema = {
    attributes: { rules: { type: ['set', ['object', { description: 'string', port: 'number', other: 'string' }]] } },
  };
  expect(withLostDescriptions(read, rebuilt)).toEqual({
    version: 2,
    attributes: {
      description: { type: 'string', optional: true },
      rules: { type: ['set', ['object', { description: 'string', port: 'number' }]], optional: true },
    },
  });
});
