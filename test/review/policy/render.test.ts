import fs from 'node:fs';
import path from 'node:path';
import { createColors } from 'picocolors';
import { pageFor } from '../../../cli/page';
import { policyText } from '../../../cli/policy/text';
import { PolicyGate, type PolicyReport, PolicySubject } from '../../../review/policy';
import { policySarif } from '../../../review/policy/render/sarif';
import { blueprint, broken, check, ruleOf, subjectOf, TODAY } from './support';

const HOSTILE = '\u001b[31m</script>|@everyone\u202e\u0007`$(x)`\nnext';
const page = pageFor({}, {});
const plain = { red: String, yellow: String, green: String, plain: String };
const text = (report: PolicyReport) => policyText(report, { page, palette: plain });
const sarif = (report: PolicyReport) =>
  JSON.parse(
    policySarif(report, {
      version: '1.2.3',
      placeOf: ([first = '']) => ({ file: `a b/${first}.yaml`, line: 7, column: 3, endColumn: 9 }),
    }),
  ).runs[0];

function hostileReport(): PolicyReport {
  const subject = PolicySubject.of({
    today: TODAY,
    stacks: { own: {} },
    blueprint: {
      ...subjectOf(blueprint()).blueprint!,
      policy: { suppress: [{ rule: 'ACME-1', where: `${HOSTILE}*`, reason: HOSTILE, expires: '2027-01-01' }] },
    },
  });
  const rest = { message: HOSTILE, unit: HOSTILE, measured: 2, limit: 1, stack: HOSTILE, address: HOSTILE };
  return check(subject, [
    ruleOf('ACME-1', [broken(HOSTILE, rest), broken(`x${HOSTILE}`, { ...rest, blueprintPath: [HOSTILE] })], {
      title: HOSTILE,
      why: HOSTILE,
      remedy: HOSTILE,
      looksAt: HOSTILE,
    }),
    ruleOf('ACME-2', [broken('it')], {
      observe: () => {
        throw new Error(HOSTILE);
      },
    }),
  ]);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal obeys is looked for.
const OBEYED = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/;

describe('hostile texts are inert', () => {
  test('on a terminal', () => {
    const shown = text(hostileReport());
    expect(shown).toContain('<U+001B>');
    expect(shown).not.toMatch(OBEYED);
  });

  test('in SARIF', () => {
    const shown = policySarif(hostileReport(), { version: '1', placeOf: () => undefined });
    expect(shown).toContain('<U+001B>');
    for (const each of shown.match(/"(?:[^"\\]|\\.)*"/g) ?? []) expect(JSON.parse(each)).not.toMatch(OBEYED);
  });
});

describe('the terminal', () => {
  test('says how much each rule looked at, and that a rule met nothing', () => {
    const shown = text(PolicyGate.builtIn().check(subjectOf(blueprint())));
    expect(shown).toMatch(/^RULE +RESULT +LOOKED AT +BROKEN +LOOKS AT$/m);
    expect(shown).toMatch(/^WFP101 +met nothing +0 +0 /m);
    expect(shown).toMatch(/^WFP104 +passed +1 +0 /m);
    expect(shown).toContain('(on 2026-11-25)');
  });

  test('is no wider than its page', () => {
    for (const line of text(hostileReport()).split('\n')) expect(line.length).toBeLessThanOrEqual(page.width + 40);
  });

  test('folds what is many, and what is unknown for one reason', () => {
    const many = Array.from({ length: 25 }, (_, index) => broken(`thing ${index}`));
    const unknown = many.map((each) => ({ ...each, outcome: 'unknown' as (typeof each)['outcome'] }));
    const report = check(subjectOf(blueprint()), [ruleOf('ACME-1', many), ruleOf('ACME-2', unknown)]);
    expect(text(report)).toContain('… and 15 more: --unfold');
    expect(text(report)).toContain('thing 0 and 24 more: not checked, unknown: is wrong');
    expect(policyText(report, { page, palette: plain, unfold: true })).toContain('- thing 24: is wrong');
  });

  test('colours verdicts where colours are taken', () => {
    const { red, yellow, green } = createColors(true);
    const report = check(subjectOf(blueprint()), [ruleOf('ACME-1', [broken('it')])]);
    expect(policyText(report, { page, palette: { red, yellow, green, plain: String } })).toContain(red('error ACME-1'));
  });
});

describe('SARIF', () => {
  const [suppressed, open] = [broken('a'), broken('b', { blueprintPath: ['clusters'] })];
  const unknown = { ...broken('c'), outcome: 'unknown' as (typeof suppressed)['outcome'] };
  const subject = PolicySubject.of({
    today: TODAY,
    stacks: { own: {} },
    blueprint: {
      ...subjectOf(blueprint()).blueprint!,
      policy: { suppress: [{ rule: 'ACME-1', where: 'a', reason: 'agreed', expires: '2027-01-01' }] },
    },
  });
  const run = sarif(check(subject, [ruleOf('ACME-1', [suppressed, open, unknown])]));

  test('has file and line, and the reason of what is suppressed', () => {
    expect(run.results[1]).toMatchObject({
      ruleId: 'ACME-1',
      kind: 'fail',
      level: 'error',
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/clusters.yaml' },
            region: { startLine: 7, startColumn: 3, endColumn: 9 },
          },
        },
      ],
    });
    expect(run.results[0].suppressions).toEqual([{ kind: 'inSource', justification: 'agreed (until 2027-01-01)' }]);
    expect(run.results[1].suppressions).toBeUndefined();
  });

  test('keeps what could not be judged apart, and says how much was looked at', () => {
    expect(run.results[2]).toMatchObject({ kind: 'open', level: 'none' });
    expect(run.properties).toMatchObject({ verdict: 'failed', lookedAt: { 'ACME-1': 3 } });
    const ids = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    expect(run.results.every(({ ruleId }: { ruleId: string }) => ids.includes(ruleId))).toBe(true);
  });
});

test('the package has no clock: the day is given', () => {
  const room = path.join(__dirname, '../../../review/policy');
  const sources = fs.readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  for (const name of sources) {
    expect(fs.readFileSync(path.join(room, name), 'utf8')).not.toMatch(/new Date\(\)|Date\.now|process\.env/);
  }
});
