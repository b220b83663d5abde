import type { ResourceChange } from '../../engine';
import { Action, ReplaceOrder } from '../model';

/** What an engine would do to an object. Undefined: nothing that a reviewer must know. */
export function actionOf({ change, mode, address, previous_address: previous }: ResourceChange): Action | undefined {
  if (mode !== 'managed') return undefined;
  const { actions } = change;
  if (actions.includes('forget')) return Action.FORGET;
  if (actions.includes('delete')) return actions.includes('create') ? Action.REPLACE : Action.DESTROY;
  if (actions.includes('create')) return Action.CREATE;
  if (actions.includes('update')) return Action.UPDATE;
  if (previous !== undefined && previous !== address) return Action.MOVE;
  return change.importing === undefined || change.importing === null ? undefined : Action.IMPORT;
}

export function replaceOrderOf({ change: { actions } }: ResourceChange): ReplaceOrder {
  return actions[0] === 'create' ? ReplaceOrder.CREATE_FIRST : ReplaceOrder.DESTROY_FIRST;
}

const ORDER = Object.values(Action);

/** What is lost first, then by stack and address, as people count: `group["2"]` before `group["10"]`. */
export function readingOrder<T extends { readonly action: Action; readonly stack: string; readonly address: string }>(
  one: T,
  other: T,
): number {
  return (
    ORDER.indexOf(one.action) - ORDER.indexOf(other.action) ||
    natural(one.stack, other.stack) ||
    natural(one.address, other.address)
  );
}

/** How often each action stands in a list. */
export function countActions(actions: Action[]): { [action in Action]: number } {
  const counts = Object.fromEntries(ORDER.map((action) => [action, 0])) as { [action in Action]: number };
  for (const action of actions) counts[action] += 1;
  return counts;
}

/** Compares texts with the numbers in them as numbers, the same on every machine. */
export function natural(one: string, other: string): number {
  const [parts, others] = [one, other].map((text) => text.match(/\d+|\D+/g) ?? []);
  for (let place = 0; place < Math.min(parts!.length, others!.length); place += 1) {
    const [a, b] = [parts![place]!, others![place]!];
    if (a === b) continue;
    const difference = /^\d/.test(a) && /^\d/.test(b) ? Number(a) - Number(b) : 0;
    return difference || (a < b ? -1 : 1);
  }
  return parts!.length - others!.length;
}
