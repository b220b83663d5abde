import { type BaseFlow, lossKw } from './flow';
import type { PowerNetwork } from './network';
import type { Equipment } from './result';

/** The equipment of a network, with what it carries. */
export function equipmentOf({ nodes }: PowerNetwork, typical: BaseFlow, peak: BaseFlow): Equipment[] {
  return nodes.map(({ plan, upstream, mode, losses, limitKw }, node) => ({
    ...plan,
    upstream: upstream.map((above) => nodes[above]!.plan.id),
    upstreamMode: mode,
    typicalKw: typical.output[node]!,
    peakKw: peak.output[node]!,
    loading: Number.isFinite(limitKw) ? peak.output[node]! / limitKw : undefined,
    lossTypicalKw: lossKw(losses, typical.output[node]!),
    lossPeakKw: lossKw(losses, peak.output[node]!),
  }));
}
