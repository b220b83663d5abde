import { type Figure, FigureBasis } from '../basis';
import { tidy } from '../figures';
import { LoadClass, type RackLoad } from '../hall/seams';
import { listAssumptions } from './assumptions';
import { buildNetwork } from './build';
import { checkAsk } from './check-ask';
import type { Heat } from './cooling';
import { designCooling, type EnergyPoint, efficiencyFigures, meanMechanicalKw, settleMechanical } from './energy';
import { equipmentOf } from './equipment';
import { enumerateFailures, summarise } from './failures';
import { divideFloor } from './floor';
import { type BaseFlow, baseFlow, lossKw } from './flow';
import { checkNormal, checkSurvivors } from './limits';
import { sumLosses } from './losses';
import type { PowerNetwork, PowerSink } from './network';
import type { ElectricalAsk } from './options';
import { clash, type ElectricalProblem, ElectricalProblemKind, ProblemSeverity, shown } from './problems';
import { proveProperties } from './properties';
import { type BufferNeed, type ElectricalDesign, type ElectricalFigures, EquipmentKind } from './result';
import { LOAD_CLASSES, type Settled, settle } from './settled';
import { planSite, type Substation } from './site-plan';
import { chooseTransformer } from './transformer';
import { designTransients } from './transients';

/** A design, unless something is refused. */
export interface ElectricalResult {
  readonly design?: ElectricalDesign;
  readonly findings: ElectricalProblem[];
}

/**
 * The power chain of one site, from the grid to the feeds of every rack, with every single failure. Pure: the same ask gives
 * the same design. Limits that are stated or come from ratings are kept or the ask is refused; none is raised to fit.
 */
export function designElectrical(ask: ElectricalAsk): ElectricalResult {
  const refused = checkAsk(ask);
  if (refused.length > 0) return { findings: refused };
  const settled = settle(ask);
  const loads = [...ask.loads].sort((one, other) => one.rack.index - other.rack.index);
  const findings = checkEnvelope(loads, settled);
  const { blocks, divisions } = divideFloor(loads, settled, findings);
  const envelopeKw = Math.max(0.001, ...[...divisions.values()].map((division) => division.envelopeKw));
  const plan = planSite(loads, blocks, envelopeKw, settled);
  const typicalKw = plan.substations.map((substation) => typicalMechanicalKw(substation, settled));
  const { network, feeds, problems } = buildNetwork(plan, settled, typicalKw);
  findings.push(...problems);
  if (findings.some(isRefusal)) return { findings };

  const atPeak = energyPoint(
    loads,
    (load) => load.peakKw,
    network,
    flowOf(network, (sink) => sink.peakKw),
  );
  const atTypical = energyPoint(
    loads,
    (load) => load.typicalKw,
    network,
    flowOf(network, (sink) => sink.typicalKw),
  );
  settleMechanical(network, atPeak, atTypical, settled);
  const peakKw = Float64Array.from(network.sinks, (sink) => sink.peakKw);
  const peak = baseFlow(network, peakKw);
  const typical = flowOf(network, (sink) => sink.typicalKw);
  findings.push(...checkNormal(network, peak, settled));
  const equipment = equipmentOf(network, typical, peak);
  const failures = enumerateFailures(network, peakKw);
  findings.push(...checkSurvivors(equipment, failures, settled));
  if (findings.some(isRefusal)) return { findings };

  const losses = sumLosses(network, typical, peak);
  const grid = { typicalKw: gridKw(network, typical), peakKw: gridKw(network, peak) };
  const transients = transientsOf(loads, network, peak, settled);
  const design: ElectricalDesign = {
    code: settled.code,
    assumptions: listAssumptions(ask.options ?? {}, settled, { mediumKv: plan.mediumKv }),
    equipment,
    feeds,
    failures,
    worst: summarise(network, failures, peakKw, settled.peakFactor),
    losses,
    cooling: designCooling(atPeak, atTypical, settled),
    transients,
    properties: proveProperties(equipment, failures, racksByClass(loads), settled),
    figures: { ...siteFigures(loads, grid, settled), ...efficiencyFigures(grid, atPeak, atTypical, settled) },
  };
  return { design, findings };
}

function isRefusal(problem: ElectricalProblem): boolean {
  return problem.severity === ProblemSeverity.REFUSED;
}

/** A stated envelope is a limit as any other. */
function checkEnvelope(loads: RackLoad[], { rackEnvelopeKw }: Settled): ElectricalProblem[] {
  if (rackEnvelopeKw === undefined) return [];
  return loads
    .filter((load) => load.peakKw > rackEnvelopeKw)
    .map(({ rack, peakKw }) => {
      const message = `${rack.name} draws ${shown(peakKw)} kW at its peak, the envelope of a rack is ${shown(rackEnvelopeKw)} kW`;
      const numbers = { needed: peakKw, available: rackEnvelopeKw, unit: 'kW' };
      return clash(
        ElectricalProblemKind.RACK_OVER_ENVELOPE,
        { what: 'rack', name: rack.name },
        { message, ...numbers },
      );
    });
}

