import { stripVTControlCharacters } from 'node:util';
import { BlueprintSource, Caret, type Finding, renderFindings, Severity } from '../../../blueprints/language';
import { changed, load } from './samples';

const at = (offset: number, length: number): Finding => ({
  code: 'WF104',
  path: [],
  span: { offset, length },
  message: 'it is wrong',
  expected: 'it right',
  hint: 'correct it',
});
const render = (text: string, finding: Finding, colour = false) =>
  renderFindings([finding], new BlueprintSource('a.yaml', text), { colour });

it('shows message, place, line, caret, expectation and hint', () => {
  expect(render('one\n  two: three\n', at(11, 5))).toBe(
    [
      'error WF104: it is wrong',
      ' --> a.yaml:2:8',
      '  |',
      '2 |   two: three',
      '  |        ^^^^^',
      '  = expected: it right',
      '  = hint: correct it',
    ].join('\n'),
  );
});

it('names warnings as such', () => {
  expect(render('one', { ...at(0, 3), severity: Severity.WARNING })).toMatch(/^warning WF104: /);
});

it('keeps the caret below its place when tabs and hidden characters are written out', () => {
  const [, , , line, caret] = render('\ta: \u202e\u200b"x"', at(6, 3)).split('\n');
  expect(line).toBe('1 |  a: <U+202E><U+200B>"x"');
  expect(caret.indexOf('^')).toBe(line.indexOf('"x"'));
  expect(caret).toMatch(/ \^\^\^$/);
});

it('shows a window of a long line, with the caret inside', () => {
  const text = `${'a'.repeat(5000)}WRONG${'b'.repeat(5000)}`;
  const [, place, , line, caret] = render(text, at(5000, 5)).split('\n');
  expect(place).toBe(' --> a.yaml:1:5001');
  expect(line.length).toBeLessThan(120);
  expect(line).toContain('…aaa');
  expect(line).toContain('bbb…');
  expect(line.slice(caret.indexOf('^'), caret.lastIndexOf('^') + 1)).toBe('WRONG');
});

it('keeps carets within the window when the value is long', () => {
  const [, , , line, caret] = render(`key: ${'x'.repeat(10_000)}`, at(5, 10_000)).split('\n');
  expect(line.length).toBeLessThan(120);
  expect(caret.length).toBeLessThanOrEqual(line.length);
  expect(line.indexOf('x')).toBe(caret.indexOf('^'));
});

it('lets nothing through to the terminal', () => {
  const hostile = '\u001b]0;title\u0007\u009b31m\u001b[2J\u0000\ud800';
  const finding: Finding = {
    code: 'WF120',
    path: ['a\u001b[31m'],
    message: `got ${hostile}`,
    expected: hostile,
    hint: hostile,
  };
  for (const text of [
    renderFindings([finding]),
    renderFindings([finding], new BlueprintSource(`file${hostile}`, `key: ${hostile}`)),
  ]) {
    expect(text).not.toMatch(/(?!\n)\p{Cc}|\p{Cs}/u);
    expect(text).toContain('<U+001B>');
  }
});

it('colours on request alone, and the same words', () => {
  const plain = render('one: two', at(5, 3));
  const coloured = render('one: two', at(5, 3), true);
  expect(plain).not.toContain('\u001b');
  expect(coloured).toContain('\u001b[31m');
  expect(stripVTControlCharacters(coloured)).toBe(plain);
});

it('shows what has no line by its file or path', () => {
  expect(renderFindings([{ code: 'WF101', path: [], message: 'no' }], new BlueprintSource('b.yaml'))).toBe(
    'error WF101: no\n --> b.yaml',
  );
  expect(renderFindings([{ code: 'WF301', path: ['sites', 'a', 'zones', '1'], message: 'no' }])).toBe(
    'error WF301: no\n --> sites.a.zones[1]',
  );
});

it('renders nothing for no findings', () => {
  expect(renderFindings([])).toBe('');
});

describe('a path', () => {
  const { source } = load(changed('    accelerators:\n', '    fabric: &f { rdma: none }\n    accelerators:\n'));
  const place = (path: string[], caret?: Caret) => {
    const found = source.locate(path, caret);
    return found && `${found.line}:${found.column}+${found.length}`;
  };

  it('leads to a value, or to its key', () => {
    expect(place(['sites', 'virginia', 'region'])).toBe('7:13+9');
    expect(place(['sites', 'virginia', 'region'], Caret.KEY)).toBe('7:5+6');
    expect(place(['clusters', 'frontier', 'fabric', 'rdma'])).toBe('14:24+4');
  });

  it('leads to the nearest key when the value is not there', () => {
    expect(place(['sites', 'virginia', 'power', 'allotment'])).toBe('5:3+8');
    expect(place(['clusters', 'frontier', 'pools', 'a', 'b'])).toBe('10:3+8');
    expect(place(['nowhere'])).toBe('1:1+11');
    expect(place([])).toBe('1:1+11');
  });
});
