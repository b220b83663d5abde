import fc from 'fast-check';
import { findingsToJson, renderFindings } from '../../../blueprints/language';
import { load, SMALL, sample } from './samples';

/** Valid blueprints and the mistakes' own, to be spoilt at random. */
const CORPUS = [
  SMALL,
  sample('design.yaml'),
  sample('everything.yaml'),
  sample('wrong.yaml'),
  SMALL.replace(/\n/g, '\r\n'),
];
const PIECES = [
  '&a ',
  '*a',
  '<<: ',
  '? ',
  ': ',
  '- ',
  '[',
  ']',
  '{',
  '}',
  '"',
  "'",
  '|\n',
  '>\n',
  '#',
  '!!int ',
  '%',
  '---\n',
  '\t',
  '\r',
  '\n',
  '\u0000',
  '\ud800',
  '\ufeff',
  '__proto__',
  'constructor',
  '${x}',
  '.inf',
  '1e999',
  '99999999999999999999',
  'null',
  'é',
  '🔥',
  '`',
  '@',
];

const spoilt = fc
  .record({
    text: fc.constantFrom(...CORPUS),
    changes: fc.array(
      fc.record({
        from: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.nat(12),
        piece: fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'binary' })),
        copy: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  })
  .map(({ text, changes }) =>
    changes.reduce((spoiling, { from, length, piece, copy }) => {
      const start = Math.floor(from * spoiling.length);
      const inserted = copy === null ? piece : spoiling.slice(Math.floor(copy * spoiling.length)).slice(0, 80);
      return spoiling.slice(0, start) + inserted + spoiling.slice(start + length);
    }, text),
  );

it('answers spoilt blueprints with a document or findings, at places inside the text', () => {
  fc.assert(
    fc.property(spoilt, (text) => {
      const { document, findings, source } = load(text);
      const errors = findings.filter(({ severity }) => severity !== 'warning');
      expect(document === undefined).toBe(errors.length > 0);
      const lines = text
        .replace(/^\ufeff/, '')
        .split('\n')
        .map((line) => line.replace(/\r$/, ''));
      for (const { line, column, endColumn, message } of findingsToJson(findings, source)) {
        expect(message).toMatch(/\S/);
        if (line === undefined || column === undefined || endColumn === undefined)
          throw new Error('a finding about a text has a place');
        expect(line).toBeLessThanOrEqual(lines.length);
        expect(column).toBeGreaterThanOrEqual(1);
        expect(endColumn).toBeGreaterThanOrEqual(column);
        expect(endColumn).toBeLessThanOrEqual(lines[line - 1].length + 1);
      }
      expect(renderFindings(findings, source)).not.toMatch(/(?!\n)p{Cc}|undefined|\[object|at .*\.ts:/);
    }),
    { numRuns: 800, seed: 20260301 },
  );
});

it('answers bytes that are no text', () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }).map((array) => Buffer.from(array)),
    fc
      .tuple(fc.nat(SMALL.length), fc.uint8Array({ minLength: 1, maxLength: 4 }))
      .map(([at, noise]) =>
        Buffer.concat([Buffer.from(SMALL.slice(0, at)), Buffer.from(noise), Buffer.from(SMALL.slice(at))]),
      ),
  );
  fc.assert(
    fc.property(bytes, (given) => {
      const { document, findings } = load(given);
      expect(document !== undefined || findings.length > 0).toBe(true);
    }),
    { numRuns: 500, seed: 20260301 },
  );
});

it('says the same of the same text, as bytes or characters', () => {
  const sound = spoilt.filter((text) => !/\p{Cs}/u.test(text));
  fc.assert(
    fc.property(sound, (text) => {
      const [first, second] = [load(text), load(Buffer.from(text))];
      expect(renderFindings(second.findings, second.source)).toBe(renderFindings(first.findings, first.source));
    }),
    { numRuns: 200, seed: 20260301 },
  );
});
