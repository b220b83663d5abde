import { distance } from 'fastest-levenshtein';
import { type Finding, Severity } from '../blueprints/language/finding';
import type { Catalog } from '../catalog';
import type { SiteAsk } from './asks';
import { DesignCode } from './codes';
import type { ITargetProfile } from './target-profile';

/**
 * A region that the catalog does not have: an error when it is a slip of another name or belongs to another cloud, and a
 * warning otherwise, since clouds open regions faster than catalogs are printed.
 */
export function checkRegion(site: SiteAsk, profile: ITargetProfile, catalog: Catalog): Finding[] {
  if (profile.namesItsRegions === true) {
    return [];
  }
  const names = catalog.regionsOf(profile.cloud).map((region) => region.region);
  if (names.includes(site.region)) {
    return [];
  }
  const base = {
    code: DesignCode.REGION,
    path: [...site.path, 'region'],
    message: `the catalog has no region "${site.region}" of target ${profile.name}`,
  };
  const owner = catalog.regions.find((region) => region.region === site.region)?.cloud;
  if (owner !== undefined) {
    return [{ ...base, severity: Severity.ERROR, hint: `it is a region of ${owner}: choose another target or region` }];
  }
  const near = names
    .map((name) => ({ name, edits: distance(site.region.slice(0, 64), name) }))
    .filter(({ edits }) => edits <= 2)
    .sort((a, b) => a.edits - b.edits || (a.name < b.name ? -1 : 1))[0];
  return near === undefined
    ? [
        {
          ...base,
          severity: Severity.WARNING,
          hint: 'prices and carbon of this region are unknown; check the spelling',
        },
      ]
    : [{ ...base, severity: Severity.ERROR, hint: `did you mean "${near.name}"?` }];
}
