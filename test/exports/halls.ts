import { parse } from 'yaml';
import { checkDocument } from '../../blueprints/language';
import type { BlueprintDocument } from '../../blueprints/language/document';
import { loadCatalog } from '../../catalog';
import { profile as netbox } from '../../constructs/targets/netbox/profile';
import { designBlueprint } from '../../design';
import type { HallDesign } from '../../design/hall';
import { type HallFilesOptions, hallFiles } from '../../exports';

export const catalog = loadCatalog();

export interface Designed {
  readonly document: BlueprintDocument;
  readonly hall: HallDesign;
  /** Contents by path below the folder of the hall. */
  readonly files: { readonly [path: string]: string };
}

/** The hall of site `gavle`, and its files. @param site members of the site, @param clusters lines of the document */
export function designed(site: string, clusters: string, options: Partial<HallFilesOptions> = {}): Designed {
  const written: unknown = parse(
    `wattform: 1\nname: own\nsites:\n  gavle: { target: netbox, region: sweden${site} }\nclusters:\n${clusters}`,
  );
  const { document, findings } = checkDocument(written as BlueprintDocument, { targets: ['netbox'] });
  expect(findings).toEqual([]);
  const result = designBlueprint(document!, { catalog, profiles: [netbox] });
  expect(result.findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  return {
    document: document!,
    hall: result.halls.get('gavle')!,
    files: contentsOf(document!, result.halls, options),
  };
}

export function contentsOf(
  document: BlueprintDocument,
  halls: Map<string, HallDesign>,
  options: Partial<HallFilesOptions> = {},
): { readonly [path: string]: string } {
  const files = hallFiles(document, halls, { catalog, ...options });
  return Object.fromEntries(files.map(({ path, content }) => [path.replace('halls/gavle/', ''), content]));
}

export function cluster(name: string, model: string, count: number, purpose = 'training', more = ''): string {
  return `  ${name}: { site: gavle, purpose: ${purpose}, scheduler: kubernetes, accelerators: { model: ${model}, count: ${count}${more} } }\n`;
}

/** Halls that differ in what the exports must show: one feed and two, AC and DC, two tiers and three, boxes and whole racks. */
export const HALLS: { readonly [name: string]: () => Designed } = {
  'training, fed from one side': () => designed('', cluster('frontier', 'h100-sxm', 256)),
  'inference, fed from two sides behind UPS and generators': () =>
    designed('', cluster('answers', 'h100-sxm', 128, 'inference')),
  'two clusters of different servers, IEC': () =>
    designed(
      ', power: { code: IEC }',
      cluster('frontier', 'gb200', 144) + cluster('answers', 'mi300x', 64, 'inference'),
    ),
  'a block in reserve': () =>
    designed(', power: { redundancy: { critical: block } }', cluster('answers', 'h100-sxm', 256, 'inference')),
  'panels in the rows, InfiniBand between the servers': () =>
    designed(
      ', fabric: { technology: infiniband }, power: { row: panel, redundancy: { critical: 3N/2 } }',
      cluster('answers', 'h100-sxm', 128, 'inference'),
    ),
  'direct current': () =>
    designed(', power: { distribution: 800 VDC }', cluster('frontier', 'gb200', 144, 'inference')),
};
