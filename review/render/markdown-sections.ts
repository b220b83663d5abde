import type { FigureChange, Review } from '../model';
import { code, prose } from './markdown-text';
import { amount, counted, delta, stateMoveText, tellingFigures } from './words';

export function guardSection({ guard }: Review, most: number): string[] {
  const blocked = guard.losses.filter(({ allowedBy }) => allowedBy === undefined);
  const allowed = guard.losses.filter(({ allowedBy }) => allowedBy !== undefined);
  const lines = blocked
    .slice(0, most)
    .map(
      ({ action, stack, address, kind, loses }) =>
        `- ${action} ${code(`${stack}/${address}`)}: ${prose(`${kind}, loses ${loses}`)}`,
    );
  return [
    ...(blocked.length === 0
      ? []
      : [
          `#### ⛔ ${counted(blocked.length, 'loss', 'losses')} that nobody has allowed`,
          ...(lines.length === 0 ? [] : [lines.join('\n')]),
          'A reviewer allows one by its name: `--allow <stack/address>`, where `*` stands for anything.',
        ]),
    ...(allowed.length === 0 ? [] : [`${counted(allowed.length, 'loss', 'losses')} that the reviewer has allowed.`]),
    ...(guard.unknownTypes.length === 0
      ? []
      : [
          `Of these types that are lost nobody has said whether they hold anything: ${guard.unknownTypes.map(code).join(', ')}.`,
        ]),
    ...(guard.unusedAllowances.length === 0
      ? []
      : [`Allowed, and not lost: ${guard.unusedAllowances.map(code).join(', ')}.`]),
  ];
}

export function troubleSection({ troubles }: Review): string[] {
  if (troubles.length === 0) return [];
  const lines = troubles.map(({ stack, step, summary, detail, address }) => {
    const where = address === undefined ? '' : ` at ${code(address)}`;
    return `- ${code(stack)}, ${prose(step)}: ${code(summary)}${where}${detail === undefined ? '' : `: ${code(detail.slice(0, 500))}`}`;
  });
  return ['#### Not compared', lines.join('\n')];
}

const MOST_SITES = 60;

/** Figures that change: all sites together, then each site. */
export function figureSections(review: Review): string[] {
  const figures = tellingFigures(review);
  const redundancy = review.redundancy.map(
    ({ what, because }) => `- ${prose(what)}${because === undefined ? '' : `: ${prose(because)}`}`,
  );
  if (figures.length === 0 && redundancy.length === 0) return [];
  const rows = figures.slice(0, MOST_SITES).map(figureRow);
  const left = figures.length - rows.length;
  return [
    '#### Design',
    ...(rows.length === 0
      ? []
      : [['| site | figure | before | after | change |', '| --- | --- | ---: | ---: | ---: |', ...rows].join('\n')]),
    ...(left > 0 ? [`${counted(left, 'figure')} more.`] : []),
    ...(redundancy.length === 0 ? [] : [redundancy.join('\n')]),
  ];
}

function figureRow({ site, label, unit, before, after, delta: change, limit, exceeds, notes }: FigureChange): string {
  const held = limit === undefined ? '' : ` of ${amount(limit)}`;
  const why = before === null || after === null ? notes[0] : undefined;
  const unitText = unit === '1' ? '' : `, ${unit}`;
  return `| ${site === undefined ? '**all**' : code(site)} | ${prose(label + unitText)}${why === undefined ? '' : `<br><sub>${prose(why)}</sub>`} | ${amount(before)} | ${amount(after)}${held}${exceeds ? ' ⛔' : ''} | ${delta(change)} |`;
}

export function preflightSection({ preflight, stateMoves }: Review): string[] {
  if (preflight.length + stateMoves.length === 0) return [];
  const rows = preflight.map(
    ({ level, site, subject, unit, before, after, what }) =>
      `| ${level} | ${code(site)} | ${code(subject)} | ${amount(before)} | ${amount(after)} | ${prose(unit)} | ${prose(what)} |`,
  );
  const head = ['| | site | ask | before | after | unit | why |', '| --- | --- | --- | ---: | ---: | --- | --- |'];
  return [
    '#### Before the deploy',
    ...(stateMoves.length === 0 ? [] : [stateMoves.map((move) => `- ${prose(stateMoveText(move))}`).join('\n')]),
    ...(rows.length === 0 ? [] : [[...head, ...rows].join('\n')]),
  ];
}

export function renameSection({ renames }: Review): string[] {
  if (renames.length === 0) return [];
  const lines = renames.slice(0, MOST_RENAMES).map(({ from, to, sameStack, differing, writtenTo }) => {
    const rest = differing.length === 0 ? '' : `, then ${differing.map(code).join(', ')} are updated`;
    const how = sameStack
      ? writtenTo === undefined
        ? 'a `moved` block would keep it'
        : `written to ${code(writtenTo)}`
      : 'in another state: move it there (`state mv`), or import it';
    return `- ${code(`${from.stack}/${from.address}`)} → ${code(`${to.stack}/${to.address}`)}: ${how}${rest}`;
  });
  const left = renames.length - lines.length;
  return ['#### Seems to be only renamed', [...lines, ...(left > 0 ? [`- ${left} more`] : [])].join('\n')];
}

const MOST_RENAMES = 20;
