import type { PlacedBox } from './layout';
import { type Line, LineStyle } from './types';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A line with the points that it was arranged by. */
export interface Way {
  readonly line: Line;
  readonly points: Point[];
}

export interface PlacedLine {
  readonly line: Line;
  readonly points: Point[];
}

/** The part of a box's edge that lines may touch. */
const TOUCHED = 0.6;

/** Leads lines from the bottom of a box to the top of another, between the boxes of the rows that it passes. */
export function route(boxes: PlacedBox[], ways: Way[], style: LineStyle): PlacedLine[] {
  const rows = rowsOf(boxes);
  const byId = new Map(boxes.map((each) => [each.box.id, each]));
  const ends = endsOf(byId, ways, style);
  const steps = ways.map((way) => stepsOf(way, byId, rows, ends));
  if (style === LineStyle.STRAIGHT) {
    return steps.map(({ line, stops }) => ({
      line,
      points: stops.flatMap(({ x, above, below }) => [
        ...(above === undefined ? [] : [{ x, y: above }]),
        ...(below === undefined ? [] : [{ x, y: below }]),
      ]),
    }));
  }
  return squared(steps, rows);
}

interface Row {
  readonly row: number;
  readonly top: number;
  readonly bottom: number;
}

function rowsOf(boxes: PlacedBox[]): Row[] {
  const rows = new Map<number, Row>();
  for (const { box, y, height } of boxes) {
    const { top, bottom } = rows.get(box.row) ?? { top: y, bottom: y + height };
    rows.set(box.row, { row: box.row, top: Math.min(top, y), bottom: Math.max(bottom, y + height) });
  }
  return [...rows.values()].sort((one, other) => one.row - other.row);
}

/** Where a line leaves a box and where it arrives, by line. */
interface Ends {
  readonly from: number;
  readonly to: number;
}

/** Arrivals are spread over the top of a box in the order of where they come from; so are departures in a mesh. */
function endsOf(boxes: Map<string, PlacedBox>, ways: Way[], style: LineStyle): Map<Line, Ends> {
  const from = spread(
    ways,
    boxes,
    ({ line }) => line.from,
    ({ points }) => points.at(-1)!.x,
  );
  const to = spread(
    ways,
    boxes,
    ({ line }) => line.to,
    ({ points }) => points[0]!.x,
  );
  return new Map(
    ways.map(({ line }) => {
      const { x, width } = boxes.get(line.from)!;
      const middle = x + width / 2 + (line.standby ? 12 : 0);
      return [line, { from: style === LineStyle.SQUARE ? middle : from.get(line)!, to: to.get(line)! }];
    }),
  );
}

function spread(
  ways: Way[],
  boxes: Map<string, PlacedBox>,
  boxOf: (way: Way) => string,
  order: (way: Way) => number,
): Map<Line, number> {
  const ofBox = new Map<string, Way[]>();
  for (const way of ways) {
    const key = boxOf(way);
    const before = ofBox.get(key);
    if (before === undefined) ofBox.set(key, [way]);
    else before.push(way);
  }
  const places = new Map<Line, number>();
  for (const [id, group] of ofBox) {
    const { x, width } = boxes.get(id)!;
    group.sort((one, other) => order(one) - order(other));
    group.forEach(({ line }, at) => {
      places.set(line, x + width * (0.5 + TOUCHED * ((at + 0.5) / group.length - 0.5)));
    });
  }
  return places;
}

/** Where a line passes a row. At its own boxes it only leaves or arrives. */
interface Stop {
  readonly row: number;
  readonly x: number;
  /** y at which it arrives there from above. */
  readonly above?: number;
  /** y at which it goes on. */
  readonly below?: number;
}

interface Steps {
  readonly line: Line;
  readonly stops: Stop[];
}

function stepsOf({ line, points }: Way, boxes: Map<string, PlacedBox>, rows: Row[], ends: Map<Line, Ends>): Steps {
  const [from, to] = [boxes.get(line.from)!, boxes.get(line.to)!];
  const passed = rows.filter(({ row }) => row > from.box.row && row < to.box.row);
  return {
    line,
    stops: [
      { row: from.box.row, x: ends.get(line)!.from, below: from.y + from.height },
      ...passed.map(({ row, top, bottom }) => ({ row, x: at(points, (top + bottom) / 2), above: top, below: bottom })),
      { row: to.box.row, x: ends.get(line)!.to, above: to.y },
    ],
  };
}

/** Where a way is at a height. */
function at(points: Point[], y: number): number {
  const next = points.findIndex((point) => point.y >= y);
  const [before, after] = [points[Math.max(0, next - 1)]!, points[next === -1 ? points.length - 1 : next]!];
  if (after.y === before.y) return after.x;
  return before.x + ((after.x - before.x) * (y - before.y)) / (after.y - before.y);
}

/** A way across below a row: lines of one box share it. */
interface Track {
  readonly left: number;
  readonly right: number;
  readonly number: number;
}

function squared(steps: Steps[], rows: Row[]): PlacedLine[] {
  const gaps = new Map(
    rows.slice(1).map(({ top }, above) => [rows[above]!.row, { from: rows[above]!.bottom, to: top }]),
  );
  const tracks = new Map<number, Map<string, Track>>();
  for (const [row] of gaps) tracks.set(row, tracksBelow(row, steps));
  return steps.map(({ line, stops }) => {
    const points: Point[] = [];
    for (const [number, stop] of stops.entries()) {
      if (stop.above !== undefined) points.push({ x: stop.x, y: stop.above });
      if (stop.below === undefined) break;
      points.push({ x: stop.x, y: stop.below });
      const next = stops[number + 1]!;
      if (next.x === stop.x) continue;
      const gap = gaps.get(stop.row)!;
      const below = tracks.get(stop.row)!;
      const share =
        (below.get(trackKey(line))!.number + 1) / (Math.max(...[...below.values()].map((track) => track.number)) + 2);
      const y = gap.from + (gap.to - gap.from) * share;
      points.push({ x: stop.x, y }, { x: next.x, y });
    }
    return { line, points };
  });
}

function trackKey({ from, standby }: Line): string {
  return `${standby ? 'second' : 'first'} ${from}`;
}

/** Tracks of different boxes that would lie on each other are put one below the other. */
function tracksBelow(row: number, steps: Steps[]): Map<string, Track> {
  const reach = new Map<string, { left: number; right: number }>();
  for (const { line, stops } of steps) {
    const number = stops.findIndex((stop) => stop.row === row && stop.below !== undefined);
    if (number === -1) continue;
    const [one, other] = [stops[number]!.x, stops[number + 1]!.x];
    const { left, right } = reach.get(trackKey(line)) ?? { left: one, right: one };
    reach.set(trackKey(line), { left: Math.min(left, one, other), right: Math.max(right, one, other) });
  }
  const tracks = new Map<string, Track>();
  for (const [key, { left, right }] of [...reach].sort(([, one], [, other]) => one.left - other.left)) {
    const beside = [...tracks.values()].filter((track) => track.left <= right + 4 && track.right >= left - 4);
    const taken = new Set(beside.map(({ number }) => number));
    let number = 0;
    while (taken.has(number)) number += 1;
    tracks.set(key, { left, right, number });
  }
  return tracks;
}
