import { type Finding, Severity } from '../blueprints/language/finding';
import { didYouMean } from '../blueprints/language/suggest';
import type { Accelerator } from '../catalog';
import type { PoolAsk } from './asks';
import { DesignCode } from './codes';
import { enumerate } from './figures';
import type { RefusedInstance } from './instance-choice';
import type { PoolContext } from './pool-context';

/** A finding that refuses the ask. @param at the rest of the path, below the pool's */
export function refusal(
  ask: PoolAsk,
  at: string[],
  code: string,
  message: string,
  rest: Pick<Finding, 'expected' | 'hint'> = {},
): Finding {
  return { code, severity: Severity.ERROR, path: [...ask.path, ...at], message, ...rest };
}

/** The accelerators that the site's cloud rents, in the catalog's order. */
export function cloudAccelerators(context: PoolContext): Accelerator[] {
  const ids = new Set(context.catalog.instancesOf(context.profile.cloud).map((row) => row.acceleratorId));
  return context.catalog.accelerators.filter((accelerator) => ids.has(accelerator.id));
}

/** Where else these accelerators are to be had, as a hint; undefined when nowhere. */
export function alsoOn(accelerators: Accelerator[], ask: PoolAsk, context: PoolContext): string | undefined {
  const places = accelerators.flatMap((accelerator) => {
    const names = otherPlaces(accelerator, ask, context);
    return names.length === 0 ? [] : [`${accelerator.id} on ${names.join(', ')}`];
  });
  return places.length === 0 ? undefined : `to be had: ${enumerate(places, 5)}`;
}

/** The finding for a named model that the catalog or the cloud does not have; undefined when the cloud has it. */
export function modelMissing(
  model: string,
  accelerator: Accelerator | undefined,
  ask: PoolAsk,
  context: PoolContext,
): Finding | undefined {
  const at = ['accelerators', 'model'];
  const here = cloudAccelerators(context).map((candidate) => candidate.id);
  const expected = `one of ${enumerate(here, 40)}`;
  if (accelerator === undefined) {
    const ids = context.catalog.accelerators.map((candidate) => candidate.id);
    const hint = didYouMean(model, here) ?? didYouMean(model, ids);
    return refusal(ask, at, DesignCode.UNKNOWN_MODEL, `the catalog has no accelerator "${model}"`, { expected, hint });
  }
  if (here.includes(model)) {
    return undefined;
  }
  const hint = alsoOn([accelerator], ask, context) ?? 'no cloud of the catalog rents it';
  const message = `target ${context.profile.name} has no instance type with ${model}`;
  return refusal(ask, at, DesignCode.MODEL_NOT_ON_CLOUD, message, { expected, hint });
}

/** The finding when every instance type with the accelerators was refused, with each reason. */
export function nothingFits(
  ask: PoolAsk,
  accelerators: Accelerator[],
  refused: RefusedInstance[],
  context: PoolContext,
): Finding {
  const named = ask.instanceType === undefined ? (ask.accelerator.model === undefined ? [] : ['model']) : ['instance'];
  const reasons = refused.map((refusal) => `${refusal.instance.instanceType}: ${refusal.reason}`);
  const hints = [...new Set(refused.flatMap((refusal) => (refusal.hint === undefined ? [] : [refusal.hint])))];
  const ids = enumerate(accelerators.map((accelerator) => accelerator.id));
  const message = `no instance type of target ${context.profile.name} carries ${ids} as asked; ${enumerate(reasons)}`;
  const hint = hints.length > 0 ? enumerate(hints, 3) : alsoOn(accelerators, ask, context);
  return refusal(ask, ['accelerators', ...named], DesignCode.NO_INSTANCE_FITS, message, { hint });
}

/** The other clouds that rent the accelerator, by the target's name where one builds on the cloud, with its reason where it refuses the ask too. */
function otherPlaces(accelerator: Accelerator, ask: PoolAsk, context: PoolContext): string[] {
  const rows = context.catalog.instancesWith(accelerator.id).filter((row) => row.cloud !== context.profile.cloud);
  const profiles = context.profiles ?? [context.profile];
  return [...new Set(rows.map((row) => row.cloud))].flatMap((cloud) => {
    const profile = profiles.find((candidate) => candidate.cloud === cloud);
    if (profile === undefined) {
      return [`${cloud} (no target yet)`];
    }
    const refusals = rows.filter((row) => row.cloud === cloud).map((row) => profile.refuseInstance(row, ask));
    const builds = refusals.some((refusal) => refusal === undefined);
    return [builds ? `target ${profile.name}` : `target ${profile.name}, but not as asked (${refusals[0]?.reason})`];
  });
}
