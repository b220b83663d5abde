import type { Cell } from '../csv';

/** How a line of a bill of materials is known. */
export enum LineBasis {
  /** A row of the catalog. */
  CATALOG = 'catalog',
  /** Described in the blueprint. */
  STATED = 'stated',
  /** Follows from the design by the rule that `source` names. */
  DERIVED = 'derived',
}

/** What is to be bought, of one kind. */
export interface BillLine {
  readonly category: string;
  /** Id in the catalog, or kind of the equipment. */
  readonly item: string;
  readonly description?: string;
  readonly vendor?: string;
  readonly quantity: number;
  /** What one of the quantity is. @default - a piece */
  readonly unit?: string;
  readonly rating?: string;
  /** Network or pool that it is for. */
  readonly use?: string;
  /** @default - not said */
  readonly basis?: string;
  /** Where the figures of the line come from, with the date. */
  readonly source?: string;
}

export const BILL_HEADER = [
  'category',
  'item',
  'description',
  'vendor',
  'quantity',
  'unit',
  'rating',
  'use',
  'basis',
  'source',
  'unit_price',
  'currency',
  'price_basis',
];

/** A line as cells. No source of the catalog has a price of hardware: it stays empty, and says so. */
export function billCells(line: BillLine): Cell[] {
  const { category, item, description, vendor, quantity, unit, rating, use, basis, source } = line;
  return [
    category,
    item,
    description,
    vendor,
    quantity,
    unit ?? 'piece',
    rating,
    use,
    basis,
    source,
    undefined,
    undefined,
    'unknown',
  ];
}
