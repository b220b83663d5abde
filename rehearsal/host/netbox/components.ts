import { numberOf } from '../checks/scalars';
import type { CloudObject } from '../cloud';
import type { ObjectValue } from '../values';
import { idIn, textOf } from './values';

/** What a device has parts of; named as NetBox names the ends of cables. */
export type ComponentKind = 'dcim.interface' | 'dcim.poweroutlet' | 'dcim.powerport';

/** A part of a device, of its own resource or made with the device from a template of its type. */
export interface Component {
  readonly kind: ComponentKind;
  readonly id: number;
  readonly device: number;
  readonly name: string;
  /** The arguments of the resource that would make it. */
  readonly state: ObjectValue;
}

/** The resources that make one component each. */
export const COMPONENT_KINDS: { readonly [type: string]: ComponentKind } = {
  netbox_device_interface: 'dcim.interface',
  netbox_device_power_outlet: 'dcim.poweroutlet',
  netbox_device_power_port: 'dcim.powerport',
};

/** The templates of a device type that make a component each in every new device; ports first, because outlets name them. */
export const TEMPLATE_KINDS: readonly (readonly [type: string, kind: ComponentKind])[] = [
  ['netbox_interface_template', 'dcim.interface'],
  ['netbox_power_port_template', 'dcim.powerport'],
  ['netbox_power_outlet_template', 'dcim.poweroutlet'],
];

/** The component that an object is. Undefined: it is none. */
export function componentOf({ type, id, state }: CloudObject): Component | undefined {
  const kind = COMPONENT_KINDS[type];
  const device = idIn(state, 'device_id');
  if (kind === undefined || device === undefined) return undefined;
  return { kind, id: Number(id), device, name: textOf(state, 'name') ?? '', state };
}

/**
 * The components of a new device, as NetBox makes them from the templates that its type has at that moment (Device.save,
 * `_instantiate_components`).
 * @param templates by their type
 * @param idFor gives a new component its id
 */
export function instantiated(
  device: CloudObject,
  templates: (type: string) => readonly CloudObject[],
  idFor: (text: string) => number,
): Component[] {
  const made: Component[] = [];
  const ports = new Map<string, number>();
  for (const [type, kind] of TEMPLATE_KINDS) {
    for (const template of templates(type)) {
      const name = textOf(template.state, 'name') ?? '';
      const id = idFor(`${kind} ${name} of ${device.id}`);
      if (kind === 'dcim.powerport') ports.set(template.id, id);
      const port = numberOf(template.state['power_port_id'] ?? null);
      const state = stateFrom(template.state, device, port === undefined ? undefined : ports.get(String(port)));
      made.push({ kind, id, device: Number(device.id), name, state });
    }
  }
  return made;
}

function stateFrom(template: ObjectValue, device: CloudObject, port: number | undefined): ObjectValue {
  const { device_type_id: _type, module_type_id: _module, mgmt_only: mgmtonly = null, ...own } = template;
  return { ...own, device_id: Number(device.id), mgmtonly, enabled: true, power_port_id: port ?? null };
}
