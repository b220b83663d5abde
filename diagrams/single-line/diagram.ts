import { EquipmentKind } from '../../design/electrical';
import type { HallDesign } from '../../design/hall';
import { type FoldLink, folded } from '../drawing/folding';
import { render } from '../drawing/render';
import { type Box, type DiagramOptions, type Drawing, type LegendEntry, type Line, LineStyle } from '../drawing/types';
import { amount, counted } from '../drawing/words';
import { type PowerItem, powerItems } from './items';
import { labelOf } from './labels';
import { powerLevels } from './levels';
import { serverNotes, sourceNotes } from './marks';

/** A small hall shows every piece; a campus is folded until it reads at one look. */
const ROOM = { boxes: 72, boxesOfARow: 12 };

/**
 * The single-line diagram of a power chain as SVG: the grid at the top, racks at the bottom. Ratings and loadings at the peak
 * stand in the boxes; systems A and B have a colour and a letter each; a dashed line is a second source.
 */
export function singleLineDiagram(hall: HallDesign, options: DiagramOptions = {}): string {
  return render(singleLineDrawing(hall), options);
}

/** The same before it is laid out. */
export function singleLineDrawing(hall: HallDesign): Drawing {
  const { power, loads } = hall;
  const { items, links } = powerItems(hall);
  const { folds, links: lines, says } = folded(items, links, powerLevels(items), ROOM);
  const letters = lettersOf(items);
  const hues = new Map(folds.map(({ id, members }) => [id, hueOf(members[0]!, letters)]));
  const boxes: Box[] = folds.map(({ id, members }) => ({
    id,
    row: members[0]!.row,
    hue: hues.get(id),
    ...labelOf(members, power.assumptions),
  }));
  const peakKw = loads.reduce((sum, load) => sum + load.peakKw, 0);
  const redundancy = power.properties.map((each) => `${each.loadClass} ${each.redundancy}`).join(', ');
  return {
    title: `Single-line diagram: ${counted(loads.length, 'rack')}, ${amount(peakKw)} kW at the peak, ${redundancy}`,
    description: `From the grid to ${counted(loads.length, 'rack')}: ${chainOf(items)}. By the rules of ${power.code}.`,
    panels: [{ boxes, lines: lines.map((link) => lineOf(link, hues)), style: LineStyle.SQUARE }],
    legend: legendOf(letters, lines),
    notes: [
      ...(says === undefined ? [] : [`Folded: ${says}`]),
      `kW and loadings at the peak of the nameplates, by the rules of ${power.code}; a limit keeps all rules, and loadings are those of the most loaded piece.`,
      'Ratings: ~ engineering default, = stated, ! claim, none: sized by the load and a standard.',
      ...sourceNotes(kindsOf(items), power.assumptions),
      ...serverNotes(hall.servers),
    ],
  };
}

function lettersOf(items: PowerItem[]): string[] {
  return [...new Set(items.flatMap(({ letter }) => letter ?? []))].sort();
}

function hueOf({ letter }: PowerItem, letters: string[]): number | undefined {
  return letter === undefined ? undefined : letters.indexOf(letter);
}

/** A line has the colour of where it comes from; one from the grid that of where it leads. */
function lineOf({ from, to, standby }: FoldLink, hues: Map<string, number | undefined>): Line {
  return { from, to, standby, hue: hues.get(from) ?? hues.get(to) };
}

function legendOf(letters: string[], lines: FoldLink[]): LegendEntry[] {
  return [
    ...letters.map((letter, hue) => ({ text: `system ${letter.toUpperCase()}: on that medium-voltage bus`, hue })),
    ...(lines.some(({ standby }) => standby)
      ? [{ text: 'second source: carries when the first is gone', standby: true }]
      : []),
  ];
}

function kindsOf(items: PowerItem[]): Set<EquipmentKind> {
  return new Set(items.flatMap((item) => (item.what === 'piece' ? [item.piece.kind] : [])));
}

/** "1 utility, 2 transformer …", from the grid down. */
function chainOf(items: PowerItem[]): string {
  const kinds = Object.values(EquipmentKind).filter((kind) => kindsOf(items).has(kind));
  return kinds
    .map((kind) => `${items.filter((item) => item.what === 'piece' && item.piece.kind === kind).length} ${kind}`)
    .join(', ');
}
