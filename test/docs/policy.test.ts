import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PolicyCode, PolicyGate } from '../../review/policy';
import { BUILT_IN_RULES } from '../../review/policy/rules';
import { blueprint, subjectOf } from '../review/policy/support';
import { temporaryFolder } from '../support/synthesized';
import { snippetsOf } from './snippets';

const page = fs.readFileSync(path.join(__dirname, '../../docs/policy.md'), 'utf8');

test('the table of rules says what the rules say', () => {
  const rows = BUILT_IN_RULES.map(
    ({ id, severity, title, looksAt }) => `| ${id} | ${severity} | ${title} | ${looksAt} |`,
  );
  expect(page).toContain(
    ['| rule | severity | what holds | looks at |', '| --- | --- | --- | --- |', ...rows, ''].join('\n'),
  );
});

test('every code of a rule or of the gate is on the page, and no other', () => {
  const codes = [...BUILT_IN_RULES.map(({ id }) => id), ...Object.values(PolicyCode)].sort();
  expect([...new Set(page.match(/\bWFP\d{3}\b/g) ?? [])].sort()).toEqual(codes);
});

test('the rule of the page is one, and finds what it says', () => {
  const [snippet] = snippetsOf('docs/policy.md').filter(({ language }) => language === 'js');
  const file = path.join(temporaryFolder(), 'rules.js');
  fs.writeFileSync(file, snippet!.text);
  const { rules } = createRequire(file)(file);
  const many = blueprint({
    clusters:
      'c: { site: ohio, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: 520 } }',
  });
  const { findings } = PolicyGate.builtIn().with(rules).check(subjectOf(many));
  expect(findings).toEqual([expect.objectContaining({ rule: 'ACME-1', measured: 65, limit: 64, unit: 'nodes' })]);
});
