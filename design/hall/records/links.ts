import { type FabricLink, LinkTier } from '../../fabric/types';
import { NetworkRole, type RackPlace } from '../seams';
import type { HallDesign } from '../types';
import { rowKey } from './row-key';
import type { LinkRecord, LinkRecords } from './types';

/** What one state holds at most, so that it is applied within ten minutes and planned within four. */
export const RECORDS_OF_A_PART = 3000;

/** The part of the management ports of a row's switches. */
const SWITCHES = 'switches';

function isManagement({ key }: Bundle): boolean {
  return key.startsWith(`${SWITCHES} `);
}

/** What begins in one rack: of its switches, or of all of its servers. */
interface Bundle {
  readonly place: RackPlace;
  readonly key: string;
  readonly links: FabricLink[];
  /** Of those: ports that devices are managed by. */
  readonly managed: Set<FabricLink>;
  readonly to: Set<string>;
  records: number;
}

/**
 * Cables and addresses, by where they begin. Racks of servers go together as far as {@link RECORDS_OF_A_PART} allows, counted from
 * the fullest, which is full as soon as there are two: growing a row moves no cable from one part to another. The uplinks of each rack
 * of switches are a part of their own, or several by its switches; the management ports of a row's switches are one.
 */
export function linkRecords(hall: HallDesign): LinkRecords[] {
  const servers = new Set(hall.racks.racks.map(({ place }) => place.name));
  const places = new Map(hall.loads.map(({ rack }) => [rack.name, rack]));
  const bundles = new Map<string, Bundle>();
  for (const { role, links } of hall.fabric.networks) {
    for (const link of links) {
      const { a, b } = link;
      const managed = role === NetworkRole.OUT_OF_BAND && link.tier === LinkTier.ACCESS;
      const place = places.get(a.rack)!;
      const key = servers.has(a.rack) ? a.rack : managed ? `${SWITCHES} ${rowKey(place)}` : a.device;
      let bundle = bundles.get(key);
      if (bundle === undefined) {
        bundle = { key, place, links: [], managed: new Set(), to: new Set(), records: 0 };
        bundles.set(key, bundle);
      }
      const outOfBand = managed && a.address !== undefined;
      bundle.links.push(link);
      if (outOfBand) bundle.managed.add(link);
      bundle.to.add(rowKey(places.get(b.rack)!));
      bundle.records += 1 + Number(a.address !== undefined) + Number(b.address !== undefined) + Number(outOfBand);
    }
  }
  const parts = new Map<string, { readonly place: RackPlace; readonly part: string; readonly of: Bundle[] }>();
  const add = (place: RackPlace, part: string, bundle: Bundle): void => {
    const key = `${rowKey(place)} ${part}`;
    const open = parts.get(key) ?? { place, part, of: [] };
    parts.set(key, open);
    open.of.push(bundle);
  };
  for (const [rack, of] of byRack([...bundles.values()])) {
    if (servers.has(rack)) continue;
    for (const bundle of of.filter(isManagement)) add(bundle.place, SWITCHES, bundle);
    const uplinks = of.filter((bundle) => !isManagement(bundle));
    for (const [at, part] of cutSwitches(uplinks).entries()) add(uplinks[at]!.place, part, uplinks[at]!);
  }
  for (const of of byRow([...bundles.values()].filter(({ place }) => servers.has(place.name))).values()) {
    const span = spanOf(of);
    for (const bundle of of) add(bundle.place, String(Math.floor((bundle.place.position - 1) / span) + 1), bundle);
  }
  return [...parts.values()]
    .map(({ place, part, of }) => ({
      hall: place.hall,
      row: place.row,
      part,
      rows: [...new Set([rowKey(place), ...of.flatMap(({ to }) => [...to])])].sort(),
      records: of.reduce((sum, { records }) => sum + records, 0),
      // Made when they are read, and not kept: a campus has hundreds of thousands.
      get links() {
        return of.flatMap(({ links, managed }) => links.map((link) => recordOf(link, managed.has(link))));
      },
    }))
    .sort((one, other) => one.hall - other.hall || one.row - other.row || (one.part < other.part ? -1 : 1));
}

/** How many of the fullest fit into one part. */
function spanOf(bundles: Bundle[]): number {
  const fullest = bundles.reduce((most, { records }) => Math.max(most, records), 1);
  return Math.max(1, Math.floor(RECORDS_OF_A_PART / fullest));
}

/** Parts of the switches of one rack: the first bears the rack's name. */
function cutSwitches(bundles: Bundle[]): string[] {
  const span = spanOf(bundles);
  return bundles.map(({ place }, at) => (at < span ? place.name : `${place.name}-${Math.floor(at / span) + 1}`));
}

function byRack(bundles: Bundle[]): Map<string, Bundle[]> {
  return grouped(bundles, ({ place }) => place.name);
}

function byRow(bundles: Bundle[]): Map<string, Bundle[]> {
  return grouped(bundles, ({ place }) => rowKey(place));
}

function grouped<T>(items: T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

/** Plain assignments and no spreads: this runs for every cable, several times. */
function recordOf({ a, b, lengthM, cableType }: FabricLink, outOfBand: boolean): LinkRecord {
  return {
    fromDevice: a.device,
    fromPort: a.port,
    fromAddress: a.address,
    toDevice: b.device,
    toPort: b.port,
    toAddress: b.address,
    outOfBand,
    lengthM,
    cableType: cableType === 'unknown' ? undefined : cableType,
  };
}
