import type { Page } from '../outcome';
import { type Column, table } from '../table';
import { counted, number, paragraph } from '../text';

/** Rows of a table that a reader still takes in; what is beyond stands in `--json` and in the files of a synth. */
export const MOST_ROWS = 16;

/** A section with a table under its title; rows beyond `most` are counted in a last line, never left out silently. */
export function section(
  page: Page,
  title: string,
  columns: Column[],
  rows: string[][],
  noun = 'row',
  most = MOST_ROWS,
): string {
  const shown = rows.length > most ? rows.slice(0, most) : rows;
  const rest = rows.length - shown.length;
  const more = rest === 0 ? [] : [`  … and ${counted(rest, `more ${noun}`)}; all stand in --json`];
  return [page.bold(title), table(page, columns, shown, 2), ...more].join('\n');
}

/** A section of sentences. */
export function sentences(page: Page, title: string, texts: string[], most = MOST_ROWS): string {
  const shown = texts.length > most ? texts.slice(0, most) : texts;
  const rest = texts.length - shown.length;
  const more = rest === 0 ? [] : [`  … and ${number(rest)} more; all stand in --json`];
  return [page.bold(title), ...shown.map((text) => paragraph(text, page.width, '  - ')), ...more].join('\n');
}

/** "80 A", "63 to 80 A", "?": what distinct values come to. Unknown ones are said. */
export function range(values: (number | undefined)[], unit: string): string {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return '?';
  let [least, most] = [known[0]!, known[0]!];
  for (const value of known) {
    least = Math.min(least, value);
    most = Math.max(most, value);
  }
  const text = least === most ? number(least) : `${number(least)}-${number(most)}`;
  return `${text} ${unit}${known.length < values.length ? ' or ?' : ''}`;
}

/** Groups in the order in which their keys come up. */
export function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}
