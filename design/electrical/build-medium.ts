import type { BuildContext } from './build';
import { faultAmps } from './fault-level';
import { clash, ElectricalProblemKind, shown } from './problems';
import { EquipmentKind, UpstreamMode } from './result';
import { letterOf } from './schemes';
import type { Settled } from './settled';
import { letterOfSystem, type SitePlan, type Substation } from './site-plan';
import { type CircuitVoltage, ElectricalCode, kilowatts, Phase, sizeBreaker } from './sizing';
import { chooseTransformer, type TransformerLosses, transformerData } from './transformer';

/** Losses of a transformer by kW of its output. */
export function transformerNodeLosses({ noLoadKw, loadKw }: TransformerLosses, kva: number, powerFactor: number) {
  return { fixed: noLoadKw, linear: 0, square: loadKw / (kva * powerFactor) ** 2 };
}

/** What a block or cooling hangs on at medium voltage, by letter. */
export interface MediumBuses {
  readonly grid: number[];
  /** Behind generators; empty where no load has them. */
  readonly essential: number[];
}

/** The services of the grid: each must carry the site alone. */
export function addServices(context: BuildContext, plan: SitePlan): number[] {
  const { services, limitKw } = context.settled.interconnect;
  return Array.from({ length: services }, (_, number) =>
    context.network.add(
      {
        id: `utility-${number + 1}`,
        kind: EquipmentKind.UTILITY,
        redundancyGroup: 'utility',
        volts: plan.serviceKv * 1000,
        phase: Phase.THREE,
        limitKw,
      },
      [],
    ),
  );
}

/** From the services to the medium-voltage buses of one substation. */
export function addMedium(
  context: BuildContext,
  plan: SitePlan,
  substation: Substation,
  services: number[],
): MediumBuses {
  const { network, settled, problems } = context;
  const { number } = substation;
  const voltage: CircuitVoltage = { volts: plan.mediumKv * 1000, phase: Phase.THREE };
  const generators = plan.essential ? addGenerators(context, substation, voltage) : [];
  const grid: number[] = [];
  const essential: number[] = [];
  substation.letterKw.forEach((kw, letter) => {
    const system = letterOf(letter);
    const turned = services.map((_, at) => services[(at + letter) % services.length]!);
    const sizing = sizeBreaker(kw, voltage, settled.powerFactor, settled.switchgearRules);
    if (kw > plan.mediumLimitKw) {
      const name = `mv-swgr-s${number}-${system}`;
      const message = `${name} carries ${shown(kw)} kW at worst, ${settled.mediumBusAmps} A at ${plan.mediumKv} kV carry ${shown(plan.mediumLimitKw)} kW`;
      const numbers = { needed: kw, available: plan.mediumLimitKw, unit: 'kW' };
      const hint = 'a higher medium voltage, or smaller halls';
      problems.push(
        clash(ElectricalProblemKind.MEDIUM_BUS_OVER_LIMIT, { what: 'equipment', name }, { message, ...numbers }, hint),
      );
    }
    const ratedAmps = Math.min(sizing.ratingAmps ?? settled.mediumBusAmps, settled.mediumBusAmps);
    const limitKw = kilowatts(ratedAmps * settled.switchgearRules.utilisation, voltage, settled.powerFactor);
    const bus = { substation: number, system, ...voltage, ratedAmps, limitKw };
    const sources =
      plan.serviceKv > plan.mediumKv ? addGridTransformers(context, plan, substation, letter, turned) : turned;
    const mode = plan.serviceKv > plan.mediumKv ? UpstreamMode.SHARE : UpstreamMode.FIRST;
    const id = `mv-swgr-s${number}-${system}`;
    grid.push(
      network.add(
        { id, kind: EquipmentKind.MEDIUM_SWITCHGEAR, ...bus, sizing: sizing.steps },
        sources,
        undefined,
        mode,
      ),
    );
    if (plan.essential) {
      const transfer = { id: `mv-ess-s${number}-${system}`, kind: EquipmentKind.ESSENTIAL_SWITCHGEAR, ...bus };
      essential.push(network.add(transfer, [grid.at(-1)!, ...generators], undefined, UpstreamMode.FIRST));
    }
  });
  return { grid, essential };
}

