import type { FoundChange } from './compare';

/** Maps that follow others by themselves: what a provider computes from tags, and the tags it follows. */
const FOLLOWERS: { readonly [attribute: string]: string } = {
  tags_all: 'tags',
  terraform_labels: 'labels',
  effective_labels: 'labels',
  effective_annotations: 'annotations',
};

/**
 * The changes that somebody asked for: without what the provider decides anew by itself, and what follows another change.
 * @param configured attributes that the configuration sets. @default - nobody knows
 */
export function askedFor(changes: FoundChange[], configured: ReadonlySet<string> | undefined): FoundChange[] {
  const attributes = new Set(changes.map(({ attribute }) => attribute));
  return changes.filter(({ attribute, decidedLater, forces }) => {
    if (forces) return true;
    const followed = FOLLOWERS[attribute];
    if (followed !== undefined && attributes.has(followed)) return false;
    return !(decidedLater && (configured === undefined ? attribute === 'id' : !configured.has(attribute)));
  });
}
