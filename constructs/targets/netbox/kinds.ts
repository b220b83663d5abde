import { TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import { type DeviceKind, DeviceRole, type KindRecords } from '../../../design/hall/records/types';
import type { HallKindsRequest, IHallKinds } from '../contract';
import { ClusterType } from './bindings/cluster-type';
import { CustomField } from './bindings/custom-field';
import { DeviceRole as Role } from './bindings/device-role';
import { DeviceType } from './bindings/device-type';
import { InterfaceTemplate } from './bindings/interface-template';
import { IpamRole } from './bindings/ipam-role';
import { Manufacturer } from './bindings/manufacturer';
import { PowerOutletTemplate } from './bindings/power-outlet-template';
import { PowerPortTemplate } from './bindings/power-port-template';
import { RackType } from './bindings/rack-type';
import { Region } from './bindings/region';
import { Rir } from './bindings/rir';
import { Tag } from './bindings/tag';
import { Tenant } from './bindings/tenant';
import { brand, requireBrand } from './brand';
import { flag, forEach, number, ref, table, text } from './each';
import { FIELD_HOLDERS, FIELDS, fieldName } from './fields';
import { interfaceType } from './interface-types';
import { nameOf, slugOf } from './names';

const MARK = Symbol.for('wattform.netbox.kinds');
const NAME_LENGTH = 100;

const ROLE_COLORS: { readonly [role in DeviceRole]: string } = {
  [DeviceRole.SERVER]: '2196f3',
  [DeviceRole.LEAF]: '4caf50',
  [DeviceRole.SPINE]: '009688',
  [DeviceRole.CORE]: '00bcd4',
  [DeviceRole.RACK_PDU]: 'ff9800',
  [DeviceRole.POWER_EQUIPMENT]: 'f44336',
};

/** What addresses are for; the keys are slugs. */
const ADDRESS_ROLES = { nodes: 'Nodes', storage: 'Storage', system: 'System', fabric: 'Fabric' };

/** Kinds of things, which exist once in a NetBox, and their ids. */
export class NetboxKinds implements IHallKinds {
  /** @throws when the kinds are another target's */
  public static of(kinds: IHallKinds): NetboxKinds {
    requireBrand(kinds, MARK, 'kinds');
    return kinds as NetboxKinds;
  }

  public readonly regions: string[];
  /**
   * An object of ids: `regions`, `rack_types`, `device_types`, `roles` and `address_roles` by name, `cluster_type`, `rir`, `tenant` (null
   * without an owner), and `tags` by name.
   */
  public readonly ids: TerraformLocal;

  public constructor(regions: string[], ids: TerraformLocal) {
    brand(this, MARK);
    this.regions = regions;
    this.ids = ids;
  }
}

/** Everything that the sites of a design share: a second one that made it would be refused. */
export function createKinds(scope: Construct, { kinds }: HallKindsRequest): NetboxKinds {
  new CustomFields(scope);
  const makers = table(
    scope,
    'maker-names',
    Object.fromEntries(kinds.manufacturers.map((name) => [slugOf(name), name])),
  );
  const maker = forEach(new Manufacturer(scope, 'maker', { name: text('each.value'), slug: text('each.key') }), makers);
  const regions = forEach(
    new Region(scope, 'region', { name: text('each.value'), slug: text('each.key') }),
    table(scope, 'region-names', Object.fromEntries(kinds.regions.map((name) => [slugOf(name), name]))),
  );
  const racks = forEach(
    new RackType(scope, 'rack', {
      model: text('each.value.model'),
      slug: text('each.key'),
      manufacturerId: number(`${ref(maker)}[each.value.maker].id`),
      formFactor: '4-post-cabinet',
      width: number('each.value.width'),
      uHeight: number('each.value.units'),
      startingUnit: 1,
    }),
    table(scope, 'racks', rackRows(kinds)),
  );
  const devices = forEach(
    new DeviceType(scope, 'device', {
      model: text('each.value.model'),
      slug: text('each.key'),
      manufacturerId: number(`${ref(maker)}[each.value.maker].id`),
      uHeight: number('each.value.units'),
      isFullDepth: flag('each.value.units > 0'),
    }),
    table(scope, 'devices', deviceRows(kinds)),
  );
  const templates = new Construct(scope, 'template');
  for (const kind of kinds.deviceKinds) createTemplates(templates, kind, devices);
  const roles = forEach(
    new Role(scope, 'role', { name: text('each.key'), slug: text('each.key'), colorHex: text('each.value') }),
    table(scope, 'roles', ROLE_COLORS),
  );
  const addressRoles = forEach(
    new IpamRole(scope, 'address-role', { name: text('each.value'), slug: text('each.key') }),
    table(scope, 'address-roles', ADDRESS_ROLES),
  );
  const clusters = new ClusterType(scope, 'cluster', { name: 'Kubernetes', slug: 'kubernetes' });
  const numbers = new Rir(scope, 'numbers', { name: 'RFC 6996', slug: 'rfc-6996', isPrivate: true });
  const labels = forEach(
    new Tag(scope, 'label', { name: text('each.value'), slug: text('each.key') }),
    table(
      scope,
      'labels',
      Object.fromEntries(kinds.labels.map((label) => [slugOf(label), nameOf(label, NAME_LENGTH)])),
    ),
  );
  const owners = kinds.owner === undefined ? {} : { [slugOf(kinds.owner)]: nameOf(kinds.owner, NAME_LENGTH) };
  const owner = forEach(
    new Tenant(scope, 'owner', { name: text('each.value'), slug: text('each.key') }),
    table(scope, 'owners', owners),
  );
  const byKey = (address: string): string => `\${{for key, each in ${address} : key => tonumber(each.id)}}`;
  const ids = new TerraformLocal(scope, 'ids', {
    regions: `\${{for each in ${ref(regions)} : each.name => tonumber(each.id)}}`,
    rack_types: byKey(ref(racks)),
    device_types: byKey(ref(devices)),
    roles: byKey(ref(roles)),
    address_roles: byKey(ref(addressRoles)),
    cluster_type: text(`tonumber(${ref(clusters)}.id)`),
    rir: text(`tonumber(${ref(numbers)}.id)`),
    tenant: text(`one([for each in ${ref(owner)} : tonumber(each.id)])`),
    tags: text(`[for each in ${ref(labels)} : each.name]`),
  });
  return new NetboxKinds(kinds.regions, ids);
}

function rackRows({ rackKinds }: KindRecords): { readonly [id: string]: object } {
  return Object.fromEntries(
    rackKinds.map(({ id, manufacturer, model, widthInch, heightU }) => [
      id,
      { model: nameOf(model, NAME_LENGTH), maker: slugOf(manufacturer), width: widthInch, units: heightU },
    ]),
  );
}

function deviceRows({ deviceKinds }: KindRecords): { readonly [id: string]: object } {
  return Object.fromEntries(
    deviceKinds.map(({ id, manufacturer, model, heightU }) => [
      id,
      { model: nameOf(model, NAME_LENGTH), maker: slugOf(manufacturer), units: heightU },
    ]),
  );
}

/** Ports that NetBox gives to every device of a kind when it is made; those of a later template come to new devices only. */
function createTemplates(scope: Construct, kind: DeviceKind, devices: DeviceType): void {
  if (kind.ports.length + kind.inlets.length + kind.outlets.length === 0) return;
  const own = new Construct(scope, kind.id);
  const deviceTypeId = number(`${ref(devices)}["${kind.id}"].id`);
  if (kind.ports.length > 0) {
    const ports = kind.ports.map((port) => [port.name, { type: interfaceType(port), management: port.management }]);
    forEach(
      new InterfaceTemplate(own, 'port', {
        name: text('each.key'),
        type: text('each.value.type'),
        mgmtOnly: flag('each.value.management'),
        deviceTypeId,
      }),
      table(own, 'ports', Object.fromEntries(ports)),
    );
  }
  const inlets = kind.inlets.map(({ name, maximumW, typicalW = maximumW }) => [
    name,
    { maximum_w: atLeastOne(maximumW), allocated_w: atLeastOne(typicalW) },
  ]);
  const inlet = forEach(
    new PowerPortTemplate(own, 'inlet', {
      name: text('each.key'),
      maximumDraw: number('each.value.maximum_w'),
      allocatedDraw: number('each.value.allocated_w'),
      deviceTypeId,
    }),
    table(own, 'inlets', Object.fromEntries(inlets)),
  );
  if (kind.outlets.length === 0) return;
  forEach(
    new PowerOutletTemplate(own, 'outlet', {
      name: text('each.key'),
      powerPortId: number(`${ref(inlet)}[each.value].id`),
      deviceTypeId,
    }),
    table(own, 'outlets', Object.fromEntries(kind.outlets.map((name) => [name, kind.inlets[0]!.name]))),
  );
}

/** W as NetBox takes it: one at least, or nothing. */
function atLeastOne(watts: number | undefined): number | null {
  return watts === undefined ? null : Math.max(1, watts);
}

/** The fields that everything else writes to. */
class CustomFields extends Construct {
  public constructor(scope: Construct) {
    super(scope, 'field');
    const rows = Object.entries(FIELDS).map(([field, what]) => [fieldName(field), what]);
    forEach(
      new CustomField(this, 'text', {
        name: text('each.key'),
        description: text('each.value'),
        type: 'text',
        contentTypes: FIELD_HOLDERS,
      }),
      table(this, 'texts', Object.fromEntries(rows)),
    );
  }
}
