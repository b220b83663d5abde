/**
 * JSON with keys in the order of their code units and a newline at the end: the same bytes for the same data, whatever the
 * order in which it was built. One value a line, because the engine prints the whole line of a faulty value.
 */
export function stableJson(data: unknown): string {
  return `${JSON.stringify(sortKeys(data), undefined, 2)}\n`;
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  if (value !== null && typeof value === 'object') {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
    return Object.fromEntries(entries.map(([key, each]) => [key, sortKeys(each)]));
  }
  return value;
}
