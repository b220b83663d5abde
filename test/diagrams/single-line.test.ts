import { EquipmentKind } from '../../design/electrical';
import type { HallDesign } from '../../design/hall';
import { singleLineDiagram } from '../../diagrams';
import { singleLineDrawing } from '../../diagrams/single-line/diagram';
import { NAMES } from '../../diagrams/single-line/labels';
import { hallOf } from './halls';
import { elements, parsed, texts } from './parsed';

/** Pieces of each kind that the boxes of a drawing stand for: "2 × transformer" is two. */
function drawn(hall: HallDesign): { [name: string]: number } {
  const counts: { [name: string]: number } = {};
  for (const { lines } of singleLineDrawing(hall).panels[0]!.boxes) {
    const [, count, name] = /^(?:([\d,]+) × )?(.+?)(?: \(reserve\))?$/.exec(lines[0]!)!;
    counts[name!] = (counts[name!] ?? 0) + (count === undefined ? 1 : Number(count.replaceAll(',', '')));
  }
  return counts;
}

/** The same of the design. */
function designed({ power }: HallDesign): { [name: string]: number } {
  const counts: { [name: string]: number } = {};
  for (const { kind } of power.equipment) {
    if (kind !== EquipmentKind.FEED) counts[NAMES[kind]] = (counts[NAMES[kind]] ?? 0) + 1;
  }
  return counts;
}

/** Sum of the numbers before a word over all boxes. */
function sum(hall: HallDesign, pattern: RegExp): number {
  const lines = singleLineDrawing(hall).panels[0]!.boxes.flatMap((box) => box.lines);
  return lines.reduce((total, line) => total + Number((pattern.exec(line)?.[1] ?? '0').replaceAll(',', '')), 0);
}

const small = hallOf({ training: 64 });
const twoSides = hallOf({ inference: 96 });
const campus = hallOf({ training: 16384 });

test('a small hall shows every piece and every rack by its name, with rating and loading', () => {
  const shown = texts(parsed(singleLineDiagram(small)));
  const names = small.power.equipment.filter(({ kind }) => kind !== EquipmentKind.FEED).map(({ id }) => id);
  expect(shown).toEqual(expect.arrayContaining([...names, ...small.loads.map(({ rack }) => `rack ${rack.name}`)]));
  expect(shown).toContain('2,500 kVA~ · 415 V');
  expect(shown).toContain('side A: 1 feed, 80 A');
  const busway = small.power.equipment.find(({ id }) => id === 'panel-h1-r01-1-a')!;
  expect(shown.join('\n')).toContain(`${(busway.loading! * 100).toFixed(1)} % of its limit`);
  expect(shown.join('\n')).toContain('limit unknown');
});

test('sides are told apart by colour and by letter, and a second source is dashed', () => {
  const root = parsed(singleLineDiagram(twoSides));
  const shown = texts(root);
  for (const side of ['A', 'B']) expect(shown).toContain(`system ${side}, side ${side}`);
  const { boxes, lines } = singleLineDrawing(twoSides).panels[0]!;
  const hueOf = (id: string) => boxes.find((box) => box.lines.includes(id))!.hue;
  expect(hueOf('panel-h1-r01-1-a')).not.toBe(hueOf('panel-h1-r01-1-b'));
  const generators = boxes.find((box) => box.lines.includes('gen-swgr-s1'))!.id;
  expect(lines.filter(({ from }) => from === generators).map(({ standby }) => standby)).toEqual([true, true]);
  expect(elements(root).some((each) => each.getAttribute('stroke-dasharray') !== null)).toBe(true);
});

test('static transfer switches lead from their block and, dashed, from the reserve', () => {
  const { boxes, lines } = singleLineDrawing(
    hallOf({ inference: 2048, site: 'power: { redundancy: { critical: block } }' }),
  ).panels[0]!;
  const named = new Map(boxes.map((box) => [box.id, box.lines[0]!]));
  const switches = boxes.filter(({ lines: [name] }) => name!.endsWith('static transfer switch'));
  expect(switches.length).toBeGreaterThan(0);
  for (const { id } of switches) {
    const sources = lines.filter(({ to }) => to === id).map(({ from, standby }) => [named.get(from)!, standby]);
    expect(sources).toContainEqual([expect.stringContaining('(reserve)'), true]);
    expect(sources.some(([name, standby]) => !standby && !String(name).includes('(reserve)'))).toBe(true);
  }
});

test.each([
  ['64 accelerators', small],
  ['two sides', twoSides],
  ['16,384 accelerators', campus],
  ['blocks with a reserve', hallOf({ inference: 4096, site: 'power: { redundancy: { critical: block } }' })],
  ['three systems', hallOf({ training: 4096, site: 'power: { redundancy: { checkpointable: 3N/2 } }' })],
  ['many pools', hallOf({ training: 64, small: 40, site: 'facility: { rowsPerHall: 60 }' })],
  ['two classes', hallOf({ training: 1024, inference: 512 })],
])('%s: what is folded still adds up, in well under 150 boxes', (_, hall) => {
  const counts = drawn(hall);
  expect(counts).toMatchObject(designed(hall));
  expect(singleLineDrawing(hall).panels[0]!.boxes.length).toBeLessThan(80);
  const feeds = sum(hall, /^side \w: ([\d,]+) feed/);
  expect(feeds).toBe(hall.power.feeds.length);
  const accelerators = hall.loads.reduce((total, load) => total + load.accelerators, 0);
  expect(sum(hall, /^([\d,]+) accelerator/)).toBe(accelerators);
});

test('what is folded is said', () => {
  expect(singleLineDrawing(small).notes.join('\n')).not.toContain('Folded');
  expect(singleLineDrawing(campus).notes[0]).toBe('Folded: blocks of one hall, load class and system are one box.');
});

test('defaults and claims of makers stand at the foot with their source', () => {
  const notes = singleLineDrawing(small).notes.join('\n');
  expect(notes).toContain('transformers, kVA 2500: engineering default, common unit substation.');
  expect(notes).toContain('dgx-h100, 10.2 kW at most: ! maximum of the system, vendor; https://');
});

test('a rating that was stated loses the mark of a default', () => {
  const stated = texts(parsed(singleLineDiagram(hallOf({ training: 64, site: 'power: { transformer: 1600 kVA }' }))));
  expect(stated).toContain('1,600 kVA= · 415 V');
  expect(stated.join('\n')).not.toContain('kVA~');
});
