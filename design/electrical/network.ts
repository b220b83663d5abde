import type { LoadClass } from '../hall/seams';
import { type Equipment, EquipmentKind, UpstreamMode } from './result';

/** Losses of a node in kW: fixed + linear · P + square · P², P its output in kW. */
export interface NodeLosses {
  readonly fixed: number;
  readonly linear: number;
  readonly square: number;
}

/** What the design knows of a piece of equipment before its load is known. */
export type EquipmentPlan = Omit<
  Equipment,
  'upstream' | 'upstreamMode' | 'typicalKw' | 'peakKw' | 'loading' | 'lossTypicalKw' | 'lossPeakKw'
>;

/** A node of the power chain. What feeds it was added before: its index is higher than theirs. */
export interface PowerNode {
  readonly plan: EquipmentPlan;
  /** Indices of what feeds it. */
  readonly upstream: number[];
  readonly mode: UpstreamMode;
  readonly losses: NodeLosses;
  readonly limitKw: number;
}

/** Something that draws power: a rack, or the cooling of a substation. It shares its load equally over the feeds that are alive. */
export interface PowerSink {
  readonly name: string;
  /** Undefined for cooling. */
  readonly loadClass?: LoadClass;
  readonly feeds: number[];
  readonly typicalKw: number;
  readonly peakKw: number;
  readonly accelerators: number;
}

const NO_LOSSES: NodeLosses = { fixed: 0, linear: 0, square: 0 };

/** The power chain as a graph without cycles, from sources down to sinks. */
export class PowerNetwork {
  readonly nodes: PowerNode[] = [];
  readonly sinks: PowerSink[] = [];
  private downstreamNodes?: number[][];
  private downstreamSinks?: number[][];
  private readonly behind = new Map<number, number>();

  add(plan: EquipmentPlan, upstream: number[], losses = NO_LOSSES, mode = UpstreamMode.SHARE): number {
    const limitKw = plan.limitKw ?? Number.POSITIVE_INFINITY;
    this.nodes.push({ plan, upstream, mode, losses, limitKw });
    return this.nodes.length - 1;
  }

  addSink(sink: PowerSink): void {
    this.sinks.push(sink);
  }

  /** Nodes that a node feeds. */
  children(): number[][] {
    this.downstreamNodes ??= invert(
      this.nodes.length,
      this.nodes.map((node) => node.upstream),
    );
    return this.downstreamNodes;
  }

  /** Sinks that a node feeds directly. */
  sinksOf(): number[][] {
    this.downstreamSinks ??= invert(
      this.nodes.length,
      this.sinks.map((sink) => sink.feeds),
    );
    return this.downstreamSinks;
  }

  /** Accelerators of the racks behind a node, each rack counted once. */
  acceleratorsBehind(node: number): number {
    const known = this.behind.get(node);
    if (known !== undefined) return known;
    const seen = new Set([node]);
    const racks = new Set<number>();
    for (const each of seen) {
      for (const child of this.children()[each]!) seen.add(child);
      for (const sink of this.sinksOf()[each]!) racks.add(sink);
    }
    let accelerators = 0;
    for (const rack of racks) accelerators += this.sinks[rack]!.accelerators;
    this.behind.set(node, accelerators);
    return accelerators;
  }
}

function invert(size: number, upstreams: number[][]): number[][] {
  const downstream: number[][] = Array.from({ length: size }, () => []);
  upstreams.forEach((upstream, index) => {
    for (const above of upstream) downstream[above]!.push(index);
  });
  return downstream;
}

/** Whether taking over means a pause: everything that transfers but a static switch. */
export function pausesOnTransfer(node: PowerNode): boolean {
  return node.mode === UpstreamMode.FIRST && node.plan.kind !== EquipmentKind.STATIC_TRANSFER_SWITCH;
}

/** Whether batteries carry what is behind it through a pause. */
export function bridgesPause(node: PowerNode): boolean {
  return (node.plan.batteryKwh ?? 0) > 0;
}
