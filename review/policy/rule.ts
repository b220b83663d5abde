import type { IPolicySubject } from './subject-types';

/** What a finding of a rule does to the gate. */
export enum PolicySeverity {
  /** Fails it, unless it is suppressed. */
  ERROR = 'error',
  /** Is said, and the gate stays open. */
  WARNING = 'warning',
}

/** What came of looking at one thing. */
export enum PolicyOutcome {
  HOLDS = 'holds',
  BREAKS = 'breaks',
  /** A figure or a value is missing: nothing is claimed. */
  UNKNOWN = 'unknown',
}

/** One thing that a rule looked at: also one that is as it should be, so that a report can say how much was checked. */
export interface PolicyObservation {
  readonly outcome: PolicyOutcome;
  /** What was looked at, so that a person finds it: `rack r0003 of gavle`. */
  readonly subject: string;
  /** What is wrong, or why nothing can be said. @default - there is nothing to say */
  readonly message?: string;
  /** The number that was found. @default - it is not about numbers, or it is unknown */
  readonly measured?: number;
  /** The number that it clashes with. @default - it is not about numbers */
  readonly limit?: number;
  /** Unit of both: kW, vendors … @default - none */
  readonly unit?: string;
  /** Stack of the resource. @default - it is no resource */
  readonly stack?: string;
  /** Address of the resource within its stack. @default - it is no resource */
  readonly address?: string;
  /** Path of the construct that made the resource. @default - unknown */
  readonly constructPath?: string;
  /** Where the blueprint asked for it, step by step. @default - unknown */
  readonly blueprintPath?: string[];
}

/**
 * A rule of the policy. It observes a design and what was synthesized from it, and changes neither: what it is given is frozen.
 * It answers the same for the same subject: no clock, no network, no files.
 */
export interface IPolicyRule {
  /** Stable: capital letters, digits, `_` and `-`. `WFP` is wattform's own. */
  readonly id: string;
  readonly severity: PolicySeverity;
  /** What holds in a sound design, in one sentence. */
  readonly title: string;
  /** What happens to whoever ignores it. */
  readonly why: string;
  /** What to do about a finding. */
  readonly remedy: string;
  /** What it looks at, in the plural: `racks of owned halls`. */
  readonly looksAt: string;
  /** Whether there is anything to look at. A rule that says so and then observes nothing fails the gate. */
  applies(subject: IPolicySubject): boolean;
  /** Everything that was looked at. */
  observe(subject: IPolicySubject): PolicyObservation[];
}
