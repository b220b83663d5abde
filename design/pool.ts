import type { Finding } from '../blueprints/language/finding';
import type { Catalog } from '../catalog';
import type { PoolAsk, SiteAsk } from './asks';
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

/** Chooses accelerator and instance type for one pool, and calculates its figures. */
export function designPool(ask: PoolAsk, site: SiteAsk, context: PoolContext): PoolResult {
  return {
    findings: [
      {
        code: 'WF300',
        path: ask.path,
        message: `${site.name}/${ask.name}: not calculated for ${context.profile.name}`,
      },
    ],
  };
}
