import { atMost } from '../observations';
import { type IPolicyRule, PolicySeverity } from '../rule';

/** Sites against the budget of power usage effectiveness. */
export const pueBudget: IPolicyRule = {
  id: 'WFP112',
  severity: PolicySeverity.ERROR,
  title: 'The power usage effectiveness of a site, mean of a year, is within its budget.',
  why: 'What cooling and conversion take is paid for, and is missing for accelerators.',
  remedy: 'Take a site with a lower figure, change cooling or distribution, or raise policy.pue.',
  looksAt: 'sites, where policy.pue is a budget',
  applies: ({ blueprint, design }) => blueprint?.policy?.pue !== undefined && (design?.sites.length ?? 0) > 0,
  observe: (subject) =>
    (subject.design?.sites ?? []).map(({ name }) => {
      const { value, note } = subject.siteFigure(name, 'pue');
      return atMost({
        subject: `site ${name}`,
        ...(value !== undefined && { measured: value }),
        limit: subject.blueprint?.policy?.pue ?? 0,
        unit: 'PUE',
        message: 'its PUE is past the budget',
        why: note ?? 'its PUE is unknown',
        place: { blueprintPath: ['policy', 'pue'] },
      });
    }),
};
