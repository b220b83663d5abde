import type { IHallTarget, ITarget } from '../targets/contract';

/** @throws when the target records no halls */
export function hallsOf(target: ITarget): IHallTarget {
  if (target.halls === undefined) {
    throw new Error(`target "${target.profile.name}" records no halls; it lacks the feature facility:hall`);
  }
  return target.halls;
}
