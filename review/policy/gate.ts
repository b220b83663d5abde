import type { SuppressionDocument } from '../../blueprints/language/document';
import { didYouMean } from '../../blueprints/language/suggest';
import { answerFault, ruleFault } from './check-rule';
import {
  PolicyCode,
  type PolicyFinding,
  type PolicyProblem,
  type PolicyReport,
  type PolicyRuleResult,
  PolicyRuleState,
  type PolicySuppressionResult,
  PolicySuppressionState,
  PolicyVerdict,
} from './report';
import { type IPolicyRule, type PolicyObservation, PolicyOutcome, PolicySeverity } from './rule';
import { BUILT_IN_RULES } from './rules';
import type { IPolicySubject } from './subject-types';
import { accepts, isExpired } from './suppressions';

/** Version of the form of reports. */
export const POLICY_FORMAT_VERSION = '1.0';

/** Rules that are none, or that clash. */
export class PolicyRuleError extends Error {}

/** Holds designs against rules. Immutable. */
export class PolicyGate {
  /** The rules that ship with wattform. */
  static builtIn(): PolicyGate {
    return new PolicyGate([...BUILT_IN_RULES]);
  }

  /**
   * @param rules in the order in which they run
   * @throws PolicyRuleError when one is no rule, or two have one id
   */
  constructor(private readonly rules: IPolicyRule[]) {
    rules.forEach((rule, index) => {
      const fault = ruleFault(rule);
      if (fault !== undefined) throw new PolicyRuleError(`rule ${index + 1}: ${fault}`);
      if (rules.findIndex(({ id }) => id === rule.id) < index) {
        throw new PolicyRuleError(`two rules have the id ${rule.id}`);
      }
    });
  }

  /**
   * The same gate with more rules.
   * @throws PolicyRuleError when one is no rule, or two have one id
   */
  with(rules: IPolicyRule[]): PolicyGate {
    return new PolicyGate([...this.rules, ...rules]);
  }

  /** Runs every rule. What the blueprint suppresses is reported all the same, and marked. */
  check(subject: IPolicySubject): PolicyReport {
    const asked = subject.blueprint?.policy?.suppress ?? [];
    const runs = this.rules.map((rule) => run(rule, subject));
    const found = runs.flatMap(({ rule, observations }) =>
      observations
        .filter(({ outcome }) => outcome !== PolicyOutcome.HOLDS)
        .map((observation) => findingOf(rule, observation, asked, subject.today)),
    );
    const findings = found.filter(({ outcome }) => outcome === PolicyOutcome.BREAKS);
    const suppressions = asked.map((each, index) => this.resultOf(each, index, findings, subject.today));
    const rules = runs.map((each) => resultOf(each, findings));
    const problems = [
      ...nothingChecked(rules),
      ...runs.flatMap(({ problems: own }) => own),
      ...suppressions.flatMap((each) => this.problemsOf(each)),
    ];
    const report = {
      formatVersion: POLICY_FORMAT_VERSION,
      today: subject.today,
      rules,
      findings,
      unknowns: found.filter(({ outcome }) => outcome === PolicyOutcome.UNKNOWN),
      suppressions,
      problems,
    };
    return { ...report, verdict: verdictOf(report) };
  }

  private resultOf(
    { rule, where, reason, expires }: SuppressionDocument,
    index: number,
    findings: PolicyFinding[],
    today: string,
  ): PolicySuppressionResult {
    const count = findings.filter(({ suppressedBy }) => suppressedBy === index).length;
    const exists = this.rules.some(({ id }) => id === rule);
    const state = !exists
      ? PolicySuppressionState.NO_SUCH_RULE
      : expires < today
        ? PolicySuppressionState.EXPIRED
        : count > 0
          ? PolicySuppressionState.USED
          : PolicySuppressionState.UNUSED;
    const blueprintPath = ['policy', 'suppress', String(index)];
    return { rule, ...(where !== undefined && { where }), reason, expires, state, count, blueprintPath };
  }

  private problemsOf({ rule, expires, state, blueprintPath }: PolicySuppressionResult): PolicyProblem[] {
    const problem = (code: PolicyCode, severity: PolicySeverity, message: string, key?: string) => [
      { code, severity, message, blueprintPath: [...blueprintPath, ...(key === undefined ? [] : [key])] },
    ];
    switch (state) {
      case PolicySuppressionState.USED:
        return [];
      case PolicySuppressionState.UNUSED:
        return problem(
          PolicyCode.SUPPRESSION_UNUSED,
          PolicySeverity.WARNING,
          `the suppression of ${rule} accepts nothing that was found: remove it`,
        );
      case PolicySuppressionState.EXPIRED:
        return problem(
          PolicyCode.SUPPRESSION_EXPIRED,
          PolicySeverity.ERROR,
          `the suppression of ${rule} has expired on ${expires}: correct what it accepts, or decide anew`,
          'expires',
        );
      case PolicySuppressionState.NO_SUCH_RULE: {
        const meant = didYouMean(
          rule,
          this.rules.map(({ id }) => id),
        );
        const message = `there is no rule ${rule}${meant === undefined ? '' : `; ${meant}`}`;
        return problem(PolicyCode.NO_SUCH_RULE, PolicySeverity.ERROR, message, 'rule');
      }
    }
  }
}

