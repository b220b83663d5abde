import type { LoadClass } from '../hall/seams';
import { shown } from './problems';
import type { Equipment, Failure, Proof, TopologyProperties } from './result';
import { LOAD_CLASSES, type Settled } from './settled';

const NOT_SHOWN = [
  'physical separation of rooms and routes',
  'what operators do, and how controls respond',
  'cooling while its power transfers: the heat that water and room take meanwhile',
  'two failures at once, and failures while something is maintained',
];

/** What the enumerated failures prove for each load class that has racks. */
export function proveProperties(
  equipment: Equipment[],
  failures: Failure[],
  racks: { readonly [each in LoadClass]?: number },
  settled: Settled,
): TopologyProperties[] {
  const classOf = new Map(equipment.map((each) => [each.id, each.loadClass]));
  return LOAD_CLASSES.filter((loadClass) => (racks[loadClass] ?? 0) > 0).map((loadClass) => {
    const breaks = failures.map((failure) => ({ failure, how: breaksClass(failure, loadClass, classOf) }));
    const dark = breaks.find(({ how }) => how !== undefined);
    const paused = failures
      .map((failure) => ({ failure, how: pauses(failure, loadClass) }))
      .find(({ how }) => how !== undefined);
    const count = failures.length;
    const witness = `${count} single failures, ${racks[loadClass]} racks: none dark, no survivor over its limit`;
    return {
      loadClass,
      redundancy: settled.redundancy[loadClass],
      concurrentlyMaintainable: proof(dark, witness),
      singleFaultTolerant: proof(dark ?? paused, `${witness}, none without power for a moment, cooling powered`),
      notShown: NOT_SHOWN,
    };
  });
}

function proof(
  broken: { readonly failure: Failure; readonly how: string | undefined } | undefined,
  witness: string,
): Proof {
  return broken === undefined
    ? { holds: true, because: witness }
    : { holds: false, because: broken.how!, counterExample: broken.failure.equipment };
}

/** How a failure takes power from a class or overloads what feeds it. */
function breaksClass(
  failure: Failure,
  loadClass: LoadClass,
  classOf: Map<string, LoadClass | undefined>,
): string | undefined {
  const racks = failure.racksDarkByClass[loadClass] ?? 0;
  const { equipment } = failure;
  if (racks > 0) {
    const accelerators = failure.acceleratorsDarkByClass[loadClass] ?? 0;
    return `without ${equipment} ${racks} racks with ${accelerators} accelerators are dark`;
  }
  const overload = failure.overloads.find((each) => (classOf.get(each.equipment) ?? loadClass) === loadClass);
  return overload === undefined
    ? undefined
    : `without ${equipment} ${overload.equipment} carries ${shown(overload.loadKw)} kW, its limit is ${shown(overload.limitKw)} kW`;
}

function pauses({ equipment, interruptedByClass, coolingDark }: Failure, loadClass: LoadClass): string | undefined {
  const racks = interruptedByClass[loadClass] ?? 0;
  if (racks > 0)
    return `without ${equipment} ${racks} racks pause until power is transferred: 0 batteries stand between`;
  return coolingDark.length > 0 ? `without ${equipment} ${coolingDark.join(', ')} has no power` : undefined;
}
