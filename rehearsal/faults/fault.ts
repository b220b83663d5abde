/** What can be made to happen to a deploy. */
export enum FaultKind {
  LATENCY = 'latency',
  THROTTLE = 'throttle',
  ERROR = 'error',
  TIMEOUT = 'timeout',
  CAPACITY = 'capacity',
  QUOTA = 'quota',
  DRIFT = 'drift',
  CRASH = 'crash',
}

/** One fault, as it was asked for. */
export interface Fault {
  readonly kind: FaultKind;
  /** The words that asked for it. */
  readonly asked: string;
  /** A type of resource. @default - those that the kind usually meets */
  readonly type?: string;
  /** A type of machine, such as `p5.48xlarge`. @default - any */
  readonly machine?: string;
  /** Which create, or which change, of all stacks together; counts from 1. @default - the first */
  readonly nth?: number;
  /** Of a latency, in milliseconds; how long exactly is always the same for the same object. */
  readonly wait?: { readonly least: number; readonly most: number };
  /** How often each create is throttled. */
  readonly times?: number;
  /** Of a drift: the object itself is gone, instead of its tags. */
  readonly deleted?: boolean;
  /** Of a crash: after the cloud did what it was asked, before the engine is told. */
  readonly late?: boolean;
}

/** What a person may write after `--fault`. */
export const FAULT_FORMS: readonly (readonly [form: string, meaning: string])[] = [
  ['latency=2s, latency=200ms..3s, latency@TYPE=5s', 'every change takes that long, in real time'],
  [
    'throttle, throttle=5, throttle@TYPE=30',
    'the API refuses each create 3 times (or so often) for its rate, then works',
  ],
  ['error, error@3, error@TYPE', 'the API fails the first, the third, or the first create of a type'],
  ['timeout, timeout@3, timeout@TYPE', 'a create is done, and its answer comes too late for the provider'],
  [
    'capacity, capacity@TYPE, capacity@p5.48xlarge',
    'the cloud has no machines left: for any, for a type of resource, of a type of machine',
  ],
  ['quota, quota@TYPE, quota@p5.48xlarge', 'the quota of the account is used up'],
  ['drift, drift@TYPE, drift@TYPE=deleted', 'somebody takes the tags of an object, or the object, after the apply'],
  [
    'crash@5, crash@5=late',
    'the provider dies at the fifth change: before the cloud is asked, or before it can answer',
  ],
];
