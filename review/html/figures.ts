import type { FigureChange, Review } from '../model';
import { amount, counted, delta, stateMoveText, tellingFigures } from '../render/words';
import { type Bar, barList } from './bars';
import { type Content, html, type Markup } from './markup';
import { code, fold, list, tag } from './parts';
import { tableOf } from './table';

/** IT load of each site against its allotment, and what the facility draws with it. Undefined where no side has a design. */
export function powerBySite({ figures = [] }: Review): Content {
  const bars = figures.flatMap(({ site, figure, before, after, limit, unit }): Bar[] => {
    if (figure !== 'it-load' || site === undefined) return [];
    const facility = figures.find((each) => each.site === site && each.figure === 'facility');
    return [
      {
        name: site,
        unit,
        now: after,
        before,
        ...(limit !== undefined && { limit }),
        ...(facility !== undefined && {
          note: `facility: ${amount(facility.after)}${facility.after === null ? '' : ` ${facility.unit}`}`,
        }),
      },
    ];
  });
  if (bars.length === 0) return undefined;
  const touched = bars.filter(
    ({ now, before, limit }) => now !== before || (limit !== undefined && (now ?? 0) > limit),
  );
  const others = bars.filter((bar) => !touched.includes(bar));
  return [
    html`<p class="small faint">IT load of the accelerator nodes at their maximum, against the allotment of the site. Each bar has a scale of its own; its thin lower part is the load before, the upright line its limit.</p>
`,
    touched.length > 0 && barList(touched),
    others.length > 0 && fold(`${counted(others.length, 'site')} as before`, barList(others)),
  ];
}

const COLUMNS = [
  { head: 'figure' },
  { head: 'site', isName: true },
  { head: 'before', isNumber: true },
  { head: 'after', isNumber: true },
  { head: 'change', isNumber: true },
  { head: 'where it comes from' },
];

/** Figures that change, then all of them. */
export function figureTables(review: Review): Content {
  const { figures = [], redundancy } = review;
  if (figures.length + redundancy.length === 0) return undefined;
  const telling = tellingFigures(review);
  return [
    redundancy.length > 0 &&
      list(
        redundancy.map(
          ({ change, what, because }) =>
            html`${tag(change, change === 'lost' ? 'bad' : 'good')} ${what}${because !== undefined && html` <span class="faint">${because}</span>`}`,
        ),
      ),
    telling.length > 0
      ? tableOf('Figures that change', COLUMNS, telling.map(figureRow))
      : html`<p>No figure of the design changes.</p>\n`,
    figures.length > telling.length &&
      fold(
        `all ${counted(figures.length, 'figure')}, also those that stay`,
        tableOf('All figures', COLUMNS, figures.map(figureRow)),
      ),
  ];
}

function figureRow({
  site,
  label,
  unit,
  before,
  after,
  delta: change,
  limit,
  exceeds,
  sources,
  notes,
}: FigureChange): Content[] {
  return [
    unit === '1' ? label : `${label}, ${unit}`,
    site === undefined ? html`<b>all</b>` : code(site),
    amount(before),
    html`<span class="whole">${amount(after)}${limit !== undefined && html` <span class="faint">of ${amount(limit)}</span>`}</span>${exceeds && html` ${tag('past its limit', 'bad')}`}`,
    delta(change),
    originOf(sources, notes),
  ];
}

/** Sources of a figure, folded; what must be known of it stands open. */
export function originOf(sources: string[], notes: string[]): Content {
  return [
    notes.map((note) => html`<div class="small">${note}</div>`),
    sources.length === 0
      ? notes.length === 0 && html`<span class="small faint">the design</span>`
      : html`<details class="small"><summary>${counted(sources.length, 'source')}</summary>${list(sources)}</details>`,
  ];
}

const PREFLIGHT = [
  { head: 'ask' },
  { head: 'level' },
  { head: 'site', isName: true },
  { head: 'before', isNumber: true },
  { head: 'after', isNumber: true },
  { head: 'unit' },
  { head: 'why' },
];

const LEVELS = { note: 'grey', warn: 'warn', stop: 'bad' } as const;

export function preflight({ preflight: asks, stateMoves }: Review): Content {
  if (asks.length + stateMoves.length === 0) return undefined;
  return [
    stateMoves.length > 0 && list(stateMoves.map((move): Markup => html`${tag('stop', 'bad')} ${stateMoveText(move)}`)),
    asks.length > 0 &&
      tableOf(
        'What must be asked for before the deploy',
        PREFLIGHT,
        asks.map(({ level, site, subject, before, after, unit, what, sources }) => [
          subject,
          tag(level, LEVELS[level]),
          code(site),
          amount(before),
          amount(after),
          unit,
          [html`<div>${what}</div>`, originOf(sources, [])],
        ]),
      ),
  ];
}
