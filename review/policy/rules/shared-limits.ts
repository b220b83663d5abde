import { breaks, holds } from '../observations';
import { type IPolicyRule, PolicySeverity } from '../rule';
import type { IPolicySubject } from '../subject-types';

/** Clusters that share a site have a part of its power each. The language knows no tenants: clusters are who shares. */
export const sharedLimits: IPolicyRule = {
  id: 'WFP110',
  severity: PolicySeverity.ERROR,
  title: 'Clusters that share a site have a limit each.',
  why: 'Without one the cluster that grows first takes the power of the others.',
  remedy: 'State power.allotment of the site: it is divided among its clusters, and each checks its part.',
  looksAt: 'clusters that share a site with others',
  applies: (subject) => sharing(subject).length > 0,
  observe: (subject) =>
    sharing(subject).map(({ site, cluster, budgetKw }) => {
      const name = `cluster ${cluster} of ${site}`;
      const place = { blueprintPath: ['clusters', cluster] };
      return budgetKw === undefined
        ? breaks(name, 'shares its site with others and has no limit of its own', place)
        : holds(name, place);
    }),
};

function sharing({ design }: IPolicySubject) {
  return (design?.sites ?? [])
    .filter(({ clusters }) => clusters.length > 1)
    .flatMap(({ name: site, clusters }) =>
      clusters.map(({ name: cluster, powerBudgetKw: budgetKw }) => ({ site, cluster, budgetKw })),
    );
}
