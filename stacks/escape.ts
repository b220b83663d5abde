/**
 * Strings of a blueprint are data: Terraform must never read a template in them. The CDK escapes nothing (and its
 * `rawString` leaves `%{` alive), so this is done here, once, for everything that enters the constructs from a blueprint.
 * Doubling the sign is the escape of the template language itself, and it composes: `$${` becomes `$$${`, which reads back as `$${`.
 */
export function escapeTemplates(text: string): string {
  // A function, because `$$` in a replacement string means a single `$`.
  return text.replace(/[$%]\{/g, (opening) => opening[0] + opening);
}

/** The same data with every string in it escaped, keys of maps included. */
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
