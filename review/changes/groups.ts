import { Action, type ChangeGroup, type ReviewedChange, type ValueChange } from '../model';
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
    const types = [...new Set(members.map((place) => changes[place]!.type))].sort();
    return { action: first.action, types, members, values, varying };
  });
}

function likeness(change: ReviewedChange): string {
  const { action, type, values, forcedBy, cause, stateful, prevented, replaceOrder, previousAddress } = change;
  if (action === Action.UPDATE && previousAddress === undefined && values.every(({ path }) => LABELS.test(path))) {
    return stable([action, values]);
  }
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

/** What people write on objects of any type. */
const LABELS = /^(tags|tags_all|labels)\b/;
