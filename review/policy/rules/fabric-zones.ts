import { atMost } from '../observations';
import { poolsOf } from '../pools';
import { type IPolicyRule, PolicySeverity } from '../rule';

/** A fabric ends at its zone. */
export const fabricZones: IPolicyRule = {
  id: 'WFP106',
  severity: PolicySeverity.ERROR,
  title: 'A pool whose nodes speak RDMA stands in one zone.',
  why: 'No cloud carries RDMA between zones: the pool falls apart into islands.',
  remedy: 'Name one zone, or make a pool a zone.',
  looksAt: 'pools with RDMA',
  applies: (subject) => poolsOf(subject).some(({ pool }) => pool.rdma),
  observe: (all) =>
    poolsOf(all)
      .filter(({ pool }) => pool.rdma)
      .map(({ pool, subject, place }) =>
        atMost({
          subject,
          measured: pool.zones.length,
          limit: 1,
          unit: 'zones',
          message: `its fabric would span ${pool.zones.join(', ')}`,
          place,
        }),
      ),
};
