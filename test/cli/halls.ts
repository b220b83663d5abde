import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A site of a blueprint: what its map holds, and how many accelerators of training stand in it. */
export interface SiteText {
  readonly map: string;
  readonly accelerators: number;
}

export const OWN: SiteText = { map: 'target: netbox, region: sweden', accelerators: 64 };

/** Writes a blueprint with a cluster a site. @returns its path */
export function blueprintOf(folder: string, sites: { readonly [name: string]: SiteText }): string {
  const file = join(folder, 'halls.yaml');
  const entries = Object.entries(sites);
  const text = [
    'wattform: 1',
    'name: halls',
    'owner: hall@example.org',
    'sites:',
    ...entries.map(([name, { map }]) => `  ${name}: { ${map} }`),
    'clusters:',
    ...entries.map(
      ([name, { accelerators }]) =>
        `  ${name}-training: { site: ${name}, purpose: training, scheduler: kubernetes, accelerators: { model: h100-sxm, count: ${accelerators} }, capacity: { mode: on-demand } }`,
    ),
    '',
  ].join('\n');
  writeFileSync(file, text);
  return file;
}
