import { Action, type Cascade, type ReviewedChange } from '../model';

/** Replacements by what began them, the largest first. */
export function cascadesOf(changes: ReviewedChange[]): Cascade[] {
  const followers = new Map<string, number[]>();
  changes.forEach(({ action, cause }, place) => {
    if (action !== Action.REPLACE || cause === undefined) return;
    const key = JSON.stringify([cause.stack, cause.address]);
    followers.set(key, [...(followers.get(key) ?? []), place]);
  });
  return [...followers.values()]
    .map((places) => {
      const { stack, address, action } = changes[places[0]!]!.cause!;
      const root = changes.find((each) => each.stack === stack && each.address === address);
      return { cause: { stack, address, action, forcedBy: root?.forcedBy ?? [] }, followers: places };
    })
    .sort((one, other) => other.followers.length - one.followers.length || one.followers[0]! - other.followers[0]!);
}