interface Run {
  readonly rule: IPolicyRule;
  readonly observations: PolicyObservation[];
  readonly problems: PolicyProblem[];
}

/** Rules of others may fail: that fails the gate, and tells which. */
function run(rule: IPolicyRule, subject: IPolicySubject): Run {
  const broken = (message: string): Run => ({
    rule,
    observations: [],
    problems: [
      { code: PolicyCode.RULE_BROKEN, severity: PolicySeverity.ERROR, message: `rule ${rule.id} failed: ${message}` },
    ],
  });
  try {
    if (!rule.applies(subject)) return { rule, observations: [], problems: [] };
    const observations: unknown = rule.observe(subject);
    const fault = answerFault(observations);
    if (fault !== undefined) return broken(fault);
    const problems =
      (observations as PolicyObservation[]).length > 0
        ? []
        : [
            {
              code: PolicyCode.CLAIMED_AND_MET_NOTHING,
              severity: PolicySeverity.ERROR,
              message: `rule ${rule.id} says that there are ${rule.looksAt} here, and looked at none`,
            },
          ];
    return { rule, observations: observations as PolicyObservation[], problems };
  } catch (error) {
    return broken(error instanceof Error ? error.message.split('\n', 1)[0]! : String(error));
  }
}

function findingOf(
  { id, severity }: IPolicyRule,
  observation: PolicyObservation,
  asked: readonly SuppressionDocument[],
  today: string,
): PolicyFinding {
  const breaks = observation.outcome === PolicyOutcome.BREAKS;
  const by = asked.findIndex((each) => !isExpired(each, today) && accepts(each, id, observation));
  return { rule: id, severity, ...observation, ...(breaks && by >= 0 && { suppressedBy: by }) };
}

function resultOf({ rule, observations, problems }: Run, findings: PolicyFinding[]): PolicyRuleResult {
  const { id, severity, title, why, remedy, looksAt } = rule;
  const own = findings.filter((finding) => finding.rule === id);
  const count = (outcome: PolicyOutcome) => observations.filter((each) => each.outcome === outcome).length;
  const counts = {
    lookedAt: observations.length,
    holds: count(PolicyOutcome.HOLDS),
    breaks: own.filter(({ suppressedBy }) => suppressedBy === undefined).length,
    suppressed: own.filter(({ suppressedBy }) => suppressedBy !== undefined).length,
    unknown: count(PolicyOutcome.UNKNOWN),
  };
  const isBroken = problems.some(({ code }) => code === PolicyCode.RULE_BROKEN);
  const state = isBroken ? PolicyRuleState.BROKEN : stateOf(counts);
  return { id, severity, title, why, remedy, looksAt, state, ...counts };
}

function stateOf({
  lookedAt,
  holds,
  breaks,
  suppressed,
  unknown,
}: Pick<PolicyRuleResult, 'lookedAt' | 'holds' | 'breaks' | 'suppressed' | 'unknown'>): PolicyRuleState {
  if (lookedAt === 0) return PolicyRuleState.MET_NOTHING;
  if (breaks > 0) return PolicyRuleState.FAILED;
  if (unknown === lookedAt) return PolicyRuleState.NOT_CHECKED;
  if (unknown > 0) return PolicyRuleState.PARTLY_CHECKED;
  return suppressed > 0 && holds === 0 ? PolicyRuleState.SUPPRESSED : PolicyRuleState.PASSED;
}

function nothingChecked(rules: PolicyRuleResult[]): PolicyProblem[] {
  if (rules.some(({ lookedAt, unknown }) => lookedAt > unknown)) return [];
  const message =
    rules.length === 0
      ? 'no rules were given: nothing was checked'
      : `none of ${rules.length} rules found anything that it could judge: nothing was checked`;
  return [{ code: PolicyCode.NOTHING_CHECKED, severity: PolicySeverity.ERROR, message }];
}

function verdictOf({ findings, problems }: Pick<PolicyReport, 'findings' | 'problems'>): PolicyVerdict {
  if (problems.some(({ code }) => code === PolicyCode.NOTHING_CHECKED)) return PolicyVerdict.NOTHING_CHECKED;
  const open = findings.filter(({ suppressedBy }) => suppressedBy === undefined);
  const fails = [...open, ...problems].some(({ severity }) => severity === PolicySeverity.ERROR);
  return fails ? PolicyVerdict.FAILED : PolicyVerdict.PASSED;
}
