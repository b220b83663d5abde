import type { Finding } from '../blueprints/language/finding';
import type { Catalog } from '../catalog';
import type { PoolDesign } from './basis';
import type { ITargetProfile } from './target-profile';

/** What a pool is designed with. */
export interface PoolContext {
  readonly catalog: Catalog;
  /** Profile of the site's target. */
  readonly profile: ITargetProfile;
  /** Every profile, so that a refusal can name the targets that would do. @default - `profile` alone */
  readonly profiles?: ITargetProfile[];
}

export interface PoolResult {
  /** Undefined when a finding is an error. */
  readonly design?: PoolDesign;
  readonly findings: Finding[];
}
