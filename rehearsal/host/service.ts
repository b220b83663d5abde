import type { ObjectValue } from './values';

/** What a service makes of an object that it is asked to keep: the object as it keeps it, or why it does not. */
export type Verdict = { readonly state: ObjectValue } | { readonly refused: string };

/** What a data source is told: its values, or why it gets none. */
export type Reading = { readonly values: ObjectValue } | { readonly refused: string };

/**
 * The service behind a provider, where more is known of it than its schema says: it decides values, refuses what its own rules
 * forbid, changes what it is given, and answers data sources from what it holds. A provider without one builds whatever it is asked.
 */
export interface Service {
  /** A new object with what the service decides of it, its id first. What it leaves unknown is invented. */
  decided(type: string, planned: ObjectValue, worker: string): ObjectValue;
  /**
   * Whether it keeps an object, and how.
   * @param prior the object that it takes the place of; undefined for a new one
   */
  keeps(type: string, object: ObjectValue, prior?: ObjectValue): Verdict;
  /** Why an object cannot be deleted. Undefined: it can. */
  holds(type: string, object: ObjectValue): string | undefined;
  /** The answer to a data source. Undefined: the service has no such source. */
  reads(type: string, config: ObjectValue): Reading | undefined;
}
