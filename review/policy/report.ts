import type { PolicyObservation, PolicySeverity } from './rule';

/** Whether a design keeps the policy. */
export enum PolicyVerdict {
  PASSED = 'passed',
  /** A finding that nobody has suppressed, or something is wrong with the gate itself. */
  FAILED = 'failed',
  /** No rule looked at anything that it could judge: nothing is claimed. */
  NOTHING_CHECKED = 'nothing-checked',
}

/** What came of a rule. */
export enum PolicyRuleState {
  /** Everything that it looked at is as it should be. */
  PASSED = 'passed',
  /** What it found is suppressed, all of it. */
  SUPPRESSED = 'suppressed',
  FAILED = 'failed',
  /** Some of what it looked at could not be judged; the rest is as it should be. */
  PARTLY_CHECKED = 'partly-checked',
  /** Nothing of what it looked at could be judged. */
  NOT_CHECKED = 'not-checked',
  /** There was nothing to look at. */
  MET_NOTHING = 'met-nothing',
  /** The rule itself failed. */
  BROKEN = 'broken',
}

/** What a design is told by the policy: plain data. Texts are those of users and must be made inert by whoever prints them. */
export interface PolicyReport {
  /** Of this form: a second number grows with additions, the first with what breaks a reader. */
  readonly formatVersion: string;
  /** The day of the check. */
  readonly today: string;
  readonly verdict: PolicyVerdict;
  /** In the order in which they ran. */
  readonly rules: PolicyRuleResult[];
  /** What breaks a rule, suppressed or not, in the order of the rules. */
  readonly findings: PolicyFinding[];
  /** What could not be judged. */
  readonly unknowns: PolicyFinding[];
  readonly suppressions: PolicySuppressionResult[];
  /** What is wrong with the gate itself. */
  readonly problems: PolicyProblem[];
}

export interface PolicyRuleResult {
  readonly id: string;
  readonly severity: PolicySeverity;
  readonly title: string;
  readonly why: string;
  readonly remedy: string;
  readonly looksAt: string;
  readonly state: PolicyRuleState;
  /** How many things it looked at: the next four together. */
  readonly lookedAt: number;
  readonly holds: number;
  /** Broken, and not suppressed. */
  readonly breaks: number;
  readonly suppressed: number;
  readonly unknown: number;
}

export interface PolicyFinding extends PolicyObservation {
  readonly rule: string;
  readonly severity: PolicySeverity;
  /** Place in `suppressions`. @default - nobody has accepted it */
  readonly suppressedBy?: number;
}

/** What became of a suppression. */
export enum PolicySuppressionState {
  USED = 'used',
  /** It accepts nothing that was found: it can go. */
  UNUSED = 'unused',
  EXPIRED = 'expired',
  /** There is no such rule. */
  NO_SUCH_RULE = 'no-such-rule',
}

export interface PolicySuppressionResult {
  readonly rule: string;
  /** @default - everything that the rule finds */
  readonly where?: string;
  readonly reason: string;
  readonly expires: string;
  readonly state: PolicySuppressionState;
  /** Findings that it accepts. */
  readonly count: number;
  readonly blueprintPath: string[];
}

/** Something is wrong with the gate itself, or with what it was told. */
export interface PolicyProblem {
  /** Stable: `WFP001` … */
  readonly code: string;
  readonly severity: PolicySeverity;
  readonly message: string;
  /** @default - it is not in the blueprint */
  readonly blueprintPath?: string[];
}

/** Codes of the gate itself; docs/policy.md explains each one. They cannot be suppressed. */
export enum PolicyCode {
  NOTHING_CHECKED = 'WFP001',
  SUPPRESSION_EXPIRED = 'WFP002',
  NO_SUCH_RULE = 'WFP003',
  SUPPRESSION_UNUSED = 'WFP004',
  CLAIMED_AND_MET_NOTHING = 'WFP005',
  RULE_BROKEN = 'WFP006',
}
