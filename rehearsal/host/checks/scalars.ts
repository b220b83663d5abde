import type { Value } from '../values';
import { shown, type ValueCheck } from './rule';

/** One of a few words or numbers. */
export function oneOf(...allowed: readonly (string | number)[]): ValueCheck {
  return (value) => {
    const same = allowed.some((each) => (typeof each === 'number' ? each === numberOf(value) : each === value));
    return same ? undefined : `one of ${allowed.map(shown).join(', ')}`;
  };
}

/** A number within bounds, both included. */
export function between(least: number, most: number): ValueCheck {
  return (value) => {
    const number = numberOf(value);
    return number === undefined || (number >= least && number <= most) ? undefined : `${least} to ${most}`;
  };
}

/** A number that is not too small. */
export function atLeast(least: number): ValueCheck {
  return (value) => {
    const number = numberOf(value);
    return number === undefined || number >= least ? undefined : `at least ${least}`;
  };
}

/** A number that other numbers add up to, from a least one. */
export function stepsOf(step: number, least = step): ValueCheck {
  return (value) => {
    const number = numberOf(value);
    if (number === undefined || (number >= least && number % step === 0)) return undefined;
    return `${least} or more, in steps of ${step}`;
  };
}

/** A text of a length, in characters. */
export function lengthOf(least: number, most: number): ValueCheck {
  return (value) => {
    if (typeof value !== 'string') return undefined;
    const length = [...value].length;
    return length >= least && length <= most ? undefined : `${least} to ${most} characters`;
  };
}

/** A text of a form, which `words` describes. */
export function matching(form: RegExp, words: string): ValueCheck {
  return (value) => (typeof value !== 'string' || form.test(value) ? undefined : words);
}

/** A text in which something does not occur. */
export function without(form: RegExp, words: string): ValueCheck {
  return (value) => (typeof value === 'string' && form.test(value) ? words : undefined);
}

/** Everything that each of several checks asks; the first that refuses speaks. */
export function all(...checks: readonly ValueCheck[]): ValueCheck {
  return (value) => {
    for (const check of checks) {
      const allowed = check(value);
      if (allowed !== undefined) return allowed;
    }
    return undefined;
  };
}

/** What one of several checks accepts. */
export function any(...checks: readonly ValueCheck[]): ValueCheck {
  return (value) => {
    const refusals = checks.map((check) => check(value));
    return refusals.includes(undefined) ? undefined : refusals.join(', or ');
  };
}

/** A text that stands for true or false, as old attributes of providers take it; empty is unset. */
export const flag: ValueCheck = oneOf(
  '',
  'true',
  'false',
  '1',
  '0',
  't',
  'f',
  'T',
  'F',
  'TRUE',
  'FALSE',
  'True',
  'False',
);

/** A number, however it crossed the wire: large ones are bigints or text. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'bigint' ? Number(value) : undefined;
}
