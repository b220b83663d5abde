import type { Finding, Path } from '../../../blueprints/language/finding';
import type { SiteAsk } from '../../../design/asks';
import { isBlock, isPrivate, prefixLength, reservedOverlap } from './cidr';
import { AzureCode } from './codes';

/** Default block of a site's network. */
export const DEFAULT_CIDR = '10.0.0.0/16';

/** Zones of a region that has them, as a subscription numbers them. */
export const REGION_ZONES = ['1', '2', '3'];

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const REGION = /^[a-z][a-z0-9]{2,39}$/;

/** Findings about the site itself. Whether the region exists is the catalog's to say. */
export function checkSite(site: SiteAsk): Finding[] {
  return [
    ...checkRegion(site),
    ...checkZones(site),
    ...checkAccount(site),
    ...checkAdministrators(site),
    ...checkAddressBlock(site),
  ];
}

/**
 * Zones of the system pools: those that the site names, else all three of the region with the site's zone first, so that
 * the control plane's own services outlive the zone of the accelerators. A site without a zone is in a region without them.
 */
export function systemZones(site: SiteAsk): string[] {
  const zones = site.zones ?? (site.zone === undefined ? [] : REGION_ZONES);
  const first = site.zone === undefined ? [] : [site.zone];
  return [...new Set([...first, ...zones])];
}

function checkRegion(site: SiteAsk): Finding[] {
  if (REGION.test(site.region)) {
    return [];
  }
  return [
    {
      code: AzureCode.REGION_FORM,
      path: [...site.path, 'region'],
      message: `"${site.region}" is not an azure region`,
      expected: 'a region in its short form: lower-case letters and digits',
      hint: 'swedencentral, eastus2',
    },
  ];
}

function checkZones(site: SiteAsk): Finding[] {
  const named: { readonly zone: string; readonly path: Path }[] = [];
  if (site.zone !== undefined) {
    named.push({ zone: site.zone, path: [...site.path, 'zone'] });
  }
  for (const [index, zone] of (site.zones ?? []).entries()) {
    named.push({ zone, path: [...site.path, 'zones', String(index)] });
  }
  return named
    .filter(({ zone }) => !REGION_ZONES.includes(zone))
    .map(({ zone, path }) => ({
      code: AzureCode.ZONE_FORM,
      path,
      message: `"${zone}" is not an azure zone`,
      expected: '"1", "2" or "3"',
      hint: 'zones are numbers of your subscription; leave zone out in a region that has none',
    }));
}

function checkAccount(site: SiteAsk): Finding[] {
  if (site.account === undefined || GUID.test(site.account)) {
    return [];
  }
  return [
    {
      code: AzureCode.ACCOUNT_FORM,
      path: [...site.path, 'account'],
      message: `"${site.account}" is not a subscription id`,
      expected: 'a GUID',
      hint: 'az account show --query id',
    },
  ];
}

function checkAdministrators(site: SiteAsk): Finding[] {
  return [...site.administrators.entries()]
    .filter(([, id]) => !GUID.test(id))
    .map(([index, id]) => ({
      code: AzureCode.ADMINISTRATOR_FORM,
      path: [...site.path, 'administrators', String(index)],
      message: `"${id}" is not the object id of an Entra group`,
      expected: 'a GUID',
      hint: 'az ad group show --group NAME --query id',
    }));
}

function checkAddressBlock(site: SiteAsk): Finding[] {
  if (site.cidr === undefined) {
    return [];
  }
  const at = { code: AzureCode.ADDRESS_BLOCK, path: [...site.path, 'network', 'cidr'] };
  if (!isBlock(site.cidr) || prefixLength(site.cidr) !== 16 || !isPrivate(site.cidr)) {
    return [
      {
        ...at,
        message: `"${site.cidr}" is not a private IPv4 /16`,
        expected: 'a /16 of RFC 1918, from its first address',
        hint: DEFAULT_CIDR,
      },
    ];
  }
  const reserved = reservedOverlap(site.cidr);
  if (reserved) {
    return [
      {
        ...at,
        message: `${site.cidr} overlaps ${reserved.cidr}: ${reserved.why}`,
        expected: 'a /16 that overlaps no reserved block',
        hint: DEFAULT_CIDR,
      },
    ];
  }
  return [];
}
