import { Caret, type Finding, Severity } from '../blueprints/language/finding';
import type { ClusterAsk, SiteAsk } from './asks';
import type { SiteDesign, StackDesign } from './basis';
import type { ClusterDraft } from './cluster';
import { DesignCode } from './codes';
import type { HallDesign, HallParts } from './hall';
import { floorOf, hallStacks, kindsOf, kindsStack, recordsOfFloor, recordsOfKinds, sized } from './hall/records';
import type { ITargetProfile } from './target-profile';

/** A hall with what its inventory keeps of it. */
export interface HallToStack {
  readonly hall: HallDesign;
  readonly parts: HallParts;
  readonly profile: ITargetProfile;
}

/**
 * The stacks in deploy order: a site before its control planes, and both before the racks of an owned hall. What the halls of a target
 * share comes before the first of them.
 */
export function stackOrder(sites: SiteDesign[], halls: Map<string, HallToStack>): StackDesign[] {
  const shared = new Set<string>();
  return sites.flatMap((site) => {
    const hall = halls.get(site.name);
    if (hall === undefined) return siteStacks(site, []);
    const kinds = kindsStack(site.target);
    const first = shared.has(kinds) ? [] : [kindsDesign(site.target, sites, halls)];
    shared.add(kinds);
    const [own, ...planes] = siteStacks(site, [kinds]);
    const floor = sized(recordsOfFloor(floorOf(hall.hall)), hall.profile);
    return [...first, { ...own!, ...floor }, ...planes, ...hallStacks(site, hall.parts, hall.profile)];
  });
}

/** What the halls of a target share, counted over all of its sites. */
function kindsDesign(target: string, sites: SiteDesign[], halls: Map<string, HallToStack>): StackDesign {
  const own = sites.flatMap((site) => {
    const hall = site.target === target ? halls.get(site.name) : undefined;
    return hall === undefined ? [] : [{ site, ...hall }];
  });
  return { name: kindsStack(target), ...sized(recordsOfKinds(kindsOf(own, [])), own[0]!.profile), dependsOn: [] };
}

function siteStacks(site: SiteDesign, dependsOn: string[]): StackDesign[] {
  return [
    { name: site.name, site: site.name, dependsOn },
    ...site.clusters.flatMap((cluster) =>
      cluster.controlPlanes.map((plane) => ({
        name: plane.stack,
        site: site.name,
        controlPlane: plane.name,
        dependsOn: [site.name],
      })),
    ),
  ];
}

/** Who holds a name already. */
interface Holder {
  readonly what: string;
  readonly owner: string;
}

/** Findings for names that would stand twice: of control planes, which bear a cluster's name and a number, and of stacks. */
export function checkNames(sites: SiteAsk[], clusters: ClusterAsk[], drafts: ClusterDraft[]): Finding[] {
  const planes = new Map<string, Holder>(
    clusters.map((cluster) => [cluster.name, { what: `cluster ${cluster.name}`, owner: cluster.name }]),
  );
  const stacks = new Map<string, Holder>(sites.map((site) => [site.name, { what: `site ${site.name}`, owner: '' }]));
  const findings: Finding[] = [];
  for (const { ask, planes: own } of drafts) {
    for (const plane of own) {
      const what = `control plane ${plane.name} of cluster ${ask.name}`;
      const holder = { what, owner: ask.name };
      const taken =
        claim(planes, plane.name, holder) ??
        claim(stacks, plane.stack, { what: `${what} (stack ${plane.stack})`, owner: plane.name });
      if (taken !== undefined) {
        findings.push(collision(ask, what, plane.stack, taken));
      }
    }
  }
  return findings;
}

/** Findings for sites and clusters whose stack has the name of one that a hall brings: `<site>-grid`, `<target>-kinds`. */
export function checkHallStacks(stacks: StackDesign[], sites: SiteAsk[], clusters: ClusterAsk[]): Finding[] {
  const counts = new Map<string, number>();
  for (const { name } of stacks) counts.set(name, (counts.get(name) ?? 0) + 1);
  const twice = (name: string): boolean => (counts.get(name) ?? 0) > 1;
  const finding = ({ name, path }: SiteAsk | ClusterAsk, stack: string): Finding => ({
    code: DesignCode.NAME_COLLISION,
    severity: Severity.ERROR,
    path,
    at: Caret.KEY,
    message: `${name} would have the stack ${stack}, and so would a part of an owned hall`,
    hint: 'give it another name',
  });
  return [
    ...sites.filter(({ name }) => twice(name)).map((site) => finding(site, site.name)),
    ...clusters
      .filter(({ site, name }) => twice(`${site}-${name}`))
      .map((cluster) => finding(cluster, `${cluster.site}-${cluster.name}`)),
  ];
}

/** Takes the name, and returns who has it when that is another. */
function claim(names: Map<string, Holder>, name: string, holder: Holder): Holder | undefined {
  const taken = names.get(name);
  if (taken === undefined) {
    names.set(name, holder);
    return undefined;
  }
  return taken.owner === holder.owner ? undefined : taken;
}

function collision(ask: ClusterAsk, what: string, stack: string, taken: Holder): Finding {
  return {
    code: DesignCode.NAME_COLLISION,
    severity: Severity.ERROR,
    path: ask.path,
    at: Caret.KEY,
    message: `${what} would take the name or the stack (${stack}) of ${taken.what}`,
    hint: 'rename one of the two',
  };
}
