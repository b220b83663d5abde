import { type BaseFlow, lossKw } from './flow';
import type { PowerNetwork } from './network';
import type { Losses } from './result';

/** Losses by kind of equipment, at the two operating points. */
export function sumLosses(network: PowerNetwork, typical: BaseFlow, peak: BaseFlow): Losses {
  const typicalKw = byKind(network, typical);
  const peakKw = byKind(network, peak);
  const total = (kinds: { readonly [kind: string]: number }) => Object.values(kinds).reduce((sum, kw) => sum + kw, 0);
  return {
    typicalKw,
    peakKw,
    totalTypicalKw: total(typicalKw),
    totalPeakKw: total(peakKw),
    gridToRackTypical: gridToRack(network, typical, (sink) => sink.typicalKw),
    gridToRackPeak: gridToRack(network, peak, (sink) => sink.peakKw),
  };
}

function byKind({ nodes }: PowerNetwork, { output }: BaseFlow): { [kind: string]: number } {
  const kinds: { [kind: string]: number } = {};
  nodes.forEach(({ losses, plan }, node) => {
    const kw = lossKw(losses, output[node]!);
    if (kw > 0) kinds[plan.kind] = (kinds[plan.kind] ?? 0) + kw;
  });
  return kinds;
}

/** Racks over what the grid gives without cooling; the losses of cooling's own transformers are counted as the racks'. */
function gridToRack(
  { nodes, sinks }: PowerNetwork,
  { output }: BaseFlow,
  kwOf: (sink: PowerNetwork['sinks'][number]) => number,
): number {
  const grid = nodes.reduce((sum, { upstream }, node) => sum + (upstream.length === 0 ? output[node]! : 0), 0);
  const cooling = sinks.reduce((sum, sink) => sum + (sink.loadClass === undefined ? kwOf(sink) : 0), 0);
  const racks = sinks.reduce((sum, sink) => sum + (sink.loadClass === undefined ? 0 : kwOf(sink)), 0);
  return racks / (grid - cooling);
}
