import { loadCatalog, type SwitchModel } from '../../../catalog';
import { type FabricAsk, FabricTechnology, type NetworkAsk } from '../../../design/fabric';
import { type Endpoint, type EndpointPorts, NetworkRole } from '../../../design/hall/seams';

export const catalog = loadCatalog();

/** A model of the catalog. */
export function model(id: string): SwitchModel {
  const found = catalog.switchModel(id);
  if (found === undefined) throw new Error(`no switch ${id}`);
  return found;
}

export const FLOOR = { rowsPerHall: 20, racksPerRow: 16 };

/** How a hall is filled. */
export interface HallAsk {
  readonly servers: number;
  readonly perRack?: number;
  readonly ports?: EndpointPorts[];
  readonly accelerators?: number;
  readonly pool?: string;
  readonly firstRack?: number;
}

/** Servers rack by rack, numbered as the racks number them. */
export function hall(ask: HallAsk): Endpoint[] {
  const { servers, perRack = 4, pool = 'c/w', firstRack = 1, accelerators = 8 } = ask;
  const ports = ask.ports ?? [{ network: NetworkRole.COMPUTE, count: 8, gbps: 400 }];
  return Array.from({ length: servers }, (_, index) => {
    const rackIndex = firstRack + Math.floor(index / perRack);
    const row = Math.floor((rackIndex - 1) / FLOOR.racksPerRow);
    const slot = (index % perRack) + 1;
    const name = `r${String(rackIndex).padStart(4, '0')}`;
    const rack = {
      index: rackIndex,
      name,
      hall: Math.floor(row / FLOOR.rowsPerHall) + 1,
      row: (row % FLOOR.rowsPerHall) + 1,
      position: ((rackIndex - 1) % FLOOR.racksPerRow) + 1,
    };
    return { name: `${name}-s${String(slot).padStart(2, '0')}`, rack, slot, index, accelerators, pool, ports };
  });
}

export function compute(leaf: string, change: Partial<NetworkAsk> = {}): NetworkAsk {
  const at = model(leaf);
  const technology = at.technology === 'infiniband' ? FabricTechnology.INFINIBAND : FabricTechnology.ROCE;
  return { role: NetworkRole.COMPUTE, technology, leaf: at, ...change };
}

export function ask(endpoints: Endpoint[], networks: NetworkAsk[], change: Partial<FabricAsk> = {}): FabricAsk {
  return { endpoints, networks, floor: FLOOR, optics: catalog.optics, ...change };
}

/** Ports of a server on all four networks. */
export const ALL_PORTS: EndpointPorts[] = [
  { network: NetworkRole.COMPUTE, count: 8, gbps: 400 },
  { network: NetworkRole.FRONTEND, count: 2, gbps: 400 },
  { network: NetworkRole.STORAGE, count: 2, gbps: 400 },
  { network: NetworkRole.OUT_OF_BAND, count: 1, gbps: 1 },
];

/** All four networks of open switches. */
export function allNetworks(): NetworkAsk[] {
  const sn5600 = model('sn5600');
  return [
    compute('sn5600'),
    { role: NetworkRole.FRONTEND, technology: FabricTechnology.ETHERNET, leaf: sn5600, leafOversubscription: 3 },
    { role: NetworkRole.STORAGE, technology: FabricTechnology.ROCE, leaf: sn5600 },
    {
      role: NetworkRole.OUT_OF_BAND,
      technology: FabricTechnology.ETHERNET,
      leaf: model('sn2201'),
      spine: model('sn4600c'),
    },
  ];
}
