import { runInOrder } from '../engine';
import type { StackRehearsal } from './stack-rehearsal';

/**
 * Takes stacks up in deploy order. A failure leaves the others of its lane to end, so that all faults are told at once.
 * @param standing stacks that are up already
 */
export async function takeUp(
  rehearsals: StackRehearsal[],
  lanes: number,
  standing: ReadonlySet<string> = new Set(),
): Promise<Set<string>> {
  const up = await runInOrder(
    rehearsals.map((each) => ({
      name: each.stack.name,
      after: each.stack.dependsOn,
      run: () => (standing.has(each.stack.name) ? Promise.resolve(true) : each.up()),
    })),
    lanes,
  );
  return new Set([...up].flatMap(([name, isUp]) => (isUp ? [name] : [])));
}

/** Takes stacks down in the reverse order. */
export async function takeDown(rehearsals: StackRehearsal[], lanes: number): Promise<boolean> {
  const down = await runInOrder(
    rehearsals.map((each) => ({
      name: each.stack.name,
      after: rehearsals.flatMap(({ stack }) => (stack.dependsOn.includes(each.stack.name) ? [stack.name] : [])),
      run: () => each.down(),
    })),
    lanes,
  );
  return rehearsals.every(({ stack }) => down.get(stack.name) === true);
}
