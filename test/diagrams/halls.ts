import { parse } from 'yaml';
import { checkDocument } from '../../blueprints/language';
import { loadCatalog } from '../../catalog';
import { profile as netbox } from '../../constructs/targets/netbox/profile';
import { designBlueprint } from '../../design';
import type { HallDesign } from '../../design/hall';

const catalog = loadCatalog();

export interface HallText {
  /** Sections of the site, as in a blueprint. */
  readonly site?: string;
  readonly training?: number;
  readonly inference?: number;
  /** Further clusters, of one server each. */
  readonly small?: number;
}

/** The hall of a blueprint of one site. */
export function hallOf({ site = '', training = 0, inference = 0, small = 0 }: HallText): HallDesign {
  const clusters = [
    ['frontier', 'training', training],
    ['serve', 'inference', inference],
    ...Array.from({ length: small }, (_, at) => [`small-${at + 1}`, 'training', 8] as const),
  ] as const;
  const document = parse(`
wattform: 1
name: own
sites: { gavle: { target: netbox, region: sweden${site === '' ? '' : `, ${site}`} } }
clusters:
${clusters
  .filter(([, , count]) => count > 0)
  .map(
    ([name, purpose, count]) =>
      `  ${name}: { site: gavle, purpose: ${purpose}, scheduler: kubernetes, accelerators: { model: h100-sxm, count: ${count} } }`,
  )
  .join('\n')}
`);
  const checked = checkDocument(document, { targets: ['netbox'] });
  expect(checked.findings).toEqual([]);
  const { halls, findings } = designBlueprint(checked.document!, { catalog, profiles: [netbox] });
  expect(findings.filter(({ severity }) => severity !== 'warning')).toEqual([]);
  return halls.get('gavle')!;
}
