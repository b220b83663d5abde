import type { FigureChange, Review, ReviewedStack } from '../model';
import { amount, counted, countsText } from '../render/words';
import { type Content, html, type Markup } from './markup';
import { code, fold, tag } from './parts';

/** What stands at a site, in the order in which it is shown; power is shown by itself. */
const SHOWN = ['accelerators', 'nodes', 'racks', 'network-racks', 'switches', 'feeds'];

/** Every site before and after, with the stacks that are touched. Sites that stay are folded. */
export function topology(review: Review): Content {
  const { figures = [], stacks } = review;
  const sites = [
    ...new Set([...figures.flatMap(({ site }) => site ?? []), ...stacks.flatMap(({ site }) => site ?? [])]),
  ];
  const views = sites.map((name) => ({
    name,
    figures: figures.filter(({ site, figure }) => site === name && SHOWN.includes(figure.split('/')[0] ?? '')),
    stacks: stacks.filter(({ site }) => site === name),
  }));
  const isTouched = (view: SiteView): boolean =>
    view.stacks.length > 0 || view.figures.some(({ before, after }) => before !== after);
  const touched = views.filter(isTouched);
  const others = views.filter((view) => !isTouched(view));
  const shared = stacks.filter(({ site }) => site === undefined);
  return [
    (touched.length > 0 || shared.length > 0) &&
      html`<div class="sites">
${touched.map(siteBox)}${shared.length > 0 && html`<div class="site"><h3>stacks of no single site</h3>${chips(shared)}</div>\n`}</div>
`,
    others.length > 0 &&
      fold(
        `${counted(others.length, 'site')} as before`,
        html`<div class="sites">
${others.map(siteBox)}</div>
`,
      ),
  ];
}

interface SiteView {
  readonly name: string;
  readonly figures: FigureChange[];
  readonly stacks: ReviewedStack[];
}

function siteBox({ name, figures, stacks }: SiteView): Markup {
  const isSame = figures.every(({ before, after }) => before === after);
  const sides = isSame
    ? html`<div class="side"><h4>before and after</h4>${sideList(figures, 'after')}</div>`
    : html`<div class="sides"><div class="side"><h4>before</h4>${sideList(figures, 'before')}</div><span aria-hidden="true">→</span><div class="side"><h4>after</h4>${sideList(figures, 'after')}</div></div>`;
  return html`<div class="site"><h3>${code(name)}</h3>${figures.length > 0 && sides}${chips(stacks)}</div>
`;
}

function sideList(figures: FigureChange[], side: 'before' | 'after'): Markup {
  const there = figures.filter((figure) => figure[side] !== 0);
  if (there.length === 0) return html`<p class="faint">nothing</p>`;
  return html`<ul>${there.map((figure) => {
    const text = standing(figure, figure[side]);
    return html`<li>${figure.before === figure.after ? text : html`<b>${text}</b>`}</li>`;
  })}</ul>`;
}

/** `64 h100-sxm`, `accelerator nodes: 1`. */
function standing({ figure, label }: FigureChange, value: number | null): string {
  if (figure.startsWith('accelerators/')) return `${amount(value)} ${label.replace(/^accelerators /, '')}`;
  return `${label.replace(/^of these, /, '')}: ${amount(value)}`;
}

const FATES: { readonly [fate in ReviewedStack['fate']]: string } = { built: 'good', changed: 'blue', removed: 'bad' };

/** Each leads to the list of changes, which the script narrows down to the stack. */
function chips(stacks: ReviewedStack[]): Content {
  return (
    stacks.length > 0 &&
    html`<ul class="chips">
${stacks.map(({ name, fate, counts, outputs }) => {
  const outside =
    outputs.length > 0 ? counted(outputs.length, 'output changes', 'outputs change') : 'no resource changes';
  return html`<li>${tag(fate, FATES[fate])} <a href="#changes" data-stack="${name}">${code(name)}</a> <span class="faint">${countsText(counts) || outside}</span></li>\n`;
})}</ul>`
  );
}
