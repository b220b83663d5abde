import { runInOrder } from '../engine';
import type { DeployOptions } from './deploy';
import { StackOutcome, type StackPlan } from './outcome';
import type { Planning, StackDeployment } from './stack-deployment';

interface WaitingStack {
  readonly deployment: StackDeployment;
  readonly name: string;
  readonly after: string[];
}

/**
 * Plans every stack that can go on, asks once about all of these plans, applies them, and goes on with the stacks that waited
 * for them. One that reads another's outputs cannot be planned before that one stands.
 */
export async function inWaves(stacks: WaitingStack[], lanes: number, options: DeployOptions): Promise<void> {
  const done = new Set<string>();
  let waiting = stacks;
  while (!options.interruption.raised) {
    const ready = waiting.filter(({ after }) => after.every((name) => done.has(name)));
    if (ready.length === 0) return;
    const again = new Set<string>();
    const planned = await planAll(ready, lanes, options);
    const plans = [...planned.values()].flatMap(({ plan }) => plan ?? []);
    const approved = plans.length > 0 && (await decide(ready, plans, options));
    const applied = approved ? await applyAll(ready, plans, lanes, again, options) : new Map<string, boolean>();
    for (const { name } of ready) {
      const planning = planned.get(name);
      if (applied.get(name) === true || (planning?.plan === undefined && planning?.done === true)) done.add(name);
    }
    for (const name of again) done.delete(name);
    waiting = waiting.filter(({ name }) => again.has(name) || !ready.some((each) => each.name === name));
  }
}

async function planAll(
  ready: WaitingStack[],
  lanes: number,
  { interruption }: DeployOptions,
): Promise<Map<string, Planning>> {
  const planned = new Map<string, Planning>();
  const plan = async ({ name, deployment }: WaitingStack): Promise<boolean> => {
    if (!interruption.raised) planned.set(name, await deployment.planNext());
    return true;
  };
  await sideBySide(ready, lanes, plan);
  return planned;
}

async function decide(ready: WaitingStack[], plans: StackPlan[], options: DeployOptions): Promise<boolean> {
  const { approve, planOnly, onPlan, interruption } = options;
  if (planOnly) for (const plan of plans) onPlan?.(plan);
  const yes = !planOnly && !interruption.raised && (await approve!(plans)) && !interruption.raised;
  if (yes) return true;
  const outcome = interruption.raised
    ? StackOutcome.INTERRUPTED
    : planOnly
      ? StackOutcome.PLANNED
      : StackOutcome.NOT_APPROVED;
  for (const { stack } of plans) ready.find(({ name }) => name === stack)?.deployment.drop(outcome);
  return false;
}

/** @param again gets those that are to be planned, and asked about, once more */
async function applyAll(
  ready: WaitingStack[],
  plans: StackPlan[],
  lanes: number,
  again: Set<string>,
  { interruption }: DeployOptions,
): Promise<Map<string, boolean>> {
  const approved = ready.filter(({ name }) => plans.some(({ stack }) => stack === name));
  return sideBySide(approved, lanes, async ({ name, deployment }) => {
    if (interruption.raised) {
      deployment.drop(StackOutcome.INTERRUPTED);
      return false;
    }
    const applied = await deployment.apply();
    const more = applied === true && plans.find(({ stack }) => stack === name)?.note !== undefined;
    if (applied === 'stale' || more) again.add(name);
    return applied === true;
  });
}

function sideBySide(
  stacks: WaitingStack[],
  lanes: number,
  work: (stack: WaitingStack) => Promise<boolean>,
): Promise<Map<string, boolean>> {
  return runInOrder(
    stacks.map((stack) => ({ name: stack.name, after: [], run: () => work(stack) })),
    lanes,
  );
}
