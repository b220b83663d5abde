import type { BuildContext } from './build';
import { transformerNodeLosses } from './build-medium';
import { faultAmps, iecFaultAmps } from './fault-level';
import type { Block } from './floor';
import { clash, ElectricalProblemKind, shown } from './problems';
import { EquipmentKind, UpstreamMode } from './result';
import { letterOf } from './schemes';
import { isDirectCurrent, systemRules } from './settled';
import { type CircuitVoltage, ElectricalCode, kilowatts, Phase, sizeBreaker } from './sizing';
import { type SystemSizing, sizeSystem } from './system-sizing';
import { chooseTransformer, transformerData } from './transformer';
import { autonomyKwh } from './ups';

/** One system of a block: where it hangs and what it carries at worst. */
export interface SystemPlan {
  /** `h1-critical-1`, or `h1-critical-reserve-1`. */
  readonly block: string;
  readonly of: Block;
  /** Letter of the system within its block. */
  readonly system: number;
  readonly substation: number;
  /** Medium-voltage bus. */
  readonly above: number;
  readonly worstKw: number;
}

/** Transformer, low-voltage switchgear and conversion of one system. @returns the node that panels hang on */
export function addSystem(context: BuildContext, plan: SystemPlan): number {
  const { network, settled } = context;
  const { of, block, substation, above } = plan;
  const system = letterOf(plan.system);
  const place = { block, system, substation, hall: of.hall, loadClass: of.loadClass };
  const low = lowVoltage(context);
  const units = addTransformers(context, plan, place, low);
  const mode = units.length > 1 ? UpstreamMode.FIRST : UpstreamMode.SHARE;
  const sizing = sizeSystem(plan.worstKw, systemRules(of, settled));
  const id = `lv-swgr-${block}-${system}`;
  const rating = rateBus(context, id, sizing.lowKw, low);
  const fault = faultOf(context, low);
  checkFault(context, id, fault);
  const bus = network.add(
    { id, kind: EquipmentKind.LOW_SWITCHGEAR, ...place, ...low, ...rating, faultAmps: fault },
    units.length > 0 ? units : [above],
    undefined,
    mode,
  );
  return sizing.modules > 0 ? addConversion(context, plan, place, bus, sizing) : bus;
}

type Place = Pick<
  Parameters<BuildContext['network']['add']>[0],
  'block' | 'system' | 'substation' | 'hall' | 'loadClass'
>;

/** One transformer a system: a spare one stands by, open, so that they never add to one fault. */
function addTransformers(
  { network, settled }: BuildContext,
  plan: SystemPlan,
  place: Place,
  low: CircuitVoltage,
): number[] {
  const { transformerKva: kva, powerFactor, transformerLoading, transformerImpedancePercent } = settled;
  const chosen = chooseTransformer(kva, settled.distributionTransformers, transformerImpedancePercent);
  const group = `tx-${plan.block}-${place.system}`;
  return Array.from({ length: 1 + plan.of.scheme.spareModules }, (_, number) =>
    network.add(
      {
        id: `${group}-${number + 1}`,
        kind: EquipmentKind.TRANSFORMER,
        ...place,
        redundancyGroup: group,
        ...low,
        ratedKva: kva,
        transformer: transformerData(chosen),
        limitKw: kva * powerFactor * transformerLoading,
      },
      [plan.above],
      transformerNodeLosses(chosen.losses, kva, powerFactor),
    ),
  );
}

