import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import { DeviceRole, type EquipmentRecord, type PowerChainRecords } from '../../../design/hall/records/types';
import { TerraformData } from '../../terraform-data';
import type { IPowerDistributionResources, PowerDistributionRequest } from '../contract';
import { Cable } from './bindings/cable';
import { Device } from './bindings/device';
import { DevicePowerOutlet } from './bindings/device-power-outlet';
import { DevicePowerPort } from './bindings/device-power-port';
import { PowerPanel } from './bindings/power-panel';
import { brand, requireBrand } from './brand';
import { forEach, list, map, number, ref, table, text } from './each';
import { customFields } from './fields';
import { NetboxFloor } from './floor';
import { NetboxKinds } from './kinds';
import { NetboxSite } from './site';

const MARK = Symbol.for('wattform.netbox.power');

/** Equipment of the power chain and its panels. */
export class NetboxPowerDistribution implements IPowerDistributionResources {
  /** @throws when it is another target's */
  public static of(power: IPowerDistributionResources): NetboxPowerDistribution {
    requireBrand(power, MARK, 'a power distribution');
    return power as NetboxPowerDistribution;
  }

  public readonly equipment: string[];
  /** `devices` and `panels` by the name of the equipment. */
  public readonly ids: TerraformLocal;

  public constructor(equipment: string[], ids: TerraformLocal) {
    brand(this, MARK);
    this.equipment = equipment;
    this.ids = ids;
  }
}

/**
 * Equipment as devices that stand in no rack. Each way from above is an outlet of the one, an inlet of the other and a cable, named
 * after the neighbour, so that a server's power can be followed to the grid. A panel is a device too: NetBox's own panels have no plug.
 */
export function createPowerDistribution(
  scope: Construct,
  { site: siteResources, kinds, floor, chain, upstream }: PowerDistributionRequest,
): NetboxPowerDistribution {
  const site = NetboxSite.of(siteResources);
  const kindIds = new TerraformLocal(scope, 'kind-ids', NetboxKinds.of(kinds).ids.expression);
  const places = new TerraformLocal(scope, 'places', NetboxFloor.of(floor).places.expression);
  const siteId = site.siteId.asNumber;
  const above = upstream.map(
    (each, at) => new TerraformLocal(scope, `above-${at + 1}`, NetboxPowerDistribution.of(each).ids.expression),
  );
  const known = new Set([
    ...chain.equipment.map(({ name }) => name),
    ...upstream.flatMap(({ equipment }) => equipment),
  ]);
  const missing = chain.equipment.flatMap(({ upstream: ways }) => ways).find(({ name }) => !known.has(name));
  if (missing !== undefined)
    throw new Error(`${missing.name} feeds this part of the power chain and was not handed in`);

  const location = `each.value.place == "" ? null : ${ref(places)}[each.value.place]`;
  const equipment = table(
    scope,
    'equipment',
    Object.fromEntries(chain.equipment.map((each) => [each.name, rowOf(each, chain)])),
  );
  const device = forEach(
    new Device(scope, 'device', {
      name: text('each.key'),
      deviceTypeId: number(`${ref(kindIds)}.device_types[each.value.kind]`),
      roleId: number(`${ref(kindIds)}.roles["${DeviceRole.POWER_EQUIPMENT}"]`),
      siteId,
      locationId: number(location),
      tenantId: number(`${ref(kindIds)}.tenant`),
      tags: list(`${ref(kindIds)}.tags`),
      customFields: map('each.value.fields'),
      status: 'planned',
      lifecycle: { ignoreChanges: ['status'] },
    }),
    equipment,
  );
  const own = `{for name, each in ${ref(device)} : name => tonumber(each.id)}`;
  const devices = new TerraformLocal(
    scope,
    'devices',
    text(`merge(${[...above.map((power) => `${ref(power)}.devices`), own].join(', ')})`),
  );
  createWays(scope, chain, devices);
  const panels = forEach(
    new PowerPanel(scope, 'panel', {
      name: text('each.key'),
      siteId,
      locationId: number(`${ref(places)}[each.value]`),
      tags: list(`${ref(kindIds)}.tags`),
      customFields: map(`{ wattform_fed_from = "device \${each.key}" }`),
      dependsOn: [device],
    }),
    table(
      scope,
      'panels',
      Object.fromEntries(chain.equipment.filter(({ panel }) => panel).map((each) => [each.name, placeOf(each, chain)])),
    ),
  );
  keepLimits(scope, equipment.expression);
  const ids = new TerraformLocal(scope, 'ids', {
    devices: `\${${own}}`,
    panels: `\${{for name, each in ${ref(panels)} : name => tonumber(each.id)}}`,
  });
  return new NetboxPowerDistribution(
    chain.equipment.map(({ name }) => name),
    ids,
  );
}

function rowOf(equipment: EquipmentRecord, chain: PowerChainRecords): object {
  return {
    kind: equipment.kind,
    place: placeOf(equipment, chain),
    peak_w: equipment.peakW,
    limit_w: equipment.limitW ?? null,
    fields: customFields({ ...equipment.fields, peak_w: String(equipment.peakW) }),
  };
}

/** `1-3`, `1`, or nothing for what stands outside of the halls. */
function placeOf({ row }: EquipmentRecord, { hall }: PowerChainRecords): string {
  if (hall === undefined) return '';
  return row === undefined ? String(hall) : `${hall}-${row}`;
}

/** Keyed by the thing below and the one above: `ups-1 mv-swgr-a`. */
function createWays(scope: Construct, { equipment }: PowerChainRecords, devices: TerraformLocal): void {
  const rows = equipment.flatMap(({ name, upstream }) =>
    upstream.map((way) => [`${name} ${way.name}`, { below: name, above: way.name, peak_w: Math.max(1, way.peakW) }]),
  );
  const ways = table(scope, 'ways', Object.fromEntries(rows));
  const outlet = forEach(
    new DevicePowerOutlet(scope, 'outlet', {
      name: text('"to-${each.value.below}"'),
      deviceId: number(`${ref(devices)}[each.value.above]`),
    }),
    ways,
  );
  const inlet = forEach(
    new DevicePowerPort(scope, 'inlet', {
      name: text('"from-${each.value.above}"'),
      deviceId: number(`${ref(devices)}[each.value.below]`),
      maximumDraw: number('each.value.peak_w'),
      allocatedDraw: number('each.value.peak_w'),
    }),
    ways,
  );
  forEach(
    new Cable(scope, 'cable', {
      type: 'power',
      status: 'planned',
      aTermination: [{ objectType: 'dcim.poweroutlet', objectId: number(`${ref(outlet)}[each.key].id`) }],
      bTermination: [{ objectType: 'dcim.powerport', objectId: number(`${ref(inlet)}[each.key].id`) }],
      lifecycle: { ignoreChanges: ['status'] },
    }),
    ways,
  );
}

/** Fails a plan whose equipment would carry more than it may, whoever changed the table. */
function keepLimits(scope: Construct, equipment: string): void {
  const over = `[for name, each in ${equipment} : name if each.limit_w != null && each.peak_w > coalesce(each.limit_w, 0)]`;
  const limits = new TerraformData(scope, 'limits', { equipment: `\${length(${equipment})}` });
  limits.addOverride('lifecycle.precondition', [
    {
      condition: `\${length(${over}) == 0}`,
      error_message: `over what it may carry: \${join(", ", ${over})}`,
    },
  ]);
}
