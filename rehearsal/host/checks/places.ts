import { loadCatalog } from '../../../catalog';
import type { ValueCheck } from './rule';

/**
 * Regions that the catalog has no figures of: of closed partitions, and announced or rare ones. AWS: endpoints of the SDKs; Azure:
 * "List of Azure regions", with the names of the sovereign clouds.
 */
const BESIDES: { readonly [cloud: string]: readonly string[] } = {
  aws: [
    ...['cn-north-1', 'cn-northwest-1', 'us-gov-east-1', 'us-gov-west-1', 'eusc-de-east-1'],
    ...['us-iso-east-1', 'us-iso-west-1', 'us-isob-east-1', 'us-isob-west-1'],
    ...['eu-isoe-west-1', 'us-isof-east-1', 'us-isof-south-1'],
  ],
  azure: [
    ...['global', 'australiacentral', 'australiacentral2', 'belgiumcentral', 'brazilsoutheast', 'brazilus'],
    ...['centraluseuap', 'eastus2euap', 'eastusstg', 'southcentralusstg', 'chilecentral', 'eastus3', 'finlandcentral'],
    ...['greececentral', 'jioindiacentral', 'jioindiawest', 'malaysiasouth', 'malaysiawest', 'saudiarabiaeast'],
    ...['saudiarabiacentral', 'southafricawest', 'southeastus', 'southeastus3', 'southeastus5', 'southwestus'],
    ...['northeastus5', 'swedensouth', 'taiwannorthwest', 'westindia', 'eastusslv'],
    ...['usgovarizona', 'usgovtexas', 'usgovvirginia', 'usgoviowa', 'usdodcentral', 'usdodeast'],
    ...['chinaeast', 'chinaeast2', 'chinaeast3', 'chinanorth', 'chinanorth2', 'chinanorth3'],
  ],
};

const known = new Map<string, Set<string>>();

function regionsOf(cloud: string): Set<string> {
  let regions = known.get(cloud);
  if (regions === undefined) {
    const ofCatalog = loadCatalog()
      .regionsOf(cloud)
      .map(({ region }) => region);
    regions = new Set([...ofCatalog, ...BESIDES[cloud]!]);
    known.set(cloud, regions);
  }
  return regions;
}

/** A region of AWS. */
export const awsRegion: ValueCheck = (value) => {
  if (typeof value !== 'string' || value === '' || regionsOf('aws').has(value)) return undefined;
  return 'a region of AWS, such as us-east-1';
};

/** A location of Azure; the provider takes `East US 2` for `eastus2`. */
export const azureLocation: ValueCheck = (value) => {
  if (typeof value !== 'string' || regionsOf('azure').has(value.replaceAll(' ', '').toLowerCase())) return undefined;
  return 'a location of Azure, such as eastus2';
};

/** A zone, local zone or wavelength zone of one of the regions: its name begins with the region's. */
export function zoneOf(regions: readonly string[]): ValueCheck {
  return (value) => {
    if (typeof value !== 'string' || regions.some((region) => isZoneOf(value, region))) return undefined;
    return `an availability zone of ${regions.join(' or ')}, such as ${regions[0]}a`;
  };
}

function isZoneOf(zone: string, region: string): boolean {
  return zone.startsWith(region) && /^([a-z]|(-[a-z0-9]+)+[a-z])$/.test(zone.slice(region.length));
}
