import type { CloudObject } from '../cloud';
import type { Complaint } from '../validate';
import { type ObjectValue, Unknown, type Value } from '../values';
import { overlap, type Range, rangeOf, within } from './addresses';

/** How the types of a provider say their networks. */
interface NetworkTypes {
  readonly network: string;
  readonly subnet: string;
  /** Adds a range to a network. @default - only the network itself has ranges */
  readonly addition?: string;
  /** The ranges of an object of one of these types. */
  readonly ranges: { readonly [type: string]: string };
  /** The arguments of a subnet that name its network, with those by which the network is known. */
  readonly reference: readonly (readonly [ofSubnet: string, ofNetwork: string])[];
  /** In the words of the cloud. */
  readonly overlaps: (subnet: ObjectValue, range: string) => string;
  readonly outside: (subnet: ObjectValue, range: string) => string;
}

/**
 * Words: github.com/hashicorp/terraform/issues/33470 (InvalidSubnet.Conflict), EC2 API Reference, "Error codes"
 * (InvalidSubnet.Range), github.com/microsoft/AzureTRE/issues/2111 (NetcfgInvalidSubnet). The code of an overlap in Azure,
 * NetcfgSubnetRangesOverlap, is in no reference; it was seen in reports of people.
 */
const NETWORKS: readonly NetworkTypes[] = [
  {
    network: 'aws_vpc',
    subnet: 'aws_subnet',
    addition: 'aws_vpc_ipv4_cidr_block_association',
    ranges: {
      aws_vpc: 'cidr_block',
      aws_subnet: 'cidr_block',
      aws_vpc_ipv4_cidr_block_association: 'cidr_block',
    },
    reference: [['vpc_id', 'id']],
    overlaps: (_, range) =>
      `creating EC2 Subnet: operation error EC2: CreateSubnet, https response error StatusCode: 400, api error InvalidSubnet.Conflict: The CIDR '${range}' conflicts with another subnet`,
    outside: (_, range) =>
      `creating EC2 Subnet: operation error EC2: CreateSubnet, https response error StatusCode: 400, api error InvalidSubnet.Range: The CIDR '${range}' is invalid.`,
  },
  {
    network: 'azurerm_virtual_network',
    subnet: 'azurerm_subnet',
    ranges: { azurerm_virtual_network: 'address_space', azurerm_subnet: 'address_prefixes' },
    reference: [
      ['virtual_network_name', 'name'],
      ['resource_group_name', 'resource_group_name'],
    ],
    overlaps: ({ name, virtual_network_name: network }) =>
      `creating Subnet (${String(name)}): unexpected status 400 (400 Bad Request) with error: NetcfgSubnetRangesOverlap: Subnet '${String(name)}' is not valid because its IP address range overlaps with that of an existing subnet in virtual network '${String(network)}'.`,
    outside: ({ name, virtual_network_name: network }) =>
      `creating Subnet (${String(name)}): unexpected status 400 (400 Bad Request) with error: NetcfgInvalidSubnet: Subnet '${String(name)}' is not valid in virtual network '${String(network)}'.`,
  },
];

/**
 * The networks that one command of an engine plans. A subnet whose network is known by name, or is the only one that was planned
 * before it, is compared with those of the same network. It says nothing where the network is not certain.
 */
export class PlannedNetworks {
  /** Ranges of new networks, by what names them. */
  private readonly networks = new Map<string, Value>();
  private readonly subnets: { readonly network: string; readonly range: Range; readonly text: string }[] = [];
  private othersMayExist = false;

  /** A data source may stand for a network that was not planned here. */
  read(type: string): void {
    const ours = NETWORKS.some(({ network, subnet }) => `${type}`.startsWith(network) || type.startsWith(subnet));
    if (ours) this.othersMayExist = true;
  }

  /** An object that is to be created, as it was planned. */
  plan(type: string, planned: ObjectValue): Complaint[] {
    const types = NETWORKS.find(({ network, subnet }) => type === network || type === subnet);
    if (types === undefined) return [];
    if (type === types.network) {
      const key = types.reference.map(([, own]) => keyOf(planned[own] ?? null)).join(' ');
      // What decides its own id is told apart by its order.
      this.networks.set(key.includes('?') ? `${key} ${this.networks.size}` : key, planned[types.ranges[type]!] ?? null);
      return [];
    }
    return this.planSubnet(types, planned);
  }

