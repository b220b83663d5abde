import { type Figure, FigureBasis } from '../../design/basis';
import { rounded } from '../text';

const MARKS: { readonly [basis: string]: string } = {
  [FigureBasis.ESTIMATE]: '~',
  [FigureBasis.STATED]: '=',
  [FigureBasis.UNKNOWN]: '?',
};

/** What the marks mean; printed below the tables. */
export const LEGEND =
  'kW and USD/h at the maximum of nodes; list prices. Figures without a mark: from the catalog; ~ estimated, = as stated in the blueprint, ? unknown.';

/** A figure with the mark of how it is known. An unknown one is a question mark and never a zero. */
export function marked(figure: Figure): string {
  if (figure.value === undefined) return '?';
  return `${rounded(figure.value)}${MARKS[figure.basis] ?? ''}`;
}

/** A figure in a sentence, with its unit. */
export function spoken(figure: Figure): string {
  return figure.value === undefined ? `unknown ${figure.unit}` : `${marked(figure)} ${figure.unit}`;
}
