import { runInOrder } from '../engine';
import type { Diagnosis } from './diagnosis';
import { drift } from './faults/drift';
import { FaultKind } from './faults/fault';
import type { FaultInjector } from './faults/injector';
import type { Cloud, CloudKey } from './host/cloud';
import { takeDown, takeUp } from './order';
import { type StackRehearsal, Step, type StepResult } from './stack-rehearsal';
import { type ManagedObject, managedObjects } from './state-objects';
import type { StateServer } from './state-server';

/** A fault that was asked for, and how often it happened. */
export interface FaultReport {
  readonly asked: string;
  readonly struck: number;
}

/** How a stack was left when the faults had done their work. */
export interface StackLeft {
  readonly name: string;
  /** What the state knows and the cloud has, by type. */
  readonly standing: { readonly [type: string]: number };
  /** Addresses that stand and will be replaced, because their creation did not end well. */
  readonly tainted: string[];
  /** Addresses of the plan that do not stand. @default - the stack was not even planned */
  readonly missing?: string[];
}

/** What a stack did when the deploy was started again, without the faults. */
export interface StackRetried {
  readonly name: string;
  readonly steps: StepResult[];
  /** Objects by type. */
  readonly created: { readonly [type: string]: number };
}

/** What faults do to a deploy, and what another deploy makes of it. */
export interface Recovery {
  readonly asked: FaultReport[];
  /** What the first deploy said. */
  readonly failures: Diagnosis[];
  /** Stacks that were not up afterwards, in deploy order. */
  readonly left: StackLeft[];
  /** What stood in the cloud after the first deploy and was in no state: nobody knows of it. */
  readonly unknown: CloudKey[];
  /** Of the stacks that were not up. Empty: there was nothing to do. */
  readonly retried: StackRetried[];
  /** What failed although the faults were gone. */
  readonly troubles: Diagnosis[];
  /** What still stood in the cloud at the very end. */
  readonly remains: CloudKey[];
  /** Whether the faults happened, and afterwards everything stood, stayed as it was, came down, and nothing remained. */
  readonly recovered: boolean;
}

/** With what stacks are rehearsed under faults. */
export interface Trial {
  readonly injector: FaultInjector;
  readonly cloud: Cloud;
  readonly states: StateServer;
  readonly lanes: number;
  /** All stacks again, to be taken up a second time. */
  again(): StackRehearsal[];
}

/** Takes stacks up while faults happen, then what is not up once more without them, and everything down. */
export async function rehearseRecovery(first: StackRehearsal[], trial: Trial): Promise<Recovery> {
  const { injector, cloud, states, lanes } = trial;
  const up = await takeUp(first, lanes);
  for (const each of await drifted(
    first.filter(({ stack }) => up.has(stack.name)),
    trial,
  ))
    up.delete(each);
  const asked = injector.faults.map((fault) => ({ asked: fault.asked, struck: injector.struck(fault) }));
  injector.lift();
  const fallen = first.filter(({ stack }) => !up.has(stack.name));
  const left = fallen.map((each) => leftOf(each, states, cloud));
  const unknown = unknownIn(cloud, first, states);
  const second = trial.again();
  const standing = await takeUp(second, lanes, up);
  const retried = second.filter(({ stack, steps }) => !up.has(stack.name) && steps.length > 0);
  const reports = retried.map(({ stack, steps, created }) => ({ name: stack.name, steps: [...steps], created }));
  const isUp = standing.size === second.length;
  const isDown = isUp && (await takeDown(second, lanes));
  for (const [index, { steps, chain }] of second.entries()) {
    first[index]!.steps.push(...steps.filter(({ step }) => step === Step.DESTROY));
    if (chain.length > 0) first[index]!.chain = chain;
  }
  const remains = isUp ? cloud.objects().map(keyOf) : [];
  return {
    asked,
    failures: first.flatMap(({ diagnoses }) => diagnoses),
    left,
    unknown,
    retried: reports,
    troubles: second.flatMap(({ diagnoses }) => diagnoses),
    remains,
    recovered: isDown && remains.length === 0 && asked.every(({ struck }) => struck > 0),
  };
}

/** Lets the cloud drift once everything is up; the stacks whose plans notice. */
async function drifted(standing: StackRehearsal[], { injector, cloud, lanes }: Trial): Promise<string[]> {
  if (injector.of(FaultKind.DRIFT).length === 0) return [];
  for (const { stack } of standing) drift(injector, cloud, stack.name);
  const unchanged = await runInOrder(
    standing.map((each) => ({ name: each.stack.name, after: [], run: () => each.look() })),
    lanes,
  );
  return [...unchanged].flatMap(([name, isEmpty]) => (isEmpty ? [] : [name]));
}

function leftOf({ stack, planned, steps }: StackRehearsal, states: StateServer, cloud: Cloud): StackLeft {
  const held = new Set(cloud.objects().map(nameOf));
  const recorded = managedObjects(states.stateOf(stack.name));
  // What is the engine's own stands in no cloud.
  const objects = recorded.filter((object) => object.type === 'terraform_data' || held.has(nameOf(object)));
  const standing: { [type: string]: number } = {};
  for (const { type } of objects) standing[type] = (standing[type] ?? 0) + 1;
  const known = new Set(objects.map(({ address }) => address));
  return {
    name: stack.name,
    standing,
    tainted: objects.filter(({ isTainted }) => isTainted).map(({ address }) => address),
    missing: steps.length < 2 ? undefined : planned.filter((address) => !known.has(address)),
  };
}

function unknownIn(cloud: Cloud, rehearsals: StackRehearsal[], states: StateServer): CloudKey[] {
  const all = rehearsals.flatMap(({ stack }) => managedObjects(states.stateOf(stack.name)));
  const known = new Set(all.map(nameOf));
  return cloud
    .objects()
    .map(keyOf)
    .filter((object) => !known.has(nameOf(object)));
}

function nameOf({ type, id }: ManagedObject | CloudKey): string {
  return `${type} ${id}`;
}

function keyOf({ type, realm, id }: CloudKey): CloudKey {
  return { type, realm, id };
}
