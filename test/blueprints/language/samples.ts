import fs from 'node:fs';
import path from 'node:path';
import { type LoadedBlueprint, loadBlueprint } from '../../../blueprints/language';

export const TARGETS = ['aws', 'azure'];

/** Text of a file in samples/. */
export function sample(name: string): string {
  return fs.readFileSync(path.join(__dirname, 'samples', name), 'utf8');
}

export function load(text: string | Buffer): LoadedBlueprint {
  return loadBlueprint(text, { file: 'test.yaml', targets: TARGETS });
}

/** A small blueprint; a test replaces parts of it to make one mistake at a time. */
export const SMALL = `wattform: 1
name: small
owner: platform@example.org
sites:
  virginia:
    target: aws
    region: us-east-1
    zone: us-east-1a
clusters:
  frontier:
    site: virginia
    purpose: training
    scheduler: kubernetes
    accelerators:
      model: h100-sxm
      count: 16
`;

/** The small blueprint with one part replaced; fails when the part is not there. */
export function changed(part: string, replacement: string): string {
  if (!SMALL.includes(part)) throw new Error(`the small blueprint has no ${part}`);
  return SMALL.replace(part, () => replacement);
}

/** A blueprint with that many pools, twenty a cluster. */
export function manyPools(pools: number): string {
  const lines = ['wattform: 1', 'name: many', 'sites:', '  s: { target: aws, region: us-east-1 }', 'clusters:'];
  for (let pool = 0; pool < pools; pool += 1) {
    if (pool % 20 === 0)
      lines.push(`  c${pool / 20}:`, '    site: s', '    purpose: training', '    scheduler: kubernetes', '    pools:');
    lines.push(
      `      p${pool % 20}: { accelerators: { model: h100-sxm, count: ${pool + 1} }, capacity: { mode: spot } }`,
    );
  }
  return `${lines.join('\n')}\n`;
}
