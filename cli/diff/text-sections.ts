import type { Review } from '../../review';
import { amount, counted, delta, placeText, stateMoveText, tellingFigures } from '../../review/render/words';
import { type Column, table } from '../table';
import { paragraph } from '../text';
import type { ReviewTextOptions } from './text';

const MOST = 12;

export function troubleLines({ troubles }: Review, { page, palette }: ReviewTextOptions): string[] {
  return troubles.flatMap(({ stack, step, summary, detail, address, place }) => [
    '',
    palette.red(paragraph(`${stack}, ${step}: ${summary}`, page.width)),
    ...(detail === undefined ? [] : [paragraph(detail, page.width, '  ')]),
    ...(address === undefined
      ? []
      : [paragraph(`at ${address}${place === undefined ? '' : `, ${placeText(place)}`}`, page.width, '  ')]),
  ]);
}

export function guardLines({ guard }: Review, { page, palette, unfold }: ReviewTextOptions): string[] {
  const blocked = guard.losses.filter(({ allowedBy }) => allowedBy === undefined);
  const allowed = guard.losses.length - blocked.length;
  const shown = unfold ? blocked : blocked.slice(0, MOST);
  const told = (text: string): string => paragraph(text, page.width);
  return [
    ...(blocked.length === 0
      ? []
      : [
          '',
          palette.red(page.bold(`Losses that nobody has allowed: ${blocked.length}`)),
          ...shown.map(({ action, stack, address, kind, loses }) =>
            paragraph(`${action} ${stack}/${address} (${kind}: ${loses})`, page.width, '  '),
          ),
          ...(blocked.length > shown.length
            ? [`  and ${blocked.length - shown.length} more: --unfold lists them`]
            : []),
          told(`If it is meant, name it: --allow '${blocked[0]!.stack}/${blocked[0]!.address}'; * stands for anything`),
        ]),
    ...(allowed === 0 ? [] : ['', `${counted(allowed, 'loss', 'losses')} that the reviewer has allowed`]),
    ...(guard.unknownTypes.length === 0
      ? []
      : [
          '',
          told(
            `of these types that are lost nobody has said whether they hold anything: ${guard.unknownTypes.join(', ')}`,
          ),
        ]),
    ...(guard.unusedAllowances.length === 0
      ? []
      : ['', told(`allowed, and not lost: ${guard.unusedAllowances.join(', ')}`)]),
  ];
}

export function renameLines({ renames }: Review, { page, unfold }: ReviewTextOptions): string[] {
  if (renames.length === 0) return [];
  const shown = unfold ? renames : renames.slice(0, MOST);
  const anyWay = renames.some(({ sameStack, writtenTo }) => sameStack && writtenTo === undefined);
  return [
    '',
    page.bold('Seems to be only renamed'),
    ...shown.map(({ from, to, sameStack, differing, writtenTo }) => {
      const rest = differing.length === 0 ? '' : `; then ${differing.join(' and ')} are updated`;
      const state = sameStack ? '' : ', which is another state: move it there (state mv), or import it';
      const written = writtenTo === undefined ? '' : `; written to ${writtenTo}`;
      return paragraph(
        `${from.stack}/${from.address} → ${to.stack}/${to.address}${state}${rest}${written}`,
        page.width,
        '  ',
      );
    }),
    ...(renames.length > shown.length ? [`  and ${renames.length - shown.length} more: --unfold lists them`] : []),
    ...(anyWay ? [paragraph('--write writes the moved blocks that keep them', page.width, '  ')] : []),
  ];
}

const FIGURES: Column[] = [
  { head: 'site', whole: true },
  { head: 'figure' },
  { head: 'before', right: true },
  { head: 'after', right: true },
  { head: 'change', right: true },
  { head: 'limit', right: true },
];

export function figureLines(review: Review, { page, palette }: ReviewTextOptions): string[] {
  const figures = tellingFigures(review);
  const notes = [
    ...new Set(
      figures
        .filter(({ before, after }) => before === null || after === null)
        .flatMap((each) => each.notes.slice(0, 1)),
    ),
  ];
  const redundancy = review.redundancy.map(({ what, because, change }) =>
    palette[change === 'lost' ? 'red' : 'green'](
      paragraph(`${what}${because === undefined ? '' : `: ${because}`}`, page.width),
    ),
  );
  if (figures.length + redundancy.length === 0) return [];
  const rows = figures.map(({ site, label, unit, before, after, delta: change, limit, exceeds }) => [
    site ?? 'all',
    unit === '1' ? label : `${label}, ${unit}`,
    amount(before),
    amount(after),
    delta(change),
    limit === undefined ? '' : `${amount(limit)}${exceeds ? ' !' : ''}`,
  ]);
  return [
    '',
    page.bold('Design'),
    ...(rows.length === 0 ? [] : [table(page, FIGURES, rows)]),
    ...notes.map((note) => page.dim(paragraph(note, page.width, 'unknown: '))),
    ...redundancy,
  ];
}

const PREFLIGHT: Column[] = [
  { head: '' },
  { head: 'site', whole: true },
  { head: 'ask' },
  { head: 'before', right: true },
  { head: 'after', right: true },
  { head: 'unit' },
  { head: 'why' },
];

export function preflightLines({ preflight, stateMoves }: Review, { page, palette }: ReviewTextOptions): string[] {
  const moves = stateMoves.map((move) => palette.yellow(paragraph(stateMoveText(move), page.width)));
  if (preflight.length + moves.length === 0) return [];
  const rows = preflight.map(({ level, site, subject, before, after, unit, what }) => [
    level,
    site,
    subject,
    amount(before),
    amount(after),
    unit,
    what,
  ]);
  return ['', page.bold('Before the deploy'), ...moves, ...(rows.length === 0 ? [] : [table(page, PREFLIGHT, rows)])];
}
