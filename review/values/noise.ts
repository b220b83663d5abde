import type { Expression } from '../../engine';
import type { FoundChange } from './compare';

/** Maps that follow others by themselves: what a provider computes from tags, and the tags it follows. */
const FOLLOWERS: { readonly [attribute: string]: string } = {
  tags_all: 'tags',
  terraform_labels: 'labels',
  effective_labels: 'labels',
  effective_annotations: 'annotations',
};

/** What a configuration sets of a block. */
export interface Configured {
  readonly [attribute: string]: Expression;
}

/**
 * The changes that somebody asked for: without what the provider decides anew by itself, and what follows another change.
 * @param configured what the configuration sets. @default - nobody knows
 */
export function askedFor(changes: FoundChange[], configured: Configured | undefined): FoundChange[] {
  const attributes = new Set(changes.map(({ attribute }) => attribute));
  return changes.filter(({ attribute, steps, decidedLater, forces }) => {
    if (forces) return true;
    const followed = FOLLOWERS[attribute];
    if (followed !== undefined && attributes.has(followed)) return false;
    return !(decidedLater && (configured === undefined ? attribute === 'id' : !sets(configured, steps)));
  });
}

/** Whether a path lies in what is set. An expression sets all below it; of nested blocks each argument is looked at. */
function sets(configured: unknown, [step, ...rest]: (string | number)[]): boolean {
  if (typeof configured !== 'object' || configured === null) return false;
  if ('references' in configured || 'constant_value' in configured || step === undefined) return true;
  if (Array.isArray(configured)) {
    return typeof step === 'number' ? configured.some((each) => sets(each, rest)) : false;
  }
  const inner = (configured as { readonly [name: string]: unknown })[step];
  if (inner !== undefined) return sets(inner, rest);
  return typeof step === 'number' && sets(configured, rest);
}
