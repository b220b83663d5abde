import { atMost } from '../observations';
import { type IPolicyRule, PolicySeverity } from '../rule';

/** Racks against what their site lets one rack draw. */
export const rackPower: IPolicyRule = {
  id: 'WFP101',
  severity: PolicySeverity.ERROR,
  title: 'A rack draws no more at its peak than its site lets one rack draw.',
  why: 'Cooling and cords of a rack position are built for that power: above it they trip or throttle.',
  remedy: 'Put fewer servers into a rack, or raise racks.power if the hall can carry it.',
  looksAt: 'racks of owned halls',
  applies: ({ racks }) => racks.length > 0,
  observe: ({ racks }) =>
    racks.map(({ site, name, peakKw, limitKw }) =>
      atMost({
        subject: `rack ${name} of ${site}`,
        measured: peakKw,
        ...(limitKw !== undefined && { limit: limitKw }),
        unit: 'kW',
        message: 'draws more than one rack may',
        why: 'no limit of a rack is stated: racks.power of the site',
        place: { blueprintPath: ['sites', site, 'racks', 'power'] },
      }),
    ),
};
