import type { HallDesign } from '../../design/hall';
import { fabricDiagram } from '../../diagrams';
import { fabricDrawing } from '../../diagrams/fabric/diagram';
import { hallOf } from './halls';
import { parsed, texts } from './parsed';

const small = hallOf({ training: 64 });
const campus = hallOf({ training: 16384 });

/** Sum of a count that begins a line of a box, over the boxes of one network. */
function sum(hall: HallDesign, network: number, pattern: RegExp): number {
  const lines = fabricDrawing(hall).panels[network]!.boxes.flatMap((box) => box.lines);
  return lines.reduce((total, line) => total + Number((pattern.exec(line)?.[1] ?? '0').replaceAll(',', '')), 0);
}

test('a small fabric shows every switch and server, and each line between them', () => {
  const shown = texts(parsed(fabricDiagram(small)));
  for (const { switches } of small.fabric.networks) {
    expect(shown).toEqual(expect.arrayContaining(switches.map(({ name }) => name)));
  }
  expect(shown).toEqual(expect.arrayContaining(small.racks.endpoints.map(({ name }) => name)));
  const [compute] = fabricDrawing(small).panels;
  // Eight servers to eight rails, eight leafs to four spines.
  expect(compute!.lines).toHaveLength(8 * 8 + 8 * 4);
  expect(compute!.heading!.join('\n')).toContain('leaf-spine: 512 × 400 Gbit/s');
  expect(compute!.heading!.join('\n')).toContain('a line is 16 cables');
});

test('each network says what is proved, with both numbers', () => {
  const headings = fabricDrawing(campus).panels.map(({ heading }) => heading!.join('\n'));
  expect(headings[0]).toContain('proved: rearrangeably non-blocking');
  expect(headings[0]).toContain('leaf asked 1:1, worst 25,600 down over 25,600 Gbit/s up');
  expect(headings[1]).toContain('leaf asked 3:1, worst 4,800 down over 1,600 Gbit/s up');
});

test('a campus is folded into well under 150 boxes, which still add up', () => {
  const { panels } = fabricDrawing(campus);
  expect(panels.reduce((total, { boxes }) => total + boxes.length, 0)).toBeLessThan(100);
  for (const [at, { bill }] of campus.fabric.networks.entries()) {
    for (const [tier, count] of Object.entries(bill.switches)) {
      expect(sum(campus, at, new RegExp(`^([\\d,]+) ${tier}s?$`))).toBe(count);
    }
    expect(sum(campus, at, /([\d,]+) × \S+ up$/)).toBeGreaterThanOrEqual(bill.serverLinks);
  }
  expect(sum(campus, 0, /^([\d,]+) servers$/)).toBe(2048);
});

test('many pools are folded too', () => {
  const { panels, notes } = fabricDrawing(hallOf({ training: 64, small: 40, site: 'facility: { rowsPerHall: 60 }' }));
  for (const { boxes } of panels) expect(boxes.length).toBeLessThanOrEqual(30);
  expect(notes).toContain(
    'Scale-up, not cabled: 48 domains of 8 accelerators in 41 pools, joined by NVLink 4 + NVSwitch.',
  );
});

test('models and defaults are named with their source', () => {
  const notes = fabricDrawing(small).notes.join('\n');
  for (const model of small.fabric.networks.flatMap(({ models }) => Object.values(models))) {
    expect(notes).toContain(model.source);
  }
  for (const assumption of small.fabric.assumptions) expect(notes).toContain(`~ ${assumption}`);
});
