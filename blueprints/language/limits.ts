/**
 * What a blueprint may be at most. A blueprint of 400 pools has some 4,000 values in 60 KB and is 7 levels deep: the limits
 * leave an order of magnitude above that and keep any input within two seconds and 256 MB.
 */
export const LIMITS = {
  /** Bytes of a file. */
  bytes: 1024 * 1024,
  /** Levels of nesting, in the text and after aliases are followed. */
  depth: 40,
  /** Lexical tokens of the text, blanks and comments included. */
  tokens: 250_000,
  /** Characters of a key. The longest that anything takes is a tag's, 128. */
  key: 256,
  /** Syntax errors that are reported; the parser stops at as many. */
  syntaxErrors: 100,
  /** Values after aliases are followed. */
  values: 30_000,
  /** Findings that are reported. */
  findings: 1_000,
} as const;
