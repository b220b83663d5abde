import type { RackPlace } from '../seams';

/** `1-3`: row 3 of hall 1. */
export function rowKey({ hall, row }: Pick<RackPlace, 'hall' | 'row'>): string {
  return `${hall}-${row}`;
}
