import { Action, type ResourceName, type ValueChange } from '../model';
import { placeText, valueText } from '../render/words';
import type { Anchors } from './anchors';
import { type Content, html, lines, type Markup } from './markup';

/** Class of the style that an action is shown in; the word stands beside it always. */
export const HUES: { readonly [action in Action]: string } = {
  [Action.DESTROY]: 'bad',
  [Action.REPLACE]: 'warn',
  [Action.FORGET]: 'odd',
  [Action.UPDATE]: 'blue',
  [Action.CREATE]: 'good',
  [Action.MOVE]: 'grey',
  [Action.IMPORT]: 'grey',
};

export function tag(text: string, hue: string): Markup {
  return html`<span class="tag ${hue}">${text}</span>`;
}

export function actionTag(action: Action): Markup {
  return tag(action, HUES[action]);
}

export function code(text: string): Markup {
  return html`<code>${lines(text)}</code>`;
}

/** Stack and address, as a link to its change where there is one. */
export function named(name: ResourceName, anchors: Anchors): Markup {
  const anchor = anchors.of(name);
  const text = code(`${name.stack}/${name.address}`);
  return anchor === undefined ? text : html`<a href="#${anchor}">${text}</a>`;
}

export function placed(place: Parameters<typeof placeText>[0]): Markup {
  return code(placeText(place));
}

export function list(items: Content[], more = ''): Markup {
  return html`<ul class="plain${more === '' ? '' : ` ${more}`}">
${items.map((item) => html`<li>${item}</li>\n`)}</ul>
`;
}

export function fold(title: Content, body: Content): Markup {
  return html`<details class="fold"><summary>${title}</summary>
${body}
</details>
`;
}

/** What of an object changes: path, before, after. */
export function valueList(values: ValueChange[]): Content {
  return values.length > 0 && list(values.map(valueLine), 'values');
}

export function valueLine(value: ValueChange): Markup {
  const { path, before, after, decidedLater, secret, forces } = value;
  const forced = forces && html` ${tag('forces a new object', 'warn')}`;
  if (secret) return html`${code(path)}${forced} <span class="faint">a secret changes</span>`;
  const now = decidedLater ? html`<span class="faint">decided later</span>` : sideOf('ins', after);
  return html`${code(path)}${forced} ${sideOf('del', before)} → ${now}`;
}

function sideOf(kind: 'del' | 'ins', value: unknown): Markup {
  if (value === undefined) return html`<span class="faint">none</span>`;
  const text = code(valueText(value));
  return kind === 'del' ? html`<del>${text}</del>` : html`<ins>${text}</ins>`;
}
