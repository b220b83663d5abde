import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { csvText } from '../../exports/csv';

const HOSTILE = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '"',
  'a"b',
  'a,b',
  'a\nb',
  'a\r\nb',
  '',
  ' ',
  "'",
  '＝1',
  '${x}',
  '%{x}',
  'ö',
  "=cmd|'/c calc'!A0",
];

const text = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('r0001-s01', 'Ethernet0', '10.0.0.0/31'),
);
const table = fc
  .integer({ min: 2, max: 6 })
  .chain((columns) =>
    fc.array(
      fc.array(fc.oneof(text, fc.integer(), fc.constant(undefined)), { minLength: columns, maxLength: columns }),
    ),
  );

test('a table is what the CSV writer makes of it, though plain cells do not pass through it', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const header = rows[0]?.map((_, column) => `column${column}`) ?? ['none'];
      const expected = stringify([header, ...rows], { escape_formulas: true });
      expect(csvText(header, structuredClone(rows))).toBe(expected);
    }),
  );
});

test('what a reader gets back is what was written, save for the apostrophe before formulas', () => {
  fc.assert(
    fc.property(table, (rows) => {
      const header = rows[0]?.map((_, column) => `column${column}`) ?? ['none'];
      const read = parse(csvText(header, structuredClone(rows)), { relax_column_count: false }) as string[][];
      const spelt = rows.map((row) =>
        row.map((cell) =>
          typeof cell === 'string' && /^[=+\-@\t\r＝＋－＠]/.test(cell) ? `'${cell}` : String(cell ?? ''),
        ),
      );
      expect(read.slice(1)).toEqual(spelt);
    }),
  );
});

test.each(HOSTILE.filter((cell) => /^[=+\-@\t\r]/.test(cell)))('no spreadsheet takes %j for a formula', (cell) => {
  const [, row] = parse(csvText(['a', 'b'], [['x', cell]])) as string[][];
  expect(row?.[1]).toBe(`'${cell}`);
});

test('numbers stay numbers, also negative ones', () => {
  expect(csvText(['a', 'b'], [[-1.5, undefined]])).toBe('a,b\n-1.5,\n');
});
