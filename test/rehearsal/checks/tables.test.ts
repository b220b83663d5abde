import { RULES, ValueChecks } from '../../../rehearsal/host/checks';
import { DEFAULTS } from '../../../rehearsal/host/defaults';
import { REPLACE } from '../../../rehearsal/host/replace';
import type { AttributeSchema, BlockSchema, NestedBlockSchema } from '../../../rehearsal/host/schema';
import { type ObjectValue, UNKNOWN } from '../../../rehearsal/host/values';
import { shippedSchema } from '../../../rehearsal/schemas';

/** Providers whose values are checked; of others only the schema is known. */
const PROVIDERS = { aws: 'aws', azurerm: 'azurerm', netbox: 'e-breuninger/netbox' };
const TYPES = Object.values(PROVIDERS).flatMap((source) => Object.entries(shippedSchema(source)!.resources));

/** What a schema has at a path, with the blocks on the way. */
function at(schema: BlockSchema, path: string): { found: BlockSchema | AttributeSchema | undefined; way: string[] } {
  const way: string[] = [];
  let found: BlockSchema | AttributeSchema | undefined = schema;
  for (const name of path.split('.')) {
    const inside = found as BlockSchema & AttributeSchema;
    const block = inside?.blocks?.[name] as NestedBlockSchema | undefined;
    if (block !== undefined) way.push(block.nesting);
    found = block ?? inside?.attributes?.[name] ?? inside?.nested?.attributes[name] ?? objectMember(inside, name);
  }
  return { found, way };
}

/** A member of an attribute that is a set or list of objects. */
function objectMember(inside: AttributeSchema | undefined, name: string): AttributeSchema | undefined {
  const text = JSON.stringify(inside?.type ?? null);
  return text.includes('"object"') && text.includes(`"${name}":`) ? { type: 'string' } : undefined;
}

test('every type that ships has its rules, and what cannot be changed of it, with a source', () => {
  for (const [provider, rules] of Object.entries(RULES)) {
    expect(Object.keys(rules).sort()).toEqual(
      Object.keys(shippedSchema(PROVIDERS[provider as keyof typeof PROVIDERS])!.resources).sort(),
    );
  }
  expect(Object.keys(REPLACE).sort()).toEqual(TYPES.map(([type]) => type).sort());
  for (const [type, { source, arguments: fixed, why }] of Object.entries(REPLACE)) {
    const [provider, ...name] = type.split('_');
    expect(source).toBe(`${provider}/r/${name.join('_')}`);
    expect({ type, reason: fixed.length > 0 || why !== undefined }).toEqual({ type, reason: true });
  }
});

describe.each(TYPES)('%s', (type, schema) => {
  const rules = RULES[type.split('_')[0]!]![type]!;
  const paths = (table: object = {}): string[] => Object.keys(table).filter((path) => path !== '');

  test('every path of its tables is in its schema', () => {
    const { arguments: fixed, presence = [], sometimes = [] } = REPLACE[type]!;
    const all = [
      ...paths(rules.values),
      ...paths(rules.together),
      ...paths(DEFAULTS[type]?.values),
      ...fixed,
      ...presence,
      ...sometimes.map(({ argument }) => argument),
    ];
    expect(all.filter((path) => at(schema, path).found === undefined)).toEqual([]);
  });

  test('what is fixed has a place: no item of a set', () => {
    const { arguments: fixed, presence = [] } = REPLACE[type]!;
    expect([...fixed, ...presence].filter((path) => at(schema, path).way.slice(0, -1).includes('set'))).toEqual([]);
  });

  test('a default is of the type of its argument, which is none that a configuration must have', () => {
    for (const [path, value] of Object.entries(DEFAULTS[type]?.values ?? {})) {
      const attribute = at(schema, path).found as AttributeSchema;
      const kind = typeof value === 'boolean' ? 'bool' : typeof value;
      expect({ path, type: attribute.type, required: attribute.required }).toEqual({
        path,
        type: kind,
        required: undefined,
      });
    }
  });

  test('what is unknown is never refused', () => {
    const unknown = Object.fromEntries(
      [...Object.keys(schema.attributes ?? {}), ...Object.keys(schema.blocks ?? {})].map((name) => [name, UNKNOWN]),
    ) as ObjectValue;
    const checks = new ValueChecks(type.split('_')[0]!);
    checks.configured({ region: 'us-east-2' });
    expect([...checks.aboutResource(type, unknown), ...checks.aboutPlan(type, unknown, null)]).toEqual([]);
  });
});
