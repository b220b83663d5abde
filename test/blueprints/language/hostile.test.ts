import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';

const MEGABYTE = 1024 * 1024 - 64;
const fill = (part: string, length = MEGABYTE) => part.repeat(Math.floor(length / part.length));
const numbered = (count: number, line: (index: number) => string, between = '\n') =>
  Array.from({ length: count }, (_, index) => line(index)).join(between);
const HEAD = 'wattform: 1\nname: a\nsites: { s: { target: aws, region: us-east-1 } }\nclusters: ';
const LETTERS = 'abcdefghijklmnop';

/** Texts that try to make a reader run on, or out of memory; each with the codes that may answer. */
const TEXTS: { readonly [name: string]: [string, RegExp] } = {
  'open brackets': [fill('['), /WF102/],
  'open braces': [fill('{a: '), /WF102/],
  'closing brackets': [fill(']'), /WF104/],
  'nested lists': [fill('- '), /WF102/],
  'nested keys': [fill('? '), /WF102/],
  'nested indentation': [numbered(1400, (index) => `${' '.repeat(index)}a:`), /WF102/],
  'JSON, 50,000 deep': [`${'['.repeat(50_000)}${']'.repeat(50_000)}`, /WF102/],
  'JSON maps, 50,000 deep': [`${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`, /WF102/],
  'aliases that multiply': [
    `a: &a [${'x,'.repeat(9)}]\n${numbered(15, (index) => `${LETTERS[index + 1]}: &${LETTERS[index + 1]} [${`*${LETTERS[index]},`.repeat(9)}]`)}`,
    /WF102/,
  ],
  'aliases that nest': [
    `a0: &a0 [x]\n${numbered(20_000, (index) => `a${index + 1}: &a${index + 1} [*a${index}]`)}`,
    /WF102/,
  ],
  'aliases without end': ['a: &a [*a, *a]', /WF105/],
  'many aliases': [`- &a x\n${fill('- *a\n', 300_000)}`, /WF102/],
  'anchors of aliases': [numbered(30_000, () => '- &a *a'), /WF104/],
  'many keys': [numbered(60_000, (index) => `k${index}: 1`), /WF102/],
  'many unknown keys': [numbered(25_000, (index) => `k${index}: 1`), /WF120.*WF199/s],
  'the same key': [fill('a: 1\n', 200_000), /WF102|WF107/],
  'many documents': [fill('---\n'), /WF105/],
  'many directives': [fill('%A\n'), /WF105/],
  'a long text': [`owner: ${fill('x')}`, /WF126/],
  'a long key': [`? ${fill('x')}\n: 1`, /WF108/],
  'a long number': [`wattform: ${fill('9')}`, /WF109/],
  'bad escapes': [`"${fill('\\q')}"`, /WF104/],
  'good escapes': [`owner: "${fill('\\n')}"`, /WF126/],
  'an open quote': [`"${fill('\n')}`, /WF104/],
  quotes: [fill("'"), /WF106/],
  commas: [`[${fill(', ,')}`, /WF102|WF104/],
  comments: [fill('#\n'), /WF102|WF106/],
  'empty lines': [fill('\n'), /WF102|WF106/],
  blanks: [fill(' '), /WF106/],
  tabs: [fill('\t'), /WF106|WF104/],
  'a block of empty lines': [`|+\n${fill('\n')}`, /WF106/],
  anchors: [fill('&a '), /WF102|WF104/],
  tags: [fill('!a '), /WF102|WF104/],
  'clusters that lack all': [`${HEAD}{${numbered(7_000, (index) => `c${index}: { site: x${index} }`, ', ')}}`, /WF121/],
  'references to sites that are not there': [
    `wattform: 1\nname: a\nsites: {${numbered(300, (index) => `site-${index}: { target: aws, region: r }`, ', ')}}\nclusters: {${numbered(1_500, (index) => `c${index}: {site: sitee-${index}, purpose: batch, scheduler: kubernetes, accelerators: {model: m, count: 1}}`, ', ')}}`,
    /WF151.*WF199/s,
  ],
  'a long list': [`${HEAD}{}\nowner: [${fill('{},', 60_000)}]`, /WF122/],
  'items of the wrong type': [
    `wattform: 1\nname: a\nclusters: {}\nsites: { s: { target: aws, region: r, zones: [${fill('{},', 80_000)}] } }`,
    /WF122.*WF199/s,
  ],
  'more than a megabyte': ['x'.repeat(1024 * 1024 + 1), /WF102/],
};

/** Runs in a process of its own, whose heap is small: what runs on or out of memory fails the test and not its runner. */
describe('hostile text', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'wattform-hostile-'));
  const bundle = path.join(folder, 'language.cjs');
  const runner = path.join(folder, 'run.cjs');

  beforeAll(() => {
    buildSync({
      entryPoints: [path.join(__dirname, '../../../blueprints/language/index.ts')],
      bundle: true,
      platform: 'node',
      outfile: bundle,
      logLevel: 'error',
    });
    fs.writeFileSync(
      runner,
      `const { findingsToJson, readBlueprint, renderFindings } = require(${JSON.stringify(bundle)});
       const { document, findings, source } = readBlueprint(process.argv[2], { targets: ['aws', 'azure'] });
       const shown = renderFindings(findings, source, { colour: true }).length + JSON.stringify(findingsToJson(findings, source)).length;
       console.log(JSON.stringify({ document: document !== undefined, codes: [...new Set(findings.map(({ code }) => code))].join(' '), shown }));`,
    );
  });
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it.each(Object.keys(TEXTS))('ends with a finding: %s', (name) => {
    const [text, codes] = TEXTS[name];
    const file = path.join(folder, 'hostile.yaml');
    fs.writeFileSync(file, text);
    const run = spawnSync(process.execPath, ['--max-old-space-size=128', runner, file], {
      encoding: 'utf8',
      timeout: 60_000,
    });
    expect(run.stderr).toBe('');
    const answer = JSON.parse(run.stdout) as { document: boolean; codes: string; shown: number };
    expect(answer.document).toBe(false);
    expect(answer.codes).toMatch(codes);
    expect(answer.shown).toBeLessThan(2_000_000);
  });
});
