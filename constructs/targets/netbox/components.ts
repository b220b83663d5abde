import { TerraformLocal } from 'cdktf';
import { Construct } from 'constructs';
import { DataNetboxDeviceInterfaces } from './bindings/data-netbox-device-interfaces';
import { DataNetboxDevicePowerOutlets } from './bindings/data-netbox-device-power-outlets';
import { DataNetboxDevicePowerPorts } from './bindings/data-netbox-device-power-ports';
import type { Device } from './bindings/device';
import { forEach, ref, text } from './each';

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
  // Through a local value: a source that names the devices themselves is read anew, and late, as soon as any of them changes.
  const ids = new TerraformLocal(own, 'of', text(`{for name, each in ${ref(devices)} : name => each.id}`));
  const find = (sort: keyof typeof SORTS): { readonly [each: string]: TerraformLocal } => {
    if (!wanted[sort]) return {};
    const [Source, list] = SORTS[sort];
    const data = forEach(new Source(own, sort, { filter: [{ name: 'device_id', value: text('each.value') }] }), ids);
    const found = `{for device, found in ${ref(data)} : device => {for part in found.${list} : part.name => part.id}}`;
    return { [sort]: new TerraformLocal(own, `${sort}-ids`, text(found)) };
  };
  return { ...find('interfaces'), ...find('inlets'), ...find('outlets') };
}
