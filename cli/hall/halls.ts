import { suggest } from '../../blueprints/language/suggest';
import { loadCatalog } from '../../catalog';
import { designBlueprint } from '../../design';
import type { HallDesign } from '../../design/hall';
import { Feature } from '../../design/target-profile';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { Outcome } from '../outcome';
import type { Reading, ReadingResult } from '../reading';

/** An owned hall, and the site that it stands on. */
export interface SiteHall {
  readonly site: string;
  readonly design: HallDesign;
}

/** Designs a blueprint that was read, and lets `show` print its halls: one site's, or all of them. */
export function ofHalls(
  reading: Reading,
  site: string | undefined,
  show: (halls: SiteHall[]) => ReadingResult,
): Outcome {
  if (reading.document === undefined) return reading.refused();
  const { basis, halls, findings } = designBlueprint(reading.document, {
    catalog: loadCatalog(),
    profiles: reading.registry.profiles(),
  });
  const all = [...reading.findings, ...findings];
  if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
  const sites = basis.sites.map(({ name }) => name);
  return reading.outcome(all, show(chosen(halls, sites, reading, site)));
}

function chosen(halls: Map<string, HallDesign>, sites: string[], reading: Reading, site?: string): SiteHall[] {
  const owned = [...halls.keys()].sort();
  const there = owned.length === 0 ? hallsAreBuiltBy(reading) : `it has: ${owned.join(', ')}`;
  if (site === undefined && owned.length > 0) return owned.map((name) => ({ site: name, design: halls.get(name)! }));
  if (site === undefined) {
    throw new CliFailure(ExitCode.USAGE, 'no site of this blueprint is an owned hall with a cluster in it', there);
  }
  const design = halls.get(site);
  if (design !== undefined) return [{ site, design }];
  if (sites.includes(site)) {
    throw new CliFailure(ExitCode.USAGE, `site "${site}" is no owned hall with a cluster in it`, there);
  }
  const meant = suggest(site, owned);
  const hint = meant === undefined ? there : `did you mean ${meant}? ${there}`;
  throw new CliFailure(ExitCode.USAGE, `no site "${site}" in this blueprint`, hint);
}

/** What to do when there is no hall. */
function hallsAreBuiltBy({ registry }: Reading): string {
  const names = registry
    .profiles()
    .filter(({ features }) => features.includes(Feature.FACILITY_HALL))
    .map(({ name }) => name);
  const target = names.length === 0 ? 'a target that has them' : `target: ${names.join(' or ')}`;
  return `in a cloud these belong to its owner; a site of your own has ${target}, and a cluster names it (docs/power.md, docs/fabric.md)`;
}
