import { LinkTechnology, SonicSupport, type SwitchModel } from '../../catalog/switches';

/** Links of a speed that one port gives: 2 of 400 Gbit/s on a port of 800. 0 when it is too slow. */
export function linksOfPort(model: SwitchModel, gbps: number): number {
  return Math.max(0, ...model.breakout.filter((parts) => model.gbps / parts >= gbps));
}

/** Links of a speed that a whole switch gives, its uplink ports left out. */
export function radix(model: SwitchModel, gbps: number): number {
  return Math.min(model.ports * linksOfPort(model, gbps), model.maximumLogicalPorts ?? Number.POSITIVE_INFINITY);
}

/** A port, or a part of a split one. */
export interface PortPart {
  /** From 1; uplink-only ports count on after the others. */
  readonly port: number;
  /** From 0. */
  readonly part: number;
  /** Parts of the port. */
  readonly parts: number;
}

/** The part of a port that a running number of links stands for. @param after ports that are taken by others before */
export function portPart(number: number, parts: number, after = 0): PortPart {
  return { port: after + Math.floor(number / parts) + 1, part: number % parts, parts };
}

/** Cage of a port: twin-port cages hold two. */
export function cageOf(model: SwitchModel, port: number): number {
  const shared = model.ports / model.cages;
  return port <= model.ports ? Math.ceil(port / shared) : model.cages + (port - model.ports);
}

/** Links that share a cage with a part of a port. */
export function linksOfCage(model: SwitchModel, { port, parts }: PortPart): number {
  return port <= model.ports ? parts * (model.ports / model.cages) : parts;
}

/** Electrical lanes of one port, as SONiC counts them: 8 of OSFP and QSFP-DD, 4 of QSFP. */
export function lanesOfPort(model: SwitchModel): number {
  if (model.gbps >= 800) return 8;
  return model.gbps >= 40 ? 4 : 1;
}

const names = new WeakMap<SwitchModel, Map<number, string>>();

/** As the switch's own system names it: `Ethernet4` on SONiC, `sw1p2` on NVIDIA's InfiniBand, `port7/1` where none is known. */
export function portName(model: SwitchModel, at: PortPart): string {
  let known = names.get(model);
  if (known === undefined) {
    known = new Map();
    names.set(model, known);
  }
  const key = (at.port * 16 + at.part) * 16 + at.parts;
  const name = known.get(key) ?? spell(model, at);
  known.set(key, name);
  return name;
}

function spell(model: SwitchModel, { port, part, parts }: PortPart): string {
  if (model.sonic !== SonicSupport.NO) {
    const lanes = lanesOfPort(model);
    return `Ethernet${(port - 1) * lanes + part * Math.floor(lanes / parts)}`;
  }
  if (model.technology === LinkTechnology.INFINIBAND) {
    const shared = model.ports / model.cages;
    const split = parts > 1 ? `s${part + 1}` : '';
    return `sw${cageOf(model, port)}p${((port - 1) % shared) + 1}${split}`;
  }
  return `port${port}${parts > 1 ? `/${part + 1}` : ''}`;
}
