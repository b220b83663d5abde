import Table = require('cli-table3');

import type { Page } from './outcome';
import { wrap } from './text';

/** A column of a table. */
export interface Column {
  readonly head: string;
  /** Numbers stand to the right. @default false */
  readonly right?: boolean;
}

const GAP = 2;
const NARROWEST_COLUMN = 8;
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

/** A table without rules, within the page's width: the widest text columns give way first, and their cells wrap. */
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

function shareWidth(natural: number[], columns: Column[], width: number): number[] {
  const widths = [...natural];
  const total = (): number => widths.reduce((sum, each) => sum + each, 0) + GAP * (widths.length - 1);
  for (const shrinkable of [columns.map((column) => !column.right), columns.map(() => true)]) {
    while (total() > width) {
      const widest = widths.reduce(
        (best, each, index) =>
          shrinkable[index] && each > (best < 0 ? NARROWEST_COLUMN : (widths[best] ?? 0)) ? index : best,
        -1,
      );
      if (widest < 0) break;
      widths[widest] = (widths[widest] ?? 0) - 1;
    }
  }
  return widths;
}
