import type { Value } from '../values';

/** What a provider puts where a configuration of one type says nothing. */
export interface TypeDefaults {
  /** The page of the provider's documentation. */
  readonly source: string;
  /** By name, or by path through blocks: `vpc_config.endpoint_public_access`. A block that is not there gets none. */
  readonly values: { readonly [path: string]: Exclude<Value, Uint8Array> };
}

/** By type. */
export interface DefaultsTable {
  readonly [type: string]: TypeDefaults;
}
