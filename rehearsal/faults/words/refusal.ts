import type { Account } from '../../host/account';
import type { CloudObject } from '../../host/cloud';
import type { ObjectValue } from '../../host/values';

/** What a failed create leaves behind. */
export enum Leaves {
  NOTHING = 'nothing',
  /** The object stands and is in the state, marked for replacement: the next apply destroys it and creates another. */
  TAINTED = 'tainted',
  /** The object stands and is in no state: the next apply meets it. */
  ORPHAN = 'orphan',
}

/** An object that the cloud is asked for, and what the cloud knows. */
export interface Asking {
  readonly type: string;
  readonly object: ObjectValue;
  readonly account: Account;
  /** Another object, by its id. */
  lookUp(type: string, id: unknown): CloudObject | undefined;
}

/** How a cloud refuses. */
export interface Refusal {
  readonly leaves: Leaves;
  said(asking: Asking): string;
}

/** What a provider's cloud says. */
export interface CloudWords {
  /** No machine is left, by type. */
  readonly capacity: { readonly [type: string]: Refusal };
  /** The quota is used up, by type. */
  readonly quota: { readonly [type: string]: Refusal };
  /** The types that `capacity` and `quota` meet when none is named: those that machines are bought by. */
  readonly machines: readonly string[];
  /** The type of machine that an object is made of; empty if it is made of none. */
  machineOf(asking: Asking): string;
  /** The API itself fails. */
  error(asking: Asking): string;
  /** The API is asked too often, and the provider has given up. */
  throttled(asking: Asking): string;
  /** The answer to a create comes too late. @default - the provider waits, or asks again without harm */
  timeout?(asking: Asking): string;
  /** How often the provider itself asks again before it gives up. */
  readonly attempts: number;
}

/** A string argument, or nothing. */
export function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The object, by its type and its name if it has one. */
export function called({ type, object }: Asking): string {
  const name = nameOf(object);
  return name === '' ? type : `${type} (${name})`;
}

/** What a person would call the object. */
export function nameOf(object: ObjectValue): string {
  const name = ['name', 'node_group_name', 'addon_name', 'bucket', 'cluster_name'].map((each) => text(object[each]));
  return name.find((each) => each !== '') ?? '';
}
