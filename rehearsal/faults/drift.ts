import type { Cloud, CloudObject } from '../host/cloud';
import { isObject } from '../host/values';
import { FaultKind } from './fault';
import type { FaultInjector } from './injector';

/** Lets somebody change a stack's objects in the cloud, as the drifts that were asked for have it: one object for each. */
export function drift(injector: FaultInjector, cloud: Cloud, worker: string): void {
  for (const fault of injector.of(FaultKind.DRIFT)) {
    const own = cloud.objects(fault.type).filter((object) => object.worker === worker);
    const [object] = own.filter((each) => fault.deleted || isTagged(each)).sort(byName);
    if (object === undefined) continue;
    injector.note(fault);
    if (fault.deleted) cloud.remove(object, 'drift');
    else cloud.put(withoutTags(object), 'drift');
  }
}

function isTagged({ state }: CloudObject): boolean {
  return isObject(state['tags']) && Object.keys(state['tags']).length > 0;
}

function withoutTags(object: CloudObject): CloudObject {
  const { state } = object;
  return { ...object, state: { ...state, tags: {}, ...(state['tags_all'] !== undefined && { tags_all: {} }) } };
}

/** The same object in every rehearsal. */
function byName(one: CloudObject, other: CloudObject): number {
  const [first, second] = [one, other].map(({ type, id }) => `${type} ${id}`) as [string, string];
  return first < second ? -1 : 1;
}
