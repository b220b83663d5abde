import type { SiteDesign } from '../../basis';
import { type Feed, FeedRole, Phase } from '../../electrical';
import { FabricTier } from '../../fabric/types';
import type { RackPlace } from '../seams';
import type { HallDesign } from '../types';
import { controlPlaneOf } from './control-planes';
import { switchOf } from './floor';
import { NETWORK_RACK, serverKindId } from './kinds';
import { drawW } from './numbers';
import { outletName, STRIP_KIND } from './power-kinds';
import { rowKey } from './row-key';
import { switchKindIds } from './switch-kinds';
import {
  type AsnRecord,
  DeviceRole,
  type FeedRecord,
  type PlugRecord,
  type PrefixRecord,
  type RackedDevice,
  type RackRecord,
  type RackRowRecords,
} from './types';

const ROLES = {
  [FabricTier.LEAF]: DeviceRole.LEAF,
  [FabricTier.SPINE]: DeviceRole.SPINE,
  [FabricTier.CORE]: DeviceRole.CORE,
};

interface OpenRow {
  readonly place: Pick<RackPlace, 'hall' | 'row'>;
  readonly racks: RackRecord[];
  readonly devices: RackedDevice[];
  readonly feeds: FeedRecord[];
  readonly prefixes: PrefixRecord[];
  readonly asns: AsnRecord[];
}

/** What stands in every row of a hall's floor, in the order of halls and rows. */
export function rowRecords(site: SiteDesign, hall: HallDesign): RackRowRecords[] {
  const rows = new Map<string, OpenRow>();
  const at = (place: RackPlace): OpenRow => {
    const key = rowKey(place);
    const row = rows.get(key) ?? { place, racks: [], devices: [], feeds: [], prefixes: [], asns: [] };
    rows.set(key, row);
    return row;
  };
  const plugs = plugsOf(hall.power.feeds);
  const places = new Map<string, RackPlace>();
  const classes = new Map(hall.loads.map(({ rack, loadClass }) => [rack.index, loadClass]));
  const planeOf = controlPlaneOf(site);
  const kinds = new Map(hall.racks.pools.map(({ name }) => [name, serverKindId(name, hall)]));
  const counted = new Map<string, number>();
  for (const rack of hall.racks.racks) {
    const row = at(rack.place);
    places.set(rack.place.name, rack.place);
    row.racks.push({
      place: rack.place,
      kind: rack.type,
      peakW: drawW(rack.peakKw),
      fields: {
        load_class: rack.loadClass,
        pool: rack.pool,
        liquid_share: String(rack.liquidShare),
        ...(rack.type === hall.rackType.id ? maximumLoad(hall.rackType.maximumLoadKg) : {}),
      },
    });
    for (const server of rack.servers) {
      const number = counted.get(rack.pool) ?? 0;
      counted.set(rack.pool, number + 1);
      const controlPlane = planeOf(rack.pool, number);
      row.devices.push({
        name: server.name,
        kind: kinds.get(rack.pool)!,
        role: DeviceRole.SERVER,
        rack: rack.place.name,
        ...(server.unit === undefined ? {} : { unit: server.unit }),
        plugs: plugs(rack.place.name, server.slot, server.unit ?? server.slot),
        pool: rack.pool,
        ...(controlPlane === undefined ? {} : { controlPlane }),
      });
    }
  }
  const switchKinds = switchKindIds(hall);
  const switches = new Map(hall.fabric.networks.flatMap((network) => network.switches.map((sw) => [sw.name, sw])));
  for (const { rack, peakKw, switches: names } of hall.fabric.networkRacks) {
    const row = at(rack);
    places.set(rack.name, rack);
    row.racks.push({
      place: rack,
      kind: NETWORK_RACK.id,
      peakW: drawW(peakKw.value!),
      fields: { load_class: classes.get(rack.index)! },
    });
    for (const [number, name] of names.entries()) {
      const sw = switches.get(name)!;
      row.devices.push({
        name,
        kind: switchKinds.get(name)!,
        role: ROLES[sw.tier],
        rack: rack.name,
        unit: sw.rackUnit,
        plugs: plugs(rack.name, number + 1, sw.rackUnit),
        ...(sw.asn === undefined ? {} : { asn: sw.asn }),
        ...(sw.loopback === undefined ? {} : { loopback: sw.loopback }),
      });
      if (sw.asn !== undefined && sw.tier === FabricTier.LEAF) row.asns.push({ asn: sw.asn, owner: name });
    }
  }
  for (const { prefix, purpose } of hall.fabric.addresses.subnets) {
    const sw = switches.get(switchOf(purpose) ?? '');
    if (sw !== undefined) at(sw.rack).prefixes.push({ cidr: prefix, purpose });
  }
  for (const feed of hall.power.feeds) {
    const place = places.get(feed.rack);
    if (place !== undefined) at(place).feeds.push(feedRecord(feed));
  }
  return [...rows.values()]
    .sort((one, other) => one.place.hall - other.place.hall || one.place.row - other.place.row)
    .map(({ place, ...row }) => ({ hall: place.hall, row: place.row, ...row }));
}

function maximumLoad(kg: number | undefined): { readonly [field: string]: string } {
  return kg === undefined ? {} : { maximum_load_kg: String(Math.floor(kg)) };
}

/** Cords of the devices of a rack, one a side: where a side has several feeds, devices take turns. */
function plugsOf(feeds: Feed[]): (rack: string, slot: number, unit: number) => PlugRecord[] {
  const racks = new Map<string, Map<string, string[]>>();
  for (const feed of feeds) {
    const sides = racks.get(feed.rack) ?? new Map<string, string[]>();
    racks.set(feed.rack, sides);
    sides.set(feed.side, [...(sides.get(feed.side) ?? []), stripName(feed.id)]);
  }
  return (rack, slot, unit) =>
    [...(racks.get(rack) ?? [])].map(([side, strips]) => ({
      inlet: `psu-${side}`,
      strip: strips[(slot - 1) % strips.length]!,
      outlet: outletName(unit),
    }));
}

/** `pdu-r0003-a` behind `feed-r0003-a`. */
function stripName(feed: string): string {
  return feed.replace(/^feed-/, 'pdu-');
}

function feedRecord(feed: Feed): FeedRecord {
  return {
    name: feed.id,
    rack: feed.rack,
    side: feed.side,
    redundant: feed.role === FeedRole.REDUNDANT,
    panel: feed.panel,
    volts: feed.volts,
    direct: feed.phase === Phase.DIRECT_CURRENT,
    threePhase: feed.phase === Phase.THREE,
    amps: feed.amps,
    maxPercent: Math.floor(feed.maxPercentUtilisation),
    designW: drawW(feed.designKw),
    strip: stripName(feed.id),
    stripKind: STRIP_KIND,
  };
}
