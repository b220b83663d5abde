import type { Path } from './finding';

const LONGEST_SHOWN = 60;

/** Characters that a terminal obeys or that hide themselves: controls, zero-width, direction marks, separators, lone surrogates. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\u2028\u2029]/gu;

/** Text with what a terminal would obey, or a reader not see, written out. */
export function inert(text: string): string {
  return text.replace(UNSAFE, (character) => {
    const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
}

/** Text in quotes, shortened, for a message. */
export function quoted(text: string): string {
  const characters =
    text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return `"${inert(characters.replace(/\r/g, '\\r').replace(/\n/g, '\\n').replace(/\t/g, '\\t'))}"`;
}

/** What a value is, in the words of a blueprint's writer. */
export function described(value: unknown): string {
  if (value === null || value === undefined) return 'nothing';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (typeof value === 'number') return `the number ${value}`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  return String(value);
}

/** A path as people write it: `clusters.frontier.zones[0]`. */
export function dotted(path: Path): string {
  return (
    path.map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : (index > 0 ? '.' : '') + shortened(step))).join('') ||
    'the blueprint'
  );
}

/** The last step of a path, as the subject of a sentence: `"zone"`, `item 2 of "zones"`. */
export function subject(path: Path): string {
  const last = path[path.length - 1];
  if (last === undefined) return 'the blueprint';
  if (/^\d+$/.test(last) && path.length > 1) return `item ${Number(last) + 1} of ${quoted(path[path.length - 2])}`;
  return quoted(last);
}

function shortened(step: string): string {
  return quoted(step).slice(1, -1);
}