/** Parallel transformers from the service to one bus; a spare one where a single bus must not lose any. */
function addGridTransformers(
  { network, settled }: BuildContext,
  plan: SitePlan,
  substation: Substation,
  letter: number,
  services: number[],
): number[] {
  const { gridTransformerKva: kva, powerFactor, transformerLoading } = settled;
  const limitKw = kva * powerFactor * transformerLoading;
  const needed = Math.ceil(substation.letterKw[letter]! / limitKw - 1e-9);
  const here = substation.groups
    .flatMap(({ blocks }) => blocks)
    .filter((block) => onLetter(block.scheme.systems, letterOfSystem(block, 0, plan.letters), letter));
  const spare = Math.max(0, ...here.map(({ scheme }) => (scheme.reserve ? 1 : scheme.spareModules)));
  const chosen = chooseTransformer(kva, settled.gridTransformers, 12);
  const system = letterOf(letter);
  const group = `grid-tx-s${substation.number}-${system}`;
  return Array.from({ length: Math.max(1, needed) + spare }, (_, number) =>
    network.add(
      {
        id: `${group}-${number + 1}`,
        kind: EquipmentKind.GRID_TRANSFORMER,
        substation: substation.number,
        system,
        redundancyGroup: group,
        volts: plan.mediumKv * 1000,
        phase: Phase.THREE,
        ratedKva: kva,
        limitKw,
        transformer: transformerData(chosen),
        faultAmps: faultAmps({
          kva: kva * (needed + spare),
          volts: plan.mediumKv * 1000,
          impedancePercent: chosen.impedancePercent,
          sourceMva: settled.interconnect.faultMva,
        }),
      },
      services,
      transformerNodeLosses(chosen.losses, kva, powerFactor),
      UpstreamMode.FIRST,
    ),
  );
}

function onLetter(systems: number, own: number, letter: number): boolean {
  return systems === 1 ? own === letter : letter < systems;
}

/** Generators of one substation and the bus that they share; one is spare. */
function addGenerators({ network, settled }: BuildContext, substation: Substation, voltage: CircuitVoltage): number[] {
  const { generatorKw } = settled;
  const { number, generatorLoadKw } = substation;
  const count = Math.ceil(generatorLoadKw / generatorKw - 1e-9) + 1;
  const group = `gen-s${number}`;
  const generators = Array.from({ length: count }, (_, at) =>
    network.add(
      {
        id: `${group}-${at + 1}`,
        kind: EquipmentKind.GENERATOR,
        substation: number,
        redundancyGroup: group,
        ...voltage,
        ratedKw: generatorKw,
        limitKw: generatorKw,
      },
      [],
    ),
  );
  const plan = { id: `gen-swgr-s${number}`, kind: EquipmentKind.GENERATOR_SWITCHGEAR, substation: number, ...voltage };
  return [network.add({ ...plan, ...generatorBus(generatorLoadKw, voltage, settled) }, generators)];
}

/** Rating of the bus that generators share, for what hangs on them at worst. Unrated where it is more than one such bus is built for. */
function generatorBus(kw: number, voltage: CircuitVoltage, { mediumBusAmps, powerFactor, switchgearRules }: Settled) {
  const { ratingAmps, steps } = sizeBreaker(kw, voltage, powerFactor, switchgearRules);
  if (ratingAmps === undefined || ratingAmps > mediumBusAmps) return {};
  const limitKw = kilowatts(ratingAmps * switchgearRules.utilisation, voltage, powerFactor);
  return { ratedAmps: ratingAmps, limitKw, sizing: steps };
}

/** Cooling and house loads of one substation: from two letters where there are two, each able to carry all; else one is spare. */
export function addMechanical(
  context: BuildContext,
  substation: Substation,
  buses: MediumBuses,
  typicalKw: number,
): void {
  const { network, settled } = context;
  const { transformerKva: kva, powerFactor, transformerLoading, transformerImpedancePercent } = settled;
  const above = buses.essential.length > 0 ? buses.essential : buses.grid;
  const volts = settled.code === ElectricalCode.NEC ? 480 : 400;
  const limitKw = kva * powerFactor * transformerLoading;
  const chosen = chooseTransformer(kva, settled.distributionTransformers, transformerImpedancePercent);
  const spare = above.length > 1 ? 0 : 1;
  const count = Math.max(1, Math.ceil(substation.mechanicalKw / limitKw - 1e-9)) + spare;
  const feeds = above.slice(0, 2).flatMap((bus, letter) => {
    const system = letterOf(letter);
    const group = `mech-tx-s${substation.number}-${system}`;
    return Array.from({ length: count }, (_, at) => {
      const id = `${group}-${at + 1}`;
      const rating = { ratedKva: kva, limitKw, transformer: transformerData(chosen), volts, phase: Phase.THREE };
      const plan = { id, kind: EquipmentKind.MECHANICAL_TRANSFORMER, substation: substation.number, system, ...rating };
      return network.add(
        { ...plan, redundancyGroup: group },
        [bus],
        transformerNodeLosses(chosen.losses, kva, powerFactor),
      );
    });
  });
  const kw = { typicalKw, peakKw: substation.mechanicalKw };
  network.addSink({ name: `cooling-s${substation.number}`, feeds, accelerators: 0, ...kw });
}
