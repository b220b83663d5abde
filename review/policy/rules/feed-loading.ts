import { atMost } from '../observations';
import { type IPolicyRule, PolicySeverity } from '../rule';

/** Everything between the grid and the racks against what it may carry. */
export const feedLoading: IPolicyRule = {
  id: 'WFP102',
  severity: PolicySeverity.ERROR,
  title: 'A feed, and what feeds it, carries no more than its loading limit, a feed also when the other side is out.',
  why: 'A breaker above its continuous loading trips: both sides of a redundant pair go dark one after the other.',
  remedy: 'Spread the racks, take a larger rating or more feeds, or change the redundancy.',
  looksAt: 'feeds and equipment of power chains',
  applies: ({ equipment }) => equipment.length > 0,
  observe: ({ equipment }) =>
    equipment.map(({ site, id, kind, peakKw, limitKw }) =>
      atMost({
        subject: `${kind} ${id} of ${site}`,
        measured: peakKw,
        ...(limitKw !== undefined && { limit: limitKw }),
        unit: 'kW',
        message: 'carries more than its loading limit',
        why: `no limit of ${kind} ${id} is known`,
        place: { blueprintPath: ['sites', site, 'power'] },
      }),
    ),
};