/** Mean cooling at the typical load; the rooms' own heat scales with it. */
function typicalMechanicalKw({ groups, heat }: Substation, settled: Settled): number {
  const racks = groups.flatMap(({ blocks }) => blocks.flatMap((block) => block.cells.flatMap((cell) => cell.racks)));
  const peakKw = sum(racks.map((rack) => rack.peakKw));
  const typicalKw = sum(racks.map((rack) => rack.typicalKw));
  const share = peakKw === 0 ? 0 : typicalKw / peakKw;
  const typicalHeat = { liquidKw: heat.liquidKw * share, airKw: heat.airKw * share };
  return meanMechanicalKw(typicalHeat, typicalKw, settled);
}

/** Racks and heat: what conversion and distribution lose indoors goes into air, transformers stand outdoors. */
function energyPoint(
  loads: RackLoad[],
  kwOf: (load: RackLoad) => number,
  network: PowerNetwork,
  flow: BaseFlow,
): EnergyPoint {
  const indoors = [EquipmentKind.UPS, EquipmentKind.RECTIFIER, EquipmentKind.PANEL, EquipmentKind.BUSWAY];
  const lost = sum(
    network.nodes.map(({ plan, losses }, node) =>
      indoors.includes(plan.kind) ? lossKw(losses, flow.output[node]!) : 0,
    ),
  );
  const heat: Heat = {
    liquidKw: sum(loads.map((load) => kwOf(load) * load.liquidShare)),
    airKw: sum(loads.map((load) => kwOf(load) * (1 - load.liquidShare))) + lost,
  };
  return { rackKw: sum(loads.map(kwOf)), heat };
}

function flowOf(network: PowerNetwork, kwOf: (sink: PowerSink) => number): BaseFlow {
  return baseFlow(network, Float64Array.from(network.sinks, kwOf));
}

/** Synchronous jobs are the checkpointable load; a step at the racks is one at the grid, with the losses between. */
function transientsOf(loads: RackLoad[], network: PowerNetwork, peak: BaseFlow, settled: Settled) {
  const synchronousKw = sum(
    loads.filter((load) => load.loadClass === LoadClass.CHECKPOINTABLE).map((load) => load.peakKw),
  );
  const rackKw = sum(loads.map((load) => load.peakKw));
  const coolingKw = sum(network.sinks.filter((sink) => sink.loadClass === undefined).map((sink) => sink.peakKw));
  const perRackKw = rackKw === 0 ? 1 : (gridKw(network, peak) - coolingKw) / rackKw;
  const autonomy: BufferNeed[] = LOAD_CLASSES.flatMap((loadClass) => {
    const minutes = settled.autonomyMinutes[loadClass];
    const kw = sum(loads.filter((load) => load.loadClass === loadClass).map((load) => load.peakKw));
    if (minutes === 0 || kw === 0) return [];
    const kwh = sum(
      network.nodes.filter(({ plan }) => plan.loadClass === loadClass).map(({ plan }) => plan.batteryKwh ?? 0),
    );
    const note = `${minutes} min, all batteries that are installed, redundant ones too`;
    return [{ what: `autonomy-${loadClass}`, powerKw: kw, energyKwh: kwh, note }];
  });
  const { rampLimitMwPerMin } = settled.interconnect;
  return designTransients(synchronousKw, perRackKw, autonomy, { ...settled.transients, rampLimitMwPerMin });
}

function siteFigures(
  loads: RackLoad[],
  grid: { readonly typicalKw: number; readonly peakKw: number },
  settled: Settled,
): ElectricalFigures {
  const chosen = chooseTransformer(
    settled.transformerKva,
    settled.distributionTransformers,
    settled.transformerImpedancePercent,
  );
  const derived = (value: number): Figure => ({
    value: tidy(value),
    unit: 'kW',
    basis: FigureBasis.DERIVED,
    sources: [],
  });
  const note = 'losses at the operating point, cooling and conversion by engineering defaults unless stated';
  const sources = [...chosen.basis.sources, settled.upsLosses.source];
  const estimate = (value: number): Figure => ({
    value: tidy(value),
    unit: 'kW',
    basis: FigureBasis.ESTIMATE,
    sources,
    note,
  });
  return {
    rackPeak: derived(sum(loads.map((load) => load.peakKw))),
    rackTypical: derived(sum(loads.map((load) => load.typicalKw))),
    gridPeak: estimate(grid.peakKw),
    gridTypical: estimate(grid.typicalKw),
    transformerLossAtRating: { ...chosen.basis, value: tidy(chosen.basis.value!) },
  };
}

function gridKw({ nodes }: PowerNetwork, { output }: BaseFlow): number {
  return nodes.reduce((total, { plan }, node) => total + (plan.kind === EquipmentKind.UTILITY ? output[node]! : 0), 0);
}

function racksByClass(loads: RackLoad[]): { [each in LoadClass]?: number } {
  const counts: { [each in LoadClass]?: number } = {};
  for (const { loadClass } of loads) counts[loadClass] = (counts[loadClass] ?? 0) + 1;
  return counts;
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
