import {
  PolicyGate,
  type PolicyObservation,
  PolicyOutcome,
  PolicyRuleState,
  PolicySeverity,
  PolicySubject,
  PolicyVerdict,
} from '../../../review/policy';
import { blueprint, broken, check, ruleOf, subjectOf, TODAY } from './support';

const plain = subjectOf(blueprint());
const holding: PolicyObservation = { outcome: PolicyOutcome.HOLDS, subject: 'a thing' };
const unknown: PolicyObservation = { outcome: PolicyOutcome.UNKNOWN, subject: 'a thing', message: 'no figure' };
const codes = (report: { problems: { code: string }[] }) => report.problems.map(({ code }) => code);

describe('a gate that checked nothing fails', () => {
  test('without rules', () => {
    const report = check(plain, []);
    expect([report.verdict, codes(report)]).toEqual([PolicyVerdict.NOTHING_CHECKED, ['WFP001']]);
  });

  test('with rules that met nothing, and it does not call them passed', () => {
    const report = check(plain, [ruleOf('ACME-1', [])]);
    expect([report.verdict, codes(report)]).toEqual([PolicyVerdict.NOTHING_CHECKED, ['WFP001']]);
    expect(report.rules[0]).toMatchObject({ state: PolicyRuleState.MET_NOTHING, lookedAt: 0 });
  });

  test('with nothing but unknown figures', () => {
    const report = check(plain, [ruleOf('ACME-1', [unknown])]);
    expect(report.verdict).toBe(PolicyVerdict.NOTHING_CHECKED);
    expect(report.rules[0]).toMatchObject({ state: PolicyRuleState.NOT_CHECKED, unknown: 1 });
  });

  test('over Terraform without resources', () => {
    const empty = PolicySubject.of({ today: TODAY, stacks: { own: {} } });
    expect(PolicyGate.builtIn().check(empty).verdict).toBe(PolicyVerdict.NOTHING_CHECKED);
  });

  test('with a rule that claims to have checked', () => {
    const report = check(plain, [ruleOf('ACME-1', [holding]), ruleOf('ACME-2', [], { applies: () => true })]);
    expect([report.verdict, codes(report)]).toEqual([PolicyVerdict.FAILED, ['WFP005']]);
  });
});

describe('what a rule comes to', () => {
  test.each([
    [[holding], PolicyRuleState.PASSED, PolicyVerdict.PASSED],
    [[holding, unknown], PolicyRuleState.PARTLY_CHECKED, PolicyVerdict.PASSED],
    [[holding, broken('it')], PolicyRuleState.FAILED, PolicyVerdict.FAILED],
    [[unknown, broken('it')], PolicyRuleState.FAILED, PolicyVerdict.FAILED],
  ])('%j', (observations, state, verdict) => {
    const report = check(plain, [ruleOf('ACME-1', observations)]);
    expect([report.rules[0]!.state, report.verdict]).toEqual([state, verdict]);
    expect(report.rules[0]!.lookedAt).toBe(observations.length);
  });

  test('a warning leaves the gate open', () => {
    const report = check(plain, [ruleOf('ACME-1', [broken('it')], { severity: PolicySeverity.WARNING })]);
    expect(report.verdict).toBe(PolicyVerdict.PASSED);
    expect(report.findings).toHaveLength(1);
  });
});

describe('rules of others', () => {
  const fails = (observe: () => unknown) =>
    check(plain, [ruleOf('ACME-1', [holding]), ruleOf('ACME-2', [holding], { observe } as object)]);

  test.each([
    [
      'throws',
      () => {
        throw new Error('out of paper\n    at somewhere');
      },
      'out of paper',
    ],
    ['answers nothing', () => undefined, 'a list of observations is expected'],
    ['answers later', () => Promise.resolve([]), 'an object: a list of observations is expected'],
    ['invents an outcome', () => [{ outcome: 'fine', subject: 'x' }], 'observation 1: "outcome" is "fine"'],
    ['has no subject', () => [holding, { outcome: 'holds' }], 'observation 2: "subject" is missing'],
    ['breaks without a word', () => [{ outcome: 'breaks', subject: 'x' }], '"message" is missing'],
    ['measures in words', () => [{ ...holding, measured: '3' }], '"measured" is no number'],
    ['has a path in one text', () => [{ ...holding, blueprintPath: 'a.b' }], 'no list of texts'],
  ])('one that %s fails the gate, in one line', (_, observe, says) => {
    const { verdict, problems, rules } = fails(observe);
    expect(verdict).toBe(PolicyVerdict.FAILED);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'WFP006', message: expect.stringContaining(says) });
    expect(problems[0]!.message).not.toContain('\n');
    expect(rules.map(({ state }) => state)).toEqual([PolicyRuleState.PASSED, PolicyRuleState.BROKEN]);
  });

  test('what they are given cannot be changed', () => {
    const subject = subjectOf(blueprint(), { stacks: { own: { resource: { a_b: { c: { d: [{ e: 1 }] } } } } } });
    const attempts = [
      () => (subject.resources as unknown[]).push(1),
      () => Object.assign(subject.resources[0]!.body, { d: 2 }),
      () => Object.assign((subject.resources[0]!.body['d'] as object[])[0]!, { e: 2 }),
      () => Object.assign(subject.blueprint!.sites['ohio']!, { zone: 'x' }),
      () => Object.assign(subject.design!.sites[0]!, { name: 'x' }),
    ];
    for (const attempt of attempts) expect(attempt).toThrow(TypeError);
  });

  test.each([
    [undefined, 'it is missing'],
    [{}, '"id" is missing'],
    [ruleOf('lower', []), '"id" is "lower"'],
    [ruleOf('A', []), '"id" is "A"'],
    [ruleOf('ACME-1', [], { severity: 'fatal' as PolicySeverity }), 'error or warning'],
    [ruleOf('ACME-1', [], { why: ' ' }), '"why" of ACME-1'],
    [{ ...ruleOf('ACME-1', []), observe: undefined }, '"observe" of ACME-1 is missing: a function'],
    [ruleOf('WFP101', []), 'two rules have the id WFP101'],
  ])('%j is no rule to add', (rule, says) => {
    expect(() => PolicyGate.builtIn().with([rule as never])).toThrow(says);
  });
});

test('the same subject gives the same report, whatever the order of keys', () => {
  const resources = { aws_s3_bucket: { b: {}, a: {} }, aws_kms_key: { k: {} } };
  const turned = { aws_kms_key: { k: {} }, aws_s3_bucket: { a: {}, b: {} } };
  const report = (resource: typeof resources) =>
    PolicyGate.builtIn().check(PolicySubject.of({ today: TODAY, stacks: { own: { resource } } }));
  expect(JSON.stringify(report(turned))).toBe(JSON.stringify(report(resources)));
});

test.each(['2026-02-30', 'today', '', '2026-1-1'])('%j is no day', (today) => {
  expect(() => PolicySubject.of({ today, stacks: {} })).toThrow('no day of the calendar');
});

test.each([null, [], 3, { format: 99, sites: [], quotas: [] }])('%j is no basis of design', (design) => {
  expect(() => PolicySubject.of({ today: TODAY, stacks: {}, design })).toThrow('no basis of design');
});

test.each([null, [], 'text', { resource: [] }])('%j is no stack', (stack) => {
  expect(() => PolicySubject.of({ today: TODAY, stacks: { own: stack } })).toThrow('stack own is no Terraform JSON');
});
