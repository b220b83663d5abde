import { decode, ExtensionCodec, encode } from '@msgpack/msgpack';

/** A value that the engine knows later. What it knows already (not null, a prefix) is kept as it came. */
export class Unknown {
  constructor(
    readonly extension: number,
    readonly data: Uint8Array,
  ) {}
}

/** A value as it crosses the wire. Sets are arrays; a value of dynamic type is the pair of its type's JSON and itself. */
export type Value = null | boolean | number | bigint | string | Uint8Array | Unknown | Value[] | ObjectValue;

export interface ObjectValue {
  [name: string]: Value;
}

/** The protocol's envelope. */
export interface DynamicValue {
  readonly msgpack?: Uint8Array;
  readonly json?: Uint8Array;
}

const PLAIN_UNKNOWN = 0;
const REFINED_UNKNOWN = 12;

/** Nothing is known about it. */
export const UNKNOWN = new Unknown(PLAIN_UNKNOWN, Uint8Array.of(0));

const extensions = new ExtensionCodec();
for (const type of [PLAIN_UNKNOWN, REFINED_UNKNOWN]) {
  extensions.register({
    type,
    encode: (value) => (value instanceof Unknown && value.extension === type ? value.data : null),
    // The decoder hands out a view into the request, which is reused.
    decode: (data) => new Unknown(type, Uint8Array.from(data)),
  });
}

/** Reads a value. An empty envelope is null. */
export function readValue({ msgpack, json }: DynamicValue = {}): Value {
  if (msgpack !== undefined && msgpack.length > 0) {
    return decode(msgpack, { extensionCodec: extensions, useBigInt64: true }) as Value;
  }
  if (json !== undefined && json.length > 0) return JSON.parse(Buffer.from(json).toString('utf8')) as Value;
  return null;
}

/** Writes a value. */
export function writeValue(value: Value): DynamicValue {
  return { msgpack: encode(value, { extensionCodec: extensions, useBigInt64: true }) };
}

/** Whether a value is an object, with its own keys. */
export function isObject(value: Value | undefined): value is ObjectValue {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Unknown) &&
    !(value instanceof Uint8Array)
  );
}

/** Whether any part of a value is unknown. */
export function hasUnknown(value: Value): boolean {
  if (value instanceof Unknown) return true;
  if (Array.isArray(value)) return value.some(hasUnknown);
  return isObject(value) && Object.values(value).some(hasUnknown);
}
