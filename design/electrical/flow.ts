import type { NodeLosses, PowerNetwork } from './network';
import { UpstreamMode } from './result';

/** kW lost at an output. */
export function lossKw({ fixed, linear, square }: NodeLosses, outputKw: number): number {
  return fixed + linear * outputKw + square * outputKw * outputKw;
}

/** What flows with nothing failed, in kW. */
export interface BaseFlow {
  /** By node. */
  readonly output: Float64Array;
  readonly input: Float64Array;
}

/** From the sinks up: every node gives what is drawn from it and takes that and its losses. */
export function baseFlow(network: PowerNetwork, sinkKw: Float64Array): BaseFlow {
  const { nodes, sinks } = network;
  const output = new Float64Array(nodes.length);
  const input = new Float64Array(nodes.length);
  for (let sink = 0; sink < sinks.length; sink += 1) {
    const { feeds } = sinks[sink]!;
    for (const feed of feeds) output[feed]! += sinkKw[sink]! / feeds.length;
  }
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const { upstream, mode, losses } = nodes[index]!;
    input[index] = output[index]! + lossKw(losses, output[index]!);
    if (upstream.length === 0) continue;
    if (mode === UpstreamMode.FIRST) output[upstream[0]!]! += input[index]!;
    else for (const above of upstream) output[above]! += input[index]! / upstream.length;
  }
  return { output, input };
}
