import { layout, type PlacedBox, type PlacedPanel } from './layout';
import { broken, fitted, textWidth } from './measure';
import type { PlacedLine } from './routes';
import {
  BACKGROUND,
  BOX_PADDING,
  FAINT_INK,
  FONT,
  FONT_SIZE,
  HEADING_SIZE,
  hueOf,
  INK,
  LINE_HEIGHT,
  MARGIN,
  SYMBOL_WIDTH,
  TITLE_SIZE,
} from './style';
import { coordinate, element, escaped } from './svg';
import { symbolShapes } from './symbols';
import type { DiagramOptions, Drawing, LegendEntry, Panel } from './types';

const NARROWEST = 640;
const STANDBY = '6 4';

/** The drawing as one SVG document: no script, no reference to anything outside. */
export function render(drawing: Drawing, { idPrefix = 'wattform' }: DiagramOptions = {}): string {
  const placed = drawing.panels.map((panel) => ({ panel, place: layout(panel) }));
  const headings = drawing.panels.flatMap(({ heading = [] }) => heading.map((text) => textWidth(text, HEADING_SIZE)));
  const inner = Math.max(
    NARROWEST,
    ...placed.map(({ place }) => place.width),
    ...headings,
    textWidth(drawing.title, TITLE_SIZE, true),
  );
  const page = new Sheet(inner);
  page.text(drawing.title, TITLE_SIZE, { bold: true });
  page.legend(drawing.legend);
  for (const { panel, place } of placed) page.panel(panel, place);
  for (const note of drawing.notes) page.note(note);
  return page.document(drawing, idPrefix.replace(/[^A-Za-z0-9_-]/g, '-'));
}

/** Parts of a drawing, one below the other. */
class Sheet {
  private readonly parts: string[] = [];
  private y = MARGIN;

  constructor(private readonly inner: number) {}

  text(text: string, size: number, { bold = false, fill = INK } = {}): void {
    this.y += size;
    this.parts.push(textAt(MARGIN, this.y, text, { size, bold, fill }));
    this.y += 8;
  }

  note(text: string): void {
    for (const line of broken(text, this.inner)) {
      this.parts.push(textAt(MARGIN, this.y + FONT_SIZE, line, { fill: FAINT_INK }));
      this.y += LINE_HEIGHT;
    }
    this.y += 4;
  }

  legend(entries: LegendEntry[]): void {
    if (entries.length === 0) return;
    let x = MARGIN;
    this.y += 4;
    for (const { text, hue, standby } of entries) {
      const width = 34 + textWidth(text) + 20;
      if (x > MARGIN && x + width > MARGIN + this.inner) {
        x = MARGIN;
        this.y += LINE_HEIGHT + 4;
      }
      const d = `M${coordinate(x)} ${coordinate(this.y + 8)}h26`;
      this.parts.push(stroke(d, hue, standby === true, 2.5), textAt(x + 34, this.y + 12, text));
      x += width;
    }
    this.y += LINE_HEIGHT + 12;
  }

  panel({ heading = [] }: Panel, place: PlacedPanel): void {
    heading.forEach((text, at) => {
      this.text(text, at === 0 ? HEADING_SIZE : FONT_SIZE, { bold: at === 0, fill: at === 0 ? INK : FAINT_INK });
    });
    const [dx, dy] = [MARGIN + (this.inner - place.width) / 2, this.y + 8];
    const content = [...place.lines.map(lineOf), ...place.boxes.map(boxOf)].join('\n');
    this.parts.push(element('g', { transform: `translate(${coordinate(dx)} ${coordinate(dy)})` }, `\n${content}\n`));
    this.y = dy + place.height + 28;
  }

  document({ title, description }: Drawing, id: string): string {
    const [width, height] = [Math.ceil(this.inner + 2 * MARGIN), Math.ceil(this.y + MARGIN / 2)];
    const attributes = {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-labelledby': `${id}-title ${id}-description`,
      'font-family': FONT,
      'font-size': FONT_SIZE,
    };
    const content = [
      element('title', { id: `${id}-title` }, escaped(title)),
      element('desc', { id: `${id}-description` }, escaped(description)),
      element('rect', { width, height, rx: 6, fill: BACKGROUND }),
      ...this.parts,
    ];
    return `${element('svg', attributes, `\n${content.join('\n')}\n`)}\n`;
  }
}

function boxOf({ box, x, y, width, height }: PlacedBox): string {
  const hue = hueOf(box.hue);
  const indent = BOX_PADDING + (box.symbol === undefined ? 0 : SYMBOL_WIDTH);
  const parts = [
    element('rect', { x, y, width, height, rx: 4, fill: hue.fill, stroke: hue.stroke, 'stroke-width': 1.5 }),
  ];
  if (box.symbol !== undefined) {
    const transform = `translate(${coordinate(x + BOX_PADDING)} ${coordinate(y + BOX_PADDING)})`;
    const shape = { transform, fill: 'none', stroke: hue.stroke, 'stroke-width': 1.5 };
    parts.push(element('g', shape, symbolShapes(box.symbol)));
  }
  const room = width - indent - BOX_PADDING + 1;
  box.lines.forEach((text, at) => {
    const baseline = y + BOX_PADDING + (at + 1) * LINE_HEIGHT - 4;
    parts.push(textAt(x + indent, baseline, fitted(text, room, at === 0), { bold: at === 0 }));
  });
  return element('g', {}, parts.join(''));
}

function lineOf({ line, points }: PlacedLine): string {
  const d = points.map(({ x, y }, at) => `${at === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join('');
  return stroke(d, line.hue, line.standby === true, 1.5);
}

function stroke(d: string, hue: number | undefined, standby: boolean, width: number): string {
  const dashes = standby ? STANDBY : undefined;
  return element('path', {
    d,
    fill: 'none',
    stroke: hueOf(hue).stroke,
    'stroke-width': width,
    'stroke-dasharray': dashes,
  });
}

function textAt(
  x: number,
  y: number,
  text: string,
  style: { size?: number; bold?: boolean; fill?: string } = {},
): string {
  const { size = FONT_SIZE, bold = false, fill = INK } = style;
  const attributes = {
    x,
    y,
    fill,
    'font-size': size === FONT_SIZE ? undefined : size,
    'font-weight': bold ? '600' : undefined,
  };
  return element('text', attributes, escaped(text));
}
