import { createHash } from 'node:crypto';
import { Fn, Token } from 'cdktf';

const HASH = 6;

/**
 * A physical name within Azure's limit. A name that is too long keeps its start and ends in a hash of the whole, so that it
 * is stable and two long names never meet. `suffix` says what the resource is and is never cut.
 * @param maximum characters at most
 */
export function resourceName(name: string, suffix: string, maximum: number): string {
  const tail = suffix === '' ? '' : `-${suffix}`;
  if (name.length + tail.length <= maximum) {
    return `${name}${tail}`;
  }
  const kept = name.slice(0, maximum - tail.length - HASH - 1).replace(/-+$/, '');
  return `${kept}-${hash(name, HASH)}${tail}`;
}

/**
 * Name of an AKS node pool, at most 12 of [a-z0-9], without the group's key: five characters of the pool's name, then a hash
 * over all that cannot be changed in place. A change of those makes a new pool with a new name, and the plan says "replace":
 * the alternative, rotation through a temporary pool, wants the accelerators twice and drains nothing.
 * @param parts what makes the pool what it is; the pool's full name is one of them
 */
export function nodePoolName(pool: string, parts: string[]): string {
  const letters = pool.toLowerCase().replace(/[^a-z0-9]/g, '');
  const start = /^[a-z]/.test(letters) ? letters : `p${letters}`;
  return `${start.slice(0, 5)}${hash(JSON.stringify([pool, ...parts]), 4)}`;
}

/** Characters that {@link nodePoolName} leaves for the group's key. */
export const NODE_POOL_KEY_LENGTH = 3;

/**
 * A name that is unique in all of Azure: the subscription's id is part of a hash that the plan computes, so that one blueprint
 * can be built in two subscriptions. A Terraform expression.
 * @param separator '-' or '', as the resource allows
 */
export function globalName(
  prefix: string,
  name: string,
  subscriptionId: string,
  separator: string,
  maximum: number,
): string {
  const suffixLength = 8;
  const allowed = separator === '' ? /[^a-z0-9]/g : /[^a-z0-9-]/g;
  const readable = `${prefix}${separator}${name}`.toLowerCase().replace(allowed, '').replace(/-+/g, '-');
  const kept = readable.slice(0, maximum - suffixLength - separator.length).replace(/-+$/, '');
  const unique = Fn.substr(Fn.sha256(Fn.join('/', [subscriptionId, name])), 0, suffixLength);
  return `${kept}${separator}${Token.asString(unique)}`;
}

/** A short id for a construct that stands for `text`, [a-z0-9-]: readable first, a hash of the whole after. */
export function constructId(readable: string, text: string): string {
  return `${readable.toLowerCase().replace(/[^a-z0-9-]/g, '-')}-${hash(text, HASH)}`;
}

function hash(text: string, length: number): string {
  return createHash('sha256').update(text).digest('hex').slice(0, length);
}
