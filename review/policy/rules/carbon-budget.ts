import { atMost } from '../observations';
import { type IPolicyRule, PolicySeverity } from '../rule';
import type { IPolicySubject } from '../subject-types';

const KILO = 1000;

/** The energy of all sites against a budget of carbon. */
export const carbonBudget: IPolicyRule = {
  id: 'WFP113',
  severity: PolicySeverity.ERROR,
  title: 'The energy of all sites emits no more CO2e in a year than its budget.',
  why: 'Emissions are reported, and in places priced.',
  remedy: 'Move load to a grid with less carbon, or raise policy.carbon.',
  looksAt: 'designs, where policy.carbon is a budget',
  applies: ({ blueprint, design }) => blueprint?.policy?.carbon !== undefined && (design?.sites.length ?? 0) > 0,
  observe: (subject) => {
    const sites = (subject.design?.sites ?? []).map(({ name }) => ({ name, ...subject.siteFigure(name, 'carbon') }));
    const missing = sites.filter(({ value }) => value === undefined);
    const known = sites.reduce((sum, { value = 0 }) => sum + value, 0);
    const limit = budgetOf(subject);
    // What is known alone may be too much: then what is unknown changes nothing.
    const isCertain = missing.length === 0 || known > limit;
    return [
      atMost({
        subject: `design ${subject.design?.name ?? ''}`,
        ...(isCertain && { measured: known }),
        limit,
        unit: 't CO2e/year',
        message:
          missing.length === 0 ? 'emits more than the budget' : 'its known sites alone emit more than the budget',
        why: missing.map(({ name, note = 'unknown' }) => `${name}: ${note}`).join('; '),
        place: { blueprintPath: ['policy', 'carbon'] },
      }),
    ];
  },
};

/** Tonnes a year. */
function budgetOf({ blueprint }: IPolicySubject): number {
  const text = blueprint?.policy?.carbon ?? '';
  return Number.parseFloat(text) * (/kt/.test(text) ? KILO : 1);
}
