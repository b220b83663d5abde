import type { SwitchModel } from '../../catalog/switches';
import type { Figure } from '../basis';
import type { NetworkRole, RackPlace } from '../hall/seams';
import type { AddressBlocks, FabricLayout, FabricTechnology } from './ask';

/** Where a switch stands in the tree. */
export enum FabricTier {
  LEAF = 'leaf',
  SPINE = 'spine',
  /** Joins the pods, where two tiers are not enough. */
  CORE = 'core',
}

/** The networks of a site, engineered. Plain data. */
export interface FabricDesign {
  readonly networks: NetworkDesign[];
  readonly networkRacks: NetworkRack[];
  readonly scaleUp: ScaleUpDomains[];
  readonly addresses: AddressPlan;
  /** Defaults and rules that the design rests on. */
  readonly assumptions: string[];
}

export interface NetworkDesign {
  readonly role: NetworkRole;
  readonly technology: FabricTechnology;
  readonly layout: FabricLayout;
  /** 1, 2 or 3. */
  readonly tiers: number;
  readonly planes: number;
  readonly pools: NetworkPool[];
  /** Models by tier. */
  readonly models: { readonly [tier: string]: SwitchModel };
  readonly switches: FabricSwitch[];
  /** The cable schedule. */
  readonly links: FabricLink[];
  readonly optics: OpticCount[];
  readonly bill: FabricBill;
  readonly proof: FabricProof;
  /** Why it has this form, one sentence a step. */
  readonly why: string[];
}

export interface NetworkPool {
  readonly name: string;
  readonly firstUnit: number;
  readonly units: number;
  readonly serversPerUnit: number;
  readonly leafsPerUnit: number;
  /** Links of one server. */
  readonly linksPerServer: number;
  /** Gbit/s of one. */
  readonly linkGbps: number;
}

export interface FabricSwitch {
  /** `c-leaf-u01-r3`. */
  readonly name: string;
  readonly tier: FabricTier;
  /** Id in the catalog. */
  readonly model: string;
  /** From 0, over all switches of the tier; given once. */
  readonly index: number;
  /** Plane, from 1. */
  readonly plane: number;
  /** Unit of a leaf, from 1. */
  readonly unit?: number;
  /** Pod of a spine or of a leaf under three tiers, from 1. */
  readonly pod?: number;
  /** Rail of a leaf, from 1; number of the leaf where leafs are shared. */
  readonly rail?: number;
  readonly rack: RackPlace;
  /** Lowest unit in the rack, from 1. */
  readonly rackUnit: number;
  /** @default - InfiniBand has none */
  readonly asn?: number;
  /** @default - InfiniBand has none */
  readonly loopback?: string;
  /** Management port with the length of its subnet. @default - there is no management network, or it is a switch of it */
  readonly outOfBand?: string;
  readonly outOfBandGateway?: string;
}

/** One cable, or one fibre of a split one. */
export interface FabricLink {
  /** Lower end: a server under a leaf, a leaf under a spine. */
  readonly a: LinkEnd;
  readonly b: LinkEnd;
  readonly tier: LinkTier;
  readonly gbps: number;
  /** Orderable length, in m. */
  readonly lengthM: number;
  /** Family of the optic, or `dac`; `unknown` when the catalog has none that reaches as far. */
  readonly medium: string;
  /** As NetBox writes it. */
  readonly cableType: string;
}

export enum LinkTier {
  ACCESS = 'server-leaf',
  FABRIC = 'leaf-spine',
  CORE = 'spine-core',
}

export interface LinkEnd {
  readonly device: string;
  /** `Ethernet8`, `sw3p1`, `compute3`. */
  readonly port: string;
  /** Rack that it stands in. */
  readonly rack: string;
  /** Cage or jack, from 1: ends of split ports share it. */
  readonly cage: number;
  /** @default - it has none */
  readonly address?: string;
}

export interface OpticCount {
  /** Id in the catalog. */
  readonly optic: string;
  readonly kind: string;
  /** Modules, or cables with fixed plugs. */
  readonly count: number;
  /** W of all, both plugs counted, at the most that the source says. */
  readonly watts: Figure;
}

export interface FabricBill {
  readonly switches: { readonly [tier: string]: number };
  readonly cables: { readonly [linkTier: string]: number };
  /** Ports of switches that a link is led to. */
  readonly portsUsed: number;
  /** Server links that are cabled. */
  readonly serverLinks: number;
}

/** What was proved from switches and links alone, and what was not. */
export interface FabricProof {
  readonly holds: boolean;
  readonly claim: string;
  readonly tiers: TierProof[];
  readonly conditions: ProofCondition[];
  /** Gbit/s that any half of the servers' links can send to the other through the upper tiers, at least. */
  readonly bisectionGbps: number;
  /** Gbit/s of half of the servers' links. */
  readonly halfInjectionGbps: number;
  /** Names of switches that break the ratio, with their numbers. */
  readonly breaks: SwitchRatio[];
  readonly notCovered: string[];
}

export interface TierProof {
  readonly tier: FabricTier;
  readonly switches: number;
  readonly asked: number;
  /** The worst switch. */
  readonly worst: SwitchRatio;
}

export interface SwitchRatio {
  readonly name: string;
  readonly downGbps: number;
  readonly upGbps: number;
  readonly ratio: number;
}

export interface ProofCondition {
  readonly text: string;
  readonly holds: boolean;
}

/** A rack of switches, for the power chain. */
export interface NetworkRack {
  readonly rack: RackPlace;
  readonly switches: string[];
  readonly usedU: number;
  readonly typicalKw: Figure;
  readonly peakKw: Figure;
  readonly weightKg: Figure;
}

/** Accelerators that are joined inside of a server or rack: described, not cabled. */
export interface ScaleUpDomains {
  readonly pool: string;
  readonly serversPerDomain: number;
  readonly acceleratorsPerDomain: number;
  readonly domains: number;
  readonly link?: string;
}

export interface AddressPlan {
  readonly blocks: AddressBlocks;
  readonly subnets: FabricSubnet[];
}

export interface FabricSubnet {
  readonly prefix: string;
  /** `loopbacks compute`, `links compute`, `out-of-band o-leaf-u01-r1`. */
  readonly purpose: string;
  readonly used: number;
}
