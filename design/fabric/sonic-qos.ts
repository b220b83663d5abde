import { FabricTechnology } from './ask';
import type { SonicRow, SonicTables } from './sonic-tables';

/** Quality of service of a lossless fabric. */
export interface SonicQos {
  /** Priorities that never drop: PFC. @default - 3 and 4, as SONiC's own template has it */
  readonly losslessPriorities?: number[];
  /** Traffic class of a DSCP value. @default - SONiC's template, with 26 (RoCE) in class 3 and 48 (congestion notices) in class 6 */
  readonly dscpToClass?: { readonly [dscp: string]: number };
  /** Bytes in a queue from which packets are marked, and from which all that the probability says are. @default - 1048576 and 2097152 */
  readonly ecnBytes?: { readonly from: number; readonly to: number };
  /** Per cent of packets that are marked at the upper end. @default - 5 */
  readonly ecnPercent?: number;
  /** ms that a queue may stand paused before the watchdog drops it. @default - 200 */
  readonly watchdogMs?: number;
}

/** Where the defaults come from. */
export const SONIC_QOS_SOURCE =
  'sonic-net/sonic-buildimage, files/build_templates/qos_config.j2 (read 2026-11-25); DSCP 26 and 48: convention of RoCE adapters, set it to yours';

const MAP = 'AZURE';
const WRED = 'AZURE_LOSSLESS';
const PRIORITIES = [0, 1, 2, 3, 4, 5, 6, 7];
/** Queues that SONiC's template schedules: 7 is left to the control plane. */
const SCHEDULED = PRIORITIES.slice(0, 7);

/** DSCP values that are not in class 1, by SONiC's template; and RoCE. */
const CLASS_OF: { readonly [dscp: number]: number } = { 3: 3, 4: 4, 5: 2, 8: 0, 26: 3, 46: 5, 48: 6 };

/** Tables that make Ethernet lossless (RoCE), or only mark what is congested (Ultra Ethernet). Plain Ethernet has none. */
export function qosTables(
  technology: FabricTechnology,
  ports: string[],
  qos: SonicQos,
  pfcToGroupMap: boolean,
): SonicTables {
  if (technology === FabricTechnology.ETHERNET) return {};
  const lossless = technology === FabricTechnology.ROCE ? (qos.losslessPriorities ?? [3, 4]) : [];
  const marked = qos.losslessPriorities ?? [3, 4];
  const { from, to } = qos.ecnBytes ?? { from: 1_048_576, to: 2_097_152 };
  const percent = String(qos.ecnPercent ?? 5);
  const identity = record(PRIORITIES, (priority) => [priority, priority]);
  const colours = ['green', 'yellow', 'red'].flatMap((colour) => [
    [`wred_${colour}_enable`, 'true'],
    [`${colour}_min_threshold`, String(from)],
    [`${colour}_max_threshold`, String(to)],
    [`${colour}_drop_probability`, percent],
  ]);
  const tables: { [table: string]: SonicTables[string] } = {
    DSCP_TO_TC_MAP: { [MAP]: dscpMap(qos.dscpToClass) },
    TC_TO_QUEUE_MAP: { [MAP]: identity },
    TC_TO_PRIORITY_GROUP_MAP: { [MAP]: record(PRIORITIES, (each) => [each, groupOf(each, lossless)]) },
    SCHEDULER: { 'scheduler.0': { type: 'DWRR', weight: '14' }, 'scheduler.1': { type: 'DWRR', weight: '15' } },
    WRED_PROFILE: { [WRED]: { ecn: 'ecn_all', ...Object.fromEntries(colours) } },
    QUEUE: Object.fromEntries(
      ports.flatMap((port) => SCHEDULED.map((queue) => [`${port}|${queue}`, queueRow(queue, marked)])),
    ),
  };
  const pfc =
    lossless.length === 0
      ? {}
      : {
          pfc_enable: lossless.join(','),
          pfcwd_sw_enable: lossless.join(','),
          pfc_to_queue_map: MAP,
          ...(pfcToGroupMap ? { pfc_to_pg_map: MAP } : {}),
        };
  const port = { dscp_to_tc_map: MAP, tc_to_queue_map: MAP, tc_to_pg_map: MAP, ...pfc };
  tables['PORT_QOS_MAP'] = {
    global: { dscp_to_tc_map: MAP },
    ...Object.fromEntries(ports.map((name) => [name, port])),
  };
  return lossless.length === 0 ? tables : { ...tables, ...pfcTables(ports, lossless, qos, pfcToGroupMap) };
}

function pfcTables(ports: string[], lossless: number[], qos: SonicQos, pfcToGroupMap: boolean): SonicTables {
  const time = String(qos.watchdogMs ?? 200);
  const watched = { action: 'drop', detection_time: time, restoration_time: time };
  const groups = record(lossless, (priority) => [priority, priority]);
  return {
    MAP_PFC_PRIORITY_TO_QUEUE: { [MAP]: record(PRIORITIES, (priority) => [priority, priority]) },
    ...(pfcToGroupMap ? { PFC_PRIORITY_TO_PRIORITY_GROUP_MAP: { [MAP]: groups } } : {}),
    PFC_WD: {
      GLOBAL: { POLL_INTERVAL: time },
      ...Object.fromEntries(ports.map((port) => [port, watched])),
    },
  };
}

function queueRow(queue: number, marked: number[]): SonicRow {
  return marked.includes(queue) ? { scheduler: 'scheduler.1', wred_profile: WRED } : { scheduler: 'scheduler.0' };
}

/** A lossless class has a priority group of its own, and 7 (control) too; all others share group 0. */
function groupOf(priority: number, lossless: number[]): number {
  return lossless.includes(priority) || priority === 7 ? priority : 0;
}

function dscpMap(stated: { readonly [dscp: string]: number } = {}): { [dscp: string]: string } {
  const all = Array.from({ length: 64 }, (_, dscp) => dscp);
  return record(all, (dscp) => [dscp, stated[dscp] ?? CLASS_OF[dscp] ?? 1]);
}

function record(keys: number[], entry: (key: number) => [number, number]): { [key: string]: string } {
  return Object.fromEntries(keys.map((key) => entry(key).map(String) as [string, string]));
}
