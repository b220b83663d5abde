import { type PolicyObservation, PolicyOutcome } from './rule';
import type { PolicyResource } from './subject-types';

/** Relative; sums of decimal figures differ in their last digits. */
const TOLERANCE = 1e-9;

/** Where an observation leads. */
export type ObservedPlace = Pick<PolicyObservation, 'stack' | 'address' | 'constructPath' | 'blueprintPath'>;

export function holds(subject: string, place: ObservedPlace = {}): PolicyObservation {
  return { outcome: PolicyOutcome.HOLDS, subject, ...place };
}

export function breaks(
  subject: string,
  message: string,
  rest: Omit<PolicyObservation, 'outcome' | 'subject' | 'message'> = {},
): PolicyObservation {
  return { outcome: PolicyOutcome.BREAKS, subject, message, ...rest };
}

export function unknown(subject: string, message: string, place: ObservedPlace = {}): PolicyObservation {
  return { outcome: PolicyOutcome.UNKNOWN, subject, message, ...place };
}

export interface AtMost {
  readonly subject: string;
  /** Undefined is unknown, and `why` says so. */
  readonly measured?: number;
  readonly limit?: number;
  readonly unit: string;
  /** What is wrong when the measured number is above the limit. */
  readonly message: string;
  /** Why a number is missing. */
  readonly why?: string;
  readonly place?: ObservedPlace;
}

/** A number against the most that it may be. */
export function atMost({ subject, measured, limit, unit, message, why, place = {} }: AtMost): PolicyObservation {
  if (measured === undefined || limit === undefined) return unknown(subject, why ?? 'a figure is unknown', place);
  const numbers = { measured, limit, unit, ...place };
  if (measured > limit * (1 + TOLERANCE)) return breaks(subject, message, numbers);
  return { outcome: PolicyOutcome.HOLDS, subject, ...numbers };
}

/** Where a resource is. */
export function placeOf({ stack, address, constructPath, blueprintPath }: PolicyResource): ObservedPlace {
  return {
    stack,
    address,
    ...(constructPath !== undefined && { constructPath }),
    ...(blueprintPath !== undefined && { blueprintPath }),
  };
}

export function nameOf({ stack, address }: PolicyResource): string {
  return `${stack}/${address}`;
}
