import type { ErrorCode, YAMLError } from 'yaml';
import { LanguageCode } from './codes';
import type { Finding } from './finding';
import { LIMITS } from './limits';
import { inert } from './show';

interface Words {
  readonly message: string;
  readonly hint?: string;
}

/** Errors in our own words: what is wrong, and the way out. */
const SYNTAX_ERRORS: { readonly [code in ErrorCode]?: Words } = {
  ALIAS_PROPS: { message: 'an alias has an anchor or tag of its own', hint: 'remove it' },
  BAD_ALIAS: { message: 'an alias or anchor has no valid name', hint: 'text that begins with * or & needs quotes' },
  BAD_COLLECTION_TYPE: { message: 'a tag does not fit the value behind it', hint: 'remove the tag' },
  BAD_DIRECTIVE: { message: 'a directive cannot be read', hint: 'text that begins with % needs quotes' },
  BAD_DQ_ESCAPE: {
    message: 'a text in double quotes has an escape that is not known',
    hint: 'double the backslash, or use single quotes',
  },
  BAD_INDENT: {
    message: 'the indentation does not fit the lines above',
    hint: 'indent what belongs together by the same number of blanks',
  },
  BAD_PROP_ORDER: { message: 'an anchor or tag stands at a place where none may be', hint: 'remove it' },
  BAD_SCALAR_START: {
    message: 'a text begins with a character that YAML keeps for itself',
    hint: 'put the text in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a nested map or list begins on the line of its key',
    hint: 'begin it on the next line, indented, or put the text in quotes',
  },
  BLOCK_IN_FLOW: {
    message: 'an indented block stands within braces or brackets',
    hint: 'write one of the two, not both',
  },
  KEY_OVER_1024_CHARS: { message: 'a key has more than 1024 characters' },
  MISSING_CHAR: {
    message: 'a character is missing',
    hint: 'close the quote, brace or bracket, or put a comma or a blank between values',
  },
  MULTILINE_IMPLICIT_KEY: {
    message: 'a key goes over several lines',
    hint: 'is a colon missing, or a quote not closed?',
  },
  MULTIPLE_ANCHORS: { message: 'a value has two anchors', hint: 'remove one' },
  MULTIPLE_TAGS: { message: 'a value has two tags', hint: 'remove them' },
  TAB_AS_INDENT: { message: 'a tab is used to indent', hint: 'indent with blanks' },
  UNEXPECTED_TOKEN: {
    message: 'something stands here that YAML does not expect',
    hint: 'text with : # or brackets needs quotes',
  },
};

/** After these, YAML has lost the structure, and what it says of later lines follows from the first. */
const STRUCTURAL: ErrorCode[] = [
  'BAD_INDENT',
  'BLOCK_IN_FLOW',
  'MISSING_CHAR',
  'MULTILINE_IMPLICIT_KEY',
  'UNEXPECTED_TOKEN',
];

/** What is to be corrected: one finding a line, none that follows from another. */
export function syntaxFindings(errors: YAMLError[], text: string): Finding[] {
  const tabs = errors.filter(({ code }) => code === 'TAB_AS_INDENT');
  const sorted = (tabs.length > 0 ? tabs : [...errors]).sort((a, b) => a.pos[0] - b.pos[0]);
  const findings: Finding[] = [];
  let lineEnd = -1;
  for (const error of sorted) {
    const offset = Math.min(error.pos[0], text.length);
    if (offset > lineEnd) {
      const end = text.indexOf('\n', offset);
      lineEnd = end === -1 ? text.length : end;
      findings.push(finding(error, offset, sorted));
    }
    if (STRUCTURAL.includes(error.code) || findings.length >= LIMITS.syntaxErrors) break;
  }
  return findings;
}

function finding(error: YAMLError, offset: number, all: YAMLError[]): Finding {
  const { message, hint } = wordsOf(error, all);
  return {
    code: LanguageCode.SYNTAX,
    path: [],
    span: { offset, length: Math.max(1, error.pos[1] - error.pos[0]) },
    message,
    hint,
  };
}

function wordsOf(error: YAMLError, all: YAMLError[]): Words {
  const known = SYNTAX_ERRORS[error.code] ?? { message: 'the text is no YAML' };
  if (error.code === 'MISSING_CHAR') return { ...known, message: lowerCase(inert(error.message.split('\n')[0])) };
  if (error.code === 'BAD_INDENT' && error.message.startsWith('Flow')) {
    return { message: 'a brace or bracket before this place is not closed', hint: 'close it with } or ]' };
  }
  const overLines = all.some(({ code, pos }) => code === 'MULTILINE_IMPLICIT_KEY' && pos[0] === error.pos[0]);
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && overLines) {
    return {
      message: 'the next line is indented deeper, below a key that has a value already',
      hint: SYNTAX_ERRORS.BAD_INDENT?.hint,
    };
  }
  return known;
}

/** Here the library knows more than its code says: which character it misses. */
function lowerCase(words: string): string {
  return words.charAt(0).toLowerCase() + words.slice(1);
}
