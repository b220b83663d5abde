import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { DeviceRole, type FeedRecord, type RackRowRecords } from '../../../design/hall/records/types';
import type { TableRow } from '../../table';
import { TerraformData } from '../../terraform-data';
import type { RackRowRequest } from '../contract';
import { Cable } from './bindings/cable';
import { Device } from './bindings/device';
import { PowerFeed } from './bindings/power-feed';
import type { Rack } from './bindings/rack';
import { findParts } from './components';
import { forEach, list, map, number, ref, table, text } from './each';
import { customFields } from './fields';
import { NetboxPowerDistribution } from './power-distribution';
import type { RowGround } from './rack-row';

/** What feeds are led to. */
interface Fed {
  readonly rack: Rack;
  readonly device: Device;
  /** Ids of inlets, by device and name. */
  readonly inlets: TerraformLocal;
}

/** Feeds of a row's racks, the power strip behind each, and the cords to what stands in the rack. */
export function createFeeds(scope: Construct, request: RackRowRequest, ground: RowGround, fed: Fed): void {
  const { row } = request;
  const feed = createPowerFeeds(scope, request, ground, fed.rack);
  const strip = createStrips(scope, row, ground, fed.rack);
  const parts = findParts(scope, 'strip', strip, { inlets: true, outlets: true });
  forEach(
    new Cable(scope, 'feed-cable', {
      type: 'power',
      status: 'planned',
      aTermination: [{ objectType: 'dcim.powerfeed', objectId: number(`${ref(feed)}[each.key].id`) }],
      bTermination: [{ objectType: 'dcim.powerport', objectId: number(`${ref(parts.inlets!)}[each.value]["inlet"]`) }],
      lifecycle: { ignoreChanges: ['status'] },
    }),
    table(scope, 'feed-cables', Object.fromEntries(row.feeds.map(({ name, strip: behind }) => [name, behind]))),
  );
  forEach(
    new Cable(scope, 'cord', {
      type: 'power',
      status: 'planned',
      aTermination: [
        { objectType: 'dcim.poweroutlet', objectId: number(`${ref(parts.outlets!)}${twoKeys('each.value')}`) },
      ],
      bTermination: [{ objectType: 'dcim.powerport', objectId: number(`${ref(fed.inlets)}${twoKeys('each.key')}`) }],
      lifecycle: { ignoreChanges: ['status'] },
    }),
    table(scope, 'cords', () =>
      row.devices.flatMap(({ name, plugs }) =>
        plugs.map(({ inlet, strip: from, outlet }): TableRow => [`${name} ${inlet}`, `${from} ${outlet}`]),
      ),
    ),
  );
}

/** `a b` as two keys: `["a"]["b"]`. */
export function twoKeys(expression: string): string {
  return `[split(" ", ${expression})[0]][split(" ", ${expression})[1]]`;
}

function createPowerFeeds(
  scope: Construct,
  { row, power }: RackRowRequest,
  { kinds }: RowGround,
  rack: Rack,
): PowerFeed {
  const built = power.map((each) => NetboxPowerDistribution.of(each));
  const known = new Set(built.flatMap(({ equipment }) => equipment));
  const missing = row.feeds.find(({ panel }) => !known.has(panel));
  if (missing !== undefined) throw new Error(`${missing.name} hangs on ${missing.panel}, which was not handed in`);
  const used = new Set(row.feeds.map(({ panel }) => panel));
  const panels = built
    .filter(({ equipment }) => equipment.some((name) => used.has(name)))
    .map(({ ids }, at) => new TerraformLocal(scope, `power-${at + 1}`, ids.expression));
  const all = new TerraformLocal(
    scope,
    'panels',
    text(`merge(${[...panels.map((power) => `${ref(power)}.panels`), '{}'].join(', ')})`),
  );
  const feed = forEach(
    new PowerFeed(scope, 'feed', {
      name: text('each.key'),
      powerPanelId: number(`${ref(all)}[each.value.panel]`),
      rackId: number(`${ref(rack)}[each.value.rack].id`),
      type: text('each.value.type'),
      supply: text('each.value.supply'),
      phase: text('each.value.phase'),
      voltage: number('each.value.volts'),
      amperage: number('each.value.amps'),
      maxPercentUtilization: number('each.value.max_percent'),
      tags: list(`${ref(kinds)}.tags`),
      status: 'planned',
      lifecycle: { ignoreChanges: ['status'] },
    }),
    table(scope, 'feeds', Object.fromEntries(row.feeds.map((each) => [each.name, feedRow(each)]))),
  );
  keepLoads(scope, row, feed);
  return feed;
}

function feedRow(feed: FeedRecord): object {
  return {
    panel: feed.panel,
    rack: feed.rack,
    type: feed.redundant ? 'redundant' : 'primary',
    supply: feed.direct ? 'dc' : 'ac',
    phase: feed.threePhase ? 'three-phase' : 'single-phase',
    volts: feed.volts,
    amps: feed.amps,
    max_percent: feed.maxPercent,
  };
}

/** Fails a plan whose feeds could not carry their racks with the other side out. The capacity is read from the feeds themselves. */
function keepLoads(scope: Construct, { feeds }: RackRowRecords, feed: PowerFeed): void {
  const loads = table(scope, 'loads', Object.fromEntries(feeds.map(({ name, designW }) => [name, designW])));
  const capacity =
    'floor(each.voltage * each.amperage * (each.phase == "three-phase" ? 1.7320508 : 1) * each.max_percent_utilization / 100)';
  const over = `[for name, each in ${ref(feed)} : name if ${loads.expression}[name] > ${capacity}]`;
  const limits = new TerraformData(scope, 'limits', { feeds: `\${length(${loads.expression})}` });
  limits.addOverride('lifecycle.precondition', [
    {
      condition: `\${length(${over}) == 0}`,
      error_message: `feeds that cannot carry their rack with the other side out: \${join(", ", ${over})}`,
    },
  ]);
}

function createStrips(scope: Construct, { feeds }: RackRowRecords, ground: RowGround, rack: Rack): Device {
  const { site, kinds, place } = ground;
  const rows = feeds.map(({ strip, stripKind, rack: name, side, volts, amps }) => [
    strip,
    {
      kind: stripKind,
      rack: name,
      fields: customFields({ side, volts: String(volts), rated_amps: String(amps) }),
    },
  ]);
  return forEach(
    new Device(scope, 'strip', {
      name: text('each.key'),
      deviceTypeId: number(`${ref(kinds)}.device_types[each.value.kind]`),
      roleId: number(`${ref(kinds)}.roles["${DeviceRole.RACK_PDU}"]`),
      siteId: site.siteId.asNumber,
      locationId: number(place),
      rackId: number(`${ref(rack)}[each.value.rack].id`),
      tenantId: number(`${ref(kinds)}.tenant`),
      tags: list(`${ref(kinds)}.tags`),
      customFields: map('each.value.fields'),
      status: 'planned',
      lifecycle: { ignoreChanges: ['status'] },
    }),
    table(scope, 'strips', Object.fromEntries(rows)),
  );
}
