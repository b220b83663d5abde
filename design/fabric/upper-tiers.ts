import type { SwitchModel } from '../../catalog/switches';
import type { NetworkAsk } from './ask';
import { linksOfPort, radix } from './ports';
import { type FabricProblem, FabricProblemKind } from './problems';

/** Spines, and cores where spines of several pods are joined. Counts are those of one plane. */
export interface UpperTiers {
  /** Units that a pod has room for; with two tiers there is one pod. */
  readonly unitsPerPod: number;
  readonly pods: number;
  readonly spinesPerPod: number;
  /** Links between a leaf and a spine of its pod. */
  readonly linksPerSpine: number;
  /** Parts of a spine's port that is led down. */
  readonly spineDownParts: number;
  /** Ports of a spine that are kept for links down. */
  readonly spineDownPorts: number;
  /** @default - two tiers are enough */
  readonly cores?: CoreTier;
}

/** Cores stand in as many groups as a pod has spines: spine n of every pod meets group n. */
export interface CoreTier {
  readonly groups: number;
  readonly coresPerGroup: number;
  /** Uplinks of a spine. */
  readonly up: number;
  /** Links between a spine and a core of its group. */
  readonly linksPerCore: number;
  readonly gbps: number;
  readonly spineUpParts: number;
  readonly coreParts: number;
}

/** What the tiers above the leafs must join. */
export interface Want {
  readonly ask: NetworkAsk;
  readonly models: { readonly spine: SwitchModel; readonly core: SwitchModel };
  readonly rails: number;
  /** Units that are planned for; numbers that are only kept take no port. */
  readonly units: number;
  /** Uplinks of a leaf. */
  readonly up: number;
  readonly uplinkGbps: number;
  readonly coreGbps: number;
}

/**
 * The fewest spines that have a port for every uplink, with the same number of links to every leaf; as many as asked at least. @returns undefined when the leafs are more than a spine has ports
 */
export function twoTiers({ ask, models, rails, units, up, uplinkGbps }: Want): UpperTiers | undefined {
  const leafs = units * rails;
  const ports = radix(models.spine, uplinkGbps);
  const spinesPerPod = divisors(up).find(
    (spines) => spines >= Math.min(ask.spinesAtLeast ?? 2, up) && leafs * (up / spines) <= ports,
  );
  if (spinesPerPod === undefined) return undefined;
  const spineDownParts = linksOfPort(models.spine, uplinkGbps);
  return {
    unitsPerPod: Math.floor(ports / (rails * (up / spinesPerPod))),
    pods: 1,
    spinesPerPod,
    linksPerSpine: up / spinesPerPod,
    spineDownParts,
    spineDownPorts: models.spine.ports,
  };
}

/** Pods of as many units as a spine takes beside its uplinks at the asked ratio, and cores above. */
export function threeTiers(want: Want, problems: FabricProblem[]): UpperTiers | undefined {
  const { ask, models, rails, units, up, uplinkGbps, coreGbps } = want;
  const { spine, core } = models;
  const network = ask.role;
  const spineDownParts = linksOfPort(spine, uplinkGbps);
  const spineUpParts = linksOfPort(spine, coreGbps);
  const coreParts = linksOfPort(core, coreGbps);
  const slow = spineDownParts === 0 ? uplinkGbps : coreGbps;
  if (Math.min(spineDownParts, spineUpParts, coreParts) === 0) {
    const limit = Math.min(spine.gbps, core.gbps);
    const message = `a port of ${spine.model} and ${core.model} gives ${limit} Gbit/s, and links of ${slow} are asked`;
    problems.push({ kind: FabricProblemKind.SPEED, network, message, got: slow, limit });
    return undefined;
  }
  const upOf = (down: number): number =>
    Math.ceil((down * uplinkGbps) / ((ask.spineOversubscription ?? 1) * coreGbps) - 1e-9);
  const fits = (down: number): boolean =>
    Math.ceil(down / spineDownParts) + Math.ceil(upOf(down) / spineUpParts) <= spine.ports &&
    down + upOf(down) <= (spine.maximumLogicalPorts ?? Number.POSITIVE_INFINITY);
  let unitsPerPod = Math.floor((spine.ports * spineDownParts) / rails);
  while (unitsPerPod > 0 && !fits(unitsPerPod * rails)) unitsPerPod -= 1;
  if (unitsPerPod === 0) {
    const limit = radix(spine, uplinkGbps);
    const message = `a unit has ${rails} leafs, and a spine of ${limit} ports does not join them at ${ask.spineOversubscription ?? 1}:1`;
    problems.push({ kind: FabricProblemKind.BLOCKS, network, message, got: rails, limit });
    return undefined;
  }
  const pods = Math.ceil(units / unitsPerPod);
  const spineUp = upOf(unitsPerPod * rails);
  const ports = radix(core, coreGbps);
  const coresPerGroup = divisors(spineUp).find((cores) => pods * (spineUp / cores) <= ports);
  if (coresPerGroup === undefined) {
    const message = `${units} units make ${pods} pods, and a core joins ${ports} at most`;
    const hint = 'a core with more ports, a higher ratio, or several networks';
    problems.push({ kind: FabricProblemKind.TOO_LARGE, network, message, got: pods, limit: ports, hint });
    return undefined;
  }
  return {
    unitsPerPod,
    pods,
    spinesPerPod: up,
    linksPerSpine: 1,
    spineDownParts,
    spineDownPorts: Math.ceil((unitsPerPod * rails) / spineDownParts),
    cores: {
      groups: up,
      coresPerGroup,
      up: spineUp,
      linksPerCore: spineUp / coresPerGroup,
      gbps: coreGbps,
      spineUpParts,
      coreParts,
    },
  };
}

function divisors(number: number): number[] {
  return Array.from({ length: number }, (_, at) => at + 1).filter((part) => number % part === 0);
}
