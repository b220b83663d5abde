import { pageFor } from '../../cli/page';
import { canShowProgress } from '../../cli/progress';
import { table } from '../../cli/table';
import { paragraph, wrap } from '../../cli/text';

describe('a page', () => {
  const terminal = { isTTY: true, columns: 100 };

  test.each([
    ['a terminal', terminal, {}, true],
    ['a terminal with NO_COLOR', terminal, { NO_COLOR: '1' }, false],
    ['a dumb terminal', terminal, { TERM: 'dumb' }, false],
    ['a pipe in CI', {}, { CI: 'true', FORCE_COLOR: '1' }, false],
  ])('%s', (_, stream, environment, escapes) => {
    expect(pageFor(stream, environment).bold('x') !== 'x').toBe(escapes);
  });

  test('is as wide as the terminal, between 60 and 120, and 80 in a pipe', () => {
    const widths = [
      { isTTY: true, columns: 20 },
      terminal,
      { isTTY: true, columns: 400 },
      {},
      { isTTY: true, columns: 0 },
    ].map((stream) => pageFor(stream, {}).width);
    expect(widths).toEqual([60, 100, 120, 80, 80]);
  });
});

describe('progress', () => {
  const terminal = { isTTY: true, columns: 80 };

  test.each([
    ['on a terminal', terminal, terminal, {}, true],
    ['when the result goes into a pipe', {}, terminal, {}, false],
    ['when messages go into a pipe', terminal, {}, {}, false],
    ['on a terminal without a width', terminal, { isTTY: true, columns: 0 }, {}, false],
    ['on a dumb terminal', terminal, terminal, { TERM: 'dumb' }, false],
    ['in CI', terminal, terminal, { CI: 'true' }, false],
  ])('%s', (_, stdout, stderr, environment, shown) => {
    expect(canShowProgress(stdout, stderr, environment)).toBe(shown);
  });
});

describe('a table', () => {
  const page = pageFor({}, {});

  test('wraps long cells and keeps every character of them', () => {
    const long = 'Standard_ND96isr_H200_v5_with_a_name_that_goes_on_and_on_and_on';
    const text = table(
      page,
      [{ head: 'name' }, { head: 'what' }, { head: 'n', right: true }],
      [[long, `${long} ${long}`, '1,234']],
    );
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(text.split('\n').length).toBeGreaterThan(2);
    expect(text.replace(/\s/g, '').length).toBe('NAMEWHATN1,234'.length + 3 * long.length);
  });

  test('writes out what a terminal would obey', () => {
    expect(table(page, [{ head: 'name' }], [['\u001b[31mred']])).not.toContain('\u001b');
  });
});

describe('wrapping', () => {
  test('breaks at spaces, and long words where the line ends', () => {
    expect(wrap('one two threefourfive', 8)).toEqual(['one two', 'threefou', 'rfive']);
  });

  test('indents what follows the first line of a paragraph', () => {
    expect(paragraph('aaaa bbbb cccc dddd eeee ffff', 24, '- ')).toBe('- aaaa bbbb cccc dddd\n  eeee ffff');
  });
});
