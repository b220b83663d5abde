import { LinkTechnology, type SwitchModel } from '../../../catalog/switches';
import { linksOfPort, portName } from '../../fabric/ports';
import type { FabricLink, NetworkDesign } from '../../fabric/types';
import type { KindPort } from './types';

/** Ports of one switch by how they are split (`32x2-32x1`: 32 in two, then 32 whole), and each of them. */
export interface SwitchPorts {
  readonly split: string;
  readonly ports: KindPort[];
}

/** Links that a port takes, by its number from 1. */
type Parts = (number | undefined)[];

/**
 * How the ports of each switch are split. A port that no link is led to yet is split as the one before it: what an inventory makes
 * when a switch is put in must be there when the next server comes.
 */
export function portsOfSwitches(network: NetworkDesign): Map<string, SwitchPorts> {
  const ready = answers.get(network) ?? findPorts(network);
  answers.set(network, ready);
  return ready;
}

/** Three parts of the records ask for the same; the answer lives as long as its network. */
const answers = new WeakMap<NetworkDesign, Map<string, SwitchPorts>>();

function findPorts(network: NetworkDesign): Map<string, SwitchPorts> {
  const models = new Map(network.switches.map((sw) => [sw.name, network.models[sw.tier]!]));
  const used = new Map<string, Parts>();
  const numbers = new Map<SwitchModel, Map<number, Map<string, number>>>();
  const note = (device: string, port: string, gbps: number): void => {
    const model = models.get(device);
    if (model === undefined) return;
    const known = numbers.get(model) ?? new Map<number, Map<string, number>>();
    numbers.set(model, known);
    const byName = known.get(gbps) ?? numbersByName(model, gbps);
    known.set(gbps, byName);
    const parts = used.get(device) ?? [];
    used.set(device, parts);
    const number = byName.get(port)!;
    parts[number] = partsAt(model, number, gbps);
  };
  for (const { a, b, gbps } of network.links satisfies FabricLink[]) {
    note(a.device, a.port, gbps);
    note(b.device, b.port, gbps);
  }
  const made = new Map<SwitchModel, Map<string, SwitchPorts>>();
  return new Map(
    network.switches.map((sw) => {
      const model = models.get(sw.name)!;
      const filled = fill(model, used.get(sw.name) ?? []);
      const split = runsOf(filled);
      const known = made.get(model) ?? new Map<string, SwitchPorts>();
      made.set(model, known);
      const ports = known.get(split) ?? { split, ports: kindPorts(model, filled) };
      known.set(split, ports);
      return [sw.name, ports];
    }),
  );
}

/** A port that is an uplink only is never split. */
function partsAt(model: SwitchModel, port: number, gbps: number): number {
  return port > model.ports ? 1 : linksOfPort(model, gbps);
}

function numbersByName(model: SwitchModel, gbps: number): Map<string, number> {
  const names = new Map<string, number>();
  for (let port = 1; port <= model.ports + model.uplinkPorts; port += 1) {
    const parts = partsAt(model, port, gbps);
    for (let part = 0; part < parts; part += 1) names.set(portName(model, { port, part, parts }), port);
  }
  return names;
}

/** Parts of every port, from the first. */
function fill(model: SwitchModel, used: Parts): number[] {
  const filled: number[] = [];
  let last = used.find((parts) => parts !== undefined) ?? 1;
  for (let port = 1; port <= model.ports + model.uplinkPorts; port += 1) {
    last = port > model.ports ? 1 : (used[port] ?? last);
    filled.push(last);
  }
  return filled;
}

function runsOf(filled: number[]): string {
  const runs: string[] = [];
  let length = 0;
  filled.forEach((parts, at) => {
    length += 1;
    if (filled[at + 1] === parts) return;
    runs.push(`${length}x${parts}`);
    length = 0;
  });
  return runs.join('-');
}

function kindPorts(model: SwitchModel, filled: number[]): KindPort[] {
  const infiniband = model.technology === LinkTechnology.INFINIBAND;
  return filled.flatMap((parts, at) => {
    const port = at + 1;
    const uplink = port > model.ports;
    return Array.from({ length: parts }, (_, part) => ({
      name: portName(model, { port, part, parts }),
      gbps: (uplink ? (model.uplinkGbps ?? model.gbps) : model.gbps) / parts,
      infiniband,
      management: false,
      virtual: false,
      ...(parts === 1 && !uplink ? { interfaceType: model.interfaceType } : {}),
    }));
  });
}
