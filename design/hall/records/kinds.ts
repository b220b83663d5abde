import { ServerForm } from '../../../catalog/servers';
import type { SiteDesign } from '../../basis';
import { type Endpoint, NetworkRole } from '../seams';
import type { HallDesign } from '../types';
import { drawW } from './numbers';
import { chainKinds, stripKinds, UNNAMED } from './power-kinds';
import { switchKinds } from './switch-kinds';
import type { DeviceKind, KindPort, KindRecords, RackKind } from './types';

export interface SiteToRecord {
  readonly site: SiteDesign;
  readonly hall: HallDesign;
}

/** Kinds of all halls: each once, in the order of their ids. */
export function kindsOf(sites: SiteToRecord[], labels: string[], owner?: string): KindRecords {
  const racks = new Map<string, RackKind>();
  const devices = new Map<string, DeviceKind>();
  for (const { hall } of sites) {
    for (const { type } of hall.racks.racks) racks.set(type, rackKind(type, hall));
    racks.set(NETWORK_RACK.id, NETWORK_RACK);
    for (const kind of [...serverKinds(hall), ...switchKinds(hall), ...stripKinds(hall), ...chainKinds(hall)]) {
      devices.set(kind.id, kind);
    }
  }
  const inOrder = <T extends { readonly id: string }>(kinds: Map<string, T>): T[] =>
    [...kinds.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
  const [rackKinds, deviceKinds] = [inOrder(racks), inOrder(devices)];
  return {
    regions: distinct(sites.map(({ site }) => site.region)),
    manufacturers: distinct([...rackKinds, ...deviceKinds].map(({ manufacturer }) => manufacturer)),
    rackKinds,
    deviceKinds,
    labels,
    ...(owner === undefined ? {} : { owner }),
  };
}

/** Switches stand in racks of 48 units, as the fabric's own arithmetic has it. */
export const NETWORK_RACK: RackKind = {
  id: 'network-48u',
  manufacturer: UNNAMED,
  model: 'network rack, 48 U',
  widthInch: 19,
  heightU: 48,
};

function rackKind(id: string, { rackType, servers }: HallDesign): RackKind {
  if (id === rackType.id) {
    const { model, widthInch, heightU } = rackType;
    return { id, manufacturer: UNNAMED, model, widthInch, heightU };
  }
  const { vendor, model, widthInch, heightU } = servers.find((each) => each.id === id)!;
  return { id, manufacturer: vendor, model, widthInch, heightU };
}

/** Id of the kind of a pool's servers: that of the catalog, with the draw where the blueprint states another. */
export function serverKindId(pool: string, { racks, servers }: HallDesign): string {
  const racked = racks.pools.find(({ name }) => name === pool)!;
  const server = servers.find(({ id }) => id === racked.server)!;
  const peak = peakOfServer(pool, racks);
  const known = server.maximumKw === undefined ? undefined : drawW(server.maximumKw / server.nodes);
  const base = server.form === ServerForm.RACK ? `${server.id}-tray` : server.id;
  return peak === known ? base : `${base}-${peak}w`;
}

function peakOfServer(pool: string, racks: HallDesign['racks']): number {
  const rack = racks.racks.find((each) => each.pool === pool)!;
  return drawW(rack.peakKw / rack.servers.length);
}

function serverKinds(hall: HallDesign): DeviceKind[] {
  return hall.racks.pools.flatMap(({ name, server: id }) => {
    const server = hall.servers.find((each) => each.id === id)!;
    const endpoint = hall.racks.endpoints.find(({ pool }) => pool === name);
    const rack = hall.racks.racks.find((each) => each.pool === name);
    if (endpoint === undefined || rack === undefined) return [];
    const draw = {
      maximumW: peakOfServer(name, hall.racks),
      typicalW: drawW(rack.typicalKw / rack.servers.length),
    };
    const tray = server.form === ServerForm.RACK;
    return [
      {
        id: serverKindId(name, hall),
        manufacturer: server.vendor,
        model: tray ? `${server.model}, compute tray` : server.model,
        heightU: tray ? 0 : server.heightU,
        ports: serverPorts(endpoint, hall),
        inlets: [
          { name: 'psu-a', ...draw },
          { name: 'psu-b', ...draw },
        ],
        outlets: [],
      },
    ];
  });
}

/** The ports that links are led to, by the names that the fabric gave them. */
function serverPorts(endpoint: Endpoint, { fabric }: HallDesign): KindPort[] {
  return fabric.networks.flatMap(({ role, technology, links }) =>
    links
      .filter(({ a }) => a.device === endpoint.name)
      .map(({ a, gbps }) => ({
        name: a.port,
        gbps,
        infiniband: technology === 'infiniband',
        management: role === NetworkRole.OUT_OF_BAND,
        virtual: false,
      })),
  );
}

function distinct(names: string[]): string[] {
  return [...new Set(names)].sort();
}
