import type { ChangeGroup, ReviewedChange, ValueChange } from '../model';
import { stable } from '../values/stable';

/** Puts changes that say the same together: the same action on the same type, in the same attributes, for the same reason. */
export function groupChanges(changes: ReviewedChange[]): ChangeGroup[] {
  const groups = new Map<string, number[]>();
  changes.forEach((change, place) => {
    const key = likeness(change);
    const members = groups.get(key);
    if (members === undefined) groups.set(key, [place]);
    else members.push(place);
  });
  return [...groups.values()].map((members) => {
    const first = changes[members[0]!]!;
    const alike = (value: ValueChange): boolean =>
      members.every((place) => changes[place]!.values.some((each) => stable(each) === stable(value)));
    const values = first.values.filter(alike);
    const varying = first.values.filter((value) => !values.includes(value)).map(({ path }) => path);
    return { action: first.action, type: first.type, members, values, varying };
  });
}

function likeness({
  action,
  type,
  values,
  forcedBy,
  cause,
  stateful,
  prevented,
  replaceOrder,
  previousAddress,
}: ReviewedChange): string {
  const paths = values.map(({ path }) => path);
  const follows = cause && [cause.stack, cause.address];
  return stable([
    action,
    type,
    paths,
    forcedBy,
    follows,
    stateful,
    prevented,
    replaceOrder,
    previousAddress !== undefined,
  ]);
}
