import { breaks, holds } from '../observations';
import { poolsOf } from '../pools';
import { type IPolicyRule, PolicySeverity } from '../rule';

const OPEN = 'open';
const LEAST = 2;

/** A blueprint that asks for an open architecture does not hang on one vendor of accelerators. */
export const openVendors: IPolicyRule = {
  id: 'WFP103',
  severity: PolicySeverity.ERROR,
  title: 'A design that is to be open has accelerators of at least two vendors.',
  why: 'With one vendor a late delivery, a price or a recall stops everything.',
  remedy:
    'Give a pool to another vendor, or require what accelerators must do instead of naming one; or drop policy.vendors.',
  looksAt: 'designs whose blueprint asks for policy.vendors: open',
  applies: (subject) => subject.blueprint?.policy?.vendors === OPEN && poolsOf(subject).length > 0,
  observe: (subject) => {
    const vendors = [...new Set(poolsOf(subject).map(({ pool }) => pool.acceleratorVendor))].sort();
    const place = { blueprintPath: ['policy', 'vendors'] };
    const whole = `design ${subject.design?.name ?? ''}`;
    if (vendors.length >= LEAST) return [holds(whole, place)];
    const numbers = { measured: vendors.length, limit: LEAST, unit: 'vendors' };
    return [breaks(whole, `all accelerators are of ${vendors.join()}`, { ...numbers, ...place })];
  },
};
