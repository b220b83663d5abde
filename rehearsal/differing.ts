import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';

/** What engines leave beside a configuration. */
const LEFT_BEHIND = /(^|[\\/])\.terraform([\\/]|\.lock\.hcl|\.tfstate\.lock\.info|$)|\.tfstate(\.|$)/;

/**
 * Whether two folders configure a stack differently. The order of keys, the form of JSON and what constructs note beside a block
 * (`//`) say nothing to an engine.
 */
export function configuresDifferently(base: string, head: string): boolean {
  const [before, after] = [contentOf(base), contentOf(head)];
  return !isDeepStrictEqual(before, after);
}

function contentOf(folder: string): { readonly [file: string]: unknown } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => !LEFT_BEHIND.test(file) && statSync(join(folder, file)).isFile())
    .sort();
  return Object.fromEntries(
    files.map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      return [file, file.endsWith('.tf.json') ? withoutNotes(parsed(text)) : text];
    }),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '//')
      .map(([key, each]) => [key, withoutNotes(each)]),
  );
}
