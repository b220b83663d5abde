import Table = require('cli-table3');

import type { Page } from './outcome';
import { wrap } from './text';

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Numbers stand to the right. @default false */
  readonly right?: boolean;
  /** A name that is copied from here breaks last. @default false */
  readonly whole?: boolean;
}

const GAP = 2;
const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: ' '.repeat(GAP),
};

/** A table without rules, within the page's width: the widest text columns give way first, names last, and their cells wrap. */
export function table(page: Page, columns: Column[], rows: string[][], indent = 0): string {
  const heads = columns.map((column) => column.head.toUpperCase());
  const natural = heads.map((head, index) => Math.max(head.length, ...rows.map((row) => cell(row, index).length)));
  const widths = shareWidth(natural, columns, page.width - indent);
  const drawn = new Table({
    chars: NO_LINES,
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colWidths: widths,
    colAligns: columns.map((column) => (column.right ? 'right' : 'left')),
  });
  drawn.push(...[heads, ...rows].map((row) => widths.map((width, index) => wrap(cell(row, index), width).join('\n'))));
  const headLines = Math.max(...heads.map((head, index) => wrap(head, widths[index] ?? head.length).length));
  return drawn
    .toString()
    .split('\n')
    .map((line) => ' '.repeat(indent) + line.trimEnd())
    .map((line, index) => (index < headLines ? page.dim(line) : line))
    .join('\n');
}

function cell(row: string[], index: number): string {
  return row[index] ?? '';
}

/** What gives way, in this order, and to what width at least: prose, then names, then whatever there is. */
const CONCESSIONS: { readonly least: number; gives(column: Column): boolean }[] = [
  { least: 12, gives: (column) => !column.right && !column.whole },
  { least: 12, gives: (column) => !column.right },
  { least: 4, gives: () => true },
];

function shareWidth(natural: number[], columns: Column[], width: number): number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, each) => sum + each, 0) + GAP * (widths.length - 1);
  for (const { least, gives } of CONCESSIONS) {
    while (total() > width) {
      const able = columns.flatMap((column, index) => (gives(column) && widths[index]! > least ? [index] : []));
      if (able.length === 0) break;
      const widest = able.reduce((best, index) => (widths[index]! > widths[best]! ? index : best));
      widths[widest] = widths[widest]! - 1;
    }
  }
  return widths;
}
