import { Composer, type Document, Lexer, Parser } from 'yaml';
import { LanguageCode } from './codes';
import type { Finding } from './finding';
import { LIMITS } from './limits';
import { syntaxFindings } from './yaml-errors';

/** A parsed text, or why it is none. */
export interface ParsedYaml {
  readonly document?: Document.Parsed;
  readonly findings: Finding[];
}

/**
 * Text to YAML nodes. The lexer and the parser keep their own stacks and are watched token by token; the composer, which recurses,
 * only ever sees a document whose depth and size are known.
 */
export function parseYaml(text: string): ParsedYaml {
  const watch = new Watch();
  // Keys are compared while nodes become values: the library's own comparison is quadratic.
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    merge: false,
    logLevel: 'silent',
    prettyErrors: false,
  });
  let document: Document.Parsed | undefined;
  withoutStackTraces(() => {
    for (const next of composer.compose(watch.tokens(text))) {
      if (document !== undefined) return watch.findings.push(severalDocuments(next as Document.Parsed));
      document = next as Document.Parsed;
    }
  });
  if (watch.findings.length > 0) return { findings: watch.findings };
  const errors = syntaxFindings(document?.errors ?? composer.streamInfo().errors, text);
  return errors.length > 0 ? { findings: errors } : { document, findings: [] };
}

/**
 * The composer makes an Error for every slip of the text, and V8 a stack trace for every Error: for a megabyte of bad escapes
 * 540 MB and 2.9 s, against 210 MB and 0.5 s without traces.
 */
function withoutStackTraces(work: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

/** Hands the parser's tokens on, until there are too many of something. */
class Watch {
  readonly findings: Finding[] = [];

  *tokens(text: string) {
    const parser = new Parser();
    let lexemes = 0;
    let errors = 0;
    for (const lexeme of new Lexer().lex(text)) {
      for (const token of parser.next(lexeme)) {
        if (token.type === 'directive') {
          this.add(LanguageCode.NOT_IN_LANGUAGE, token.offset, 'a YAML directive stands here', DIRECTIVE);
          return;
        }
        yield token;
        // An error object is costly, and what stands behind a hundred of them is no blueprint.
        if (token.type === 'error') errors += 1;
        if (errors >= LIMITS.syntaxErrors) return;
      }
      lexemes += 1;
      if (lexemes > LIMITS.tokens) {
        this.add(LanguageCode.TOO_LARGE, parser.offset, `the blueprint has more than ${LIMITS.tokens} words and signs`);
        return;
      }
      // A level takes at most two places of the stack.
      if (parser.stack.length > LIMITS.depth * 2) {
        this.add(LanguageCode.TOO_LARGE, parser.offset, `values are nested more than ${LIMITS.depth} deep`, DEEP);
        return;
      }
    }
    yield* parser.end();
  }

  private add(code: LanguageCode, offset: number, message: string, hint?: string): void {
    this.findings.push({ code, path: [], span: { offset, length: 1 }, message, hint });
  }
}

const DIRECTIVE = 'remove it: blueprints are YAML 1.2; text that begins with % needs quotes';
const DEEP = 'a blueprint is 7 levels deep';

function severalDocuments(second: Document.Parsed): Finding {
  return {
    code: LanguageCode.NOT_IN_LANGUAGE,
    path: [],
    span: { offset: second.range[0], length: 3 },
    message: 'the file holds several documents',
    expected: 'one blueprint a file',
    hint: 'split the file at ---',
  };
}
