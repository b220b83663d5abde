import { SonicSupport, type SwitchModel } from '../../catalog/switches';
import { FabricTechnology } from './ask';
import { lanesOfPort } from './ports';
import { qosTables, SONIC_QOS_SOURCE, type SonicQos } from './sonic-qos';
import type { SonicRow, SonicTables } from './sonic-tables';
import { type FabricLink, type FabricSwitch, FabricTier, LinkTier, type NetworkDesign } from './types';

/** What is said of every switch's configuration. */
export interface SonicOptions extends SonicQos {
  /** Bytes. @default - 9100, as SONiC's own ports have */
  readonly mtu?: number;
  /** s between keepalives of BGP, and until a neighbour is held for dead. @default - 3 and 9, for data centers (RFC 7938 asks for short ones) */
  readonly bgpTimers?: { readonly keepalive: number; readonly hold: number };
  /** Lanes of a port by its name, of platforms whose lanes are not in the order of their cages: their `port_config.ini`. */
  readonly lanes?: { readonly [port: string]: string };
}

/** The configuration of one switch. */
export interface SonicConfig {
  readonly device: string;
  /** `config_db.json`. */
  readonly tables: SonicTables;
  /** What was assumed, and must be looked at before it is loaded. */
  readonly notes: string[];
}

/** Roles as SONiC names them: its T0, T1 and T2. */
const TYPES = {
  [FabricTier.LEAF]: 'ToRRouter',
  [FabricTier.SPINE]: 'LeafRouter',
  [FabricTier.CORE]: 'SpineRouter',
};

const GROUP = 'FABRIC';

/** A port with what hangs on it. */
interface Lead {
  readonly port: string;
  readonly cage: number;
  readonly gbps: number;
  readonly peer: string;
  readonly lengthM: number;
  readonly address?: string;
  readonly fabric: boolean;
}

/**
 * The `config_db.json` of every switch of a network that SONiC runs on: BGP unnumbered by its FRR management framework, PFC, ECN and
 * maps of DSCP. A base to load onto the platform's own defaults, which bring features, users and buffer pools.
 */
export function sonicConfigs(network: NetworkDesign, options: SonicOptions = {}): SonicConfig[] {
  const { config } = sonicRenderer(network, options);
  return openSwitches(network).map(config);
}

/** Switches of a network that SONiC runs on. */
export function openSwitches({ switches, models, technology }: NetworkDesign): FabricSwitch[] {
  if (technology === FabricTechnology.INFINIBAND) return [];
  return switches.filter(({ tier }) => models[tier]!.sonic !== SonicSupport.NO);
}

/** Makes configurations one at a time: those of a campus are hundreds of megabytes. */
export interface SonicRenderer {
  /** Of one of its open switches. Tables that do not differ between switches are the same object. */
  readonly config: (sw: FabricSwitch) => SonicConfig;
}

/** What `sonicConfigs` makes, a switch at a time. */
export function sonicRenderer(network: NetworkDesign, options: SonicOptions = {}): SonicRenderer {
  const { technology, models } = network;
  const leads = leadsOf(network.links);
  const shared = new Map<string, SonicTables>();
  const config = (sw: FabricSwitch): SonicConfig => {
    const model = models[sw.tier]!;
    const own = leads.get(sw.name) ?? [];
    const ports = own.map(({ port }) => port);
    const key = `${model.id} ${ports.join()}`;
    const qos = shared.get(key) ?? qosTables(technology, ports, options, isNvidia(model));
    shared.set(key, qos);
    return configOf(sw, model, own, qos, technology, options);
  };
  return { config };
}

function isNvidia({ vendor }: SwitchModel): boolean {
  return vendor === 'NVIDIA';
}

function configOf(
  sw: FabricSwitch,
  model: SwitchModel,
  leads: Lead[],
  qos: SonicTables,
  technology: FabricTechnology,
  options: SonicOptions,
): SonicConfig {
  const tables: SonicTables = {
    DEVICE_METADATA: { localhost: metadata(sw, model, technology, isNvidia(model)) },
    LOOPBACK_INTERFACE: {
      Loopback0: {},
      ...(sw.loopback === undefined ? {} : { [`Loopback0|${sw.loopback}/32`]: {} }),
    },
    ...management(sw),
    PORT: rows(leads, (lead) => [lead.port, portRow(lead, model, options)]),
    INTERFACE: Object.fromEntries(leads.flatMap(interfaceRows)),
    CABLE_LENGTH: { AZURE: rows(leads, ({ port, lengthM }) => [port, `${Math.max(1, Math.ceil(lengthM))}m`]) },
    ...bgp(
      sw,
      leads.filter(({ fabric }) => fabric),
      options,
    ),
    ...qos,
  };
  return { device: sw.name, tables, notes: notesOf(model, options) };
}

function metadata(sw: FabricSwitch, model: SwitchModel, technology: FabricTechnology, nvidia: boolean): SonicRow {
  return {
    hostname: sw.name,
    ...(model.sonicPlatform === undefined ? {} : { platform: model.sonicPlatform }),
    ...(model.sonicHwsku === undefined ? {} : { hwsku: model.sonicHwsku }),
    type: TYPES[sw.tier],
    bgp_asn: String(sw.asn),
    docker_routing_config_mode: 'unified',
    frr_mgmt_framework_config: 'true',
    default_bgp_status: 'up',
    default_pfcwd_status: technology === FabricTechnology.ROCE ? 'enable' : 'disable',
    // NVIDIA's buffers are calculated by speed, cable and MTU; others take the profiles of their SKU.
    buffer_model: nvidia ? 'dynamic' : 'traditional',
  };
}

