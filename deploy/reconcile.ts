import type { ObjectHistory } from './history';
import type { StateSnapshot } from './state';

/** What a state lacks of what the journal says was created. */
export interface Difference {
  /** Created, and in no state: to be imported. */
  readonly lost: ObjectHistory[];
  /** Perhaps created; only a person who looks into the cloud can tell. */
  readonly doubtful: ObjectHistory[];
  /** Created in the place of an object that the state still holds. */
  readonly superseded: Superseded[];
}

export interface Superseded {
  readonly object: ObjectHistory;
  /** Ids that the state holds at the address. */
  readonly held: string[];
}

/** Compares the journal with a state. */
export function differenceOf(objects: ObjectHistory[], state: StateSnapshot): Difference {
  const difference = { lost: [] as ObjectHistory[], doubtful: [] as ObjectHistory[], superseded: [] as Superseded[] };
  for (const object of objects) {
    const { fate } = object;
    const standing = state.at(object.resource);
    const idsBy = (key: string): string[] => standing.map(({ attributes }) => String(attributes?.[key] ?? ''));
    switch (fate.kind) {
      case 'adopted':
        if (standing.length === 0) difference.lost.push(object);
        break;
      case 'created':
        if (idsBy(fate.idKey).includes(fate.id)) break;
        if (standing.length === 0) difference.lost.push(object);
        else difference.superseded.push({ object, held: idsBy(fate.idKey) });
        break;
      default:
        if (!holdsNew(object, idsBy('id'))) difference.doubtful.push(object);
    }
  }
  return difference;
}

/** Whether the state holds the object whose creation the journal left open, and not only the one that stood there before. */
function holdsNew({ replacement, former }: ObjectHistory, held: string[]): boolean {
  if (held.length === 0) return false;
  if (!replacement) return true;
  return held.length > 1 || (former.length > 0 && !former.includes(held[0]!));
}

/** Whether the state holds everything. */
export function isSettled({ lost, doubtful, superseded }: Difference): boolean {
  return lost.length + doubtful.length + superseded.length === 0;
}