  private planSubnet(types: NetworkTypes, planned: ObjectValue): Complaint[] {
    const network = this.networkOf(types, planned);
    if (network === undefined) return [];
    const argument = types.ranges[types.subnet]!;
    const complaints: Complaint[] = [];
    for (const { range, text, place } of rangesIn(planned[argument] ?? null)) {
      const other = this.subnets.find((each) => each.network === network && overlap(each.range, range));
      if (other !== undefined) {
        const detail = `got ${text}; allowed: a range apart from ${other.text}, which another subnet of the same network has`;
        complaints.push({ summary: `Invalid value for "${argument}"`, detail, path: [argument, ...place] });
      }
      this.subnets.push({ network, range, text });
      complaints.push(...this.outside(types, network, { range, text, path: [argument, ...place] }));
    }
    return complaints;
  }

  /** Ranges may be added to a network of AWS after a subnet was planned: there only the cloud can tell. */
  private outside(
    types: NetworkTypes,
    network: string,
    { range, text, path }: { readonly range: Range; readonly text: string; readonly path: Complaint['path'] },
  ): Complaint[] {
    const value = this.networks.get(network);
    if (types.addition !== undefined || value === undefined || hasGap(value)) return [];
    const outer = rangesIn(value);
    if (outer.length === 0 || outer.some((each) => within(range, each.range))) return [];
    const allowed = outer.map((each) => each.text).join(', ');
    const detail = `got ${text}; allowed: a range within ${allowed}, the address space of its network`;
    return [{ summary: `Invalid value for "${String(path[0])}"`, detail, path }];
  }

  private networkOf(types: NetworkTypes, subnet: ObjectValue): string | undefined {
    const key = types.reference.map(([own]) => keyOf(subnet[own] ?? null)).join(' ');
    if (!key.includes('?')) return key;
    const candidates = [...this.networks.keys()];
    return !this.othersMayExist && candidates.length === 1 ? candidates[0] : undefined;
  }
}

/** Whether a type is that of the subnets of a network. */
export function isSubnet(type: string): boolean {
  return NETWORKS.some(({ subnet }) => subnet === type);
}

/** How the cloud refuses a subnet that is about to be created beside what stands. Undefined: it does not. */
export function refusalOfSubnet(
  type: string,
  subnet: ObjectValue,
  standing: readonly CloudObject[],
): string | undefined {
  const types = NETWORKS.find((each) => each.subnet === type);
  if (types === undefined) return undefined;
  const own = rangesIn(subnet[types.ranges[type]!] ?? null);
  const beside = standing.filter((each) => each.type === type && isIn(types.reference, subnet, each.state, true));
  const taken = beside.flatMap(({ state }) => rangesIn(state[types.ranges[type]!] ?? null));
  const clash = own.find(({ range }) => taken.some((other) => overlap(range, other.range)));
  if (clash !== undefined) return types.overlaps(subnet, clash.text);
  const network = standing.find(
    (each) => each.type === types.network && isIn(types.reference, subnet, each.state, false),
  );
  if (network === undefined) return undefined;
  const added = standing.filter((each) => each.type === types.addition && each.state['vpc_id'] === network.state['id']);
  const outer = [network, ...added].flatMap((each) => rangesIn(each.state[types.ranges[each.type]!] ?? null));
  const stray = own.find(({ range }) => {
    const alike = outer.filter((each) => each.range.version === range.version);
    return alike.length > 0 && !alike.some((each) => within(range, each.range));
  });
  return stray === undefined ? undefined : types.outside(subnet, stray.text);
}

function isIn(
  reference: NetworkTypes['reference'],
  subnet: ObjectValue,
  other: ObjectValue,
  isSubnet: boolean,
): boolean {
  return reference.every(([ofSubnet, ofNetwork]) => subnet[ofSubnet] === other[isSubnet ? ofSubnet : ofNetwork]);
}

interface PlacedRange {
  readonly range: Range;
  readonly text: string;
  /** Its place in a list. */
  readonly place: number[];
}

function rangesIn(value: Value): PlacedRange[] {
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => rangesIn(item).map((each) => ({ ...each, place: [index] })));
  }
  const range = typeof value === 'string' ? rangeOf(value) : undefined;
  return range === undefined ? [] : [{ range, text: String(value), place: [] }];
}

function hasGap(value: Value): boolean {
  return value instanceof Unknown || (Array.isArray(value) && value.some(hasGap));
}

function keyOf(value: Value): string {
  return typeof value === 'string' ? JSON.stringify(value) : '?';
}
