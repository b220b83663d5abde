import { type FabricSwitch, FabricTier, LinkTier, type NetworkDesign } from '../../design/fabric';
import type { HallDesign } from '../../design/hall';
import type { Endpoint } from '../../design/hall/seams';
import type { ItemLink } from '../drawing/folding';

/** What may stand in a box of a network: one of its switches, or what hangs on its leafs. */
export type NetworkItem = SwitchItem | EndItem;

interface Common {
  readonly id: string;
  readonly row: number;
  readonly unit?: number;
  readonly pod?: number;
  readonly down: Ports;
  readonly up: Ports;
}

/** Links that lead one way from a thing. */
export interface Ports {
  readonly count: number;
  readonly gbps: number[];
}

export interface SwitchItem extends Common {
  readonly what: 'switch';
  readonly its: FabricSwitch;
}

/** A server; on the management network also a switch of another network. */
export interface EndItem extends Common {
  readonly what: 'end';
  /** Name of the pool, or `compute leaf`. */
  readonly group: string;
  readonly endpoint?: Endpoint;
}

const ROWS: { readonly [tier in FabricTier]: number } = {
  [FabricTier.CORE]: 0,
  [FabricTier.SPINE]: 1,
  [FabricTier.LEAF]: 2,
};
const END_ROW = 3;

/** What stands in a hall, by name: who hangs on a network is found here. */
export interface HallNames {
  readonly endpoints: Map<string, Endpoint>;
  /** `compute leaf` by name of the switch. */
  readonly switches: Map<string, string>;
}

export function namesOf({ racks, fabric }: HallDesign): HallNames {
  return {
    endpoints: new Map(racks.endpoints.map((endpoint) => [endpoint.name, endpoint])),
    switches: new Map(
      fabric.networks.flatMap(({ role, switches }) =>
        switches.map(({ name, tier }) => [name, `${role} ${tier}`] as const),
      ),
    ),
  };
}

export interface NetworkItems {
  readonly items: NetworkItem[];
  readonly links: ItemLink[];
}

/** Switches and what hangs on them; links lead from the upper end to the lower one. */
export function networkItems({ switches, links }: NetworkDesign, names: HallNames): NetworkItems {
  const ports = new PortCount();
  const leafs = new Map(switches.map((each) => [each.name, each]));
  const ends = new Map<string, FabricSwitch>();
  for (const { a, b, tier, gbps } of links) {
    ports.add(b.device, a.device, gbps);
    if (tier === LinkTier.ACCESS && !ends.has(a.device)) ends.set(a.device, leafs.get(b.device)!);
  }
  return {
    items: [
      ...switches.map((its): SwitchItem => {
        const { name: id, tier, unit, pod } = its;
        return { what: 'switch', id, row: ROWS[tier], unit, pod, its, ...ports.of(id) };
      }),
      ...[...ends].map(([id, { unit, pod }]): EndItem => {
        const endpoint = names.endpoints.get(id);
        const group = endpoint?.pool ?? names.switches.get(id) ?? 'other';
        return { what: 'end', id: endId(id), row: END_ROW, unit, pod, group, endpoint, ...ports.of(id) };
      }),
    ],
    links: links.map(({ a, b, tier }) => ({
      from: b.device,
      to: tier === LinkTier.ACCESS ? endId(a.device) : a.device,
    })),
  };
}

/** Apart from the names of switches: a switch may hang on a leaf of its own network's management. */
function endId(device: string): string {
  return `end ${device}`;
}

class PortCount {
  private readonly down = new Map<string, { count: number; gbps: Set<number> }>();
  private readonly up = new Map<string, { count: number; gbps: Set<number> }>();

  add(upper: string, lower: string, gbps: number): void {
    for (const [ports, device] of [
      [this.down, upper],
      [this.up, lower],
    ] as const) {
      const counted = ports.get(device) ?? { count: 0, gbps: new Set() };
      counted.count += 1;
      counted.gbps.add(gbps);
      ports.set(device, counted);
    }
  }

  of(device: string): { down: Ports; up: Ports } {
    const [down, up] = [this.down, this.up].map((ports) => {
      const { count, gbps } = ports.get(device) ?? { count: 0, gbps: new Set<number>() };
      return { count, gbps: [...gbps] };
    }) as [Ports, Ports];
    return { down, up };
  }
}
