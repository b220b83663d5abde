import { Cooling, ServerForm } from '../../catalog/servers';
import { tidy } from '../figures';
import { type PoolToRack, type RackProblem, RackProblemKind, type RacksAsk } from './types';

/** What one node takes. */
export interface NodeNeeds {
  readonly peakKw: number;
  readonly typicalKw: number;
  readonly liquidShare: number;
  readonly weightKg?: number;
}

/** How many nodes stand in one rack of a pool. */
export interface PerRack {
  readonly nodes: number;
  readonly needs: NodeNeeds;
  readonly why: string[];
}

/** A limit on the servers of one rack, with its two numbers. */
interface Limit {
  readonly most: number;
  readonly said: string;
}

/**
 * The servers that one rack takes: the least of what its height, its power, its air and its load allow. A limit whose figure is
 * unknown is not kept, and said to be unknown.
 */
export function perRack(
  pool: PoolToRack,
  ask: RacksAsk,
): { readonly result?: PerRack; readonly problem?: RackProblem } {
  const needs = needsOf(pool);
  if (needs === undefined) {
    const message = `the power of ${pool.server.model} (${pool.server.id}) is in no source`;
    const hint = 'state nodePower for the pool';
    return { problem: { kind: RackProblemKind.POWER_UNKNOWN, pool: pool.name, message, hint } };
  }
  const limits =
    pool.server.form === ServerForm.RACK ? rackScaleLimits(pool, needs, ask) : serverLimits(pool, needs, ask);
  const [first] = limits;
  const most = first!.most;
  if (most < 1) {
    const message = `not one ${pool.server.model} fits into a rack: ${first!.said}`;
    return { problem: { kind: RackProblemKind.TOO_MUCH, pool: pool.name, message } };
  }
  const nodes = pool.server.form === ServerForm.RACK ? pool.server.nodes : most;
  const why = limits.map(({ said, most: each }) => `${each === most ? 'at most' : 'not bound by'}: ${said}`);
  return { result: { nodes, needs, why: [...why, ...unknownWeight(needs)] } };
}

/** Per node: the whole piece's figures divided, or what the user stated. Not rounded: sums of trays must give the piece again. */
function needsOf({ server, nodeKw }: PoolToRack): NodeNeeds | undefined {
  const share = (value: number | undefined) => (value === undefined ? undefined : value / server.nodes);
  const peakKw = nodeKw ?? share(server.maximumKw ?? server.typicalKw);
  if (peakKw === undefined) return undefined;
  const typical = share(server.typicalKw) ?? peakKw;
  return {
    peakKw,
    typicalKw: Math.min(typical, peakKw),
    liquidShare: server.cooling === Cooling.LIQUID ? (server.liquidShare ?? 0) : 0,
    weightKg: share(server.weightKg),
  };
}

/** Sorted by how few they allow. */
function serverLimits({ server }: PoolToRack, needs: NodeNeeds, ask: RacksAsk): Limit[] {
  const { rackType, reservedU, envelopeKw, airKw } = ask;
  const freeU = rackType.heightU - reservedU;
  const airPerServer = tidy(needs.peakKw * (1 - needs.liquidShare));
  const limits = [
    fits(freeU, server.heightU, 'U', `height ${rackType.heightU} U less ${reservedU} U kept free`, server.model),
    ...(envelopeKw === undefined ? [] : [fits(envelopeKw, needs.peakKw, 'kW', 'power of a rack', server.model)]),
    ...(airPerServer === 0
      ? []
      : [fits(airKw, airPerServer, 'kW', 'heat that air carries out of a rack', server.model)]),
    ...(needs.weightKg === undefined || rackType.maximumLoadKg === undefined
      ? []
      : [fits(rackType.maximumLoadKg, needs.weightKg, 'kg', 'load of a rack', server.model)]),
    ...(server.widthInch > rackType.widthInch
      ? [
          {
            most: 0,
            said: `${server.model} is ${server.widthInch} inches wide, rack ${rackType.id} ${rackType.widthInch}`,
          },
        ]
      : []),
  ];
  return limits.sort((one, other) => one.most - other.most);
}

/** A rack-scale system is one piece: it is taken whole or not at all. */
function rackScaleLimits({ server }: PoolToRack, needs: NodeNeeds, ask: RacksAsk): Limit[] {
  const peakKw = tidy(needs.peakKw * server.nodes);
  const airKw = tidy(peakKw * (1 - needs.liquidShare));
  const limits = [
    ...(ask.envelopeKw === undefined ? [] : [fits(ask.envelopeKw, peakKw, 'kW', 'power of a rack', server.model)]),
    ...(airKw === 0 ? [] : [fits(ask.airKw, airKw, 'kW', 'heat that air carries out of a rack', server.model)]),
    { most: 1, said: `${server.model} is a whole rack` },
  ];
  return limits
    .map((limit) => ({ ...limit, most: Math.min(1, limit.most) }))
    .sort((one, other) => one.most - other.most);
}

function fits(have: number, need: number, unit: string, what: string, model: string): Limit {
  const most = Math.floor(tidy(have / need));
  return { most, said: `${what} is ${tidy(have)} ${unit}, one ${model} takes ${tidy(need)} ${unit}` };
}

function unknownWeight({ weightKg }: NodeNeeds): string[] {
  return weightKg === undefined ? ['the weight is in no source: the load of a rack is not checked'] : [];
}
