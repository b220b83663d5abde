import { createColors } from 'picocolors';

/** Colours of a terminal, or none. */
export interface Palette {
  red(text: string): string;
  yellow(text: string): string;
  green(text: string): string;
  plain(text: string): string;
}

/** @param escapes whether whoever reads takes them */
export function paletteFor(escapes: boolean): Palette {
  const { red, yellow, green } = createColors(escapes);
  return { red, yellow, green, plain: (text) => text };
}
