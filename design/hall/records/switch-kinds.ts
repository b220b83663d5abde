import type { SwitchModel } from '../../../catalog/switches';
import { peakWatts } from '../../fabric/power';
import type { HallDesign } from '../types';
import { portsOfSwitches } from './switch-ports';
import type { DeviceKind, KindPort } from './types';

/** Kinds of switches by their names: model and how its ports are split. */
export function switchKindIds({ fabric }: HallDesign): Map<string, string> {
  const ids = new Map<string, string>();
  for (const network of fabric.networks) {
    const ports = portsOfSwitches(network);
    for (const { name, model } of network.switches) ids.set(name, switchKindId(model, ports.get(name)!.split));
  }
  return ids;
}

function switchKindId(model: string, split: string): string {
  return `${model}-${split}`;
}

/** Kinds of all switches of a hall, each once a network. */
export function switchKinds({ fabric }: HallDesign): DeviceKind[] {
  return fabric.networks.flatMap((network) => {
    const ports = portsOfSwitches(network);
    const kinds = new Map<string, DeviceKind>();
    for (const sw of network.switches) {
      const { split, ports: own } = ports.get(sw.name)!;
      const id = switchKindId(sw.model, split);
      if (!kinds.has(id)) kinds.set(id, switchKind(id, split, network.models[sw.tier]!, own));
    }
    return [...kinds.values()];
  });
}

const LOOPBACK: KindPort = { name: 'Loopback0', gbps: 0, infiniband: false, management: false, virtual: true };
const MANAGEMENT: KindPort = { name: 'mgmt', gbps: 1, infiniband: false, management: true, virtual: false };

function switchKind(id: string, split: string, model: SwitchModel, ports: KindPort[]): DeviceKind {
  const { value } = peakWatts(model);
  const known = value === undefined ? {} : { maximumW: Math.ceil(value) };
  return {
    id,
    manufacturer: model.vendor,
    model: `${model.model}, ports ${split}`,
    heightU: model.heightU,
    ports: [...ports, MANAGEMENT, LOOPBACK],
    inlets: [
      { name: 'psu-a', ...known },
      { name: 'psu-b', ...known },
    ],
    outlets: [],
  };
}
