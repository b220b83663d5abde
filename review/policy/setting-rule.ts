import { breaks, holds, nameOf, placeOf, unknown } from './observations';
import { type IPolicyRule, type PolicyObservation, PolicySeverity } from './rule';
import { Held, heldBy, type Setting } from './settings';
import type { IPolicySubject, PolicyResource } from './subject-types';

/** The words of a rule. */
export type RuleText = Pick<IPolicyRule, 'id' | 'title' | 'why' | 'remedy' | 'looksAt'>;

/** A rule over arguments of resources: one observation a resource and setting. */
export function settingRule(text: RuleText, settings: readonly Setting[]): IPolicyRule {
  const types = new Set(settings.map(({ type }) => type));
  return {
    ...text,
    severity: PolicySeverity.ERROR,
    applies: ({ resources }) =>
      resources.some((resource) => settings.some((setting) => heldBy(resource, setting, []) !== undefined)),
    observe: (subject) => observed(subject, settings, types),
  };
}

function observed(
  { resources }: IPolicySubject,
  settings: readonly Setting[],
  types: ReadonlySet<string>,
): PolicyObservation[] {
  const stacks = byStack(resources);
  return resources
    .filter(({ type }) => types.has(type))
    .flatMap((resource) =>
      settings.flatMap((setting) => {
        const held = heldBy(resource, setting, stacks.get(resource.stack) ?? []);
        if (held === undefined) return [];
        const [subject, place] = [nameOf(resource), placeOf(resource)];
        if (held === Held.YES) return [holds(subject, place)];
        if (held === Held.NO) return [breaks(subject, setting.what, place)];
        return [unknown(subject, `decided by an expression: whether ${setting.what}`, place)];
      }),
    );
}

/** Resources by the names of their stacks. */
export function byStack(resources: PolicyResource[]): ReadonlyMap<string, PolicyResource[]> {
  const stacks = new Map<string, PolicyResource[]>();
  for (const resource of resources) {
    const others = stacks.get(resource.stack);
    if (others === undefined) stacks.set(resource.stack, [resource]);
    else others.push(resource);
  }
  return stacks;
}
