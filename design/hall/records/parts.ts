import type { SiteDesign } from '../../basis';
import type { HallDesign } from '../types';
import { chainRecords } from './chain';
import { linkRecords } from './links';
import { rowRecords } from './rows';
import type { FloorRecords, KindRecords, LinkRecords, PowerChainRecords, RackRowRecords } from './types';

/** What one state holds of a hall. */
export interface HallParts {
  readonly chains: PowerChainRecords[];
  readonly rows: RackRowRecords[];
  readonly links: LinkRecords[];
}

/** All that an inventory keeps of the halls of a site, cut into states. */
export function hallParts(site: SiteDesign, hall: HallDesign): HallParts {
  return { chains: chainRecords(hall), rows: rowRecords(site, hall), links: linkRecords(hall) };
}

/** Names of the states. */
export function chainStack(site: string, { hall }: Pick<PowerChainRecords, 'hall'>): string {
  return hall === undefined ? `${site}-grid` : `${site}-hall-${hall}-power`;
}

export function rowStack(site: string, { hall, row }: Pick<RackRowRecords, 'hall' | 'row'>): string {
  return `${site}-hall-${hall}-row-${row}`;
}

export function linkStack(site: string, { hall, row, part }: Pick<LinkRecords, 'hall' | 'row' | 'part'>): string {
  return `${rowStack(site, { hall, row })}-links-${part}`;
}

/** The row that a key of {@link LinkRecords.rows} names. */
export function rowOfKey(key: string): { readonly hall: number; readonly row: number } {
  const [hall, row] = key.split('-').map(Number);
  return { hall: hall!, row: row! };
}

/** Objects that an inventory makes of a part, each record with its cables. */
export function recordsOfKinds({ regions, manufacturers, rackKinds, deviceKinds, labels }: KindRecords): number {
  const ofDevices = deviceKinds.reduce(
    (sum, { ports, inlets, outlets }) => sum + 1 + ports.length + inlets.length + outlets.length,
    0,
  );
  return regions.length + manufacturers.length + rackKinds.length + labels.length + ofDevices;
}

export function recordsOfFloor({ halls, prefixes, asns }: FloorRecords): number {
  return halls.reduce((sum, { rows }) => sum + 1 + rows.length, prefixes.length + asns.length);
}

export function recordsOfChain({ equipment }: PowerChainRecords): number {
  // A device, and for each way from above an outlet, an inlet and a cable.
  return equipment.reduce((sum, { upstream, panel }) => sum + 1 + 3 * upstream.length + Number(panel), 0);
}

export function recordsOfRow({ racks, devices, feeds, prefixes, asns }: RackRowRecords): number {
  // A feed has a strip and a cable to it; a device a cable a side, and a switch its number and address.
  const ofDevices = devices.reduce(
    (sum, { plugs, loopback }) => sum + 1 + plugs.length + Number(loopback !== undefined),
    0,
  );
  return racks.length + prefixes.length + asns.length + 3 * feeds.length + ofDevices;
}
