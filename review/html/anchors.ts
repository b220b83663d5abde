import { createHash } from 'node:crypto';
import type { ResourceName, Review } from '../model';

/**
 * Where the link to each change leads, in the order of the changes. It follows from stack and address alone, so that a link stays good
 * when the review is made anew.
 */
export class Anchors {
  /** By the place in `changes`. */
  readonly ids: string[];
  private readonly first = new Map<string, string>();

  constructor({ changes }: Review) {
    const counts = new Map<string, number>();
    this.ids = changes.map((change) => {
      const id = idOf(change);
      // An object of which an old copy is left over is there twice.
      const count = (counts.get(id) ?? 0) + 1;
      counts.set(id, count);
      const anchor = count === 1 ? id : `${id}-${count}`;
      if (count === 1) this.first.set(nameOf(change), anchor);
      return anchor;
    });
  }

  /** Undefined when nothing of that name changes. */
  of(name: ResourceName): string | undefined {
    return this.first.get(nameOf(name));
  }
}

function idOf(name: ResourceName): string {
  return `change-${createHash('sha256').update(nameOf(name), 'utf8').digest('hex').slice(0, 12)}`;
}

function nameOf({ stack, address }: ResourceName): string {
  return `${stack}\0${address}`;
}
