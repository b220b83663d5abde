import { Action, type ChangeGroup, type Review } from '../model';
import { foldStacks, type StackLine } from './folding';
import { figureSections, guardSection, preflightSection, renameSection, troubleSection } from './markdown-sections';
import { code, prose } from './markdown-text';
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
} from './words';

/** What GitHub takes in a comment, with room to spare. */
export const LONGEST_COMMENT = 60_000;

export interface MarkdownOptions {
  /** Characters. @default 60,000 */
  readonly limit?: number;
  /** Where the whole text will be found when it does not fit. @default - it is only said that there is more */
  readonly overflowFile?: string;
}

export interface MarkdownReview {
  /** Within the limit. */
  readonly text: string;
  /** The whole text, when it did not fit. */
  readonly overflow?: string;
}

/** How many members of a group are listed, as long as the text is too long. */
const FOLDS = [Number.POSITIVE_INFINITY, 200, 50, 20, 8, 3, 1, 0];

/** A review for a pull request: what is lost stands first and is shortened last. */
export function reviewMarkdown(
  review: Review,
  { limit = LONGEST_COMMENT, overflowFile }: MarkdownOptions = {},
): MarkdownReview {
  const whole = compose(review, [...FOLDS].slice(0, 1)[0]!, FOLDS[0]!);
  if (whole.length <= limit) return { text: whole };
  const more = `\n**Shortened.** ${overflowFile === undefined ? 'The whole text did not fit.' : `The whole text is in ${code(overflowFile)}.`}\n`;
  const room = limit - more.length;
  for (const losing of FOLDS) {
    for (const other of FOLDS) {
      if (other > losing) continue;
      const text = compose(review, losing, other);
      if (text.length <= room) return { text: text + more, overflow: whole };
    }
  }
  return { text: cut(compose(review, 0, 0), room) + more, overflow: whole };
}

/** @param losing members that are listed of groups that lose something; `other`: of all others */
function compose(review: Review, losing: number, other: number): string {
  const { stacks, groups } =
    losing === FOLDS[0] && other === FOLDS[0] ? { stacks: [], groups: review.groups } : foldStacks(review);
  const section = (group: ChangeGroup): string =>
    groupSection(group, review, LOSING.has(group.action) ? losing : other);
  const line = ({ stack: { name, fate }, text }: StackLine): string =>
    `**stack ${fate}** ${code(name)}: ${prose(text)}`;
  const isGone = ({ stack }: StackLine): boolean => stack.fate === 'removed';
  const lost = [...stacks.filter(isGone).map(line), ...groups.filter(({ action }) => LOSING.has(action)).map(section)];
  const rest = [
    ...stacks.filter((each) => !isGone(each)).map(line),
    ...groups.filter(({ action }) => !LOSING.has(action)).map(section),
  ];
  return [
    `### wattform diff: ${code(review.base.name)} → ${code(review.head.name)}`,
    `**${prose(verdictText(review))}**`,
    ...troubleSection(review),
    ...guardSection(review, losing),
    ...(lost.length === 0 ? [] : ['#### Lost', ...cascadeLines(review), ...lost]),
    ...figureSections(review),
    ...preflightSection(review),
    ...renameSection(review),
    ...(rest.length === 0 ? [] : ['#### Changed', ...rest]),
    ...review.notes.map((note) => `> ${prose(note)}`),
    ...footer(review),
  ]
    .join('\n\n')
    .concat('\n');
}

const LOSING = new Set<Action>([Action.DESTROY, Action.REPLACE, Action.FORGET]);

function cascadeLines({ cascades }: Review): string[] {
  return cascades.slice(0, MOST_CASCADES).map((cascade) => code(cascadeText(cascade)));
}

const MOST_CASCADES = 20;

function groupSection(group: ChangeGroup, review: Review, most: number): string {
  const members = group.members.map((place) => review.changes[place]!);
  const first = members[0]!;
  const why = [
    whyText(first),
    ...(first.stateful === undefined ? [] : [`${first.stateful.kind}: loses ${first.stateful.loses}`]),
  ];
  const head = `**${group.action}** ${code(groupTitle(group, review))}${why
    .filter(Boolean)
    .map((each) => ` · ${prose(each)}`)
    .join('')}`;
  const values = [
    ...group.values.map((value) => `- ${code(value.path)}: ${code(fromTo(value))}${value.forces ? ' (forces)' : ''}`),
    ...group.varying.map((path) => `- ${code(path)}: different values`),
  ];
  const lines = members.slice(0, most).map((change) => {
    const place = change.place === undefined ? '' : ` · ${code(placeText(change.place))}`;
    const radius = dependentsText(change.dependents);
    const own = change.values
      .filter(({ path }) => group.varying.includes(path))
      .map((value) => ` · ${code(`${value.path}: ${fromTo(value)}`)}`);
    return `- ${code(change.address)} in ${code(change.stack)}${place}${radius === '' ? '' : ` · ${prose(radius)}`}${own.join('')}`;
  });
  const left = members.length - lines.length;
  if (left > 0) lines.push(`- ${number(left)} more`);
  if (members.length === 1) return [head, '', ...values, ...lines].join('\n');
  return [
    head,
    '',
    ...values,
    '',
    `<details><summary>${counted(members.length, 'object')}</summary>`,
    '',
    ...lines,
    '',
    '</details>',
  ].join('\n');
}

function footer({ engine, formOnly }: Review): string[] {
  const how =
    engine === undefined
      ? []
      : [`planned by ${engine.name} ${engine.version} against simulated providers, with no account and no network`];
  const form =
    formOnly.length === 0 ? [] : [`${counted(formOnly.length, 'object')} differ only in form and are left out`];
  const told = [...how, ...form];
  return told.length === 0 ? [] : [`<sub>${prose(told.join('; '))}</sub>`];
}

/** Cuts between paragraphs. */
function cut(text: string, room: number): string {
  const at = text.lastIndexOf('\n\n', room);
  return `${text.slice(0, Math.max(at, 0))}\n`;
}
