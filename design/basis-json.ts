/** Properties that are unknown or not set rather than absent: a reader of the JSON must see that, so they are written as null. */
const TOLD_WHEN_UNKNOWN = new Set(['value', 'demand', 'allotmentKw', 'powerBudgetKw']);

/** A basis of design, or a part of one, as plain JSON data, with null for what is unknown. */
export function basisJson(basis: object): object {
  return plain(basis) as object;
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(plain);
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const entries = Object.entries(value).map(([key, each]) => [
    key,
    each === undefined && TOLD_WHEN_UNKNOWN.has(key) ? null : plain(each),
  ]);
  return Object.fromEntries(entries);
}
