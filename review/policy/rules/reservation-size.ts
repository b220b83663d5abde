import { atMost } from '../observations';
import { poolsOf, type SitedPool } from '../pools';
import { type IPolicyRule, PolicySeverity } from '../rule';

/** The most that autoscalers may ask of a reservation against what it holds. Pools may share one. */
export const reservationSize: IPolicyRule = {
  id: 'WFP107',
  severity: PolicySeverity.ERROR,
  title: 'Pools never grow past the reservation that they take their nodes from.',
  why: 'Past it nodes come at the list price, or not at all, while the scheduler waits for them.',
  remedy: 'Lower the count of the pool, or buy more and say so in policy.reservations.',
  looksAt: 'reservations that pools take nodes from',
  applies: (subject) => byReservation(poolsOf(subject)).size > 0,
  observe: (subject) =>
    [...byReservation(poolsOf(subject))].map(([reservation, pools]) => {
      const held = subject.blueprint?.policy?.reservations ?? {};
      const limit = Object.hasOwn(held, reservation) ? held[reservation] : undefined;
      return atMost({
        subject: `reservation ${reservation}`,
        measured: pools.reduce((sum, { pool }) => sum + pool.accelerators, 0),
        ...(limit !== undefined && { limit }),
        unit: 'accelerators',
        message: `${pools.map(({ subject: name }) => name).join(', ')} may grow past what it holds`,
        why: 'how many accelerators it holds is not stated: policy.reservations',
        place: pools[0]!.place,
      });
    }),
};

function byReservation(pools: SitedPool[]): Map<string, SitedPool[]> {
  const groups = new Map<string, SitedPool[]>();
  for (const each of pools) {
    const id = each.pool.capacity.reservation;
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), each]);
  }
  return groups;
}
