import { inert } from '../../blueprints/language/show';
import { Action, type ChangeGroup, type Review, type ReviewedChange, Verdict } from '../../review';
import { foldStacks } from '../../review/render/folding';
import {
  cascadeText,
  counted,
  dependentsText,
  fromTo,
  groupTitle,
  number,
  placeText,
  verdictText,
  whyText,
} from '../../review/render/words';
import type { Page } from '../outcome';
import { paragraph } from '../text';
import type { Palette } from './palette';
import { figureLines, guardLines, preflightLines, renameLines, troubleLines } from './text-sections';

export interface ReviewTextOptions {
  readonly page: Page;
  readonly palette: Palette;
  /** Lists every member of a group. @default false */
  readonly unfold?: boolean;
}

/** Members of a group that are named as long as it is folded. */
const SHOWN = 3;

const SIGNS: { readonly [action in Action]: string } = {
  [Action.DESTROY]: '-',
  [Action.REPLACE]: '±',
  [Action.FORGET]: '?',
  [Action.UPDATE]: '~',
  [Action.CREATE]: '+',
  [Action.MOVE]: '→',
  [Action.IMPORT]: '⇐',
};

/** A review for people at a terminal: what stops it first, then what is lost, what changes, what it comes to. */
export function reviewText(review: Review, options: ReviewTextOptions): string {
  const { page, palette } = options;
  const colour = COLOURS[review.verdict];
  return [
    page.bold(inert(`${review.base.name} → ${review.head.name}`)),
    palette[colour](paragraph(verdictText(review), page.width)),
    ...troubleLines(review, options),
    ...guardLines(review, options),
    ...renameLines(review, options),
    ...changeLines(review, options),
    ...figureLines(review, options),
    ...preflightLines(review, options),
    ...endLines(review, options),
  ].join('\n');
}

const COLOURS: { readonly [verdict in Verdict]: keyof Palette } = {
  [Verdict.NO_CHANGE]: 'green',
  [Verdict.CHANGES]: 'plain',
  [Verdict.GUARDED]: 'red',
  [Verdict.INCOMPLETE]: 'red',
};

const COLOUR_OF: { readonly [action in Action]: keyof Palette } = {
  [Action.DESTROY]: 'red',
  [Action.REPLACE]: 'red',
  [Action.FORGET]: 'yellow',
  [Action.UPDATE]: 'yellow',
  [Action.CREATE]: 'green',
  [Action.MOVE]: 'plain',
  [Action.IMPORT]: 'plain',
};

function changeLines(review: Review, options: ReviewTextOptions): string[] {
  const { page, palette, unfold } = options;
  const { stacks, groups } = unfold ? { stacks: [], groups: review.groups } : foldStacks(review);
  if (stacks.length + groups.length === 0) return [];
  const causes = review.cascades.slice(0, MOST_CASCADES).map((each) => paragraph(cascadeText(each), page.width));
  const whole = stacks.flatMap(({ stack: { name, fate }, text }) => {
    const [colour, sign] = fate === 'removed' ? (['red', '-'] as const) : (['green', '+'] as const);
    return [
      palette[colour](paragraph(`stack ${name} is ${fate}`, page.width, `${sign} `)),
      page.dim(paragraph(text, page.width, '    ')),
    ];
  });
  return [
    '',
    page.bold('Changes'),
    ...causes,
    ...whole,
    ...groups.flatMap((group) => groupLines(group, review, options)),
  ];
}

const MOST_CASCADES = 10;

function groupLines(group: ChangeGroup, review: Review, options: ReviewTextOptions): string[] {
  const { page, palette, unfold } = options;
  const members = group.members.map((place) => review.changes[place]!);
  const first = members[0]!;
  const sign = SIGNS[group.action];
  const head = palette[COLOUR_OF[group.action]](
    paragraph(`${group.action} ${groupTitle(group, review)}`, page.width, `${sign} `),
  );
  const why = [whyText(first), first.stateful && `${first.stateful.kind}: loses ${first.stateful.loses}`].filter(
    Boolean,
  );
  const said = (text: string): string => paragraph(text, page.width, '    ');
  const shown = unfold ? members : members.slice(0, members.length === SHOWN + 1 ? SHOWN + 1 : SHOWN);
  const left = members.length - shown.length;
  return [
    head,
    ...why.map((each) => said(each!)),
    ...group.values.map((value) => said(`${value.path}: ${fromTo(value)}${value.forces ? ' (forces)' : ''}`)),
    ...group.varying.map((path) => said(`${path}: ${members.length === 1 ? '' : 'different values'}`)),
    ...shown.flatMap((change) => [
      page.dim(paragraph(memberText(change, group), page.width, '    ')),
      ...(unfold ? nearestLines(change, page) : []),
    ]),
    ...(left > 0 ? [page.dim(said(`and ${number(left)} more: --unfold lists them`))] : []),
  ];
}

/** Who depends on it, by name; only what is lost is worth the lines. */
function nearestLines({ dependents: { nearest, count }, action }: ReviewedChange, page: Page): string[] {
  if (nearest.length === 0 || (action !== Action.DESTROY && action !== Action.REPLACE)) return [];
  const names = nearest.map(({ stack, address }) => `${stack}/${address}`);
  const left = count - nearest.length;
  return [
    page.dim(
      paragraph([...names, ...(left > 0 ? [`${number(left)} more`] : [])].join(', '), page.width, '      needed by '),
    ),
  ];
}

function memberText(change: ReviewedChange, group: ChangeGroup): string {
  const { stack, address, place, constructPath, dependents, values } = change;
  const name = group.members.length > 1 ? `${stack}/${address}` : `in ${stack}`;
  const own = values
    .filter(({ path }) => group.varying.includes(path))
    .map((value) => `${value.path}: ${fromTo(value)}`);
  return [
    name,
    place === undefined ? '' : placeText(place),
    place === undefined && constructPath !== undefined ? constructPath : '',
    dependentsText(dependents),
    ...own,
  ]
    .filter(Boolean)
    .join(', ');
}

function endLines({ notes, formOnly, engine }: Review, { page }: ReviewTextOptions): string[] {
  const told = [
    ...notes,
    ...(formOnly.length === 0
      ? []
      : [
          `${counted(formOnly.length, 'object')} differ only in form: ${formOnly
            .slice(0, SHOWN)
            .map(({ address }) => address)
            .join(', ')}`,
        ]),
    ...(engine === undefined
      ? []
      : [
          `planned by ${engine.name} ${engine.version} against simulated providers: docs/rehearsal.md says how far to trust them`,
        ]),
  ];
  return told.length === 0 ? [] : ['', ...told.map((note) => page.dim(paragraph(note, page.width, 'note: ')))];
}
