import { atMost, breaks, holds, nameOf, placeOf, unknown } from '../observations';
import { poolsOf } from '../pools';
import { type IPolicyRule, type PolicyObservation, PolicySeverity } from '../rule';
import { byStack } from '../setting-rule';
import { type InterfaceTable, interfacesOf, SETTINGS, templateOf } from '../settings';
import type { IPolicySubject, PolicyResource } from '../subject-types';
import { isExpression, type Values, valuesAt } from '../terraform';

/** Network interfaces of node templates against what the instance type has. */
export const networkInterfaces: IPolicyRule = {
  id: 'WFP105',
  severity: PolicySeverity.ERROR,
  title: 'Nodes have as many RDMA interfaces as their instance type, and no more cards.',
  why: 'Too many and the launch fails; too few and part of the bandwidth that was paid for lies idle, in silence.',
  remedy: 'Make one RDMA interface a card of the instance type, as the catalog counts them.',
  looksAt: 'node groups with accelerators whose interfaces stand in a template',
  applies: (subject) => nodesOf(subject).length > 0,
  observe: (subject) => nodesOf(subject).map((nodes) => observed(subject, nodes)),
};

interface Nodes {
  readonly resource: PolicyResource;
  readonly template: PolicyResource;
  readonly table: InterfaceTable;
  /** As written, an expression perhaps. */
  readonly instanceType: string;
}

/** Groups of CPU nodes have one plain interface, which no template needs to say. */
function nodesOf(subject: IPolicySubject): Nodes[] {
  const stacks = byStack(subject.resources);
  return subject.resources.flatMap((resource) =>
    SETTINGS.interfaces
      .filter(({ nodes }) => nodes === resource.type)
      .flatMap((table) => {
        const template = templateOf(resource, table, stacks.get(resource.stack) ?? []);
        const [instanceType] = valuesAt(resource.body, table.instanceTypes);
        if (template === undefined || typeof instanceType !== 'string') return [];
        const row = subject.instanceType(instanceType);
        const plain = interfacesOf(template, table)?.length === 0;
        return plain && row?.acceleratorCount === undefined ? [] : [{ resource, template, table, instanceType }];
      }),
  );
}

function observed(subject: IPolicySubject, { resource, template, table, instanceType }: Nodes): PolicyObservation {
  const [name, place] = [nameOf(resource), placeOf(template)];
  const row = subject.instanceType(instanceType);
  const interfaces = interfacesOf(template, table);
  const has = row?.rdmaInterfaces;
  if (isExpression(instanceType) || interfaces === undefined) {
    return unknown(name, 'the instance type or the interfaces are decided by an expression', place);
  }
  if (row === undefined || has === undefined) {
    return unknown(name, `the catalog does not know how many RDMA interfaces ${instanceType} has`, place);
  }
  const rdma = interfaces.filter((each) => table.rdma.includes(String(each[table.kind]))).length;
  if (rdma === 0 && has > 0) return withoutRdma(subject, resource, has, instanceType);
  if (rdma !== has) {
    const message = `RDMA interfaces, and ${instanceType} has another number`;
    return breaks(name, message, { measured: rdma, limit: has, unit: 'interfaces', ...place });
  }
  return atMost({
    subject: name,
    measured: cardsOf(interfaces, table),
    limit: row.maxNetworkCards ?? Number.POSITIVE_INFINITY,
    unit: 'cards',
    message: `network cards, more than ${instanceType} has`,
    place,
  });
}

/** A pool may leave its fabric alone, if it says so. */
function withoutRdma(subject: IPolicySubject, nodes: PolicyResource, has: number, type: string): PolicyObservation {
  const [name, place] = [nameOf(nodes), placeOf(nodes)];
  const design = poolsOf(subject).find(
    ({ cluster, pool }) => cluster === nodes.cluster && nodes.constructPath?.includes(`/pool/${pool.name}/`),
  );
  if (design === undefined) return unknown(name, `no RDMA interfaces, and no design says whether that is meant`, place);
  if (!design.pool.rdma) return holds(name, place);
  const numbers = { measured: 0, limit: has, unit: 'interfaces', ...place };
  return breaks(name, `no RDMA interface, and ${type} has them and the pool asks for them`, numbers);
}

function cardsOf(interfaces: Values[], { card }: InterfaceTable): number {
  return new Set(interfaces.map((each) => String(each[card] ?? 0))).size;
}
