import { TerraformLocal } from 'cdktf';
import type { Construct } from 'constructs';
import type { LinkRecords } from '../../../design/hall/records/types';
import type { TableRow } from '../../table';
import type { CablingRequest } from '../contract';
import { Cable } from './bindings/cable';
import { DeviceOobIp } from './bindings/device-oob-ip';
import { IpAddress } from './bindings/ip-address';
import { forEach, number, ref, table, text } from './each';
import { twoKeys } from './feeds';
import { NetboxRackRow } from './rack-row';
import { NetboxSite } from './site';

/** Cables of a part of a row and the addresses of their ends. An end is spelled `device port`, which is also its key. */
export function createCabling(scope: Construct, request: CablingRequest): void {
  const site = NetboxSite.of(request.site);
  const { rows: keys } = request.links;
  const rows = request.rows.map((row) => NetboxRackRow.of(row));
  const missing = keys.find((key) => !rows.some((row) => row.key === key));
  if (missing !== undefined) throw new Error(`cables lead to row ${missing}, which was not handed in`);
  const ids = rows.map(({ key, ids: row }) => new TerraformLocal(scope, `row-${key}`, row.expression));
  const merged = (what: string): TerraformLocal =>
    new TerraformLocal(scope, what, text(`merge(${ids.map((row) => `${ref(row)}.${what}`).join(', ')})`));
  const [interfaces, devices] = [merged('interfaces'), merged('devices')];

  const cables = table(scope, 'cables', () =>
    request.links.links.map(({ fromDevice, fromPort, toDevice, toPort, lengthM, cableType }) => [
      `${fromDevice} ${fromPort}`,
      `${toDevice} ${toPort} ${Math.round(lengthM * 100) / 100}${cableType === undefined ? '' : ` ${cableType}`}`,
    ]),
  );
  const words = 'split(" ", far)';
  const runs = new TerraformLocal(
    scope,
    'runs',
    text(
      `{for near, far in ${cables.expression} : near => { near = ${ref(interfaces)}${twoKeys('near')}, far = ${ref(interfaces)}${twoKeys('far')}, length = tonumber(${words}[2]), type = try(${words}[3], null) }}`,
    ),
  );
  forEach(
    new Cable(scope, 'cable', {
      status: 'planned',
      type: text('each.value.type'),
      length: number('each.value.length'),
      lengthUnit: 'm',
      aTermination: [{ objectType: 'dcim.interface', objectId: number('each.value.near') }],
      bTermination: [{ objectType: 'dcim.interface', objectId: number('each.value.far') }],
      lifecycle: { ignoreChanges: ['status'] },
    }),
    runs,
  );

  const near = addresses(scope, 'near', site, interfaces, () => ends(request.links, 'from'));
  addresses(scope, 'far', site, interfaces, () => ends(request.links, 'to'));
  const managed = table(scope, 'managed-ports', () =>
    request.links.links.flatMap(({ fromDevice, fromPort, outOfBand }): TableRow[] =>
      outOfBand ? [[fromDevice, fromPort]] : [],
    ),
  );
  forEach(
    new DeviceOobIp(scope, 'managed', {
      deviceId: number(`${ref(devices)}[each.key]`),
      ipAddressId: number(`${ref(near)}["\${each.key} \${each.value}"].id`),
    }),
    managed,
  );
}

function ends({ links }: LinkRecords, end: 'from' | 'to'): TableRow[] {
  return links.flatMap((link): TableRow[] => {
    const [device, port, address] =
      end === 'from'
        ? [link.fromDevice, link.fromPort, link.fromAddress]
        : [link.toDevice, link.toPort, link.toAddress];
    return address === undefined ? [] : [[`${device} ${port}`, address]];
  });
}

function addresses(
  scope: Construct,
  end: string,
  site: NetboxSite,
  interfaces: TerraformLocal,
  rows: () => TableRow[],
): IpAddress {
  const plan = table(scope, `${end}-addresses`, rows);
  const ports = new TerraformLocal(
    scope,
    `${end}-ports`,
    text(
      `{for end, address in ${plan.expression} : end => { address = address, port = ${ref(interfaces)}${twoKeys('end')} }}`,
    ),
  );
  return forEach(
    new IpAddress(scope, `${end}-address`, {
      ipAddress: text('each.value.address'),
      status: 'active',
      vrfId: site.network.vrf.asNumber,
      deviceInterfaceId: number('each.value.port'),
    }),
    ports,
  );
}
