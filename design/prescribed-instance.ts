import type { Finding } from '../blueprints/language/finding';
import { didYouMean } from '../blueprints/language/suggest';
import type { Accelerator } from '../catalog';
import type { PoolAsk } from './asks';
import { DesignCode } from './codes';
import { enumerate } from './figures';
import type { PoolContext } from './pool-context';
import { refusal } from './refusals';

/** The accelerator of a prescribed instance type, or why the type cannot be prescribed; empty when none is. */
export function prescribedAccelerator(
  ask: PoolAsk,
  context: PoolContext,
): { readonly accelerator?: Accelerator; readonly finding?: Finding } {
  if (ask.instanceType === undefined) {
    return {};
  }
  const { profile, catalog } = context;
  const refuse = (message: string, rest: Pick<Finding, 'expected' | 'hint'>) => ({
    finding: refusal(ask, ['accelerators', 'instance'], DesignCode.INSTANCE_PRESCRIBED, message, rest),
  });
  const names = catalog
    .instancesOf(profile.cloud)
    .filter((row) => row.acceleratorId !== undefined)
    .map((row) => row.instanceType);
  const expected = `one of ${enumerate(names, 40)}`;
  const instance = catalog.instance(profile.cloud, ask.instanceType);
  if (instance === undefined) {
    return refuse(`the catalog has no instance type "${ask.instanceType}" of target ${profile.name}`, {
      expected,
      hint: didYouMean(ask.instanceType, names),
    });
  }
  const accelerator = instance.acceleratorId === undefined ? undefined : catalog.accelerator(instance.acceleratorId);
  if (accelerator === undefined) {
    const model = instance.acceleratorModel;
    const has = model === undefined ? 'no accelerator' : `${model}, which the catalog has no row for`;
    return refuse(`instance type ${ask.instanceType} has ${has}`, { expected });
  }
  const { model } = ask.accelerator;
  if (model !== undefined && model !== accelerator.id && catalog.accelerator(model) !== undefined) {
    return refuse(`instance type ${ask.instanceType} has ${accelerator.id}, and ${model} is asked for`, {
      hint: `remove instance, or ask for ${accelerator.id}`,
    });
  }
  return { accelerator };
}
