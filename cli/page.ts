import { createColors } from 'picocolors';
import type { Page } from './outcome';

const NARROWEST = 60;
const WIDEST = 120;
const WITHOUT_TERMINAL = 80;

/** A stream as far as a page needs to know it. */
export interface PageStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
}

/**
 * Escapes are for terminals: a pipe gets none, whatever CI or FORCE_COLOR say, and NO_COLOR (no-color.org) is respected.
 * The environment comes as an argument, so that a test needs no process.
 */
export function pageFor(stream: PageStream, environment: { readonly [name: string]: string | undefined }): Page {
  const escapes = usesEscapes(stream, environment);
  const colors = createColors(escapes);
  const columns = (stream.isTTY && stream.columns) || WITHOUT_TERMINAL;
  return {
    width: Math.max(NARROWEST, Math.min(WIDEST, columns)),
    bold: (text) => colors.bold(text),
    dim: (text) => colors.dim(text),
  };
}

/** Whether the stream is a terminal that takes colours. */
export function usesEscapes(stream: PageStream, environment: { readonly [name: string]: string | undefined }): boolean {
  return stream.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb';
}
