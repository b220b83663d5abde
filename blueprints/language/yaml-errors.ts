import type { ErrorCode } from 'yaml';

/** Syntax errors in our own words: what is wrong, and the way out. */
export const SYNTAX_ERRORS: { readonly [code in ErrorCode]?: { readonly message: string; readonly hint?: string } } = {
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
