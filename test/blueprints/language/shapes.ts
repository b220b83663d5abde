import ts from 'typescript';
import type { JsonSchema } from '../../../blueprints/language';

/** A type as far as the schema and TypeScript can both say it: keys (`?` behind optional ones, `*` for names), or a word. */
export type Shape = string | { [key: string]: Shape };

/** The shape of an interface, read by the TypeScript compiler. */
export function shapeOfInterface(file: string, name: string): Shape {
  const program = ts.createProgram([file], { strict: true, noLib: false, types: [] });
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const symbol = source && checker.getSymbolAtLocation(source);
  const exported = symbol && checker.getExportsOfModule(symbol).find((candidate) => candidate.name === name);
  if (exported === undefined) throw new Error(`${file} exports no ${name}`);
  return shapeOfType(checker.getDeclaredTypeOfSymbol(exported), checker);
}

function shapeOfType(type: ts.Type, checker: ts.TypeChecker): Shape {
  const own = checker.getNonNullableType(type);
  if (own.flags & ts.TypeFlags.String) return 'text';
  if (own.flags & ts.TypeFlags.Number) return 'number';
  if (checker.isArrayType(own))
    return `list of ${JSON.stringify(shapeOfType(checker.getTypeArguments(own as ts.TypeReference)[0], checker))}`;
  const item = checker.getIndexTypeOfType(own, ts.IndexKind.String);
  if (item !== undefined) return { '*': shapeOfType(item, checker) };
  return Object.fromEntries(
    own.getProperties().map((property) => {
      const optional = (property.flags & ts.SymbolFlags.Optional) !== 0;
      return [property.name + (optional ? '?' : ''), shapeOfType(checker.getTypeOfSymbol(property), checker)];
    }),
  );
}

/** The shape of a JSON Schema. */
export function shapeOfSchema(schema: JsonSchema): Shape {
  switch (schema.type) {
    case 'string':
      return 'text';
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `list of ${JSON.stringify(shapeOfSchema(schema.items as JsonSchema))}`;
    default: {
      if (typeof schema.additionalProperties === 'object')
        return { '*': shapeOfSchema(schema.additionalProperties as JsonSchema) };
      const required = (schema.required ?? []) as string[];
      return Object.fromEntries(
        Object.entries(schema.properties as object).map(([key, value]) => [
          key + (required.includes(key) ? '' : '?'),
          shapeOfSchema(value),
        ]),
      );
    }
  }
}
