import { Action, type FigureChange, type Review, Verdict } from '../model';
import { amount, delta, number, tellingFigures, verdictText } from '../render/words';
import { type Content, html, type Markup } from './markup';
import { code, HUES } from './parts';

const VERDICTS: { readonly [verdict in Verdict]: string } = {
  [Verdict.NO_CHANGE]: 'good',
  [Verdict.CHANGES]: 'blue',
  [Verdict.GUARDED]: 'bad',
  [Verdict.INCOMPLETE]: 'bad',
};

export function headline(review: Review): Content {
  return html`<h1>wattform diff: ${code(review.base.name)} → ${code(review.head.name)}</h1>
<p class="verdict ${VERDICTS[review.verdict]}">${verdictText(review)}</p>
`;
}

const COUNTED: readonly { readonly action: Action; readonly label: string; readonly isAlways?: boolean }[] = [
  { action: Action.DESTROY, label: 'destroyed', isAlways: true },
  { action: Action.REPLACE, label: 'replaced', isAlways: true },
  { action: Action.FORGET, label: 'forgotten' },
  { action: Action.UPDATE, label: 'updated in place', isAlways: true },
  { action: Action.CREATE, label: 'created', isAlways: true },
  { action: Action.MOVE, label: 'moved' },
  { action: Action.IMPORT, label: 'imported' },
];

/** What a reviewer must know in ten seconds. */
export function summaryCards(review: Review): Content {
  const { counts, guard, stacks } = review;
  const blocked = guard.losses.filter(({ allowedBy }) => allowedBy === undefined).length;
  const exceeded = new Set(tellingFigures(review).flatMap(({ exceeds, site }) => (exceeds ? [site] : []))).size;
  return html`<ul class="cards">
${card('losses that nobody has allowed', number(blocked), blocked > 0 ? 'bad' : '')}
${COUNTED.filter(({ action, isAlways }) => isAlways || counts[action] > 0).map(({ action, label }) =>
  card(label, number(counts[action]), counts[action] > 0 ? HUES[action] : ''),
)}
${card('stacks touched', number(stacks.length))}
${exceeded > 0 && card('sites past their limit', number(exceeded), 'bad')}
${figureCards(review.figures)}</ul>
`;
}

const TOTALS = ['nodes', 'racks', 'it-load', 'facility', 'price-month', 'carbon'];

function figureCards(figures: FigureChange[] = []): Content {
  const totals = figures.filter(({ site }) => site === undefined);
  const models = totals.filter(({ figure, before, after }) => figure.startsWith('accelerators/') && before !== after);
  return [...models, ...TOTALS.flatMap((name) => totals.filter(({ figure }) => figure === name))].map((figure) => {
    const { label, unit, before, after, delta: change, notes } = figure;
    const isUnknown = before === null || after === null;
    const words = isUnknown ? (notes[0] ?? 'unknown on a side') : before === after ? 'no change' : delta(brief(change));
    return card(unit === '1' ? label : `${label}, ${unit}`, amount(brief(after)), '', words);
  });
}

/** Digits that a card has room for; the table of figures has them all. */
function brief(value: number | null): number | null {
  return value === null || Math.abs(value) < 1000 ? value : Math.round(value);
}

export function card(label: string, value: string, hue = '', note = ''): Markup {
  return html`<li class="card${hue === '' ? '' : ` ${hue}`}"><span class="small">${label}</span><b>${value}</b>${note !== '' && html`<span class="small faint">${note}</span>`}</li>
`;
}
