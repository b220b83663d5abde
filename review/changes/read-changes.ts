import type { ModuleConfiguration, ResourceChange } from '../../engine';
import type { StackAsk } from '../ask';
import type { StatefulTypes } from '../guard/stateful-types';
import { Action, type ResourceName } from '../model';
import { compareValues, pathText } from '../values/compare';
import { askedFor, type Configured } from '../values/noise';
import { actionOf, replaceOrderOf } from './actions';
import type { Uncaused } from './causes';
import { blockOf } from './graph';

/** What a stack's plan says, before causes are known. */
export interface ReadChanges {
  readonly changes: Uncaused[];
  /** Updates that say nothing new. */
  readonly formOnly: ResourceName[];
}

/** Reads the changes of a plan: what is asked for stays, what is only form goes. */
export function readChanges(stack: StackAsk, types: StatefulTypes): ReadChanges {
  const configured = configuredAttributes(stack.plan?.configuration?.root_module);
  const changes: Uncaused[] = [];
  const formOnly: ResourceName[] = [];
  for (const resource of stack.plan?.resource_changes ?? []) {
    const action = actionOf(resource);
    if (action === undefined) continue;
    const change = readChange(stack, resource, action, configured, types);
    const saysNothing = action === Action.UPDATE && change.values.length === 0;
    if (!saysNothing) changes.push(change);
    else if (change.previousAddress !== undefined) changes.push({ ...change, action: Action.MOVE });
    else formOnly.push({ stack: stack.name, address: resource.address });
  }
  return { changes, formOnly };
}

function readChange(
  stack: StackAsk,
  resource: ResourceChange,
  action: Action,
  configured: ReadonlyMap<string, Configured>,
  types: StatefulTypes,
): Uncaused {
  const { address, type, change, previous_address: previous, action_reason: reason, deposed } = resource;
  const forcing = (change.replace_paths ?? []).filter((path) => Array.isArray(path));
  const forces = (steps: (string | number)[]): boolean =>
    forcing.some((path) => path.every((step, place) => String(step) === String(steps[place] ?? step)));
  const compared = action === Action.UPDATE || action === Action.REPLACE ? compareValues(change) : [];
  const marked = compared.map((each) => (forces(each.steps) ? { ...each, forces: true } : each));
  const block = blockOf(address);
  const side = action === Action.DESTROY || action === Action.FORGET ? 'base' : 'head';
  const stateful = types.of(type);
  return {
    stack: stack.name,
    address: deposed === undefined ? address : `${address} (deposed ${deposed})`,
    type,
    action,
    ...(previous !== undefined && previous !== address && { previousAddress: previous }),
    ...(action === Action.REPLACE && { replaceOrder: replaceOrderOf(resource) }),
    ...(reason !== undefined && { reason }),
    forcedBy: [...new Set(forcing.map(pathText))].sort(),
    values: askedFor(marked, configured.get(block)).map(({ attribute: _, steps: __, ...value }) => value),
    ...stack.origin(block, side),
    ...(stateful !== undefined && LOSING.has(action) && { stateful }),
    ...(stack.protectedAddresses.includes(block) && { prevented: true }),
    ...(change.importing !== undefined && change.importing !== null && { imported: true }),
  };
}

const LOSING = new Set<Action>([Action.DESTROY, Action.REPLACE]);

/** What each block of a configuration sets, by the block's address. */
function configuredAttributes(root: ModuleConfiguration = {}): Map<string, Configured> {
  const attributes = new Map<string, Configured>();
  const enter = (prefix: string, module: ModuleConfiguration): void => {
    for (const { address, expressions = {} } of module.resources ?? []) attributes.set(prefix + address, expressions);
    for (const [name, { module: called }] of Object.entries(module.module_calls ?? {})) {
      if (called !== undefined) enter(`${prefix}module.${name}.`, called);
    }
  };
  enter('', root);
  return attributes;
}
