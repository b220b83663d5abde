import { LinkTechnology, type SwitchModel } from '../../catalog/switches';
import { type Endpoint, NetworkRole, type RackPlace } from '../hall/seams';
import type { AddressBook, ManagementSubnet } from './address-book';
import { FabricTechnology } from './ask';
import type { Tape } from './floor';
import type { LinkNeed, Media, Medium } from './media';
import { cageOf, linksOfCage, type PortPart, portName, portPart } from './ports';
import type { NetworkShape, PoolShape } from './shape';
import { type OpenSwitch, poolOfUnits, type Switches } from './switches';
import { type FabricLink, type LinkEnd, LinkTier } from './types';

/** What cables are measured, chosen and addressed with. */
export interface WireMeans {
  readonly tape: Tape;
  readonly media: Media;
  readonly book: AddressBook;
  /** Number of the network, from 0. */
  readonly order: number;
  /** Told of every link, once. */
  readonly lay: (link: FabricLink, medium: Medium | undefined, need: LinkNeed) => void;
  /** Told of the management address of a device. */
  readonly managed: (device: string, address: string, gateway: string) => void;
}

interface End {
  readonly place: RackPlace;
  readonly end: LinkEnd;
  /** Links that share its cage. */
  readonly shared: number;
}

/** Leads every port of every server to its leaf, by the server's index alone. */
export function wireServers(shape: NetworkShape, { leafs }: Switches, means: WireMeans): void {
  const { planes, rails, models, ask } = shape;
  const stride = Math.max(...shape.pools.map((pool) => pool.down));
  const management = ask.role === NetworkRole.OUT_OF_BAND;
  const routed = ask.technology !== FabricTechnology.INFINIBAND && !management;
  const subnets = new Map<number, ManagementSubnet | undefined>();
  const subnetOf = (leaf: OpenSwitch): ManagementSubnet | undefined => {
    if (!subnets.has(leaf.index)) {
      subnets.set(leaf.index, means.book.management(ask.role, leaf.name, leaf.index, stride));
    }
    return subnets.get(leaf.index);
  };
  for (const pool of shape.pools) {
    for (const server of pool.endpoints) {
      const unit = pool.unitsBefore + Math.floor(server.index / pool.serversPerUnit);
      const seat = (server.index % pool.serversPerUnit) * pool.linksPerLeaf;
      for (let port = 0; port < pool.ports; port += 1) {
        const rail = port % pool.leafs;
        const slot = seat + Math.floor(port / pool.leafs);
        for (let plane = 0; plane < planes; plane += 1) {
          const leaf = leafs[(unit * rails + rail) * planes + plane];
          if (leaf === undefined) continue;
          const at = portPart(slot, pool.downParts);
          let [upper, lower]: (string | undefined)[] = [];
          if (routed) {
            const pair = means.book.link(ask.role, means.order, leaf.index * stride + slot);
            [upper, lower] = [pair?.leaf, pair?.server];
          }
          const subnet = management ? subnetOf(leaf) : undefined;
          if (subnet !== undefined) {
            lower = means.book.managed(leaf.name, subnet, slot);
            means.managed(server.name, lower, subnet.gateway);
          }
          const one = serverEnd(server, ask.role, pool, port, plane, planes, lower);
          lay(one, switchEnd(leaf, models.leaf, at, upper), LinkTier.ACCESS, pool.linkGbps, shape, means);
        }
      }
    }
  }
}

