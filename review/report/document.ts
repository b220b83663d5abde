import type { Bar } from '../html/bars';
import { counted } from '../render/words';

/** A basis of design for reading, as plain data: renderers add nothing. Texts are those of users and must be made inert. */
export interface Report {
  readonly name: string;
  /** @default - the blueprint has none */
  readonly description?: string;
  readonly cards: Card[];
  readonly sections: ReportSection[];
  /** What a reader must know of all figures, and where they come from. */
  readonly foot: string[];
}

export interface Card {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

export interface ReportSection {
  /** Where `#id` leads: letters, digits, hyphens. */
  readonly id: string;
  readonly title: string;
  readonly blocks: Block[];
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'heading'; readonly id: string; readonly name: string; readonly text: string }
  | { readonly kind: 'list'; readonly items: Cell[] }
  /** The caption is shown where it is no other text than the section's title. */
  | { readonly kind: 'table'; readonly caption: string; readonly columns: ReportColumn[]; readonly rows: Cell[][] }
  /** Loads against limits. */
  | { readonly kind: 'bars'; readonly caption: string; readonly bars: Bar[] }
  /** What not every reader needs. */
  | { readonly kind: 'fold'; readonly title: string; readonly blocks: Block[] }
  | ({ readonly kind: 'drawing' } & ReportDrawing);

/** A drawing of an owned hall. */
export interface ReportDrawing {
  /** For a file's name: `gavle-power`. */
  readonly name: string;
  readonly title: string;
  /** A whole SVG document whose ids are told apart by the name. */
  readonly svg: string;
  /** The verb that draws it into a file. */
  readonly verb: string;
}

export interface ReportColumn {
  readonly head: string;
  /** @default false */
  readonly isNumber?: boolean;
  /** @default false */
  readonly isName?: boolean;
}

/** A sentence of ours, a name, or a folded list of sources. */
export type Cell = string | { readonly name: string } | { readonly sources: string[]; readonly notes: string[] };

export function name(text: string): Cell {
  return { name: text };
}

/** Rows that stand open. */
const MOST_ROWS = 30;

/** A table that is folded when it is long. */
export function longTable(caption: string, columns: ReportColumn[], rows: Cell[][], noun: string): Block[] {
  const blocks = table(caption, columns, rows);
  return rows.length > MOST_ROWS ? [{ kind: 'fold', title: counted(rows.length, noun), blocks }] : blocks;
}

/** A table where there are rows. */
export function table(caption: string, columns: ReportColumn[], rows: Cell[][]): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', caption, columns, rows }];
}
