import { createHash } from 'node:crypto';

const SLUG_LENGTH = 100;

/**
 * The slug of a name. NetBox's own would be equal for `Foo Bar` and `Foo-Bar`, which it then refuses: a name that does not come back
 * from its slug gets a part of its digest.
 */
export function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  if (slug === name && slug.length <= SLUG_LENGTH) return slug;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${slug.slice(0, SLUG_LENGTH - digest.length - 1)}-${digest}`.replace(/^-/, '');
}

/** A name of at most so many characters; a longer one ends in a part of its digest. */
export function nameOf(name: string, length: number): string {
  if (name.length <= length) return name;
  const digest = createHash('sha256').update(name).digest('hex').slice(0, 6);
  return `${name.slice(0, length - digest.length - 1)}~${digest}`;
}
