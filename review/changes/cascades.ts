import { Action, type Cascade, type ReviewedChange, type ValueChange } from '../model';
import { stable } from '../values/stable';

/** Replacements by what began them, the largest first. */
export function cascadesOf(changes: ReviewedChange[]): Cascade[] {
  return [...following(changes), ...sharing(changes)].sort(
    (one, other) => other.followers.length - one.followers.length || one.followers[0]! - other.followers[0]!,
  );
}

function following(changes: ReviewedChange[]): Cascade[] {
  const followers = placesBy(changes, ({ cause }) => cause && stable([cause.stack, cause.address]));
  return [...followers.values()].map((places) => {
    const { stack, address, action } = changes[places[0]!]!.cause!;
    const root = changes.find((each) => each.stack === stack && each.address === address);
    return { cause: { stack, address, action, forcedBy: root?.forcedBy ?? [] }, followers: places };
  });
}

/** Objects that the same value moves, such as a region, have one cause too. */
function sharing(changes: ReviewedChange[]): Cascade[] {
  const sharedValue = ({ cause, values }: ReviewedChange): ValueChange | undefined =>
    cause === undefined
      ? values.find(({ forces, decidedLater, secret }) => forces && !decidedLater && !secret)
      : undefined;
  const sharers = placesBy(changes, (change) => {
    const value = sharedValue(change);
    return value && stable(value);
  });
  return [...sharers.values()]
    .filter((places) => places.length > 1)
    .map((places) => ({ value: sharedValue(changes[places[0]!]!)!, followers: places }));
}

function placesBy(
  changes: ReviewedChange[],
  keyOf: (change: ReviewedChange) => string | undefined,
): Map<string, number[]> {
  const places = new Map<string, number[]>();
  changes.forEach((change, place) => {
    const key = change.action === Action.REPLACE ? keyOf(change) : undefined;
    if (key === undefined) return;
    const found = places.get(key);
    if (found === undefined) places.set(key, [place]);
    else found.push(place);
  });
  return places;
}
