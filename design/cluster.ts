import type { Finding } from '../blueprints/language/finding';
import type { ClusterAsk, SiteAsk } from './asks';
import type { Notice, ParallelFileSystemDesign, PoolDesign } from './basis';
import { type ControlPlaneDraft, packControlPlanes } from './control-planes';
import { featureOfScheduler, requireFeature } from './features';
import { designPool } from './pool';
import type { PoolContext } from './pool-context';
import { Feature } from './target-profile';

/** A cluster before its part of the site's power is known. */
export interface ClusterDraft {
  readonly ask: ClusterAsk;
  readonly pools: PoolDesign[];
  readonly planes: ControlPlaneDraft[];
  readonly parallelFileSystems: ParallelFileSystemDesign[];
}

export interface ClusterResult {
  readonly draft: ClusterDraft;
  /** Whether every pool has a design. */
  readonly complete: boolean;
  readonly findings: Finding[];
  readonly notices: Notice[];
}

/** Designs a cluster's pools, control planes and stores. */
export function designCluster(ask: ClusterAsk, site: SiteAsk, context: PoolContext): ClusterResult {
  const { profile, profiles = [profile] } = context;
  const findings = requireFeature(
    featureOfScheduler(ask.scheduler),
    `scheduler ${ask.scheduler}`,
    [...ask.path, 'scheduler'],
    profile,
    profiles,
  );
  const pools: PoolDesign[] = [];
  for (const poolAsk of ask.pools) {
    const result = designPool(poolAsk, site, context);
    findings.push(...result.findings);
    pools.push(...(result.design === undefined ? [] : [result.design]));
  }
  const packed = packControlPlanes(ask.name, pools, site, profile);
  const storage = designStorage(ask, pools, context);
  findings.push(...storage.findings);
  const notices = pools.flatMap((pool) =>
    pool.notices.map((notice) => ({ ...notice, message: `${ask.name}/${pool.name}: ${notice.message}` })),
  );
  return {
    draft: { ask, pools, planes: packed.planes, parallelFileSystems: storage.designs },
    complete: pools.length === ask.pools.length,
    findings,
    notices: [...notices, ...packed.notices],
  };
}

function designStorage(
  ask: ClusterAsk,
  pools: PoolDesign[],
  context: PoolContext,
): { designs: ParallelFileSystemDesign[]; findings: Finding[] } {
  const { profile, profiles = [profile] } = context;
  const findings: Finding[] = [];
  const designs: ParallelFileSystemDesign[] = [];
  const require = (feature: Feature, kind: string, path: string[]) => {
    const lacking = requireFeature(feature, `storage of kind ${kind}`, [...path, 'kind'], profile, profiles);
    findings.push(...lacking);
    return lacking.length === 0;
  };
  for (const store of ask.objectStores) {
    require(Feature.STORAGE_OBJECT, 'object', store.path);
  }
  const rdma = pools.some((pool) => pool.rdma);
  for (const store of ask.parallelFileSystems) {
    if (require(Feature.STORAGE_PARALLEL, 'parallel', store.path)) {
      const result = profile.planParallelFileSystem({ ...store, rdma });
      findings.push(...result.findings);
      designs.push(...(result.design === undefined ? [] : [result.design]));
    }
  }
  return { designs, findings };
}
