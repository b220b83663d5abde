import { Action, type ChangeGroup, type Review, type ReviewedChange } from '../model';
import { counted, dependentsText, groupTitle, number, whyText } from '../render/words';
import type { Anchors } from './anchors';
import { type Content, html, type Markup } from './markup';
import { actionTag, code, list, named, placed, tag, valueLine, valueList } from './parts';

/** Every change, alike ones in one fold, with what narrows the list down. The page's script works the filters. */
export function changeList(review: Review, anchors: Anchors): Content {
  const { groups, changes } = review;
  if (changes.length === 0) return html`<p>No resource changes.</p>\n`;
  return [
    filters(review),
    html`<div id="groups">
${groups.map((group) => (group.members.length === 1 ? single(group, review, anchors) : several(group, review, anchors)))}</div>
<p id="none" hidden>No change fits. <button type="button" data-reset>show all</button></p>
`,
  ];
}

/** Shown by the script, without which they would do nothing. */
function filters({ changes, stacks }: Review): Markup {
  const actions = Object.values(Action).filter((action) => changes.some((change) => change.action === action));
  return html`<form class="filters" id="filters" hidden>
<label>text <input type="search" name="text" autocomplete="off" spellcheck="false" maxlength="200"></label>
<label>action <select name="action"><option value="">all</option>${actions.map((action) => html`<option>${action}</option>`)}</select></label>
<label>stack <select name="stack"><option value="">all</option>${stacks.map(({ name }) => html`<option value="${name}">${name}</option>`)}</select></label>
<label class="box"><input type="checkbox" name="stateful"> holds state or capacity</label>
<span><button type="button" id="unfold" aria-pressed="false">unfold all</button> <button type="button" data-reset>show all</button></span>
<output id="shown" class="small">${counted(changes.length, 'change')}</output>
</form>
`;
}

function single(group: ChangeGroup, review: Review, anchors: Anchors): Markup {
  const place = group.members[0]!;
  const change = review.changes[place]!;
  return html`<details class="item" id="${anchors.ids[place]}" data-change="${place}">
<summary>${actionTag(change.action)} ${code(groupTitle(group, review))} <span class="small faint">in ${code(change.stack)}</span>${stateTag(change)}</summary>
<div class="body">${facts(change, anchors)}${valueList(change.values)}<p class="small"><a href="#${anchors.ids[place]}">link to this change</a></p></div>
</details>
`;
}

function several(group: ChangeGroup, review: Review, anchors: Anchors): Markup {
  const members = group.members.map((place) => ({ place, change: review.changes[place]! }));
  const stacks = new Set(members.map(({ change }) => change.stack));
  const where = stacks.size === 1 ? html`in ${code(members[0]!.change.stack)}` : `in ${counted(stacks.size, 'stack')}`;
  const what = group.values.length + group.varying.length;
  return html`<details class="item" data-group>
<summary>${actionTag(group.action)} ${code(groupTitle(group, review))} <span class="small faint">${where}${what > 0 && html`: ${namesOf(group)}`}</span>${stateTag(members[0]!.change)} <span class="small faint" data-fits></span></summary>
<div class="body">${valueList(group.values)}<ul class="plain members">
${members.map(
  ({
    place,
    change,
  }) => html`<li id="${anchors.ids[place]}" data-change="${place}">${memberOf(change, group, anchors, anchors.ids[place]!)}</li>
`,
)}</ul></div>
</details>
`;
}

/** Of the attributes that change, as many as a line holds. */
function namesOf({ values, varying }: ChangeGroup): Content {
  const paths = [...values.map(({ path }) => path), ...varying];
  const left = paths.length - MOST_NAMES;
  return [
    paths.slice(0, MOST_NAMES).map((path, index) => [index > 0 && ', ', code(path)]),
    left > 0 && ` and ${number(left)} more`,
  ];
}

const MOST_NAMES = 3;

function memberOf(change: ReviewedChange, group: ChangeGroup, anchors: Anchors, id: string): Content {
  const own = change.values.filter(({ path }) => group.varying.includes(path));
  return [
    html`<a href="#${id}">${code(change.previousAddress === undefined ? change.address : `${change.previousAddress} → ${change.address}`)}</a> <span class="small faint">in ${code(change.stack)}</span>`,
    facts(change, anchors),
    own.length > 0 && list(own.map(valueLine), 'values'),
  ];
}

function stateTag({ stateful, action }: ReviewedChange): Content {
  if (stateful === undefined) return false;
  const isLost = action === Action.DESTROY || action === Action.REPLACE;
  return html` ${tag(isLost ? `${stateful.kind} is lost` : stateful.kind, isLost ? 'bad' : 'grey')}`;
}

/** Why, from where, and what hangs on it. */
function facts(change: ReviewedChange, anchors: Anchors): Content {
  const { cause, constructPath, place, dependents, stateful } = change;
  const why = whyText(change);
  const told: Content[] = [
    why !== '' && why,
    cause !== undefined && html`caused by ${named(cause, anchors)}`,
    stateful !== undefined && `${stateful.kind}: loses ${stateful.loses}`,
    dependents.count > 0 && [dependentsText(dependents), nearest(change, anchors)],
    place !== undefined && html`line ${placed(place)}`,
    constructPath !== undefined && html`construct ${code(constructPath)}`,
  ].filter(Boolean);
  return told.length > 0 && html`<p class="small">${told.map((each, index) => [index > 0 && ' · ', each])}</p>`;
}

/** The first of what depends on it; those that change too are links. */
function nearest({ dependents: { count, nearest: names } }: ReviewedChange, anchors: Anchors): Content {
  const shown = names.slice(0, MOST_NAMES);
  return (
    shown.length > 0 && [
      ': ',
      shown.map((name, index) => [index > 0 && ', ', named(name, anchors)]),
      count > shown.length && ' …',
    ]
  );
}
