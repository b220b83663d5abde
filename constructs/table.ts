import { TerraformElement, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';

/** How a stack says that it takes tables itself; a global symbol, because a program may hold two copies of this package. */
const TAKES_TABLES = Symbol.for('wattform.tables');

/** Rows by key. Values are plain data: text in them is never read as a template. */
export interface TableRows {
  readonly [key: string]: unknown;
}

/** A stack that writes tables as they are. The CDK walks every value that it is given, at some microseconds each. */
export interface ITableStack {
  readonly [TAKES_TABLES]: (name: string, rows: TableRows) => void;
}

/** Lets a stack take tables: `take` is called once for each, with its name in the configuration. */
export function takeTables(stack: TerraformStack, take: (name: string, rows: TableRows) => void): void {
  Object.defineProperty(stack, TAKES_TABLES, { value: take });
}

/**
 * A table of plain data, as a local value that `for_each` runs over. The CDK's own local would walk a hundred thousand rows in search of
 * its tokens, and would read `${` in a name as an expression.
 */
export class Table extends TerraformElement {
  private readonly rows: TableRows;
  private readonly taken: boolean;

  constructor(scope: Construct, id: string, rows: TableRows) {
    super(scope, id);
    const stack = TerraformStack.of(this);
    this.rows = rows;
    this.taken = TAKES_TABLES in stack;
    if (this.taken) (stack as unknown as ITableStack)[TAKES_TABLES](this.friendlyUniqueId, escaped(rows) as TableRows);
  }

  /** The table in an expression, without `${}`. */
  public get expression(): string {
    return `local.${this.friendlyUniqueId}`;
  }

  public override toTerraform(): object {
    return this.taken ? {} : { locals: { [this.friendlyUniqueId]: escaped(this.rows) } };
  }
}

/** With the signs doubled that would begin a template. Most rows have none, and are handed on as they are. */
function escaped(value: unknown): unknown {
  if (typeof value === 'string')
    return value.includes('{') ? value.replace(/[$%]\{/g, (sign) => sign[0] + sign) : value;
  if (Array.isArray(value)) return value.map(escaped);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [escaped(key), escaped(each)]));
}