/** Parallel UPS or rectifier modules and the bus that they share. */
function addConversion(
  context: BuildContext,
  plan: SystemPlan,
  place: Place,
  bus: number,
  { outputKw, modules: count }: SystemSizing,
): number {
  const { network, settled } = context;
  const { upsModuleKw, voltage, battery } = settled;
  const direct = isDirectCurrent(settled);
  const losses = direct ? settled.rectifierLosses : settled.upsLosses;
  const minutes = settled.autonomyMinutes[plan.of.loadClass];
  const needed = count - plan.of.scheme.spareModules;
  const group = `${direct ? 'rectifier' : 'ups'}-${plan.block}-${place.system}`;
  const batteryKwh = autonomyKwh({ loadKw: outputKw / needed, minutes, ...battery });
  const modules = Array.from({ length: count }, (_, number) =>
    network.add(
      {
        id: `${group}-${number + 1}`,
        kind: direct ? EquipmentKind.RECTIFIER : EquipmentKind.UPS,
        ...place,
        redundancyGroup: group,
        ...voltage,
        ratedKw: upsModuleKw,
        limitKw: upsModuleKw,
        ...(minutes > 0 ? { batteryKwh } : {}),
      },
      [bus],
      {
        fixed: losses.noLoad * upsModuleKw,
        linear: losses.proportional,
        square: losses.square / upsModuleKw,
      },
    ),
  );
  const id = `${direct ? 'dc' : 'ups'}-swgr-${plan.block}-${place.system}`;
  const rating = rateBus(context, id, outputKw, voltage);
  return network.add({ id, kind: EquipmentKind.OUTPUT_SWITCHGEAR, ...place, ...voltage, ...rating }, modules);
}

/** A standard rating for a bus, or the problem that there is none so large. */
export function rateBus({ settled, problems }: BuildContext, name: string, kw: number, voltage: CircuitVoltage) {
  const { switchgearRules, powerFactor } = settled;
  const sizing = sizeBreaker(kw, voltage, powerFactor, switchgearRules);
  const ratedAmps = sizing.ratingAmps ?? switchgearRules.ratings.at(-1)!;
  const limitKw = kilowatts(ratedAmps * switchgearRules.utilisation * switchgearRules.derating, voltage, powerFactor);
  if (sizing.ratingAmps === undefined) {
    const message = `${name} carries ${shown(kw)} kW at worst, the largest standard rating of ${ratedAmps} A carries ${shown(limitKw)} kW`;
    const numbers = { needed: kw, available: limitKw, unit: 'kW' };
    const hint = 'a smaller blockKw, or a higher distribution voltage';
    problems.push(
      clash(ElectricalProblemKind.BLOCK_OVER_LIMIT, { what: 'equipment', name }, { message, ...numbers }, hint),
    );
  }
  return { ratedAmps, limitKw, sizing: sizing.steps };
}

/** Low voltage at the transformer: that of the racks, or what rectifiers take. */
function lowVoltage({ settled }: BuildContext): CircuitVoltage {
  if (!isDirectCurrent(settled)) return settled.voltage;
  return { volts: settled.code === ElectricalCode.NEC ? 480 : 400, phase: Phase.THREE };
}

function faultOf({ settled }: BuildContext, low: CircuitVoltage): number {
  const { transformerKva: kva, distributionTransformers, transformerImpedancePercent, interconnect } = settled;
  const { impedancePercent } = chooseTransformer(kva, distributionTransformers, transformerImpedancePercent);
  const path = { kva, volts: low.volts, impedancePercent, sourceMva: interconnect.faultMva };
  return settled.code === ElectricalCode.IEC ? iecFaultAmps(path) : faultAmps(path);
}

function checkFault({ settled, problems }: BuildContext, name: string, fault: number): void {
  const kiloamps = fault / 1000;
  const said = problems.some((problem) => problem.kind === ElectricalProblemKind.FAULT_OVER_RATING);
  if (kiloamps <= settled.switchgearKa || said) return;
  const message = `a fault on ${name} reaches ${shown(kiloamps)} kA, switchgear is rated for ${shown(settled.switchgearKa)} kA`;
  const numbers = { needed: kiloamps, available: settled.switchgearKa, unit: 'kA' };
  const hint = 'a smaller transformer, a higher impedance, a stated fault level of the grid, or stronger switchgear';
  problems.push(
    clash(ElectricalProblemKind.FAULT_OVER_RATING, { what: 'equipment', name }, { message, ...numbers }, hint),
  );
}
