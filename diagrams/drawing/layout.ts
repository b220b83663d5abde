import { textWidth } from './measure';
import { meshesOf } from './meshes';
import { type PlacedLine, type Point, route, type Way } from './routes';
import { BOX_PADDING, FONT_SIZE, LINE_HEIGHT, SYMBOL_WIDTH } from './style';
import { type Box, LineStyle, type Panel } from './types';

/** `x` and `y` are its top left corner. */
export interface PlacedBox extends Point {
  readonly box: Box;
  readonly width: number;
  readonly height: number;
}

export interface PlacedPanel {
  readonly width: number;
  readonly height: number;
  readonly boxes: PlacedBox[];
  readonly lines: PlacedLine[];
}

/** As much of dagre as is used; its own declarations are for ECMAScript modules. */
interface Dagre {
  readonly Graph: new (options: object) => DagreGraph;
  layout(graph: DagreGraph): void;
}

interface DagreGraph {
  setGraph(label: object): unknown;
  setNode(name: string, label: object): unknown;
  setEdge(from: string, to: string, label: object): unknown;
  node(name: string): { x: number; y: number; width: number; height: number };
  /** Undefined where a hub stands between. */
  edge(from: string, to: string): { points: Point[] } | undefined;
}

/** Wider text is cut. */
const WIDEST_TEXT = 280;
const BETWEEN_ROWS = 56;
const SPACING = { nodesep: 16, edgesep: 2, ranksep: BETWEEN_ROWS / 2 };
/** Ranks of the layout a row of boxes: one for the boxes, one for what is between. */
const RANKS = 2;

/** No name of a box: it holds those that nothing leads to in their rows. */
const ROOT = '\u0000root';

/** Places boxes in rows so that few lines cross, and leads the lines. A pair of boxes has one line at most. */
export function layout(panel: Panel): PlacedPanel {
  const { boxes, lines, style } = panel;
  const graph = arranged(panel);
  const mirror = runsBackwards(boxes, graph) ? -1 : 1;
  const placed = boxes.map((box) => {
    const { x, y, width, height } = graph.node(box.id);
    return { box, x: mirror * x - width / 2, y: y - height / 2, width, height };
  });
  const ways = lines.map((line): Way => {
    const ends = [graph.node(line.from), graph.node(line.to)];
    const points = graph.edge(line.from, line.to)?.points ?? ends;
    return { line, points: points.map(({ x, y }) => ({ x: mirror * x, y })) };
  });
  return moved(placed, route(placed, ways, style));
}

function arranged({ boxes, lines, style }: Panel): DagreGraph {
  const { Graph, layout: arrange } = require('@dagrejs/dagre') as Dagre;
  const graph = new Graph({});
  graph.setGraph({ rankdir: 'TB', ranker: 'network-simplex', ...SPACING });
  graph.setNode(ROOT, { width: 0, height: 0 });
  for (const box of boxes) graph.setNode(box.id, sizeOf(box));
  const rows = rowNumbers(boxes);
  const led = new Set(lines.map(({ to }) => to));
  for (const { id } of boxes) {
    if (!led.has(id)) graph.setEdge(ROOT, id, { minlen: RANKS * rows.get(id)! + 1, weight: 0 });
  }
  const { meshes, others } = meshesOf(
    lines,
    (line) => style === LineStyle.STRAIGHT && rows.get(line.to)! - rows.get(line.from)! === 1,
  );
  for (const { from, to } of others) {
    graph.setEdge(from, to, { minlen: RANKS * (rows.get(to)! - rows.get(from)!), weight: 2 });
  }
  for (const [number, { from, to }] of meshes.entries()) {
    const hub = `${ROOT} ${number}`;
    graph.setNode(hub, { width: 0, height: 0 });
    for (const id of from) graph.setEdge(id, hub, { minlen: 1, weight: 2 });
    for (const id of to) graph.setEdge(hub, id, { minlen: 1, weight: 2 });
  }
  arrange(graph);
  return graph;
}

/** Rows that hold something, from 0 on, by box. */
function rowNumbers(boxes: Box[]): Map<string, number> {
  const used = [...new Set(boxes.map(({ row }) => row))].sort((one, other) => one - other);
  return new Map(boxes.map(({ id, row }) => [id, used.indexOf(row)]));
}

/** Whether boxes of a row stand against their order more often than in it: the mirror image is as good, and A is left of B. */
function runsBackwards(boxes: Box[], graph: DagreGraph): boolean {
  let order = 0;
  for (const [at, box] of boxes.entries()) {
    for (const other of boxes.slice(at + 1)) {
      if (other.row === box.row) order += Math.sign(graph.node(other.id).x - graph.node(box.id).x);
    }
  }
  return order < 0;
}

function sizeOf({ lines, symbol }: Box): { width: number; height: number } {
  const widest = Math.max(...lines.map((line, at) => textWidth(line, FONT_SIZE, at === 0)));
  return {
    width: Math.ceil(Math.min(widest, WIDEST_TEXT)) + 2 * BOX_PADDING + (symbol === undefined ? 0 : SYMBOL_WIDTH),
    height: lines.length * LINE_HEIGHT + 2 * BOX_PADDING,
  };
}

/** To the top left, without the room that the root took. */
function moved(boxes: PlacedBox[], lines: PlacedLine[]): PlacedPanel {
  const corners = boxes.flatMap(({ x, y, width, height }) => [
    { x, y },
    { x: x + width, y: y + height },
  ]);
  const [xs, ys] = [
    [...corners, ...lines.flatMap(({ points }) => points)].map(({ x }) => x),
    corners.map(({ y }) => y),
  ];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return {
    width: Math.max(...xs) - left,
    height: Math.max(...ys) - top,
    boxes: boxes.map((box) => ({ ...box, x: box.x - left, y: box.y - top })),
    lines: lines.map(({ line, points }) => ({ line, points: points.map(({ x, y }) => ({ x: x - left, y: y - top })) })),
  };
}
