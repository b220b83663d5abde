import { breaks, holds, nameOf, placeOf } from '../observations';
import { type IPolicyRule, PolicySeverity } from '../rule';
import { byStack } from '../setting-rule';
import { SETTINGS } from '../settings';
import type { IPolicySubject, PolicyResource } from '../subject-types';
import { refersTo, valuesAt } from '../terraform';

/** Whoever shares a cluster by a namespace has a quota. */
export const namespaceQuota: IPolicyRule = {
  id: 'WFP111',
  severity: PolicySeverity.ERROR,
  title: 'A namespace of a cluster has a resource quota.',
  why: 'A tenant without limits can take every accelerator of the cluster.',
  remedy: 'Add a resource quota for the namespace, with the accelerators that the tenant may ask for.',
  looksAt: 'namespaces of clusters',
  applies: (subject) => namespacesOf(subject).length > 0,
  observe: (subject) => {
    const stacks = byStack(subject.resources);
    return namespacesOf(subject).map((namespace) => {
      const [name, place] = [nameOf(namespace), placeOf(namespace)];
      return hasQuota(namespace, stacks.get(namespace.stack) ?? [])
        ? holds(name, place)
        : breaks(name, 'no resource quota of its stack limits it', place);
    });
  },
};

function namespacesOf({ resources }: IPolicySubject): PolicyResource[] {
  return resources.filter(({ type }) => SETTINGS.namespaces.some(({ namespace }) => namespace === type));
}

/** A quota names its namespace, by reference or by name. */
function hasQuota({ address, body }: PolicyResource, stack: PolicyResource[]): boolean {
  const [name] = valuesAt(body, 'metadata.name');
  return stack
    .filter(({ type }) => SETTINGS.namespaces.some(({ quota }) => quota === type))
    .flatMap((quota) => valuesAt(quota.body, 'metadata.namespace'))
    .some((namespace) => refersTo(namespace, address) || (name !== undefined && namespace === name));
}