/** Leads every leaf to the spines of its pod, and every spine to the cores of its group. */
export function wireTiers(shape: NetworkShape, switches: Switches, means: WireMeans): void {
  const { upper, planes, rails, models, up, upParts, uplinkGbps, seats } = shape;
  if (upper === undefined) return;
  const downPorts = downPortsOf(shape);
  for (const leaf of switches.leafs) {
    if (leaf === undefined) continue;
    const plane = leaf.plane - 1;
    const slot = Math.floor(leaf.index / planes);
    const unit = seats.of(Math.floor(slot / rails));
    const pod = Math.floor(unit / upper.unitsPerPod);
    const seat = ((unit - pod * upper.unitsPerPod) * rails + (slot % rails)) * upper.linksPerSpine;
    const after = models.leaf.uplinkPorts > 0 ? models.leaf.ports : downPorts(leaf);
    for (let number = 0; number < up; number += 1) {
      const spineNumber = Math.floor(number / upper.linksPerSpine);
      const spine = switches.spines[(pod * upper.spinesPerPod + spineNumber) * planes + plane]!;
      const below = switchEnd(leaf, models.leaf, portPart(number, upParts, after));
      const above = portPart(seat + (number % upper.linksPerSpine), upper.spineDownParts);
      lay(below, switchEnd(spine, models.spine, above), LinkTier.FABRIC, uplinkGbps, shape, means);
    }
  }
  const { cores } = upper;
  if (cores === undefined) return;
  for (const spine of switches.spines) {
    const plane = spine.plane - 1;
    const slot = Math.floor(spine.index / planes);
    const [pod, group] = [Math.floor(slot / upper.spinesPerPod), slot % upper.spinesPerPod];
    for (let number = 0; number < cores.up; number += 1) {
      const coreNumber = Math.floor(number / cores.linksPerCore);
      const core = switches.cores[(coreNumber * cores.groups + group) * planes + plane]!;
      const below = switchEnd(spine, models.spine, portPart(number, cores.spineUpParts, upper.spineDownPorts));
      const above = portPart(pod * cores.linksPerCore + (number % cores.linksPerCore), cores.coreParts);
      lay(below, switchEnd(core, models.core, above), LinkTier.CORE, cores.gbps, shape, means);
    }
  }
}

/** Ports that the leafs of a pool keep for servers. */
function downPortsOf({ pools }: NetworkShape): (leaf: OpenSwitch) => number {
  const poolOf = poolOfUnits(pools);
  return (leaf) => poolOf((leaf.unit ?? 1) - 1).downPorts;
}

function lay(a: End, b: End, tier: LinkTier, gbps: number, shape: NetworkShape, means: WireMeans): void {
  const lengthM = means.tape.between(a.place, b.place);
  const infiniband = shape.ask.technology === FabricTechnology.INFINIBAND;
  const technology = infiniband ? LinkTechnology.INFINIBAND : LinkTechnology.ETHERNET;
  const need = { technology, gbps, lengthM, a: a.shared, b: b.shared };
  const medium = means.media.choose(need);
  const link = {
    a: a.end,
    b: b.end,
    tier,
    gbps,
    lengthM,
    medium: medium?.name ?? 'unknown',
    cableType: medium?.cableType ?? 'unknown',
  };
  means.lay(link, medium, need);
}

function switchEnd(device: OpenSwitch, model: SwitchModel, at: PortPart, address?: string): End {
  const cage = cageOf(model, at.port);
  const end = { device: device.name, port: portName(model, at), rack: device.rack.name, cage };
  return {
    place: device.rack,
    end: address === undefined ? end : { ...end, address },
    shared: linksOfCage(model, at),
  };
}

const SERVER_PORTS = {
  [NetworkRole.COMPUTE]: 'compute',
  [NetworkRole.FRONTEND]: 'frontend',
  [NetworkRole.STORAGE]: 'storage',
  [NetworkRole.OUT_OF_BAND]: 'mgmt',
};

function serverEnd(
  server: Endpoint,
  role: NetworkRole,
  pool: PoolShape,
  port: number,
  plane: number,
  planes: number,
  address?: string,
): End {
  const number = pool.ports === 1 && role === NetworkRole.OUT_OF_BAND ? '' : String(port + 1);
  const name = `${SERVER_PORTS[role]}${number}${planes === 1 ? '' : `/${plane + 1}`}`;
  const end = { device: server.name, port: name, rack: server.rack.name, cage: port + 1 };
  return { place: server.rack, end: address === undefined ? end : { ...end, address }, shared: planes };
}
