import fc from 'fast-check';
import { type FoldLevel, folded } from '../../diagrams/drawing/folding';
import { layout, type PlacedBox } from '../../diagrams/drawing/layout';
import { type Box, type Line, LineStyle, type Panel } from '../../diagrams/drawing/types';

const ROWS = 5;

/** Boxes in rows, each pair with one line at most, all lines downwards. */
const panels = fc
  .record({
    rows: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: ROWS }),
    picks: fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 24 }),
    lengths: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 25, maxLength: 25 }),
    style: fc.constantFrom(LineStyle.SQUARE, LineStyle.STRAIGHT),
  })
  .map(({ rows, picks, lengths, style }): Panel => {
    const boxes: Box[] = rows.flatMap((count, row) =>
      Array.from({ length: count }, (_, at) => ({
        id: `${row}-${at}`,
        row,
        lines: Array.from({ length: lengths[row * 5 + at]! }, (_each, line) => `box ${row} ${at} line ${line}`),
      })),
    );
    const lines = new Map<string, Line>();
    for (const [one, other, standby] of picks) {
      const [from, to] = [boxes[one % boxes.length]!, boxes[other % boxes.length]!];
      if (from.row < to.row) lines.set(`${from.id} ${to.id}`, { from: from.id, to: to.id, standby });
    }
    return { boxes, lines: [...lines.values()], style };
  });

function overlap(one: PlacedBox, other: PlacedBox): boolean {
  const apart =
    one.x + one.width <= other.x ||
    other.x + other.width <= one.x ||
    one.y + one.height <= other.y ||
    other.y + other.height <= one.y;
  return !apart;
}

/** Whether a level or upright piece of a line runs through the inside of a box. */
function crosses([one, other]: [{ x: number; y: number }, { x: number; y: number }], box: PlacedBox): boolean {
  const inset = 0.5;
  return (
    Math.max(one.x, other.x) > box.x + inset &&
    Math.min(one.x, other.x) < box.x + box.width - inset &&
    Math.max(one.y, other.y) > box.y + inset &&
    Math.min(one.y, other.y) < box.y + box.height - inset
  );
}

test('no box lies on another, and rows keep their order', () => {
  fc.assert(
    fc.property(panels, (panel) => {
      const { boxes } = layout(panel);
      for (const [at, one] of boxes.entries()) {
        for (const other of boxes.slice(at + 1)) {
          expect(overlap(one, other)).toBe(false);
          if (one.box.row < other.box.row) expect(one.y + one.height).toBeLessThan(other.y);
        }
      }
    }),
  );
});

test('square lines run around boxes, from the bottom of one to the top of another', () => {
  fc.assert(
    fc.property(panels, (panel) => {
      const { boxes, lines } = layout({ ...panel, style: LineStyle.SQUARE });
      const byId = new Map(boxes.map((each) => [each.box.id, each]));
      for (const { line, points } of lines) {
        const [from, to] = [byId.get(line.from)!, byId.get(line.to)!];
        expect(points[0]!.y).toBeCloseTo(from.y + from.height);
        expect(points.at(-1)!.y).toBeCloseTo(to.y);
        for (const [at, point] of points.slice(1).entries()) {
          expect(boxes.filter((box) => crosses([points[at]!, point], box)).map(({ box }) => box.id)).toEqual([]);
        }
      }
    }),
  );
});

test('lines of different boxes never run across on each other', () => {
  fc.assert(
    fc.property(panels, (panel) => {
      const { lines } = layout({ ...panel, style: LineStyle.SQUARE });
      const across = lines.flatMap(({ line, points }) =>
        points.slice(1).flatMap((point, at) => {
          const before = points[at]!;
          const [left, right] = [Math.min(before.x, point.x), Math.max(before.x, point.x)];
          return right > left ? [{ from: line.from, y: point.y, left, right }] : [];
        }),
      );
      for (const one of across) {
        for (const other of across) {
          const same = one.from === other.from || Math.abs(one.y - other.y) > 0.5;
          expect(same || one.right <= other.left || other.right <= one.left).toBe(true);
        }
      }
    }),
  );
});

test('everything lies inside of the drawing', () => {
  fc.assert(
    fc.property(panels, (panel) => {
      const { width, height, boxes, lines } = layout(panel);
      const points = [
        ...boxes.flatMap((box) => [box, { x: box.x + box.width, y: box.y + box.height }]),
        ...lines.flatMap((line) => line.points),
      ];
      for (const { x, y } of points) {
        expect(x).toBeGreaterThanOrEqual(-0.01);
        expect(x).toBeLessThanOrEqual(width + 0.01);
        expect(y).toBeGreaterThanOrEqual(-0.01);
        expect(y).toBeLessThanOrEqual(height + 0.01);
      }
    }),
  );
});

test('folding loses no item and no link, and takes the finest level that has room', () => {
  const items = fc.uniqueArray(fc.nat(500), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(items, fc.integer({ min: 1, max: 30 }), (numbers, boxes) => {
      const all = numbers.map((number) => ({ id: `i${number}`, row: number % 3, number }));
      const links = all.slice(1).map(({ id }, at) => ({ from: all[at]!.id, to: id }));
      const levels: FoldLevel<(typeof all)[number]>[] = [1, 2, 4, 1000].map((size) => ({
        says: String(size),
        keyOf: ({ number, row }) => `${row} ${Math.floor(number / 3 / size)}`,
      }));
      const result = folded(all, links, levels, { boxes, boxesOfARow: boxes });
      expect(result.folds.flatMap(({ members }) => members).sort((a, b) => a.number - b.number)).toEqual(
        [...all].sort((a, b) => a.number - b.number),
      );
      expect(result.links.reduce((sum, { count }) => sum + count, 0)).toBe(links.length);
      const finer = levels.slice(
        0,
        Math.max(
          0,
          levels.findIndex(({ says }) => says === result.says),
        ),
      );
      for (const level of finer) expect(new Set(all.map(level.keyOf)).size).toBeGreaterThan(boxes);
      if (result.folds.length > boxes) expect(result.says).toBe('1000');
    }),
  );
});
