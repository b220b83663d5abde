import type { Asked } from './asked';
import { textsIn } from './values';

/** The provider's words about a tag that NetBox does not have (netbox/tags.go). It knows tags by their names. */
export function missingTag({ object, inventory }: Asked): string | undefined {
  const missing = textsIn(object, 'tags_all').find((name) => inventory.tag(name) === undefined);
  return missing === undefined ? undefined : `Could not locate referenced tag "${missing}" in netbox, no results`;
}
