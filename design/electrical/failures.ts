import type { LoadClass } from '../hall/seams';
import type { PowerNetwork } from './network';
import { EquipmentKind, type Failure, type Overload, type WorstFailures } from './result';
import { type FailureEffect, SingleFailures } from './single-failure';

/** Rounding noise that is no overload. */
const TOLERANCE = 1e-9;

/** Fails every piece of equipment by itself. @param sinkKw load of each sink in kW */
export function enumerateFailures(network: PowerNetwork, sinkKw: Float64Array): Failure[] {
  return [...eachFailure(network, new SingleFailures(network, sinkKw))];
}

function* eachFailure(network: PowerNetwork, run: SingleFailures): Generator<Failure> {
  const groups = converterGroups(network);
  for (let node = 0; node < network.nodes.length; node += 1) {
    const effect = run.fail([node]);
    const siblings = groups.get(network.nodes[node]!.plan.redundancyGroup ?? '') ?? [];
    const trips =
      siblings.length > 1 && effect.changed.some((each) => siblings.includes(each.node) && overloaded(network, each));
    if (!trips) {
      yield describe(network, node, [], effect);
      continue;
    }
    const tripped = siblings.filter((sibling) => sibling !== node);
    yield describe(network, node, tripped, run.fail([node, ...tripped]));
  }
}

/** Parallel UPS and rectifiers: they limit their current, so that an overload takes all of them out. */
function converterGroups({ nodes }: PowerNetwork): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  nodes.forEach(({ plan }, node) => {
    if (plan.kind !== EquipmentKind.UPS && plan.kind !== EquipmentKind.RECTIFIER) return;
    const group = groups.get(plan.redundancyGroup!);
    if (group === undefined) groups.set(plan.redundancyGroup!, [node]);
    else group.push(node);
  });
  return groups;
}

function overloaded({ nodes }: PowerNetwork, { node, outputKw }: FailureEffect['changed'][number]): boolean {
  return outputKw > nodes[node]!.limitKw * (1 + TOLERANCE);
}

function describe(network: PowerNetwork, failed: number, trips: number[], effect: FailureEffect): Failure {
  const { nodes, sinks } = network;
  const racksDark: string[] = [];
  const coolingDark: string[] = [];
  const acceleratorsDarkByClass: { [each in LoadClass]?: number } = {};
  const racksDarkByClass: { [each in LoadClass]?: number } = {};
  let acceleratorsDark = 0;
  for (const index of effect.darkSinks) {
    const { name, loadClass, accelerators } = sinks[index]!;
    if (loadClass === undefined) {
      coolingDark.push(name);
      continue;
    }
    racksDark.push(name);
    acceleratorsDark += accelerators;
    add(acceleratorsDarkByClass, loadClass, accelerators);
    add(racksDarkByClass, loadClass, 1);
  }
  const interruptedByClass: { [each in LoadClass]?: number } = {};
  let racksInterrupted = 0;
  for (const index of effect.interruptedSinks) {
    const { loadClass } = sinks[index]!;
    if (loadClass === undefined) continue;
    racksInterrupted += 1;
    add(interruptedByClass, loadClass, 1);
  }
  const overloads: Overload[] = [];
  let worstSurvivor: string | undefined;
  let worstLoading: number | undefined;
  for (const { node, outputKw } of effect.changed) {
    const { limitKw, plan } = nodes[node]!;
    const loading = outputKw / limitKw;
    if (loading > (worstLoading ?? 0)) {
      worstLoading = loading;
      worstSurvivor = plan.id;
    }
    if (loading <= 1 + TOLERANCE) continue;
    const acceleratorsBehind = network.acceleratorsBehind(node);
    overloads.push({ equipment: plan.id, loadKw: outputKw, limitKw, acceleratorsBehind });
  }
  const { id, kind } = nodes[failed]!.plan;
  const tripped = trips.map((node) => nodes[node]!.plan.id);
  const dark = { racksDark, acceleratorsDark, acceleratorsDarkByClass, racksDarkByClass, coolingDark };
  return {
    equipment: id,
    kind,
    tripped,
    ...dark,
    racksInterrupted,
    interruptedByClass,
    overloads,
    worstSurvivor,
    worstLoading,
  };
}

function add(counts: { [each in LoadClass]?: number }, loadClass: LoadClass, more: number): void {
  counts[loadClass] = (counts[loadClass] ?? 0) + more;
}

/** Most accelerators dark; then most behind an overload; then the highest loading. */
export function worstFailure(failures: Failure[]): Failure | undefined {
  let worst: Failure | undefined;
  for (const failure of failures) if (worst === undefined || harm(failure, worst) > 0) worst = failure;
  return worst;
}

function harm(one: Failure, other: Failure): number {
  return (
    one.acceleratorsDark - other.acceleratorsDark ||
    one.racksDark.length - other.racksDark.length ||
    atRisk(one) - atRisk(other) ||
    (one.worstLoading ?? 0) - (other.worstLoading ?? 0)
  );
}

function isOverloading({ overloads, tripped }: Failure): boolean {
  return overloads.length > 0 || tripped.length > 0;
}

function atRisk({ overloads }: Failure): number {
  return overloads.reduce((most, overload) => Math.max(most, overload.acceleratorsBehind), 0);
}

/** The summary that a report begins with. */
export function summarise(
  network: PowerNetwork,
  atPeak: Failure[],
  sinkKw: Float64Array,
  peakFactor: number,
): WorstFailures {
  const excursion = Float64Array.from(network.sinks, (sink, index) =>
    sink.loadClass === undefined ? sinkKw[index]! : sinkKw[index]! * peakFactor,
  );
  const run = new SingleFailures(network, excursion);
  let worst: Failure | undefined;
  let failuresOverloadingAtPeakFactor = 0;
  for (const failure of eachFailure(network, run)) {
    if (isOverloading(failure)) failuresOverloadingAtPeakFactor += 1;
    if (worst === undefined || harm(failure, worst) > 0) worst = failure;
  }
  const byKind: { [kind: string]: Failure } = {};
  for (const failure of atPeak) {
    const known = byKind[failure.kind];
    if (known === undefined || harm(failure, known) > 0) byKind[failure.kind] = failure;
  }
  return {
    atPeak: worstFailure(atPeak),
    atPeakFactor: worst,
    byKind,
    peakFactor,
    failuresDark: atPeak.filter(({ racksDark }) => racksDark.length > 0).length,
    failuresOverloading: atPeak.filter(isOverloading).length,
    failuresOverloadingAtPeakFactor,
    overloadedAtPeakFactor: network.nodes
      .filter(({ limitKw }, node) => run.base.output[node]! > limitKw * (1 + TOLERANCE))
      .map(({ plan }) => plan.id),
  };
}
