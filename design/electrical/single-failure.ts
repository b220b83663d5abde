import { type BaseFlow, baseFlow, lossKw } from './flow';
import { bridgesPause, type PowerNetwork, pausesOnTransfer } from './network';
import { NodeHeap } from './node-heap';
import { UpstreamMode } from './result';

/** What one failure changes; indices of nodes and sinks. */
export interface FailureEffect {
  /** Without power, the failed one among them. */
  readonly deadNodes: number[];
  readonly darkSinks: number[];
  /** Alive nodes whose load changed, with their new output in kW. */
  readonly changed: { readonly node: number; readonly outputKw: number }[];
  /** Alive sinks that all their power paused for: a transfer, and no battery behind it. */
  readonly interruptedSinks: number[];
}

/** A change of output that is rounding noise. */
const NOISE_KW = 1e-9;

/**
 * Failures one at a time, on the difference to normal operation: only what a failure touches is looked at, so that all feeds of
 * a campus cost what their paths to the grid are long. Power comes back to what it was after each.
 */
export class SingleFailures {
  readonly base: BaseFlow;
  private readonly dead: Uint8Array;
  private readonly alive: Int32Array;
  private readonly delta: Float64Array;
  private readonly heap: NodeHeap;

  constructor(
    private readonly network: PowerNetwork,
    private readonly sinkKw: Float64Array,
  ) {
    const { nodes } = network;
    this.base = baseFlow(network, sinkKw);
    this.dead = new Uint8Array(nodes.length);
    this.alive = Int32Array.from(nodes, (node) => node.upstream.length);
    this.delta = new Float64Array(nodes.length);
    this.heap = new NodeHeap(nodes.length);
  }

  /** @param failed nodes that fail together: one, or a group that one failure trips */
  fail(failed: number[]): FailureEffect {
    const { deadNodes, touchedSinks, transferred } = this.spread(failed);
    const darkSinks: number[] = [];
    for (const sink of touchedSinks) if (this.shiftSink(sink)) darkSinks.push(sink);
    const changed = this.climb();
    const interruptedSinks = transferred.some((node) => pausesOnTransfer(this.network.nodes[node]!))
      ? this.interrupted(transferred)
      : [];
    this.restore(deadNodes);
    return { deadNodes, darkSinks, changed, interruptedSinks };
  }

  /** Down from the failed node: what loses every source dies, what loses one takes from the others. */
  private spread(failed: number[]) {
    const { network, dead, alive, heap } = this;
    const children = network.children();
    const deadNodes = [...failed];
    const transferred: number[] = [];
    const touchedSinks = new Set<number>();
    for (const node of failed) dead[node] = 1;
    for (const node of deadNodes) {
      heap.push(node);
      for (const sink of network.sinksOf()[node]!) touchedSinks.add(sink);
      for (const child of children[node]!) {
        if (dead[child] === 1) continue;
        alive[child]! -= 1;
        heap.push(child);
        if (alive[child] === 0) {
          dead[child] = 1;
          deadNodes.push(child);
        } else if (network.nodes[child]!.upstream[0] === node) transferred.push(child);
      }
    }
    return { deadNodes, touchedSinks, transferred };
  }

  /** Moves the load of a sink to the feeds that are alive. @returns true when none is */
  private shiftSink(sink: number): boolean {
    const { dead, delta, heap } = this;
    const { feeds } = this.network.sinks[sink]!;
    const kw = this.sinkKw[sink]!;
    let living = 0;
    for (const feed of feeds) if (dead[feed] === 0) living += 1;
    for (const feed of feeds) {
      delta[feed]! += (dead[feed] === 0 ? kw / living : 0) - kw / feeds.length;
      heap.push(feed);
    }
    return living === 0;
  }

  /** Up to the sources, what is below first: each touched node settles once. */
  private climb(): { node: number; outputKw: number }[] {
    const { network, dead, alive, delta, heap, base } = this;
    const changed: { node: number; outputKw: number }[] = [];
    for (let node = heap.pop(); node !== undefined; node = heap.pop()) {
      const { upstream, mode, losses } = network.nodes[node]!;
      const isDead = dead[node] === 1;
      const outputKw = isDead ? 0 : Math.max(0, base.output[node]! + delta[node]!);
      if (!isDead && Math.abs(delta[node]!) > NOISE_KW) changed.push({ node, outputKw });
      delta[node] = 0;
      const before = base.input[node]!;
      const after = isDead ? 0 : outputKw + lossKw(losses, outputKw);
      let chosen = false;
      for (let at = 0; at < upstream.length; at += 1) {
        const above = upstream[at]!;
        const first = mode === UpstreamMode.FIRST;
        const had = first ? (at === 0 ? before : 0) : before / upstream.length;
        const living = dead[above] === 0;
        const gets = !living ? 0 : first ? (chosen ? 0 : after) : after / alive[node]!;
        if (living) chosen = true;
        if (had === gets) continue;
        delta[above]! += gets - had;
        heap.push(above);
      }
    }
    return changed;
  }

  /** Sinks behind transfers that take time, with no battery between and no other path that went on. */
  private interrupted(transferred: number[]): number[] {
    const { network, dead } = this;
    const { nodes, sinks } = network;
    const starts = new Set(transferred.filter((node) => pausesOnTransfer(nodes[node]!) && dead[node] === 0));
    const paused = new Set<number>();
    for (const node of this.below(starts)) {
      if (bridgesPause(nodes[node]!)) continue;
      const { upstream, mode } = nodes[node]!;
      const first = mode === UpstreamMode.FIRST ? upstream.find((above) => dead[above] === 0) : undefined;
      const goesOn = (above: number) => dead[above] === 0 && !paused.has(above);
      const pauses = first === undefined ? !upstream.some(goesOn) : paused.has(first);
      if (starts.has(node) || pauses) paused.add(node);
    }
    const touched = new Set<number>();
    for (const node of paused) for (const sink of network.sinksOf()[node]!) touched.add(sink);
    return [...touched].filter((sink) => sinks[sink]!.feeds.every((feed) => dead[feed] === 1 || paused.has(feed)));
  }

  /** What lives below some nodes, they themselves included, in the order of the graph. */
  private below(starts: Set<number>): number[] {
    const seen = new Set(starts);
    for (const node of seen) {
      for (const child of this.network.children()[node]!) if (this.dead[child] === 0) seen.add(child);
    }
    return [...seen].sort((one, other) => one - other);
  }

  private restore(deadNodes: number[]): void {
    for (const node of deadNodes) {
      this.dead[node] = 0;
      for (const child of this.network.children()[node]!)
        this.alive[child] = this.network.nodes[child]!.upstream.length;
    }
  }
}
