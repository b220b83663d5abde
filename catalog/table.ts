import { parse } from 'csv-parse/sync';
import type { Finding } from '../blueprints/language/finding';
import type { PriceRange } from './instances';

/** Codes of findings about the catalog's own files; docs/errors.md explains them. */
export enum CatalogCode {
  FILE_MISSING = 'WF201',
  FILE_UNREADABLE = 'WF202',
  COLUMN_MISSING = 'WF203',
  CELL_INVALID = 'WF204',
  CELL_EMPTY = 'WF205',
  DUPLICATE = 'WF206',
  UNRESOLVED = 'WF207',
}

/** Bounds that a number must keep to be believed: a slipped unit falls outside. */
export interface Bounds {
  readonly from: number;
  readonly to: number;
}

interface ParsedRecord {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

/** Splits a CSV text into rows with their line numbers. What cannot be read is a finding, and the rest is still read. */
export function readTable(file: string, text: string, columns: string[], findings: Finding[]): Row[] {
  if (text === '') {
    return [];
  }
  let records: ParsedRecord[];
  try {
    records = parse(text, {
      bom: true,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    const { lines, message } = error as { lines?: number; message: string };
    findings.push({
      code: CatalogCode.FILE_UNREADABLE,
      path: [],
      message: `${file}:${lines ?? 1}: not readable as CSV: ${message.toLowerCase().split(/[:;,]/)[0]}`,
      hint: 'close the quotes; a quote inside a quoted cell is written twice',
    });
    return [];
  }
  const header = records[0]?.record ?? [];
  const missing = columns.filter((column) => !header.includes(column));
  if (missing.length > 0) {
    findings.push({
      code: CatalogCode.COLUMN_MISSING,
      path: [],
      message: `${file}:1: no column ${missing.join(', ')}`,
      expected: columns.join(','),
    });
    return [];
  }
  const index = new Map(header.map((column, position) => [column, position]));
  const rows: Row[] = [];
  for (const { record, info } of records.slice(1)) {
    if (record.length === header.length) {
      rows.push(new Row(file, info.lines, record, index, findings));
    } else {
      findings.push({
        code: CatalogCode.FILE_UNREADABLE,
        path: [],
        message: `${file}:${info.lines}: ${record.length} cells, the header has ${header.length}`,
        hint: 'write empty cells too, and put a cell that holds a comma in quotes',
      });
    }
  }
  return rows;
}

/** Reports every row whose cells in the columns stand in an earlier row already. */
export function checkUnique(rows: Row[], columns: string[]): void {
  const lines = new Map<string, number>();
  for (const row of rows) {
    const id = columns.map((column) => row.text(column) ?? '').join(' ');
    const first = lines.get(id);
    if (first === undefined) {
      lines.set(id, row.line);
    } else {
      row.report(CatalogCode.DUPLICATE, columns.at(-1)!, `"${id}" stands in line ${first} already`);
    }
  }
}

/** One row: typed access to its cells. An empty cell is undefined; a cell that cannot be read is a finding. */
export class Row {
  constructor(
    readonly file: string,
    readonly line: number,
    private readonly cells: string[],
    private readonly index: Map<string, number>,
    private readonly findings: Finding[],
  ) {}

  /** @returns the trimmed cell, undefined when it is empty. */
  text(column: string): string | undefined {
    const cell = this.cells[this.index.get(column) ?? -1]?.trim();
    return cell === undefined || cell === '' ? undefined : cell;
  }

  required(column: string): string {
    const cell = this.text(column);
    if (cell === undefined) {
      this.report(CatalogCode.CELL_EMPTY, column, 'empty, and this column is required');
    }
    return cell ?? '';
  }

  number(column: string, bounds: Bounds): number | undefined {
    const cell = this.text(column);
    return cell === undefined ? undefined : this.parseNumber(column, cell, cell, bounds);
  }

  requiredNumber(column: string, bounds: Bounds): number {
    this.required(column);
    return this.number(column, bounds) ?? 0;
  }

  integer(column: string, bounds: Bounds): number | undefined {
    const value = this.number(column, bounds);
    if (value !== undefined && !Number.isInteger(value)) {
      this.report(CatalogCode.CELL_INVALID, column, `got "${value}", expected a whole number`);
      return undefined;
    }
    return value;
  }

  /** A price, or the two ends of one: `4.72-5.191`. */
  range(column: string, bounds: Bounds): PriceRange | undefined {
    const cell = this.text(column);
    if (cell === undefined) {
      return undefined;
    }
    const ends = cell.split('-');
    const from = this.parseNumber(column, cell, ends[0] ?? '', bounds);
    const to = ends.length === 1 ? from : this.parseNumber(column, cell, ends.slice(1).join('-'), bounds);
    if (from === undefined || to === undefined) {
      return undefined;
    }
    if (from > to) {
      this.report(CatalogCode.CELL_INVALID, column, `got "${cell}", expected the lower end first`);
      return undefined;
    }
    return { from, to };
  }

  /** An ISO 8601 date; a year or a month alone where the day is not known. */
  date(column: string): string | undefined {
    const cell = this.text(column);
    if (cell === undefined) {
      return undefined;
    }
    const [year, month = 1, day = 1] = cell.split('-').map(Number);
    const read = new Date(Date.UTC(year ?? Number.NaN, month - 1, day));
    const valid = /^\d{4}(-\d{2}(-\d{2})?)?$/.test(cell) && read.toISOString().startsWith(cell);
    if (!valid) {
      this.report(CatalogCode.CELL_INVALID, column, `got "${cell}", expected an ISO date such as 2026-07-20`);
    }
    return valid ? cell : undefined;
  }

  /** Says what is wrong with a cell, where a reader can find it. */
  report(code: CatalogCode, column: string, problem: string): void {
    this.findings.push({ code, path: [], message: `${this.file}:${this.line}: column ${column}: ${problem}` });
  }

  private parseNumber(column: string, cell: string, part: string, bounds: Bounds): number | undefined {
    const value = /^-?\d+(\.\d+)?$/.test(part) ? Number(part) : Number.NaN;
    if (value >= bounds.from && value <= bounds.to) {
      return value;
    }
    this.report(
      CatalogCode.CELL_INVALID,
      column,
      `got "${cell}", expected a number from ${bounds.from} to ${bounds.to}`,
    );
    return undefined;
  }
}
