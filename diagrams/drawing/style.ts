/** Sizes in px, and colours. A drawing brings its background, so that it reads on a light and on a dark page. */
export const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif";
export const FONT_SIZE = 12;
export const HEADING_SIZE = 14;
export const TITLE_SIZE = 18;
export const LINE_HEIGHT = 16;
export const BOX_PADDING = 9;
/** Room for a symbol left of the text. */
export const SYMBOL_WIDTH = 30;
export const MARGIN = 24;

export const BACKGROUND = '#ffffff';
export const INK = '#1b1f24';
export const FAINT_INK = '#4b535d';

export interface Hue {
  readonly stroke: string;
  readonly fill: string;
}

/** Of a box that belongs to no system. */
export const GREY: Hue = { stroke: '#59626d', fill: '#f4f5f7' };

/** Told apart by the colour-blind (after Okabe and Ito 2008, darkened for contrast on white); each is named in text too. */
export const HUES: readonly Hue[] = [
  { stroke: '#00598c', fill: '#e8f3fa' },
  { stroke: '#a84300', fill: '#fdf0e6' },
  { stroke: '#006b4f', fill: '#e6f5f0' },
  { stroke: '#8a3a6b', fill: '#f9ecf4' },
  { stroke: '#6b5a00', fill: '#faf6dc' },
];

export function hueOf(index: number | undefined): Hue {
  return index === undefined ? GREY : HUES[index % HUES.length]!;
}
