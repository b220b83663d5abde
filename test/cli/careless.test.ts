import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { document, scratch, wattform } from './wattform';

const folder = scratch();

/** Five careless inputs, and what helps out of each. */
const CARELESS = [
  { name: 'a file that is not there', args: ['synth', 'nothere.yaml'], status: 1, says: 'nothere.yaml' },
  { name: 'a folder instead of a file', args: ['validate', 'a-folder'], status: 1, says: 'a-folder' },
  { name: 'a mistyped verb', args: ['sinth', 'x.yaml'], status: 2, says: 'did you mean synth?' },
  { name: 'a mistyped option', args: ['synth', 'x.yaml', '--outptu', 'y'], status: 2, says: 'did you mean --output?' },
  { name: 'a missing argument', args: ['synth'], status: 2, says: "missing required argument 'blueprint'" },
];

test.each(CARELESS)('$name', ({ args, status, says }) => {
  mkdirSync(join(folder.path, 'a-folder'));
  const ended = wattform(args, { cwd: folder.path });
  expect(ended).toMatchObject({ status, stdout: '' });
  expect(ended.stderr).toContain(says);
  expect(ended.stderr).not.toMatch(/^\s+at /m);
  expect(document(wattform([...args, '--json'], { cwd: folder.path })).ok).toBe(false);
});

test('no argument at all prints the help, as wrong usage', () => {
  const ended = wattform([]);
  expect(ended).toMatchObject({ status: 2, stdout: '' });
  for (const verb of ['init', 'validate', 'synth', 'catalog', 'explain', 'schema'])
    expect(ended.stderr).toContain(verb);
});

test('too many arguments are not ignored', () => {
  expect(wattform(['validate', 'a.yaml', 'b.yaml']).status).toBe(2);
});

test.each([[], ['init'], ['validate'], ['synth'], ['catalog'], ['explain'], ['schema']])(
  '--help of wattform %s',
  (...verb) => {
    const ended = wattform([...verb, '--help']);
    expect(ended).toMatchObject({ status: 0, stderr: '' });
    expect(ended.stdout).toContain('Usage: wattform');
    expect(ended.stdout).toContain('Exit codes:');
  },
);

test('--version is the version of the package', () => {
  const { version } = require('../../package.json') as { version: string };
  expect(wattform(['--version']).stdout).toBe(`${version}\n`);
});

/** Files that break parsers; none may show a stack trace, hang, or reach a terminal with an escape. */
const HOSTILE: { readonly [name: string]: string | Buffer } = {
  empty: '',
  scalar: '42',
  list: '[]',
  binary: Buffer.from([0, 255, 254, 1, 2, 3, 128]),
  utf16: Buffer.from('\ufeffwattform: 1\n', 'utf16le'),
  tabs: 'wattform:\t1\n\tname: x\n',
  prototype: 'wattform: 1\n__proto__: { polluted: yes }\nconstructor: 1\n',
  escapes: 'wattform: 1\nname: "\\e[31mred\\e[0m\\a\\u202e"\n"\\e[2J": 1\n',
  merge: 'a: &a { x: 1 }\n<<: *a\nwattform: 1\n',
  tag: 'wattform: !!js/function "function(){}"\n',
  alias: `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
    .split('')
    .map((key, index) => `${key}: &${key} [${`*${'abcdefghij'[index]},`.repeat(9)}]`)
    .join('\n')}\n`,
  deep: `${'['.repeat(50_000)}${']'.repeat(50_000)}`,
  huge: `wattform: 1\nname: ${'x'.repeat(300)}\nsites: { "..": { target: aws } }\nclusters: 9007199254740993\n`,
};

test.each(Object.entries(HOSTILE))('hostile input: %s', (name, content) => {
  const file = `${name}.yaml`;
  writeFileSync(join(folder.path, file), content);
  for (const verb of ['validate', 'synth', 'explain']) {
    const ended = wattform([verb, file], { cwd: folder.path });
    expect(ended).toMatchObject({ status: 1, stdout: '' });
    expect(ended.stderr).toMatch(/WF\d{3}/);
    expect(ended.stderr).not.toMatch(/^\s+at .+:\d+:\d+/m);
    expect(ended.stderr).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
    expect(document(wattform([verb, file, '--json'], { cwd: folder.path }))).toMatchObject({ ok: false });
  }
});
