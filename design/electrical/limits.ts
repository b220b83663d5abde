import type { BaseFlow } from './flow';
import type { PowerNetwork } from './network';
import { clash, type ElectricalProblem, ElectricalProblemKind, ProblemSeverity, shown } from './problems';
import { type Equipment, EquipmentKind, type Failure } from './result';
import { schemeOf } from './schemes';
import type { Settled } from './settled';

const TOLERANCE = 1e-9;
/** Problems of one kind that are told one by one; more say nothing new. */
const TOLD = 20;

/** Limits in normal operation: equipment, the grid, its power factor. None is ever raised to fit. */
export function checkNormal(network: PowerNetwork, peak: BaseFlow, settled: Settled): ElectricalProblem[] {
  const { limitKw, minimumPowerFactor } = settled.interconnect;
  const problems: ElectricalProblem[] = [];
  let gridKw = 0;
  network.nodes.forEach(({ plan, limitKw: limit }, node) => {
    const kw = peak.output[node]!;
    if (plan.kind === EquipmentKind.UTILITY) gridKw += kw;
    else if (kw > limit * (1 + TOLERANCE)) {
      const message = `${plan.id} carries ${shown(kw)} kW at the peak, its limit is ${shown(limit)} kW`;
      const numbers = { needed: kw, available: limit, unit: 'kW' };
      problems.push(
        clash(ElectricalProblemKind.OVERLOADED, { what: 'equipment', name: plan.id }, { message, ...numbers }),
      );
    }
  });
  const site = { what: 'site', name: 'interconnect' };
  if (limitKw !== undefined && gridKw > limitKw * (1 + TOLERANCE)) {
    const message = `the site draws ${shown(gridKw)} kW at its peak with losses and cooling, the interconnect gives ${shown(limitKw)} kW`;
    const numbers = { needed: gridKw, available: limitKw, unit: 'kW' };
    problems.push(clash(ElectricalProblemKind.INTERCONNECT_OVER_LIMIT, site, { message, ...numbers }, 'fewer racks'));
  }
  if (minimumPowerFactor !== undefined && settled.powerFactor < minimumPowerFactor) {
    const message = `the power factor is ${settled.powerFactor}, the interconnect asks for ${minimumPowerFactor}`;
    const numbers = { needed: minimumPowerFactor, available: settled.powerFactor, unit: '1' };
    problems.push(clash(ElectricalProblemKind.POWER_FACTOR_BELOW, site, { message, ...numbers }, 'correct it'));
  }
  return problems.slice(0, TOLD);
}

/** Overloads that the redundancy of a class with two sides promises not to happen. */
export function checkSurvivors(equipment: Equipment[], failures: Failure[], settled: Settled): ElectricalProblem[] {
  const byId = new Map(equipment.map((each) => [each.id, each]));
  const problems: ElectricalProblem[] = [];
  for (const { equipment: failed, overloads } of failures) {
    for (const { equipment: name, loadKw, limitKw } of overloads) {
      const loadClass = byId.get(name)?.loadClass;
      if (loadClass === undefined || !schemeOf(settled.redundancy[loadClass]).survivesSystem) continue;
      const message = `without ${failed} ${name} carries ${shown(loadKw)} kW, its limit is ${shown(limitKw)} kW: ${settled.redundancy[loadClass]} of ${loadClass} loads promises more`;
      const numbers = { needed: loadKw, available: limitKw, unit: 'kW' };
      const concerns = { what: 'equipment', name };
      problems.push(
        clash(
          ElectricalProblemKind.SURVIVOR_OVERLOADED,
          concerns,
          { message, ...numbers },
          undefined,
          ProblemSeverity.REFUSED,
        ),
      );
    }
    if (problems.length >= TOLD) break;
  }
  return problems;
}
