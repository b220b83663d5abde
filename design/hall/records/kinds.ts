import { ServerForm } from '../../../catalog/servers';
import type { SiteDesign } from '../../basis';
import { type Endpoint, NetworkRole } from '../seams';
import type { HallDesign } from '../types';
import { drawW } from './numbers';
import { powerKinds, UNNAMED } from './power-kinds';
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
    for (const kind of [...serverKinds(hall), ...switchKinds(hall)])
      devices.set(kind.id, withMost(kind, devices.get(kind.id)));
  }
  for (const kind of powerKinds()) devices.set(kind.id, kind);
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

/** Of two that are one kind, with the draws of the one that draws more: a blueprint may state them pool by pool. */
function withMost(kind: DeviceKind, before: DeviceKind | undefined): DeviceKind {
  const most = ({ inlets }: DeviceKind): number => inlets[0]?.maximumW ?? 0;
  return before !== undefined && most(before) > most(kind) ? { ...kind, inlets: before.inlets } : kind;
}

/** Id of the kind of a pool's servers: that of the catalog, and what the fabric makes of its ports. */
export function serverKindId(pool: string, hall: HallDesign): string {
  const racked = hall.racks.pools.find(({ name }) => name === pool)!;
  const server = hall.servers.find(({ id }) => id === racked.server)!;
  const endpoint = hall.racks.endpoints.find((each) => each.pool === pool);
  const ports = endpoint === undefined ? [] : serverPorts(endpoint, hall);
  return [
    server.id,
    ...(server.form === ServerForm.RACK ? ['tray'] : []),
    ...(ports.some(({ infiniband }) => infiniband) ? ['infiniband'] : []),
    ...(ports.some(({ name }) => name.includes('/')) ? ['planes'] : []),
  ].join('-');
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
