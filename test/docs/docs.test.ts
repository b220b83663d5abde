import { execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { loadBlueprint } from '../../blueprints/language';
import { loadCatalog } from '../../catalog';
import { TargetRegistry } from '../../constructs/targets/registry';
import { designBlueprint } from '../../design';
import { temporaryFolder } from '../support/synthesized';
import { linksOf, pages, snippetsOf } from './snippets';

const root = path.join(__dirname, '../..');
const all = pages().flatMap(snippetsOf);
const where = (snippet: { page: string; line: number }) => `${snippet.page}:${snippet.line}`;
const runnable = (language: string) =>
  all
    .filter((snippet) => snippet.language === language && snippet.notRun === undefined)
    .map((snippet) => ({ at: where(snippet), ...snippet }));

describe('blueprints in the docs', () => {
  const blueprints = runnable('yaml').filter((snippet) => /^wattform: 1$/m.test(snippet.text));

  test('are there', () => {
    expect(blueprints.length).toBeGreaterThan(0);
  });

  test.each(blueprints)('$at is accepted whole', ({ text, page }) => {
    const registry = TargetRegistry.builtIn();
    const loaded = loadBlueprint(text, { file: page, targets: registry.names() });
    expect(loaded.findings).toEqual([]);
    const designed = designBlueprint(loaded.document!, { catalog: loadCatalog(), profiles: registry.profiles() });
    expect(designed.findings.filter((finding) => finding.severity !== 'warning')).toEqual([]);
  });
});

describe('commands in the docs', () => {
  const command = path.join(root, 'dist/bin/wattform.js');
  const blocks = runnable('sh').filter((snippet) => /wattform /.test(snippet.text));

  test.each(blocks)('$at run in a row', ({ text }) => {
    const cwd = temporaryFolder();
    fs.cpSync(path.join(root, 'blueprints'), path.join(cwd, 'blueprints'), { recursive: true });
    const lines = text.split('\n').filter((line) => /^(npx )?wattform /.test(line));
    for (const line of lines) {
      const words = line
        .replace(/#.*$/, '')
        .replace(/^(npx )?wattform /, '')
        .trim()
        .split(/\s+/);
      const run = spawnSync(process.execPath, [command, ...words], { cwd, encoding: 'utf8' });
      expect(`${line}\n${run.status === 0 ? '' : run.stderr}`).toBe(`${line}\n`);
    }
  });

  test('the README has its two commands, and they are scripts of the package', () => {
    const [first] = snippetsOf('README.md').filter((snippet) => snippet.language === 'sh');
    const commands = first.text.split('\n').map((line) => line.replace(/\s*#.*$/, ''));
    expect(commands).toEqual(['npm ci && npm run synth', 'npm test']);
    const { scripts } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['synth', 'test', 'bench']));
  });
});

describe('programs in the docs', () => {
  const programs = runnable('ts');

  test.each(programs)('$at runs', ({ text }) => {
    const cwd = temporaryFolder();
    const source = text.replaceAll("'wattform'", JSON.stringify(path.join(root, 'dist/index.js')));
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
    });
    fs.writeFileSync(path.join(cwd, 'program.js'), outputText);
    execFileSync(process.execPath, ['program.js'], {
      cwd,
      env: { ...process.env, NODE_PATH: path.join(root, 'node_modules') },
      stdio: 'pipe',
    });
    expect(fs.readdirSync(path.join(cwd, 'cdktf.out/stacks'))).not.toEqual([]);
  });
});

describe('links in the docs', () => {
  test.each(pages())('%s leads to files that are there', (page) => {
    const missing = linksOf(page).filter((link) => !fs.existsSync(path.join(root, path.dirname(page), link)));
    expect(missing).toEqual([]);
  });
});
