import fc from 'fast-check';
import type { SuppressionDocument } from '../../../blueprints/language/document';
import { type PolicyObservation, PolicySubject, PolicySuppressionState, PolicyVerdict } from '../../../review/policy';
import { accepts, matches } from '../../../review/policy/suppressions';
import { blueprint, broken, check, ruleOf, subjectOf, TODAY } from './support';

/** A subject whose blueprint accepts these. */
function suppressing(suppress: SuppressionDocument[], today = TODAY): PolicySubject {
  const base = subjectOf(blueprint());
  return PolicySubject.of({ today, stacks: { own: {} }, blueprint: { ...base.blueprint!, policy: { suppress } } });
}

const until = (rule: string, rest: Partial<SuppressionDocument> = {}): SuppressionDocument => ({
  rule,
  reason: 'agreed by the team',
  expires: '2027-03-31',
  ...rest,
});

const resource = broken('own/aws_s3_bucket.a', {
  stack: 'own',
  address: 'aws_s3_bucket.a',
  constructPath: 'own/store/c/data/bucket',
  blueprintPath: ['clusters', 'c', 'storage', 'data'],
});

describe('what is accepted', () => {
  test('is told all the same, with who accepted it, and the gate opens', () => {
    const report = check(suppressing([until('ACME-1')]), [ruleOf('ACME-1', [broken('a'), broken('b')])]);
    expect(report.verdict).toBe(PolicyVerdict.PASSED);
    expect(report.findings.map(({ suppressedBy }) => suppressedBy)).toEqual([0, 0]);
    expect(report.suppressions).toEqual([
      expect.objectContaining({ state: PolicySuppressionState.USED, count: 2, reason: 'agreed by the team' }),
    ]);
    expect(report.rules[0]).toMatchObject({ state: 'suppressed', breaks: 0, suppressed: 2 });
  });

  test('on its last day, and not on the next', () => {
    const one = (today: string) =>
      check(suppressing([until('ACME-1', { expires: '2026-12-31' })], today), [ruleOf('ACME-1', [broken('a')])]);
    expect(one('2026-12-31').verdict).toBe(PolicyVerdict.PASSED);
    const after = one('2027-01-01');
    expect(after.verdict).toBe(PolicyVerdict.FAILED);
    expect(after.problems.map(({ code }) => code)).toEqual(['WFP002']);
    expect(after.findings[0]!.suppressedBy).toBeUndefined();
    expect(after.problems[0]!.blueprintPath).toEqual(['policy', 'suppress', '0', 'expires']);
  });

  test('an expired one fails, even where nothing is found any more', () => {
    const fine: PolicyObservation = { ...broken('a'), outcome: 'holds' as PolicyObservation['outcome'] };
    const report = check(suppressing([until('ACME-1', { expires: '2026-11-24' })]), [ruleOf('ACME-1', [fine])]);
    expect(report.verdict).toBe(PolicyVerdict.FAILED);
  });

  test('an unused one is said, and one for no rule fails', () => {
    const report = check(suppressing([until('ACME-1', { where: 'elsewhere' }), until('ACME-11')]), [
      ruleOf('ACME-1', [broken('a')]),
    ]);
    expect(report.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ['WFP004', 'warning'],
      ['WFP003', 'error'],
    ]);
    expect(report.problems[1]!.message).toContain('did you mean "ACME-1"');
  });

  test('what could not be judged cannot be accepted', () => {
    const unknown = { ...broken('a'), outcome: 'unknown' as PolicyObservation['outcome'] };
    const report = check(suppressing([until('ACME-1')]), [ruleOf('ACME-1', [unknown, broken('b')])]);
    expect(report.unknowns[0]!.suppressedBy).toBeUndefined();
    expect(report.suppressions[0]!.count).toBe(1);
  });
});

describe('where', () => {
  test.each([
    'own/aws_s3_bucket.a',
    'own/*',
    '*bucket.a',
    'own/store/c',
    'own/store/c/data/bucket',
    'clusters.c',
    'clusters.c.storage.data',
    'clusters.*.storage',
    '*',
  ])('%s names it', (where) => {
    expect(accepts(until('R1', { where }), 'R1', resource)).toBe(true);
  });

  test.each([
    'aws_s3_bucket.a',
    'own/aws_s3_bucket.ab',
    'own/store/d',
    'own/stor',
    'clusters.c.storage.dat',
    'clusters.cc',
    '',
    'OWN/*',
    'own/aws.*',
  ])('%j does not', (where) => {
    expect(accepts(until('R1', { where }), 'R1', resource)).toBe(false);
  });

  test('a star is nothing special but itself: patterns are no expressions, and end at once', () => {
    expect(matches('a.c', 'abc')).toBe(false);
    expect(matches('(a+)+$', 'aaaa')).toBe(false);
    expect(matches('*a'.repeat(250), 'a'.repeat(100_000).concat('b'))).toBe(false);
    expect(matches('ab*ba', 'aba')).toBe(false);
  });

  test('as an expression would say, for any pattern', () => {
    const letters = fc.array(fc.constantFrom('a', 'b', '*'), { maxLength: 8 }).map((each) => each.join(''));
    const texts = fc.array(fc.constantFrom('a', 'b'), { maxLength: 10 }).map((each) => each.join(''));
    fc.assert(
      fc.property(letters, texts, (pattern, text) => {
        expect(matches(pattern, text)).toBe(new RegExp(`^${pattern.replaceAll('*', '.*')}$`).test(text));
      }),
    );
  });
});

test('a suppression never hides what another rule finds', () => {
  const ids = ['ACME-1', 'ACME-2', 'ACME-3'];
  const subjects = fc.constantFrom('a', 'b', 'clusters');
  const rules = fc.tuple(...ids.map((id) => fc.array(subjects, { maxLength: 4 }).map((found) => ({ id, found }))));
  const suppress = fc.array(
    fc.record({
      rule: fc.constantFrom(...ids, 'ACME-9'),
      where: fc.option(fc.oneof(subjects, fc.constant('*')), { nil: undefined }),
      expires: fc.constantFrom('2026-01-01', TODAY, '2027-01-01'),
      reason: fc.constant('agreed'),
    }),
    { maxLength: 5 },
  );
  fc.assert(
    fc.property(rules, suppress, (given, accepted) => {
      const made = given.map(({ id, found }) =>
        ruleOf(
          id,
          found.map((each) => broken(each)),
        ),
      );
      const { findings, suppressions, rules: results } = check(suppressing(accepted), made);
      expect(findings).toHaveLength(given.reduce((sum, { found }) => sum + found.length, 0));
      for (const { rule, subject, suppressedBy } of findings) {
        const by = accepted.findIndex(
          (each) =>
            each.rule === rule && each.expires >= TODAY && [undefined, '*', subject].includes(each.where ?? undefined),
        );
        expect(suppressedBy).toBe(by < 0 ? undefined : by);
      }
      expect(suppressions).toHaveLength(accepted.length);
      for (const { id, breaks, suppressed } of results) {
        expect(breaks + suppressed).toBe(given.find((each) => each.id === id)!.found.length);
      }
    }),
  );
});