function management({ outOfBand, outOfBandGateway }: FabricSwitch): SonicTables {
  if (outOfBand === undefined) return {};
  const gateway: SonicRow = outOfBandGateway === undefined ? {} : { gwaddr: outOfBandGateway };
  return {
    MGMT_PORT: { eth0: { alias: 'eth0', admin_status: 'up' } },
    MGMT_INTERFACE: { [`eth0|${outOfBand}`]: gateway },
  };
}

function portRow(lead: Lead, model: SwitchModel, options: SonicOptions): SonicRow {
  return {
    lanes: options.lanes?.[lead.port] ?? lanesOf(lead, model),
    alias: lead.port,
    index: String(lead.cage),
    speed: String(lead.gbps * 1000),
    // RS-FEC is part of every link of 100 Gbit/s and more that optics and copper here have (IEEE 802.3, clauses 91 and 161).
    fec: lead.gbps >= 100 ? 'rs' : 'none',
    mtu: String(options.mtu ?? 9100),
    admin_status: 'up',
    description: lead.peer,
  };
}

/** Lanes ascend with the cages where the catalog says so, and are assumed to elsewhere. */
function lanesOf({ port, gbps }: Lead, model: SwitchModel): string {
  const all = lanesOfPort(model);
  const parts = Math.max(1, Math.floor(model.gbps / gbps));
  const first = Number(port.slice('Ethernet'.length)) + (model.sonicFirstLane ?? 0);
  return Array.from({ length: Math.max(1, Math.floor(all / parts)) }, (_, lane) => first + lane).join(',');
}

function interfaceRows({ port, fabric, address }: Lead): [string, SonicRow][] {
  if (fabric) return [[port, { ipv6_use_link_local_only: 'enable' }]];
  return [[port, {}], ...(address === undefined ? [] : [[`${port}|${address}`, {}] as [string, SonicRow]])];
}

/** Neighbours are interfaces: RFC 5549, and nothing to number. IPv4 is activated a neighbour, loopbacks and server links announced. */
function bgp({ asn, loopback }: FabricSwitch, leads: Lead[], { bgpTimers }: SonicOptions): SonicTables {
  const { keepalive, hold } = bgpTimers ?? { keepalive: 3, hold: 9 };
  const identity: SonicRow = loopback === undefined ? {} : { router_id: loopback };
  const table: { [name: string]: SonicTables[string] } = {
    BGP_GLOBALS: {
      default: {
        local_asn: String(asn),
        ...identity,
        default_ipv4_unicast: 'false',
        load_balance_mp_relax: 'true',
        log_nbr_state_changes: 'true',
      },
    },
    BGP_GLOBALS_AF: { 'default|ipv4_unicast': { max_ebgp_paths: String(Math.min(256, Math.max(1, leads.length))) } },
    ROUTE_REDISTRIBUTE: { 'default|connected|bgp|ipv4': {} },
  };
  if (leads.length === 0) return table;
  return {
    ...table,
    BGP_PEER_GROUP: {
      [`default|${GROUP}`]: {
        peer_type: 'external',
        capability_ext_nexthop: 'true',
        keepalive: String(keepalive),
        holdtime: String(hold),
      },
    },
    BGP_NEIGHBOR: rows(leads, ({ port, peer }) => [`default|${port}`, { peer_group_name: GROUP, name: peer }]),
    BGP_NEIGHBOR_AF: rows(leads, ({ port }) => [`default|${port}|ipv4_unicast`, { admin_status: 'true' }]),
  };
}

function notesOf(model: SwitchModel, { lanes }: SonicOptions): string[] {
  const notes = [`quality of service: ${SONIC_QOS_SOURCE}`];
  if (model.sonicHwsku === undefined || model.sonicPlatform === undefined) {
    notes.push(`platform or hardware SKU of ${model.model} is not known: set them from the switch`);
  }
  if (model.sonicFirstLane === undefined && lanes === undefined) {
    notes.push(
      `lanes of ${model.model} are assumed to ascend with its cages: compare with its port_config.ini, or state them`,
    );
  }
  notes.push('buffer pools and profiles are those of the SKU: CABLE_LENGTH tells them the length of every link');
  return notes;
}

function leadsOf(links: FabricLink[]): Map<string, Lead[]> {
  const leads = new Map<string, Lead[]>();
  const add = (device: string, lead: Lead): void => {
    const of = leads.get(device);
    if (of === undefined) leads.set(device, [lead]);
    else of.push(lead);
  };
  for (const { a, b, tier, gbps, lengthM } of links) {
    const fabric = tier !== LinkTier.ACCESS;
    const peer = (end: typeof a): string => `${end.device} ${end.port}`;
    add(b.device, { port: b.port, cage: b.cage, gbps, peer: peer(a), lengthM, address: b.address, fabric });
    if (fabric) add(a.device, { port: a.port, cage: a.cage, gbps, peer: peer(b), lengthM, fabric });
  }
  return leads;
}

function rows<T>(leads: Lead[], row: (lead: Lead) => [string, T]): { readonly [key: string]: T } {
  return Object.fromEntries(leads.map(row));
}
