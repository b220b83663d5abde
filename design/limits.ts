import { type Finding, Severity } from '../blueprints/language/finding';
import { didYouMean } from '../blueprints/language/suggest';
import type { SiteAsk } from './asks';
import { DesignCode } from './codes';
import type { ITargetProfile, Limit } from './target-profile';

/** A limit as it holds at one site. */
export interface SiteLimit {
  readonly limit: Limit;
  /** The catalog's value, or the one that the cloud raised it to. */
  readonly value: number;
}

/** The limit with this id, raised if the site says that the cloud did so. */
export function siteLimit(id: string, site: SiteAsk, profile: ITargetProfile): SiteLimit {
  const limit = profile.limits.find((candidate) => candidate.id === id);
  if (limit === undefined) {
    throw new Error(`profile ${profile.name} refers to the limit ${id} and does not list it`);
  }
  const raised = Object.hasOwn(site.limits, id) ? site.limits[id] : undefined;
  const usable = raised !== undefined && limit.adjustable && raised > limit.value;
  return { limit, value: usable ? raised : limit.value };
}

/** `450 (nodes in one group)`, and that it was raised. */
export function limitText(limit: SiteLimit): string {
  const raised = limit.value === limit.limit.value ? '' : `, raised from ${limit.limit.value} by the blueprint`;
  return `${limit.value} ${limit.limit.what} (${limit.limit.id}${raised})`;
}

export function limitSource(limit: Limit): string {
  return `${limit.source} (${limit.asOf})`;
}

/** Findings about the limits that a site says were raised. */
export function checkLimitOverrides(site: SiteAsk, profile: ITargetProfile): Finding[] {
  const ids = profile.limits.map((limit) => limit.id);
  return Object.keys(site.limits)
    .sort()
    .flatMap((id) => {
      const problem = overrideProblem(id, site.limits[id] ?? 0, profile, ids);
      return problem === undefined
        ? []
        : [
            {
              code: DesignCode.LIMIT_OVERRIDE,
              severity: Severity.ERROR,
              path: [...site.path, 'limits', id],
              ...problem,
            },
          ];
    });
}

function overrideProblem(
  id: string,
  value: number,
  profile: ITargetProfile,
  ids: string[],
): Pick<Finding, 'message' | 'expected' | 'hint'> | undefined {
  const limit = profile.limits.find((candidate) => candidate.id === id);
  if (limit === undefined) {
    return {
      message: `target ${profile.name} has no limit "${id}"`,
      expected: `one of ${ids.join(', ')}`,
      hint: didYouMean(id, ids),
    };
  }
  if (!limit.adjustable) {
    return {
      message: `limit ${id} is ${limit.value} ${limit.what} and is not raised on request; got ${value}`,
      hint: `remove it; source: ${limitSource(limit)}`,
    };
  }
  if (!Number.isInteger(value) || value < limit.value) {
    return {
      message: `limit ${id} is ${limit.value} ${limit.what} without a request; got ${value}`,
      expected: `a whole number from ${limit.value}`,
      hint: 'state only limits that the cloud has raised for you',
    };
  }
  return undefined;
}
