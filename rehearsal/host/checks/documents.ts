import type { ValueCheck } from './rule';

/** JSON. What is empty is left to the check of a length. */
export const json: ValueCheck = (value) => {
  if (typeof value !== 'string' || value === '') return undefined;
  return parsed(value) === undefined ? 'JSON' : undefined;
};

/** A policy: a JSON object. */
export const policy: ValueCheck = (value) => {
  if (typeof value !== 'string') return undefined;
  const document = parsed(value);
  const isPolicy = typeof document === 'object' && document !== null && !Array.isArray(document);
  return isPolicy ? undefined : 'a policy, which is a JSON object';
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
