import { TerraformElement, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { escapeTemplates } from './escape';

/** How a stack says that it takes tables itself; a global symbol, because a program may hold two copies of this package. */
const TAKES_TABLES = Symbol.for('wattform.tables');

/** A row by its key. Values are plain data: text in them is never read as a template. */
export type TableRow = readonly [key: string, value: unknown];

/** A stack that writes tables as they are. The CDK walks every value that it is given, at some microseconds each. */
interface TableStack {
  readonly [TAKES_TABLES]: (name: string, rows: () => TableRow[]) => void;
}

/** Lets a stack take tables: `take` is called once for each, with its name in the configuration and what makes its rows. */
export function takeTables(stack: TerraformStack, take: (name: string, rows: () => TableRow[]) => void): void {
  Object.defineProperty(stack, TAKES_TABLES, { value: take });
}

/**
 * A table of plain data, as a local value that `for_each` runs over. The CDK's own local would walk a hundred thousand rows in search of
 * its tokens, and would read `${` in a name as an expression. Rows are made when they are written, and not kept.
 */
export class Table extends TerraformElement {
  private readonly rows: () => TableRow[];
  private readonly taken: boolean;

  constructor(scope: Construct, id: string, rows: () => TableRow[]) {
    super(scope, id);
    const stack = TerraformStack.of(this);
    this.rows = rows;
    this.taken = TAKES_TABLES in stack;
    if (this.taken) (stack as unknown as TableStack)[TAKES_TABLES](this.friendlyUniqueId, rows);
  }

  /** The table in an expression, without `${}`. */
  public get expression(): string {
    return `local.${this.friendlyUniqueId}`;
  }

  public override toTerraform(): object {
    return this.taken ? {} : { locals: { [this.friendlyUniqueId]: JSON.parse(tableText(this.rows(), '')) } };
  }
}

/**
 * A table as JSON: a row a line, in the order of the code units of their keys, with the signs doubled that would begin a template.
 * @param indent of the line that it begins on
 * @throws when a key stands twice
 */
export function tableText(rows: TableRow[], indent: string): string {
  const sorted = [...rows].sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  const twice = sorted.find(([key], at) => key === sorted[at + 1]?.[0]);
  if (twice !== undefined) throw new Error(`a table has two rows "${twice[0]}"`);
  if (sorted.length === 0) return '{}';
  const lines = sorted.map(([key, value]) => `${indent}  ${JSON.stringify(key)}: ${JSON.stringify(value)}`);
  // Outside of its texts JSON has none of these signs before a brace.
  return escapeTemplates(`{\n${lines.join(',\n')}\n${indent}}`);
}
