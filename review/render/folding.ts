import type { ChangeGroup, Review, ReviewedStack } from '../model';
import { countsText, number } from './words';

/** What happens to the objects of a whole stack, in one line. */
export interface StackLine {
  readonly stack: ReviewedStack;
  /** `34 created: 7 × aws_eks_addon, …`. */
  readonly text: string;
}

/** A review for reading: stacks that come or go as a whole are a line each, and their objects stand in no other group. */
export interface Folded {
  readonly stacks: StackLine[];
  readonly groups: ChangeGroup[];
}

/** Types that are named of a stack. */
const MOST_TYPES = 6;

export function foldStacks({ stacks, groups, changes }: Review): Folded {
  const whole = new Set(stacks.flatMap(({ name, fate }) => (fate === 'changed' ? [] : [name])));
  const types = new Map<string, Map<string, number>>();
  for (const { stack, type } of changes) {
    const counts = types.get(stack) ?? new Map<string, number>();
    types.set(stack, counts.set(type, (counts.get(type) ?? 0) + 1));
  }
  return {
    stacks: stacks
      .filter(({ name }) => whole.has(name))
      .map((stack) => ({
        stack,
        text: `${countsText(stack.counts)}: ${typesText(types.get(stack.name) ?? new Map())}`,
      })),
    groups: groups.flatMap((group) => {
      const members = group.members.filter((place) => !whole.has(changes[place]!.stack));
      return members.length === 0 ? [] : [{ ...group, members }];
    }),
  };
}

function typesText(counts: ReadonlyMap<string, number>): string {
  const all = [...counts].sort(([one, many], [other, more]) => more - many || (one < other ? -1 : 1));
  const told = all.slice(0, MOST_TYPES).map(([type, count]) => `${number(count)} × ${type}`);
  const left = all.length - told.length;
  return [...told, ...(left > 0 ? [`${number(left)} more types`] : [])].join(', ');
}
