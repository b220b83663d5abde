import { createHash } from 'node:crypto';
import { isObject, Unknown, type Value } from './values';

/** One text for one value, whatever the order of its keys; what is unknown is the same everywhere. */
export function canonical(value: Value): string {
  if (value instanceof Unknown) return '?';
  if (value instanceof Uint8Array) return `0x${Buffer.from(value).toString('hex')}`;
  if (typeof value === 'bigint') return String(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort();
  return `{${members.map((key) => `${JSON.stringify(key)}:${canonical(value[key]!)}`).join(',')}}`;
}

/** A hexadecimal fingerprint, 64 digits long. */
export function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
