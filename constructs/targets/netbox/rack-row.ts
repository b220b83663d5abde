import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import type { RackedDevice, RackRowRecords } from '../../../design/hall/records/types';
import type { Table } from '../../table';
import { TerraformData } from '../../terraform-data';
import type { IRackRowResources, RackRowRequest } from '../contract';
import { createAsns } from './asns';
import { Device } from './bindings/device';
import { IpAddress } from './bindings/ip-address';
import { Prefix } from './bindings/prefix';
import { Rack } from './bindings/rack';
import { brand, requireBrand } from './brand';
import { NetboxCluster } from './cluster';
import { type Found, findParts } from './components';
import { forEach, list, map, number, ref, table, text } from './each';
import { createFeeds } from './feeds';
import { customFields } from './fields';
import { NetboxFloor } from './floor';
import { NetboxKinds } from './kinds';
import { NetboxSite } from './site';

const MARK = Symbol.for('wattform.netbox.row');

/** What stands in a row, with the ids that cables are led to. */
export class NetboxRackRow implements IRackRowResources {
  /** @throws when the row is another target's */
  public static of(row: IRackRowResources): NetboxRackRow {
    requireBrand(row, MARK, 'a row');
    return row as NetboxRackRow;
  }

  public readonly key: string;
  /** `devices` by name, and `interfaces` by device and name. */
  public readonly ids: TerraformLocal;

  public constructor(key: string, ids: TerraformLocal) {
    brand(this, MARK);
    this.key = key;
    this.ids = ids;
  }
}

/** Everything that the parts of a row refer to. */
export interface RowGround {
  readonly site: NetboxSite;
  /** Local values of the stack, by what they hold. */
  readonly kinds: TerraformLocal;
  /** The location of the row, an expression. */
  readonly place: string;
}

/** Racks of a row with servers and switches, then their feeds and power strips. Ports are those that NetBox made of the templates. */
export function createRackRow(scope: Construct, request: RackRowRequest): NetboxRackRow {
  const { row } = request;
  const key = `${row.hall}-${row.row}`;
  const site = NetboxSite.of(request.site);
  const kinds = new TerraformLocal(scope, 'kind-ids', NetboxKinds.of(request.kinds).ids.expression);
  const places = new TerraformLocal(scope, 'places', NetboxFloor.of(request.floor).places.expression);
  const ground = { site, kinds, place: `${ref(places)}["${key}"]` };
  const rack = createRacks(scope, row, ground);
  const device = createDevices(scope, request, ground, rack);
  const parts = findParts(scope, 'device', device, { interfaces: true, inlets: true });
  createFeeds(scope, request, ground, { rack, device, inlets: parts.inlets! });
  createNumbers(scope, row, ground, parts);
  const ids = new TerraformLocal(scope, 'ids', {
    devices: `\${{for name, each in ${ref(device)} : name => tonumber(each.id)}}`,
    interfaces: parts.interfaces!.expression,
  });
  return new NetboxRackRow(key, ids);
}

function createRacks(scope: Construct, { racks }: RackRowRecords, { site, kinds, place }: RowGround): Rack {
  const rows = racks.map(({ place: { name, position }, kind, peakW, fields }) => [
    name,
    { kind, position, fields: customFields({ ...fields, peak_w: String(peakW) }) },
  ]);
  return forEach(
    new Rack(scope, 'rack', {
      name: text('each.key'),
      facilityId: text('"position ${each.value.position}"'),
      siteId: site.siteId.asNumber,
      locationId: number(place),
      rackTypeId: number(`${ref(kinds)}.rack_types[each.value.kind]`),
      tenantId: number(`${ref(kinds)}.tenant`),
      tags: list(`${ref(kinds)}.tags`),
      customFields: map('each.value.fields'),
      status: 'planned',
      lifecycle: { ignoreChanges: ['status'] },
    }),
    table(scope, 'racks', Object.fromEntries(rows)),
  );
}

function createDevices(
  scope: Construct,
  { row, clusters }: RackRowRequest,
  { site, kinds, place }: RowGround,
  rack: Rack,
): Device {
  const served = [...new Set(row.devices.flatMap(({ controlPlane }) => controlPlane ?? []))].sort();
  const ids = new TerraformLocal(
    scope,
    'clusters',
    Object.fromEntries(served.map((name) => [name, clusterId(name, clusters)])),
  );
  const devices = table(scope, 'devices', () => row.devices.map((each) => [each.name, deviceRow(each)]));
  const device = forEach(
    new Device(scope, 'device', {
      name: text('each.key'),
      deviceTypeId: number(`${ref(kinds)}.device_types[each.value.kind]`),
      roleId: number(`${ref(kinds)}.roles[each.value.role]`),
      siteId: site.siteId.asNumber,
      // NetBox refuses a device whose location is not its rack's.
      locationId: number(place),
      rackId: number(`${ref(rack)}[each.value.rack].id`),
      rackFace: text('each.value.unit == null ? null : "front"'),
      rackPosition: number('each.value.unit'),
      clusterId: number(`try(${ref(ids)}[each.value.cluster], null)`),
      tenantId: number(`${ref(kinds)}.tenant`),
      tags: list(`${ref(kinds)}.tags`),
      customFields: map('each.value.fields'),
      status: 'planned',
      lifecycle: { ignoreChanges: ['status'] },
    }),
    devices,
  );
  bornAnew(scope, devices, device);
  return device;
}

/** NetBox gives a device the ports of its kind when it is made, and none when its kind changes: then it is made anew. */
function bornAnew(scope: Construct, devices: Table, device: Device): void {
  const kind = forEach(new TerraformData(scope, 'kind', { kind: text('each.value.kind') }), devices);
  device.addOverride('lifecycle.replace_triggered_by', [`${ref(kind)}[each.key]`]);
}

function clusterId(name: string, clusters: RackRowRequest['clusters']): string {
  const cluster = clusters[name];
  if (cluster === undefined) throw new Error(`servers of this row serve ${name}, which was not handed in`);
  return NetboxCluster.of(cluster).clusterId.expression;
}

function deviceRow({ kind, role, rack, unit, controlPlane, pool, asn }: RackedDevice): object {
  return {
    kind,
    role,
    rack,
    unit: unit ?? null,
    cluster: controlPlane ?? null,
    fields: customFields({ pool, asn: asn === undefined ? undefined : String(asn) }),
  };
}

/** Numbers of switches in BGP, their loopbacks, and the subnets that management switches serve. */
function createNumbers(
  scope: Construct,
  { devices, prefixes, asns }: RackRowRecords,
  { site, kinds }: RowGround,
  { interfaces }: Found,
): void {
  createAsns(scope, asns, kinds);
  const loopbacks = devices.flatMap(({ name, loopback }) => (loopback === undefined ? [] : [[name, `${loopback}/32`]]));
  forEach(
    new IpAddress(scope, 'loopback', {
      ipAddress: text('each.value'),
      role: 'loopback',
      status: 'active',
      vrfId: site.network.vrf.asNumber,
      deviceInterfaceId: number(`${ref(interfaces!)}[each.key]["Loopback0"]`),
    }),
    table(scope, 'loopbacks', Object.fromEntries(loopbacks)),
  );
  forEach(
    new Prefix(scope, 'prefix', {
      prefix: text('each.key'),
      description: text('each.value'),
      status: 'active',
      vrfId: site.network.vrf.asNumber,
    }),
    table(scope, 'prefixes', Object.fromEntries(prefixes.map(({ cidr, purpose }) => [cidr, purpose]))),
  );
}
