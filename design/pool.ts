import type { Finding } from '../blueprints/language/finding';
import { choose } from './accelerator-choice';
import { CapacityMode, Placement, type PoolAsk, Rdma, type SiteAsk } from './asks';
import type { NodeGroupDesign, Notice, PoolDesign } from './basis';
import { checkAsk, checkChosen } from './check-pool';
import { DesignCode } from './codes';
import { featureOfMode, requireFeature } from './features';
import { cellFigure, tidy, timesFigure } from './figures';
import { MOST_GROUPS, splitIntoGroups } from './groups';
import type { InstanceCandidate } from './instance-choice';
import { limitText, siteLimit } from './limits';
import { nodePower } from './node-power';
import type { PoolContext, PoolResult } from './pool-context';
import { poolNotices } from './pool-notices';
import { nodePrice } from './price';
import { isError } from './severity';
import { Feature } from './target-profile';

/**
 * Designs one pool: chooses accelerator and instance type, counts nodes, splits them into groups, and calculates the
 * figures, each with its sources. All that is wrong is reported at once; `design` is undefined when a finding is an error.
 */
export function designPool(ask: PoolAsk, site: SiteAsk, context: PoolContext): PoolResult {
  const wanted = withPossibleFabric(ask, context);
  const findings = [...checkAsk(wanted), ...checkFeatures(wanted, context)];
  findings.push(...context.profile.checkCapacity(wanted.capacity, [...wanted.path, 'capacity']));
  if (findings.some((finding) => finding.code === DesignCode.COUNT)) {
    return { findings };
  }
  const choice = choose(wanted, context);
  findings.push(...choice.findings);
  const { chosen } = choice;
  if (chosen !== undefined) {
    findings.push(...checkChosen(wanted, chosen), ...checkGroups(wanted, chosen, groupSize(chosen, site, context)));
  }
  if (chosen === undefined || findings.some(isError)) {
    return { findings };
  }
  return {
    design: calculate(wanted, chosen, choice.why, site, context, ask.fabric.rdma !== wanted.fabric.rdma),
    findings,
  };
}

/** Where the target has no RDMA, a preference for it falls away; the pool's notices say so. */
function withPossibleFabric(ask: PoolAsk, context: PoolContext): PoolAsk {
  const possible = ask.fabric.rdma !== Rdma.PREFERRED || context.profile.features.includes(Feature.FABRIC_RDMA);
  return possible ? ask : { ...ask, fabric: { ...ask.fabric, rdma: Rdma.NONE } };
}

function checkFeatures(ask: PoolAsk, context: PoolContext): Finding[] {
  const { profile, profiles = [profile] } = context;
  const { mode } = ask.capacity;
  const capacity = requireFeature(
    featureOfMode(mode),
    `capacity mode ${mode}`,
    [...ask.path, 'capacity', 'mode'],
    profile,
    profiles,
  );
  const fabric =
    ask.fabric.rdma === Rdma.REQUIRED
      ? requireFeature(Feature.FABRIC_RDMA, 'RDMA fabric', [...ask.path, 'fabric', 'rdma'], profile, profiles)
      : [];
  return [...capacity, ...fabric];
}

/** The most nodes of one group: the cloud's limit on it, and no more than one control plane takes beside its system nodes. */
function groupSize(chosen: InstanceCandidate, site: SiteAsk, context: PoolContext): number {
  const { profile } = context;
  const ofGroup = siteLimit(profile.nodesPerGroupLimit(chosen.instance, chosen.rdma), site, profile).value;
  const ofControlPlane =
    siteLimit(profile.controlPlaneLimits.nodes, site, profile).value - profile.systemPool(site).nodes;
  return Math.max(1, Math.min(ofGroup, ofControlPlane));
}

function checkGroups(ask: PoolAsk, chosen: InstanceCandidate, size: number): Finding[] {
  const groups = Math.ceil(chosen.nodes / size);
  return groups <= MOST_GROUPS
    ? []
    : [
        {
          code: DesignCode.TOO_MANY_GROUPS,
          path: [...ask.path, 'accelerators', 'count'],
          message: `${ask.count} accelerators need ${groups} node groups of ${size} ${chosen.instance.instanceType}`,
          expected: `at most ${MOST_GROUPS} groups in one pool`,
          hint: 'check the count, or divide it among clusters',
        },
      ];
}

