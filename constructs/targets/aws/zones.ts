import type { SiteAsk } from '../../../design/asks';

/**
 * Letters of the zones that most accounts see, for regions that do not simply count a, b, c. Unverified defaults: zone letters
 * differ between accounts (https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html, read
 * 2026-11-23), so `zones` of a site overrides them and the network checks them at plan time. us-east-1e is left out because
 * EKS refuses control planes there (https://github.com/aws-samples/amazon-eks-scaling-with-keda-and-karpenter/issues/2).
 */
const ZONE_LETTERS: { readonly [region: string]: string } = {
  'ap-northeast-1': 'acd',
  'ca-central-1': 'abd',
  'us-east-1': 'abcdf',
  'us-west-1': 'ac',
};
const USUAL_LETTERS = 'abc';
const SYSTEM_ZONES = 3;

const REGION_FORM = /^[a-z]{2}(-[a-z]+)+-\d+$/;

/** Whether this is written like a region: `us-east-1`. */
export function isRegion(region: string): boolean {
  return REGION_FORM.test(region);
}

/** Whether this is a zone of that region: the region and one letter. Local Zones (`us-east-1-dfw-2a`) have no managed node groups. */
export function isZoneOf(zone: string, region: string): boolean {
  return zone.length === region.length + 1 && zone.startsWith(region) && /^[a-h]$/.test(zoneLetter(zone));
}

/** `us-east-1a` → `a`. */
export function zoneLetter(zone: string): string {
  return zone.slice(-1);
}

/**
 * Zones of the system pools: the site's own first, then the ones written, or else the next letters of the region until
 * there are three (two where the region shows two).
 */
export function systemZonesOf(site: SiteAsk): string[] {
  const first = site.zone === undefined ? [] : [site.zone];
  if (site.zones !== undefined) {
    return [...first, ...site.zones.filter((zone) => zone !== site.zone)];
  }
  const letters = [...(ZONE_LETTERS[site.region] ?? USUAL_LETTERS)];
  const others = letters.map((letter) => `${site.region}${letter}`).filter((zone) => zone !== site.zone);
  return [...first, ...others].slice(0, Math.min(SYSTEM_ZONES, Math.max(letters.length, 2)));
}
