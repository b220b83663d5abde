import { Placement } from '../../../design/asks';
import { breaks, holds } from '../observations';
import { poolsOf } from '../pools';
import { type IPolicyRule, PolicySeverity } from '../rule';

/** Nodes that speak RDMA stand close together: placed so, or bought so. */
export const placement: IPolicyRule = {
  id: 'WFP104',
  severity: PolicySeverity.ERROR,
  title: 'A pool whose nodes speak RDMA is placed together, or has a reservation.',
  why: 'Without either a cloud puts nodes anywhere, or has none: collective operations slow down or never start.',
  remedy: 'fabric: { placement: cluster }, or capacity with a reservation or a block.',
  looksAt: 'pools with RDMA',
  applies: (subject) => poolsOf(subject).some(({ pool }) => pool.rdma),
  observe: (all) =>
    poolsOf(all)
      .filter(({ pool }) => pool.rdma)
      .map(({ pool, subject, place }) =>
        pool.placement === Placement.CLUSTER || pool.capacity.reservation !== undefined
          ? holds(subject, place)
          : breaks(subject, 'has RDMA, and neither a placement nor a reservation', place),
      ),
};
