import { LanguageCode } from './codes';
import { Caret, type Finding, type Path } from './finding';
import { LIMITS } from './limits';
import { dotted, quoted, subject } from './show';

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Keys that JavaScript gives a meaning of its own, and keys that are no words. */
export function forbiddenKey(path: Path): Finding | undefined {
  const key = path[path.length - 1];
  if (key.length > LIMITS.key) {
    return {
      code: LanguageCode.FORBIDDEN_KEY,
      path: path.slice(0, -1),
      at: Caret.KEY,
      message: `the key ${quoted(key)} has ${key.length} characters`,
      expected: `at most ${LIMITS.key} characters`,
    };
  }
  if (!FORBIDDEN_KEYS.has(key)) return undefined;
  return {
    code: LanguageCode.FORBIDDEN_KEY,
    path,
    at: Caret.KEY,
    message: `the key ${quoted(key)} may not be used`,
    hint: 'give it another name',
  };
}

/** Sets a key as data, whatever it means to JavaScript. */
export function setKey(map: object, key: string, value: unknown): void {
  Object.defineProperty(map, key, { value, enumerable: true, configurable: true, writable: true });
}

/** Numbers that would not come out as they were written. `source`: as it was written. */
export function inexact(value: number, path: Path, source = String(value)): Finding | undefined {
  const exact = Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value));
  if (exact) return undefined;
  return {
    code: LanguageCode.INEXACT_NUMBER,
    path,
    message: `${subject(path)} is ${quoted(source)}, which cannot be calculated with`,
    expected: `a number between -${Number.MAX_SAFE_INTEGER} and ${Number.MAX_SAFE_INTEGER}`,
    hint: 'an id that looks like a number needs quotes',
  };
}

export function tooManyValues(path: Path): Finding {
  return {
    code: LanguageCode.TOO_LARGE,
    path,
    message: `the blueprint has more than ${LIMITS.values} values, aliases followed`,
    expected: `at most ${LIMITS.values} values`,
    hint: 'aliases that hold aliases multiply; pools differ in numbers, not in lines',
  };
}

/** Where line ends and tabs may stand: texts for people. */
function mayHaveLines(path: Path): boolean {
  return (
    (path.length === 1 && (path[0] === 'description' || path[0] === 'owner')) ||
    (path.length === 2 && path[0] === 'tags')
  );
}

const ANY_CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029]/u;
const CONTROL_BUT_LINES = /(?![\t\n\r])[\p{Cc}\p{Cs}\u2028\u2029]/u;

/** Control characters in keys and texts: a cloud refuses them late, a terminal obeys them. */
export function controlCharacters(value: unknown, path: Path = []): Finding[] {
  if (typeof value === 'string')
    return inText(value, path, mayHaveLines(path) ? CONTROL_BUT_LINES : ANY_CONTROL, Caret.VALUE);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => {
    const below = [...path, key];
    return [...inText(key, below, ANY_CONTROL, Caret.KEY), ...controlCharacters(item, below)];
  });
}

function inText(text: string, path: Path, forbidden: RegExp, at: Caret): Finding[] {
  const match = forbidden.exec(text);
  if (match === null) return [];
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  const what = match[0] === '\n' ? 'a line end' : match[0] === '\t' ? 'a tab' : `the control character U+${code}`;
  return [
    {
      code: LanguageCode.CONTROL_CHARACTER,
      path,
      at,
      message: `${at === Caret.KEY ? `the key ${dotted(path)}` : dotted(path)} holds ${what}`,
      expected: 'text on one line (line ends and tabs may stand in description, owner and tags)',
      hint: 'remove the character',
    },
  ];
}
