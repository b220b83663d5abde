import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PolicyReport } from '../../review/policy';
import { blueprint } from '../review/policy/support';
import { document, type Ended, ROOT, scratch, wattform } from './wattform';

const folder = scratch();
const DAY = ['--today', '2026-11-25'];
const report = (ended: Ended): PolicyReport => document(ended)['policy'] as PolicyReport;

function write(name: string, text: string): string {
  const file = join(folder.path, name);
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, text);
  return name;
}

const policy = (...words: string[]) => wattform(['policy', ...words], { cwd: folder.path });
const small = join(ROOT, 'blueprints', 'small.yaml');
const RULE = `{ id: 'ACME-1', severity: 'error', title: 'It holds.', why: 'So.', remedy: 'Do.', looksAt: 'stacks',
  applies: () => true, observe: ({ resources }) => [{ outcome: 'breaks', subject: 'all', message: 'are ' + resources.length }] }`;

describe('wattform policy', () => {
  test('a design that keeps the policy ends with 0, and each rule says how much it looked at', () => {
    const ended = policy(small, ...DAY);
    expect([ended.status, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toMatch(/^WFP108 +passed +\d+ /m);
    expect(ended.stdout).toContain('the policy is kept: 7 of 14 rules');
  });

  test('a folder is read as well, and the same bytes give the same bytes', () => {
    wattform(['synth', small, '-o', join(folder.path, 'out')]);
    const once = policy('out', ...DAY, '--json');
    expect(report(once).rules.filter(({ lookedAt }) => lookedAt > 0)).toHaveLength(7);
    expect(policy('out', ...DAY, '--json').stdout).toBe(once.stdout);
  });

  test('what breaks a rule ends with 5 and is told with its line', () => {
    const file = write('a.yaml', blueprint({ policy: 'pue: 1.05' }));
    const ended = policy(file, ...DAY);
    expect(ended.status).toBe(5);
    expect(ended.stdout).toContain('site ohio: its PUE is past the budget: 1.13 against 1.05 PUE\n    a.yaml:8:3');
    const { findings } = report(policy(file, ...DAY, '--json'));
    expect(findings.find(({ rule }) => rule === 'WFP112')).toMatchObject({ place: { file: 'a.yaml', line: 8 } });
  });

  test('SARIF on stdout and in a file, with file and line', () => {
    const file = write('a.yaml', blueprint({ policy: 'pue: 1.05' }));
    const { stdout, status } = policy(file, ...DAY, '--format', 'sarif', '--sarif', 'out.sarif');
    expect(status).toBe(5);
    expect(readFileSync(join(folder.path, 'out.sarif'), 'utf8')).toBe(stdout);
    const found = JSON.parse(stdout).runs[0].results.find(({ ruleId }: { ruleId: string }) => ruleId === 'WFP112');
    expect(found.locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'a.yaml' },
      region: { startLine: 8, startColumn: 3, endColumn: 6 },
    });
  });

  test('a suppression holds until its day', () => {
    const suppress = 'suppress: [{ rule: WFP112, reason: agreed, expires: 2026-12-31 }]';
    const file = write('a.yaml', blueprint({ policy: `pue: 1.05\n${suppress}` }));
    expect(policy(file, '--today', '2026-12-31').status).toBe(0);
    const after = policy(file, '--today', '2027-01-01');
    expect(after.status).toBe(5);
    expect(after.stdout).toContain('error WFP002: the suppression of WFP112 has expired on 2026-12-31');
  });

  test('rules of a file and of an installed package, of either kind of module', () => {
    write('rules.js', `exports.rules = [${RULE}];`);
    write('node_modules/acme/package.json', '{ "name": "acme", "main": "index.mjs" }');
    write('node_modules/acme/index.mjs', `export default [${RULE.replace('ACME-1', 'ACME-2')}];`);
    const ended = policy(small, ...DAY, '--rules', 'rules.js', '--rules', 'acme', '--json');
    expect(ended.status).toBe(5);
    expect(report(ended).findings.map(({ rule }) => rule)).toEqual(['ACME-1', 'ACME-2']);
  });
});

describe('a gate that cannot check is closed', () => {
  const withRules = (text: string) => ({ files: { 'r.js': text }, words: [small, '--rules', './r.js'] });
  const folderOf = (files: { readonly [name: string]: string }) => ({ files, words: ['.'] });

  test.each([
    ['a rules module that is not there', { files: {}, words: [small, '--rules', './none.js'] }, 'Cannot find module'],
    ['one that throws', withRules('throw new Error("no paper")'), 'no paper'],
    ['one that is no JavaScript', withRules('rules: ['), '--rules ./r.js'],
    ['one without rules', withRules(''), 'exports no list "rules"'],
    ['one with none', withRules('exports.rules = []'), 'is empty'],
    ['one with half a rule', withRules('exports.rules = [{ id: "AC" }]'), '"severity" of AC'],
    ['an empty folder', folderOf({}), 'nothing to check'],
    ['a file that is no JSON', folderOf({ 'x.tf.json': '{' }), 'x.tf.json is no JSON'],
    ['a file that is no map', folderOf({ 'x.tf.json': '[]' }), 'x.tf.json is no map'],
    ['Terraform in its own language', folderOf({ 'x.tf': '', 'y.tf.json': '{}' }), 'does not read'],
    [
      'a stack that the manifest names',
      folderOf({ 'stacks/a/cdk.tf.json': '{}', 'manifest.json': '{ "stacks": { "a": {}, "gone": {} } }' }),
      'is missing: the folder is not whole',
    ],
    ['a basis of design that is none', folderOf({ 'x.tf.json': '{}', 'basis-of-design.json': '{}' }), 'no basis'],
    ['no day', { files: {}, words: [small, '--today', '2026-02-30'] }, 'no day of the calendar'],
    ['no format', { files: {}, words: [small, '--format', 'prose'] }, 'there is no format prose'],
  ])('%s ends with 2', (_, { files, words }, says) => {
    for (const [name, text] of Object.entries(files)) write(name, text);
    const ended = policy(...words);
    expect([ended.status, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain(says);
    expect(ended.stderr).not.toMatch(/^\s+at /m);
  });

  test('Terraform in which no rule finds anything ends with 5', () => {
    write('x.tf.json', '{ "resource": { "null_resource": { "a": {} } } }');
    const ended = policy('.', ...DAY);
    expect(ended.status).toBe(5);
    expect(ended.stdout).toContain('WFP001');
  });

  test('a blueprint with errors ends with 1, by its findings', () => {
    const ended = policy(write('a.yaml', 'wattform: 1\n'), '--json');
    expect(ended.status).toBe(1);
    expect(document(ended).findings.map(({ code }) => code)).toContain('WF121');
  });
});
