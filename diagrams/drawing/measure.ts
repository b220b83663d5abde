import { FONT_SIZE } from './style';

/** Widths of system fonts differ: those of a wide one (DejaVu Sans), in parts of the font size. */
const NARROW = /[ijlIt.,:;'|()[\]!·-]/;
const WIDE = /[A-HJ-Zmw%@~→–×]/;

/** About how wide a text is, in px, rather too wide than too narrow. */
export function textWidth(text: string, size = FONT_SIZE, bold = false): number {
  let parts = 0;
  for (const character of text) parts += NARROW.test(character) ? 0.38 : WIDE.test(character) ? 0.8 : 0.63;
  return parts * size * (bold ? 1.1 : 1);
}

/** A text cut to a width, with an ellipsis. */
export function fitted(text: string, width: number, bold = false): string {
  if (textWidth(text, FONT_SIZE, bold) <= width) return text;
  const characters = [...text];
  while (characters.length > 1 && textWidth(`${characters.join('')}…`, FONT_SIZE, bold) > width) characters.pop();
  return `${characters.join('')}…`;
}

/** A text broken between words into lines of at most a width. */
export function broken(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && textWidth(`${last} ${word}`) <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(fitted(word, width));
  }
  return lines;
}
