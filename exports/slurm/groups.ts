import { LinkTier, type NetworkDesign } from '../../design/fabric';
import { type Endpoint, NetworkRole } from '../../design/hall/seams';
import type { HallDesign } from '../../design/hall/types';

/** Nodes that are near to each other. */
export interface NodeGroup {
  readonly name: string;
  readonly nodes: string[];
}

/** A scalable unit: servers that reach each other over its leafs alone. */
export interface Unit extends NodeGroup {
  /** Under three tiers. */
  readonly pod?: number;
}

/** The network that a job's traffic takes. Undefined: the servers have no ports for one. */
export function computeNetwork({ fabric }: HallDesign): NetworkDesign | undefined {
  return fabric.networks.find(({ role }) => role === NetworkRole.COMPUTE);
}

/** Servers by cluster, in the order of racks and slots. */
export function endpointsByCluster({ racks }: HallDesign): Map<string, Endpoint[]> {
  const clusters = new Map<string, Endpoint[]>();
  for (const endpoint of racks.endpoints) {
    const [cluster = endpoint.pool] = endpoint.pool.split('/');
    const members = clusters.get(cluster);
    if (members === undefined) clusters.set(cluster, [endpoint]);
    else members.push(endpoint);
  }
  return clusters;
}

/** The unit and pod of every server that the network joins. */
export function placesOf({
  switches,
  links,
}: NetworkDesign): Map<string, { readonly unit: number; readonly pod?: number }> {
  const leafs = new Map(switches.map((each) => [each.name, each]));
  const places = new Map<string, { readonly unit: number; readonly pod?: number }>();
  for (const { a, b, tier } of links) {
    if (tier !== LinkTier.ACCESS || places.has(a.device)) continue;
    const leaf = leafs.get(b.device);
    if (leaf?.unit !== undefined)
      places.set(a.device, { unit: leaf.unit, ...(leaf.pod === undefined ? {} : { pod: leaf.pod }) });
  }
  return places;
}

/** Units of the servers, ascending: a unit takes the place of the one leaf that a tree wants, for its leafs serve the same servers. */
export function unitsOf(endpoints: Endpoint[], places: ReturnType<typeof placesOf>): Unit[] {
  const units = new Map<number, { name: string; nodes: string[]; pod?: number }>();
  for (const { name } of endpoints) {
    const place = places.get(name);
    if (place === undefined) continue;
    const unit = units.get(place.unit);
    if (unit === undefined)
      units.set(place.unit, { name: `unit-${numbered(place.unit)}`, nodes: [name], pod: place.pod });
    else unit.nodes.push(name);
  }
  return [...units].sort(([one], [other]) => one - other).map(([, unit]) => unit);
}

export interface Blocks {
  readonly groups: NodeGroup[];
  /** Whether scale-up domains are among them. */
  readonly scaledUp: boolean;
}

/** Blocks: what a scale-up domain joins where it spans several servers (an NVL72 rack), units of the fabric elsewhere. */
export function blocksOf(endpoints: Endpoint[], units: Unit[], { fabric }: HallDesign): Blocks {
  const sizes = new Map(fabric.scaleUp.map(({ pool, serversPerDomain }) => [pool, serversPerDomain]));
  const domains = new Map<string, { name: string; nodes: string[] }>();
  const joined = new Set<string>();
  for (const { name, pool, index, rack } of endpoints) {
    const size = sizes.get(pool) ?? 1;
    if (size < 2) continue;
    const number = Math.floor(index / size);
    const domain = domains.get(`${pool} ${number}`);
    if (domain === undefined) domains.set(`${pool} ${number}`, { name: `domain-${rack.name}`, nodes: [name] });
    else domain.nodes.push(name);
    joined.add(name);
  }
  const rest = units
    .map(({ name, nodes }) => ({ name, nodes: nodes.filter((node) => !joined.has(node)) }))
    .filter(({ nodes }) => nodes.length > 0);
  return { groups: [...domains.values(), ...rest], scaledUp: domains.size > 0 };
}

export function numbered(number: number): string {
  return String(number).padStart(3, '0');
}
