import { type Content, html, type Markup } from './markup';

export interface Column {
  readonly head: string;
  /** @default false */
  readonly isNumber?: boolean;
  /** Names that should not break. @default false */
  readonly isName?: boolean;
}

/**
 * A table whose first cell of a row names it. On a narrow page each row is a block, and each cell says its column. The caption is for
 * those who hear the page, where its heading says the same to those who see it.
 */
export function tableOf(caption: string, columns: Column[], rows: Content[][], { showsCaption = false } = {}): Markup {
  return html`<table>
<caption${!showsCaption && UNSEEN}>${caption}</caption>
<thead><tr>${columns.map(({ head, isNumber }) => html`<th scope="col"${isNumber ? NUMBER : ''}>${head}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, index) => cellOf(cell, columns[index]!, index === 0))}</tr>\n`)}</tbody>
</table>
`;
}

const UNSEEN = html` class="unseen"`;
const NUMBER = html` class="number"`;
const NAME = html` class="name"`;

function cellOf(cell: Content, { head, isNumber, isName }: Column, isFirst: boolean): Markup {
  if (isFirst) return html`<th scope="row">${cell}</th>`;
  return html`<td${isNumber ? NUMBER : isName ? NAME : ''} data-label="${head}">${cell}</td>`;
}
