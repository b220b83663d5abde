import { TerraformDataSource, type TerraformElement, TerraformLocal, type TerraformResource, Token } from 'cdktf';
import type { Construct } from 'constructs';
import { Table, type TableRow } from '../../table';

/**
 * Makes an element once for each row: an object for each key, whatever the order of the rows.
 * @param rows a table, or a local value that looks up what its rows name. An expression that each object looks a large value up in
 * is evaluated anew for each, and the engine walks the whole value: look it up in the rows.
 */
export function forEach<T extends TerraformElement>(element: T, rows: Table | TerraformLocal): T {
  const overridable = element as T & { addOverride(path: string, value: unknown): void };
  overridable.addOverride('for_each', `\${${rows instanceof Table ? rows.expression : ref(rows)}}`);
  return element;
}

/** @param rows an object, or what makes rows when they are written */
export function table(scope: Construct, id: string, rows: object | (() => TableRow[])): Table {
  return new Table(scope, id, typeof rows === 'function' ? (rows as () => TableRow[]) : () => Object.entries(rows));
}

/** An expression that a text argument takes. */
export function text(expression: string): string {
  return `\${${expression}}`;
}

/** An expression that a numeric argument takes. */
export function number(expression: string): number {
  return Token.asNumber(`\${${expression}}`);
}

/** An expression that a list of texts takes. */
export function list(expression: string): string[] {
  return Token.asList(`\${${expression}}`);
}

/** An expression that a map of texts takes. */
export function map(expression: string): { [key: string]: string } {
  return Token.asStringMap(`\${${expression}}`);
}

/** An expression that a condition takes. */
export function flag(expression: string): boolean {
  return Token.asAny(`\${${expression}}`) as unknown as boolean;
}

/**
 * The address of an element of the same stack, in an expression. Plain text: the CDK's own reference would end at the first brace of a
 * comprehension.
 */
export function ref(element: TerraformElement): string {
  const id = element.friendlyUniqueId;
  if (element instanceof TerraformLocal) return `local.${id}`;
  if (element instanceof TerraformDataSource) return `data.${element.terraformResourceType}.${id}`;
  return `${(element as TerraformResource).terraformResourceType}.${id}`;
}
