import { TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import { DataNetboxDeviceInterfaces } from './bindings/data-netbox-device-interfaces';
import { DataNetboxDevicePowerOutlets } from './bindings/data-netbox-device-power-outlets';
import { DataNetboxDevicePowerPorts } from './bindings/data-netbox-device-power-ports';
import type { Device } from './bindings/device';
import { ref, text } from './each';

/** Which parts of devices are looked for. A device that has none of a sort makes NetBox's answer empty, which the provider refuses. */
export interface Wanted {
  readonly interfaces?: boolean;
  readonly inlets?: boolean;
  readonly outlets?: boolean;
}

/** Ids of parts by device and name. */
export interface Found {
  readonly interfaces?: TerraformLocal;
  readonly inlets?: TerraformLocal;
  readonly outlets?: TerraformLocal;
}

const SORTS = {
  interfaces: [DataNetboxDeviceInterfaces, 'interfaces'],
  inlets: [DataNetboxDevicePowerPorts, 'power_ports'],
  outlets: [DataNetboxDevicePowerOutlets, 'power_outlets'],
} as const;

/** Reads the parts that NetBox gave to devices when it made them from their kinds. */
export function findParts(scope: Construct, id: string, devices: Device, wanted: Wanted): Found {
  const own = new Construct(scope, `${id}-parts`);
  const find = (sort: keyof typeof SORTS): { readonly [each: string]: TerraformLocal } => {
    if (!wanted[sort]) return {};
    const [Source, list] = SORTS[sort];
    const data = new Source(own, sort, { filter: [{ name: 'device_id', value: text('each.value.id') }] });
    data.addOverride('for_each', `\${${ref(devices)}}`);
    const ids = `{for device, found in ${ref(data)} : device => {for part in found.${list} : part.name => part.id}}`;
    return { [sort]: new TerraformLocal(own, `${sort}-ids`, text(ids)) };
  };
  return { ...find('interfaces'), ...find('inlets'), ...find('outlets') };
}
