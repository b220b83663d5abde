import { LanguageCode } from '../codes';
import { Caret, type Finding, Severity } from '../finding';
import { quoted } from '../show';
import { didYouMean } from '../suggest';
import { clustersOf, type Rule } from './rule';

/** A cluster stands on a site that exists. */
export const siteExists: Rule = (document) => {
  const sites = document.sites;
  if (sites === undefined) return [];
  const names = Object.keys(sites);
  return clustersOf(document).flatMap(([path, { site }]): Finding[] => {
    if (names.length === 0 || site === undefined || Object.hasOwn(sites, site)) return [];
    return [
      {
        code: LanguageCode.UNKNOWN_SITE,
        path: [...path, 'site'],
        message: `there is no site ${quoted(site)}`,
        expected:
          names.length <= 10
            ? `one of ${names.map((name) => quoted(name).slice(1, -1)).join(', ')}`
            : `one of the ${names.length} sites`,
        hint: didYouMean(site, names),
      },
    ];
  });
};

/** A site without clusters is built all the same: said, because it is rarely meant. */
export const siteIsUsed: Rule = (document) => {
  const sites = document.sites ?? {};
  const used = clustersOf(document).map(([, { site }]) => site);
  const uncertain = used.some((site) => site === undefined || !Object.hasOwn(sites, site));
  if (uncertain) return [];
  const names = new Set(used);
  return Object.keys(sites)
    .filter((site) => !names.has(site))
    .map((site) => ({
      code: LanguageCode.UNUSED_SITE,
      severity: Severity.WARNING,
      path: ['sites', site],
      at: Caret.KEY,
      message: `no cluster stands on site ${quoted(site)}`,
      hint: 'its network and keys are built all the same',
    }));
};

/** The zones of a site hold the zone of its accelerators. */
export const zonesHoldZone: Rule = (document) =>
  Object.entries(document.sites ?? {}).flatMap(([name, site]): Finding[] => {
    const { zone, zones } = site ?? {};
    if (zone === undefined || zones === undefined || zones.length === 0 || zones.includes(zone)) return [];
    return [
      {
        code: LanguageCode.ZONES,
        path: ['sites', name, 'zones'],
        message: `"zones" lacks ${quoted(zone)}, the zone of the accelerators`,
        expected: 'a list that holds "zone"',
      },
    ];
  });
