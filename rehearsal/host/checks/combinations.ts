import { type ObjectValue, Unknown, type Value } from '../values';
import { type Disagreement, type ObjectCheck, shown } from './rule';
import { numberOf } from './scalars';

/** Only one of the arguments may be given. */
export function conflicting(...names: readonly string[]): ObjectCheck {
  return (object) => {
    const given = names.filter((name) => isGiven(object[name] ?? null));
    return given.length < 2 ? undefined : tooMany(names, given);
  };
}

/** One of the arguments must be given, and only one. */
export function exactlyOne(...names: readonly string[]): ObjectCheck {
  return (object) => conflicting(...names)(object) ?? atLeastOne(...names)(object);
}

/** One of the arguments must be given. */
export function atLeastOne(...names: readonly string[]): ObjectCheck {
  return (object) => {
    if (names.some((name) => !isMissing(object[name] ?? null))) return undefined;
    return { summary: 'Missing argument', detail: `got none; allowed: one of ${quoted(names)} must be given` };
  };
}

/** An argument that asks for another. */
export function needs(argument: string, ...others: readonly string[]): ObjectCheck {
  return (object) => {
    if (!isGiven(object[argument] ?? null)) return undefined;
    const missing = others.filter((other) => isMissing(object[other] ?? null));
    if (missing.length === 0) return undefined;
    const detail = `got "${argument}" without ${quoted(missing)}; allowed: together only`;
    return { summary: 'Missing argument', detail, argument };
  };
}

/** An argument that may be given only where another has one of some values; null stands for one that is left out. */
export function onlyWith(argument: string, other: string, ...values: readonly Value[]): ObjectCheck {
  return when(argument, isGiven, other, values);
}

/** Values of an argument that ask for some values of another; null stands for one that is left out. */
export function valueNeeds(
  argument: string,
  wanting: readonly Value[],
  other: string,
  ...values: readonly Value[]
): ObjectCheck {
  return when(argument, (value) => wanting.includes(value), other, values);
}

/** Values of an argument that ask for other arguments to be given. */
export function valueAsksFor(argument: string, wanting: readonly Value[], ...others: readonly string[]): ObjectCheck {
  const check = needs(argument, ...others);
  return (object) => (wanting.includes(object[argument] ?? null) ? check(object) : undefined);
}

/** A number that may not be larger than another. */
export function atMost(argument: string, other: string): ObjectCheck {
  return (object) => {
    const [small, large] = [numberOf(object[argument] ?? null), numberOf(object[other] ?? null)];
    if (small === undefined || large === undefined || small <= large) return undefined;
    const detail = `got ${small}; allowed: at most "${other}", which is ${large}`;
    return { summary: `Invalid value for "${argument}"`, detail, argument };
  };
}

function when(
  argument: string,
  applies: (value: Value) => boolean,
  other: string,
  values: readonly Value[],
): ObjectCheck {
  return (object: ObjectValue): Disagreement | undefined => {
    const [value, partner] = [object[argument] ?? null, object[other] ?? null];
    if (!applies(value) || partner instanceof Unknown || values.includes(partner)) return undefined;
    const wanted = values.filter((each) => each !== null).map(shown);
    const has = partner === null ? 'which is left out' : `which is ${shown(partner)}`;
    const is = Array.isArray(value) || typeof value === 'object' ? '' : ` = ${shown(value)}`;
    const detail = `got "${argument}"${is} beside "${other}", ${has}; allowed: with ${wanted.join(' or ')} only`;
    return { summary: 'Arguments do not go together', detail, argument };
  };
}

/** Given, as far as is known: an unknown value may turn out to be null. */
function isGiven(value: Value): boolean {
  return !(value instanceof Unknown) && !isMissing(value) && value !== '';
}

function isMissing(value: Value): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}

function tooMany(names: readonly string[], given: readonly string[]): Disagreement {
  const detail = `got ${quoted(given)}; allowed: only one of ${quoted(names)}`;
  return { summary: 'Arguments exclude each other', detail, argument: given[0] };
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}
