import { AssumptionBasis } from '../../design/electrical';

/** What stands beside an assumption, so that a maker's claim is never read as a fact. */
export const ASSUMPTION_MARKS: { readonly [basis in AssumptionBasis]: string } = {
  [AssumptionBasis.STATED]: '= stated',
  [AssumptionBasis.STANDARD]: 'standard',
  [AssumptionBasis.ENGINEERING_DEFAULT]: '~ default',
  [AssumptionBasis.CLAIM]: '! claim',
};

/** What the marks of a page of a hall mean. */
export const LEGEND_OF_FIGURES =
  'Marks: ~ estimate or engineering default, = stated in the blueprint, ! claim of a maker or of the press, ? unknown; none: calculated from the catalog or set by a standard. Each figure and its sources: --json.';
