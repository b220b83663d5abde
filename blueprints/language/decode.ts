import { LanguageCode } from './codes';
import type { Finding } from './finding';
import { LIMITS } from './limits';
import { tooLarge } from './read-file';

/** The text of a blueprint, or why there is none. */
export interface DecodedText {
  /** Without byte order mark. Also there beside a finding that stands at a place of it. */
  readonly text?: string;
  readonly finding?: Finding;
}

/** Bytes or text as clean text: UTF-8, line ends LF or CRLF, no control characters. */
export function decode(source: string | Buffer): DecodedText {
  if (source.length > LIMITS.bytes) return { finding: tooLarge(source.length) };
  const text = typeof source === 'string' ? source : decodeUtf8(source);
  if (typeof text !== 'string') return { finding: text };
  const clean = text.startsWith('\ufeff') ? text.slice(1) : text;
  const finding = forbiddenCharacter(clean);
  return finding === undefined ? { text: clean } : { text: clean, finding };
}

function decodeUtf8(bytes: Buffer): string | Finding {
  if (isUtf16(bytes)) return notText('the blueprint is in UTF-16, or no text at all');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return notText(`the blueprint is not UTF-8: ${whereUtf8Ends(bytes)}`);
  }
}

/** By its mark, or because every other byte is zero, as in UTF-16 of Latin letters. A zero here and there is a slip in UTF-8. */
function isUtf16(bytes: Buffer): boolean {
  if (bytes.length > 1 && (bytes.readUInt16LE(0) === 0xfeff || bytes.readUInt16BE(0) === 0xfeff)) return true;
  const zeros = bytes.reduce((count, byte) => count + Number(byte === 0), 0);
  return zeros * 4 > bytes.length;
}

function notText(message: string): Finding {
  return { code: LanguageCode.NOT_TEXT, path: [], message, expected: 'text in UTF-8', hint: 'save the file as UTF-8' };
}

/** The longest beginning that is UTF-8, found by halving: a beginning that may go on is one. */
function whereUtf8Ends(bytes: Buffer): string {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  const line = 1 + bytes.subarray(0, good).toString('latin1').split('\n').length - 1;
  return `byte 0x${bytes[good].toString(16).padStart(2, '0')} in line ${line}`;
}

/** What YAML and terminals keep for themselves: controls other than tab and line end, a lone CR, half a surrogate pair. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}]|\r(?!\n)/u;

function forbiddenCharacter(text: string): Finding | undefined {
  const match = FORBIDDEN.exec(text);
  if (match === null) return undefined;
  const code = match[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0');
  return {
    code: LanguageCode.CONTROL_CHARACTER,
    path: [],
    span: { offset: match.index, length: 1 },
    message: match[0] === '\r' ? 'a line ends with CR alone' : `the control character U+${code} stands in the text`,
    expected: 'text with lines that end in LF or CRLF, and no other control characters',
    hint: match[0] === '\r' ? 'save the file with LF line ends' : 'remove the character',
  };
}
