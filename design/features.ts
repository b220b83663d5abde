import { type Finding, Severity } from '../blueprints/language/finding';
import { CapacityMode, Scheduler } from './asks';
import { DesignCode } from './codes';
import { Feature, type ITargetProfile } from './target-profile';

const OF_MODE: Record<CapacityMode, Feature> = {
  [CapacityMode.ON_DEMAND]: Feature.CAPACITY_ON_DEMAND,
  [CapacityMode.SPOT]: Feature.CAPACITY_SPOT,
  [CapacityMode.RESERVED]: Feature.CAPACITY_RESERVED,
  [CapacityMode.BLOCK]: Feature.CAPACITY_BLOCK,
};

const OF_SCHEDULER: Record<Scheduler, Feature> = {
  [Scheduler.KUBERNETES]: Feature.SCHEDULER_KUBERNETES,
};

export function featureOfMode(mode: CapacityMode): Feature {
  return OF_MODE[mode];
}

export function featureOfScheduler(scheduler: Scheduler): Feature {
  return OF_SCHEDULER[scheduler];
}

/**
 * A finding when the target lacks what is asked for; it names the targets that have it.
 *
 * @param what the ask in the blueprint's words: `capacity mode block`
 */
export function requireFeature(
  feature: Feature,
  what: string,
  path: string[],
  profile: ITargetProfile,
  profiles: ITargetProfile[],
): Finding[] {
  if (profile.features.includes(feature)) {
    return [];
  }
  const able = profiles.filter((candidate) => candidate.features.includes(feature)).map((candidate) => candidate.name);
  return [
    {
      code: DesignCode.FEATURE_LACKING,
      severity: Severity.ERROR,
      path,
      message: `target ${profile.name} has no ${what}`,
      hint: able.length === 0 ? 'no target has it yet' : `targets that have it: ${able.sort().join(', ')}`,
    },
  ];
}
