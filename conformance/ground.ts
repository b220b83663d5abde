import type { TargetRegistry } from '../constructs/targets/registry';

/** Where a target stands in the suite: what a blueprint on it may name. */
export interface ConformanceGround {
  /** Its name in the registry. */
  readonly target: string;
  /** The registry that it is registered in, beside the built-in ones. */
  readonly registry: TargetRegistry;
  readonly region: string;
  /** @default - none; targets that need one say so */
  readonly zone?: string;
  /** An accelerator of the catalog that the target offers, with RDMA where it declares that. */
  readonly accelerator: string;
  /** The form of a reservation's id. Needed when it declares reserved or block capacity. */
  readonly reservation?: string;
}

/** One thing that holds of a target, or that it refuses by name. */
export interface ConformanceCase {
  /** `an RDMA fabric`. */
  readonly name: string;
  /** The feature that it needs. @default - every target must */
  readonly feature?: string;
  /** Whether the target declares it. Where it does not, the case checks that it is refused, with the targets that have it. */
  readonly declared: boolean;
  /** @throws AssertionError with what was expected and what came */
  run(): void;
}
