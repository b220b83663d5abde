import fc from 'fast-check';
import { escapeTemplates } from '../../constructs/escape';
import { escapeDeep } from '../../stacks/escape';

/** Reads a string as the engine's template language does, refusing live templates. */
function readBack(text: string): string {
  let read = '';
  for (let at = 0; at < text.length; ) {
    const three = text.slice(at, at + 3);
    if (three === '$${' || three === '%%{') {
      read += three.slice(1);
      at += 3;
    } else if (text.startsWith('${', at) || text.startsWith('%{', at)) {
      throw new Error(`live template at ${at} in ${text}`);
    } else {
      read += text[at];
      at += 1;
    }
  }
  return read;
}

const hostile = fc
  .array(fc.constantFrom('$', '{', '}', '%', '"', '\\', '\n', 'a', 'if', 'file("/etc/passwd")', '~', ' '), {
    maxLength: 12,
  })
  .map((parts) => parts.join(''));

describe('strings of a blueprint', () => {
  test.each([
    ['${file("/etc/passwd")}', '$${file("/etc/passwd")}'],
    ['%{ if true }x%{ endif }', '%%{ if true }x%%{ endif }'],
    ['$${x}', '$$${x}'],
    ['100 % of $5', '100 % of $5'],
  ])('%s is written as %s', (text, written) => {
    expect(escapeTemplates(text)).toBe(written);
  });

  test('read back as they were, whatever they hold', () => {
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string()), (text) => {
        expect(readBack(escapeTemplates(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  test('are escaped in keys, lists and deep inside', () => {
    expect(escapeDeep({ '${k}': [{ a: '%{v}' }], n: 1, t: true, none: null })).toEqual({
      '$${k}': [{ a: '%%{v}' }],
      n: 1,
      t: true,
      none: null,
    });
  });
});
