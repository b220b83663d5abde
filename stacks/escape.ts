import { escapeTemplates } from '../constructs/escape';

/** Data with every string in it escaped, keys of maps included: done once, for everything that enters the constructs from a blueprint. */
export function escapeDeep<T>(data: T): T {
  return escapeValue(data) as T;
}

function escapeValue(value: unknown): unknown {
  if (typeof value === 'string') {
    return escapeTemplates(value);
  }
  if (Array.isArray(value)) {
    return value.map(escapeValue);
  }
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [escapeTemplates(key), escapeValue(each)]));
  }
  return value;
}