function calculate(
  ask: PoolAsk,
  chosen: InstanceCandidate,
  why: string[],
  site: SiteAsk,
  context: PoolContext,
  fabricFellAway: boolean,
): PoolDesign {
  const { instance, accelerator, nodes, perNode, rdma } = chosen;
  const { profile } = context;
  const minimumNodes = Math.min(nodes, Math.ceil(tidy(ask.minimum / perNode)));
  const groups = splitIntoGroups(nodes, minimumNodes, groupSize(chosen, site, context));
  const power = nodePower(instance, accelerator, context.catalog, ask.nodePowerKw);
  const perNodeCell = (value: number | undefined, unit: string) =>
    cellFigure(value, unit, instance.instanceType, [instance.source]);
  const bf16 = cellFigure(accelerator.bf16DenseTflops, 'TFLOPS', `dense BF16 of ${accelerator.id}`, [
    accelerator.source,
  ]);
  const design: PoolDesign = {
    name: ask.name,
    purpose: ask.purpose,
    acceleratorId: accelerator.id,
    acceleratorVendor: accelerator.vendor,
    acceleratorModel: accelerator.model,
    kubernetesResource: accelerator.kubernetesResources[0] ?? '',
    instanceType: instance.instanceType,
    acceleratorsPerNode: perNode,
    cpuArchitecture: instance.cpuArchitecture ?? '',
    acceleratorsAsked: ask.count,
    accelerators: tidy(nodes * perNode),
    nodes,
    minimumNodes,
    capacity: ask.capacity,
    zones: ask.zones,
    rdma,
    rdmaKind: rdma ? (instance.rdmaKind ?? '') : 'none',
    placement: ask.fabric.placement ?? placement(ask, rdma),
    rdmaInterfacesPerNode: perNodeCell(instance.rdmaInterfaces, '1'),
    networkCardsPerNode: perNodeCell(instance.maxNetworkCards, '1'),
    vcpus: timesFigure(perNodeCell(instance.vcpus, '1'), nodes),
    memoryGib: timesFigure(perNodeCell(instance.memoryGib, 'GiB'), nodes),
    localNvmeGb: timesFigure(perNodeCell(instance.localNvmeGb, 'GB'), nodes),
    bf16Tflops: timesFigure(bf16, nodes * perNode),
    nodePowerKw: power,
    itLoad: timesFigure(power, nodes),
    priceUsdPerHour: timesFigure(nodePrice(instance, ask.capacity.mode, site), nodes),
    groups,
    why: [...why, ...groupReason(groups, chosen, site, context)],
    notices: [],
  };
  const limit = siteLimit(profile.nodesPerGroupLimit(instance, rdma), site, profile);
  const endsAtGroup = rdma && limit.limit.id !== profile.nodesPerGroupLimit(instance, false);
  const notices: Notice[] = poolNotices(ask, design, {
    limit,
    endsAtGroup,
    fabricFellAway,
    sources: [instance.source],
  });
  return { ...design, notices };
}

function groupReason(
  groups: NodeGroupDesign[],
  chosen: InstanceCandidate,
  site: SiteAsk,
  context: PoolContext,
): string[] {
  const { profile } = context;
  const limit = siteLimit(profile.nodesPerGroupLimit(chosen.instance, chosen.rdma), site, profile);
  return groups.length === 1 ? [] : [`${groups.length} groups: at most ${limitText(limit)}`];
}

/** Capacity that was bought ahead has its place already and cannot be moved into a new placement group. */
function placement(ask: PoolAsk, rdma: boolean): Placement {
  const boughtAhead = ask.capacity.mode === CapacityMode.BLOCK || ask.capacity.mode === CapacityMode.RESERVED;
  return rdma && !boughtAhead ? Placement.CLUSTER : Placement.NONE;
}
