import { loadCatalog } from '../../catalog';
import type { PlanDocument, ResourceChange } from '../../engine';
import { makeReview, type Review, SideKind, type StackAsk } from '../../review';

const catalog = loadCatalog();

/** A stack as an engine would have planned it. */
export function stackOf(
  changes: Partial<ResourceChange>[],
  more: Partial<StackAsk> & { plan?: PlanDocument } = {},
): StackAsk {
  return {
    name: 'net',
    fate: 'changed',
    readStates: new Map(),
    troubles: [],
    protectedAddresses: [],
    origin: () => ({}),
    ...more,
    plan: { format_version: '1.2', ...more.plan, resource_changes: changes.map(whole) },
  };
}

function whole(change: Partial<ResourceChange>): ResourceChange {
  const address = change.address ?? 'aws_vpc.main';
  const [type = '', name = ''] = address.split(/[.[]/);
  return { address, mode: 'managed', type, name, change: { actions: ['update'] }, ...change };
}

/** An update of one object. */
export function update(before: object, after: object, more: object = {}): Partial<ResourceChange> {
  return { address: 'aws_vpc.main', change: { actions: ['update'], before, after, ...more } };
}

export function reviewOf(stacks: StackAsk[], allow: string[] = [], designs?: { base: unknown; head: unknown }): Review {
  const side = { kind: SideKind.PLAN, name: 'plan' };
  return makeReview({ base: side, head: side, stacks, allow, ...(designs !== undefined && { designs }) }, { catalog });
}

/** What an update says. */
export function saidBy(before: object, after: object, more: object = {}) {
  const review = reviewOf([stackOf([update(before, after, more)])]);
  return { values: review.changes[0]?.values ?? [], formOnly: review.formOnly.length, review };
}
