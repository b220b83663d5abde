import type { Line } from './types';

/** Boxes that all lead to the same ones. */
export interface Mesh {
  readonly from: string[];
  readonly to: string[];
}

/**
 * Lines in which every one of several boxes leads to every one of several others. A layout that takes each of their lines by
 * itself makes room for all of them and draws the boxes far apart; with a hub between it takes as many as there are boxes.
 */
export function meshesOf(lines: Line[], may: (line: Line) => boolean): { meshes: Mesh[]; others: Line[] } {
  const targets = new Map<string, string[]>();
  for (const line of lines.filter(may)) targets.set(line.from, [...(targets.get(line.from) ?? []), line.to]);
  const meshes = new Map<string, { from: string[]; to: string[] }>();
  for (const [from, to] of targets) {
    const key = JSON.stringify([...to].sort());
    const mesh = meshes.get(key);
    if (mesh === undefined) meshes.set(key, { from: [from], to });
    else mesh.from.push(from);
  }
  const real = [...meshes.values()].filter(({ from, to }) => from.length > 1 && to.length > 1);
  const inMesh = new Set(real.flatMap(({ from }) => from));
  return { meshes: real, others: lines.filter((line) => !(inMesh.has(line.from) && may(line))) };
}
