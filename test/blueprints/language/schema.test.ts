import fs from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv';
import { blueprintSchema, type JsonSchema } from '../../../blueprints/language';
import { TargetRegistry } from '../../../constructs/targets/registry';
import { TARGETS } from './samples';
import { type Shape, shapeOfInterface, shapeOfSchema } from './shapes';

const ROOM = path.join(__dirname, '../../../blueprints/language');
const schema = blueprintSchema(TARGETS);

/** All schemas within a schema, with their paths. */
function* within(value: unknown, at = '#'): Generator<[string, JsonSchema]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield [at, value as JsonSchema];
  for (const [key, item] of Object.entries(value)) yield* within(item, `${at}/${key}`);
}

it('is draft-07, as editors read it', () => {
  const ajv = new Ajv();
  expect(ajv.validateSchema(schema)).toBe(true);
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
});

it('is published as it is: node tools/write-schema.mjs after a build', () => {
  const published = JSON.parse(fs.readFileSync(path.join(ROOM, 'blueprint.schema.json'), 'utf8'));
  const shipped = blueprintSchema(TargetRegistry.builtIn().names());
  expect(published).toEqual(JSON.parse(JSON.stringify(shipped)));
});

it('offers the targets that it is given', () => {
  const targets = (of: string[]) =>
    JSON.stringify(blueprintSchema(of)).match(/"What the site is built on\.","enum":(\[[^\]]*\])/)?.[1];
  expect(targets(['aws'])).toBe('["aws"]');
  expect(targets(['hall', 'orbit'])).toBe('["hall","orbit"]');
});

it('describes every property and closes every map', () => {
  const schemas = [...within(schema)].filter(
    ([at, value]) => !at.includes('/allOf/') && typeof value.type === 'string',
  );
  expect(schemas.length).toBeGreaterThan(90);
  expect(schemas.filter(([, value]) => !value.description).map(([at]) => at)).toEqual([]);
  const open = schemas.filter(([, value]) => value.type === 'object' && value.additionalProperties === undefined);
  expect(open.map(([at]) => at)).toEqual([]);
});

it('says what each pattern asks, with examples that it takes', () => {
  const patterns = [...within(schema)].filter(([, value]) => typeof value.pattern === 'string');
  expect(patterns.length).toBeGreaterThan(30);
  for (const [at, { pattern, patternErrorMessage, examples, default: fallback }] of patterns) {
    expect([at, typeof patternErrorMessage]).toEqual([at, 'string']);
    for (const example of [
      ...((examples as string[]) ?? []),
      ...(fallback === undefined ? [] : [fallback as string]),
    ]) {
      expect(example).toMatch(new RegExp(pattern as string, 'u'));
    }
  }
});

it('says the same as document.ts: the same keys, the same of them required, the same types', () => {
  const typed = shapeOfInterface(path.join(ROOM, 'document.ts'), 'BlueprintDocument');
  const written = shapeOfSchema(schema);
  expect(keys(written).length).toBeGreaterThan(80);
  expect(written).toEqual(typed);
});

function keys(shape: Shape): string[] {
  if (typeof shape === 'string') return [];
  return Object.entries(shape).flatMap(([key, value]) => [key, ...keys(value)]);
}
