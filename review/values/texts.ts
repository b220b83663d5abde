import { parse } from 'yaml';

/** Longer texts are compared as texts: what they hold is not looked into. */
const LONGEST_READ = 1_000_000;

/**
 * What a text stands for, when it is a document: JSON, or the YAML of an attribute that holds YAML.
 * @returns undefined when it is plain text
 */
export function documentIn(text: string, name: string | number): object | undefined {
  if (text.length > LONGEST_READ || depthOf(text) > DEEPEST_READ) return undefined;
  if (/^\s*[[{]/.test(text)) return objectFrom(() => JSON.parse(text) as unknown);
  if (typeof name === 'string' && /^(values|yaml_body|manifest|yaml)$/.test(name) && /^[\w"'-][^\n]*:/m.test(text)) {
    return objectFrom(() => parse(text, { maxAliasCount: 100 }) as unknown);
  }
  return undefined;
}

/** Deeper than any document that people write; a hostile one ends here. */
const DEEPEST_READ = 200;

/** How deep brackets stand in each other at most; those in texts count too, which only makes it careful. */
function depthOf(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/** The text behind base64, where an attribute is known to hold it. */
export function decoded(text: string, name: string | number): string | undefined {
  if (typeof name !== 'string' || !/user_?data|custom_?data|base64/i.test(name)) return undefined;
  if (text.length > LONGEST_READ || !/^[A-Za-z0-9+/\s]{8,}={0,2}\s*$/.test(text)) return undefined;
  const plain = Buffer.from(text, 'base64').toString('utf8');
  return plain.includes('\ufffd') ? undefined : plain;
}

/** The lines in which two texts differ, without what they begin and end with alike. */
export function differingLines(before: string, after: string): { readonly before: string; readonly after: string } {
  const [old, now] = [before.split('\n'), after.split('\n')];
  let start = 0;
  while (start < old.length && start < now.length && old[start] === now[start]) start += 1;
  let end = 0;
  while (end < old.length - start && end < now.length - start && old.at(-1 - end) === now.at(-1 - end)) end += 1;
  const middle = (lines: string[]): string => lines.slice(start, lines.length - end).join('\n');
  return { before: middle(old), after: middle(now) };
}

function objectFrom(read: () => unknown): object | undefined {
  try {
    const value = read();
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}
