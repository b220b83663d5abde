import type { SiteAsk } from './asks';
import type { NodeGroupDesign, Notice, PoolDesign, PoolShare } from './basis';
import { DesignCode } from './codes';
import { tidy } from './figures';
import { limitSource, limitText, siteLimit } from './limits';
import type { ITargetProfile } from './target-profile';

/** One control plane before its part of the power is known. */
export interface ControlPlaneDraft {
  readonly name: string;
  readonly stack: string;
  readonly pools: PoolShare[];
}

export interface ControlPlanesResult {
  readonly planes: ControlPlaneDraft[];
  readonly notices: Notice[];
}

/** Nodes and groups that one control plane holds. */
interface Load {
  nodes: number;
  groups: number;
}

/**
 * Packs the groups of a cluster's pools onto as few control planes as their order allows: pools by name, groups by
 * number, whole groups, each plane filled before the next is begun.
 */
export function packControlPlanes(
  cluster: string,
  pools: PoolDesign[],
  site: SiteAsk,
  profile: ITargetProfile,
): ControlPlanesResult {
  const limits = profile.controlPlaneLimits;
  const nodesLimit = siteLimit(limits.nodes, site, profile);
  const groupsLimit = siteLimit(limits.groups, site, profile);
  const most = {
    nodes: nodesLimit.value - profile.systemPool(site).nodes,
    groups: groupsLimit.value - limits.systemGroups,
  };

  const planes: Map<PoolDesign, NodeGroupDesign[]>[] = [new Map()];
  let load: Load = { nodes: 0, groups: 0 };
  for (const pool of pools) {
    for (const group of pool.groups) {
      const full = load.groups > 0 && (load.nodes + group.maxNodes > most.nodes || load.groups + 1 > most.groups);
      if (full) {
        planes.push(new Map());
        load = { nodes: 0, groups: 0 };
      }
      const plane = planes.at(-1)!;
      const groups = plane.get(pool) ?? [];
      groups.push(group);
      plane.set(pool, groups);
      load.nodes += group.maxNodes;
      load.groups += 1;
    }
  }

  const drafts = planes.map((plane, index) => {
    const name = index === 0 ? cluster : `${cluster}-${index + 1}`;
    return { name, stack: `${site.name}-${name}`, pools: [...plane].map(([pool, groups]) => share(pool, groups)) };
  });
  const total = totalLoad(pools);
  const reached = [
    ...(total.nodes > most.nodes ? [nodesLimit] : []),
    ...(total.groups > most.groups ? [groupsLimit] : []),
  ];
  return { planes: drafts, notices: drafts.length === 1 ? [] : [splitNotice()] };

  function splitNotice(): Notice {
    return {
      code: DesignCode.SPLIT_INTO_CONTROL_PLANES,
      message: `${cluster}: ${total.nodes} nodes in ${total.groups} groups on ${drafts.length} control planes, ${drafts[0]?.name} to ${drafts.at(-1)?.name}: at most ${reached.map(limitText).join(' and ')}, those of the system included; a job runs on one of them`,
      sources: reached.map((limit) => limitSource(limit.limit)),
    };
  }
}

function totalLoad(pools: PoolDesign[]): Load {
  return {
    nodes: pools.reduce((sum, pool) => sum + pool.nodes, 0),
    groups: pools.reduce((sum, pool) => sum + pool.groups.length, 0),
  };
}

function share(pool: PoolDesign, groups: NodeGroupDesign[]): PoolShare {
  const nodes = (key: 'maxNodes' | 'minNodes') => groups.reduce((sum, group) => sum + group[key], 0);
  return {
    pool: pool.name,
    accelerators: tidy(nodes('maxNodes') * pool.acceleratorsPerNode),
    minimumAccelerators: tidy(nodes('minNodes') * pool.acceleratorsPerNode),
    groups,
  };
}
