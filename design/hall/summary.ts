import { type Equipment, EquipmentKind, type Failure } from '../electrical';
import type { NetworkDesign } from '../fabric';
import { tidy } from '../figures';
import type { FailureSummary, HallSummary, NetworkSummary } from './summary-types';
import type { HallDesign } from './types';

/** The summary of a hall that a basis of design carries. */
export function summaryOf({ racks, fabric, power, loads }: HallDesign): HallSummary {
  return {
    halls: new Set(loads.map(({ rack }) => rack.hall)).size,
    racks: racks.racks.length,
    networkRacks: fabric.networkRacks.length,
    pools: racks.pools,
    networks: fabric.networks.map(networkSummary),
    power: {
      code: power.code,
      racksTypicalKw: tidy(loads.reduce((sum, { typicalKw }) => sum + typicalKw, 0)),
      racksPeakKw: tidy(loads.reduce((sum, { peakKw }) => sum + peakKw, 0)),
      equipment: countsOf(power.equipment.filter(({ kind }) => kind !== EquipmentKind.FEED)),
      feeds: power.feeds.length,
      failures: power.failures.length,
      ...(power.worst.atPeak === undefined ? {} : { worst: failureSummary(power.worst.atPeak) }),
      ...(power.worst.atPeakFactor === undefined
        ? {}
        : { worstAtPeakFactor: failureSummary(power.worst.atPeakFactor) }),
      peakFactor: power.worst.peakFactor,
      properties: power.properties,
      figures: power.figures,
      assumptions: power.assumptions,
    },
  };
}

function networkSummary({ role, technology, tiers, bill, models, optics, proof }: NetworkDesign): NetworkSummary {
  return {
    role,
    technology,
    tiers,
    switches: bill.switches,
    models: Object.fromEntries(Object.entries(models).map(([tier, model]) => [tier, model.id])),
    cables: bill.cables,
    optics: Object.fromEntries(optics.map(({ optic, count }) => [optic, count])),
    claim: proof.claim,
    holds: proof.holds,
    oversubscription: tidy(Math.max(0, ...proof.tiers.map(({ worst }) => worst.ratio))),
  };
}

function failureSummary(failure: Failure): FailureSummary {
  return {
    equipment: failure.equipment,
    racksDark: failure.racksDark.length,
    acceleratorsDark: failure.acceleratorsDark,
    overloads: failure.overloads.length,
    ...(failure.worstSurvivor === undefined ? {} : { worstSurvivor: failure.worstSurvivor }),
    ...(failure.worstLoading === undefined ? {} : { worstLoading: tidy(failure.worstLoading) }),
  };
}

function countsOf(equipment: Equipment[]): { readonly [kind: string]: number } {
  const counts: { [kind: string]: number } = {};
  for (const { kind } of equipment) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}
