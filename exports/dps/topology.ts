import { type Equipment, EquipmentKind } from '../../design/electrical';
import { NetworkRole } from '../../design/hall/seams';
import type { HallDesign } from '../../design/hall/types';
import { jsonText } from '../json';
import { capacityWatts, drawWatts } from '../watts';
import { gridEquipment, modelOf, normalSources, POWER_DISTRIBUTION } from './models';

interface Power {
  readonly Value: number;
  readonly Type: 'W';
}

/** An entity of a DPS topology file. */
interface Entity {
  readonly Type: string;
  readonly Model?: string;
  readonly Name: string;
  readonly OperatingLimit?: { readonly PowerValue: Power };
  readonly StaticLoad?: Power;
  readonly Redfish?: { readonly URL: string; readonly SecretName: string };
}

/** Who hangs on whom. */
interface Relation {
  readonly Name: string;
  readonly Children?: string[];
}

/**
 * The power chain and the servers behind it as a topology of NVIDIA DPS: services of the grid are power domains, all below hands
 * power on, servers are computer systems. What is not managed (switches, cooling) is a static load. The form has no transfer: of
 * sources that stand by for each other only the preferred one is led on; generators and their switchgear are left out.
 * Form: docs.nvidia.com/datacenter/dps, topology schema `dcpower_0.1`, guides on entities and topologies (read 2026-11-25).
 */
export function dpsTopology(site: string, hall: HallDesign): string {
  const { power } = hall;
  const carried = gridEquipment(power.equipment);
  const children = childrenOf(carried, hall);
  const loads = staticLoads(hall);
  const addresses = managementAddresses(hall);
  const entities = [
    ...carried.map((piece) => entityOf(piece, loads.get(piece.id))),
    ...hall.racks.racks.flatMap(({ pool, servers }) => {
      const model = computerModel(hall, pool);
      return servers.map(({ name }) => computer(name, model, addresses.get(name)));
    }),
  ];
  const relations = entities.map(({ Name }): Relation => {
    const below = children.get(Name);
    return below === undefined ? { Name } : { Name, Children: below };
  });
  return jsonText({ Entities: entities, Topology: { Name: site, Entities: relations } });
}

function entityOf(piece: Equipment, loadKw: number | undefined): Entity {
  const { id, kind, limitKw } = piece;
  const isSource = kind === EquipmentKind.UTILITY;
  return {
    ...(isSource ? { Type: 'PowerDomain' } : { Type: POWER_DISTRIBUTION, Model: modelOf(piece) }),
    Name: id,
    ...(limitKw === undefined ? {} : { OperatingLimit: { PowerValue: watts(capacityWatts(limitKw)) } }),
    ...(loadKw === undefined ? {} : { StaticLoad: watts(drawWatts(loadKw)) }),
  };
}

/** `SecretName` names where the operator keeps the credentials of the controller; nothing secret is written. */
function computer(name: string, model: string, address: string | undefined): Entity {
  const redfish = address === undefined ? {} : { Redfish: { URL: `https://${address}`, SecretName: name } };
  return { Type: 'ComputerSystem', Model: model, Name: name, ...redfish };
}

/** As DPS spells those that it ships: `DGX_H100`. */
function computerModel({ racks }: HallDesign, pool: string): string {
  const server = racks.pools.find(({ name }) => name === pool)?.server ?? pool;
  return server.toUpperCase().replaceAll('-', '_');
}

function watts(value: number): Power {
  return { Value: value, Type: 'W' };
}

/** What each thing feeds, in the order of the design. */
function childrenOf(carried: Equipment[], { racks, power }: HallDesign): Map<string, string[]> {
  const children = new Map<string, string[]>();
  const add = (parent: string, names: string[]): void => {
    const known = children.get(parent);
    if (known === undefined) children.set(parent, [...names]);
    else known.push(...names);
  };
  for (const piece of carried) {
    for (const above of normalSources(piece)) add(above, [piece.id]);
  }
  const servers = new Map(racks.racks.map((rack) => [rack.place.name, rack.servers.map(({ name }) => name)]));
  for (const { id, rack } of power.feeds) {
    const names = servers.get(rack);
    if (names !== undefined && names.length > 0) add(id, names);
  }
  return children;
}

/** kW that nobody manages: racks of switches, shared equally by their feeds, and cooling. */
function staticLoads({ racks, loads, power }: HallDesign): Map<string, number> {
  const servers = new Set(racks.racks.map(({ place }) => place.name));
  const feeds = new Map<string, number>();
  for (const { rack } of power.feeds) feeds.set(rack, (feeds.get(rack) ?? 0) + 1);
  const peaks = new Map(loads.map(({ rack, peakKw }) => [rack.name, peakKw]));
  const unmanaged = new Map<string, number>();
  for (const { id, rack } of power.feeds) {
    if (!servers.has(rack)) unmanaged.set(id, (peaks.get(rack) ?? 0) / feeds.get(rack)!);
  }
  for (const { id, kind, peakKw } of power.equipment) {
    if (kind === EquipmentKind.MECHANICAL_TRANSFORMER) unmanaged.set(id, peakKw);
  }
  return unmanaged;
}

/** Address of the management port, without the length of its subnet. */
function managementAddresses({ fabric }: HallDesign): Map<string, string> {
  const network = fabric.networks.find(({ role }) => role === NetworkRole.OUT_OF_BAND);
  const addresses = new Map<string, string>();
  for (const { a } of network?.links ?? []) {
    const [address] = a.address?.split('/') ?? [];
    if (address !== undefined && !addresses.has(a.device)) addresses.set(a.device, address);
  }
  return addresses;
}
