import type { SuppressionDocument } from '../../blueprints/language/document';
import type { PolicyObservation } from './rule';

/** Whether a suppression still holds on a day. Its last day counts. */
export function isExpired({ expires }: SuppressionDocument, today: string): boolean {
  return expires < today;
}

/** Whether a suppression accepts what a rule found. It never speaks for another rule. */
export function accepts({ rule, where }: SuppressionDocument, found: string, observation: PolicyObservation): boolean {
  if (rule !== found) return false;
  if (where === undefined) return true;
  const { subject, stack, address, constructPath, blueprintPath } = observation;
  const names = [subject, ...(stack === undefined || address === undefined ? [] : [`${stack}/${address}`])];
  return (
    names.some((name) => matches(where, name)) ||
    (constructPath !== undefined && matchesPart(where, constructPath, '/')) ||
    (blueprintPath !== undefined && matchesPart(where, blueprintPath.join('.'), '.'))
  );
}

/** A path, or one that leads to it. */
function matchesPart(pattern: string, path: string, separator: string): boolean {
  const steps = path.split(separator);
  return steps.some((_, index) => matches(pattern, steps.slice(0, index + 1).join(separator)));
}

/** `*` stands for anything, also for nothing. Parts are looked for from left to right, so that no pattern takes long. */
export function matches(pattern: string, text: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  const last = rest.pop();
  if (last === undefined) return pattern === text;
  if (!text.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}
