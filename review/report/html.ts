import { barList } from '../html/bars';
import { originOf } from '../html/figures';
import { type Content, drawn, html } from '../html/markup';
import { pageOf } from '../html/page';
import { code, fold, list } from '../html/parts';
import { card } from '../html/summary';
import { tableOf } from '../html/table';
import type { Block, Cell, Report } from './document';

/** A report as one HTML document that needs nothing beside itself. It has no script. */
export function reportHtml({ name, description, cards, sections, foot }: Report): string {
  return pageOf({
    title: `Basis of design: ${name}`,
    head: html`<h1>Basis of design: ${code(name)}</h1>
${description !== undefined && html`<p>${description}</p>\n`}`,
    sections: [
      {
        id: 'summary',
        title: 'Summary',
        body: html`<ul class="cards">
${cards.map(({ label, value, note }) => card(label, value, '', note))}</ul>
`,
      },
      ...sections.map(({ id, title, blocks }) => ({ id, title, body: blocks.map((block) => blockOf(block, title)) })),
    ],
    foot: foot.map((text) => html`<p>${text}</p>\n`),
  });
}

function blockOf(block: Block, title: string): Content {
  switch (block.kind) {
    case 'text':
      return html`<p>${block.text}</p>\n`;
    case 'heading':
      return html`<h3 id="${block.id}">${code(block.name)}: ${block.text}</h3>\n`;
    case 'list':
      return list(block.items.map(cellOf));
    case 'table':
      return tableOf(
        block.caption,
        block.columns,
        block.rows.map((row) => row.map(cellOf)),
        { showsCaption: block.caption !== title },
      );
    case 'bars':
      return [html`<p class="small faint">${block.caption}</p>\n`, barList(block.bars)];
    case 'fold':
      return fold(
        block.title,
        block.blocks.map((each) => blockOf(each, title)),
      );
    case 'drawing':
      return html`<figure><figcaption>${block.title} <label class="fit small"><input type="checkbox"> fit to the page</label></figcaption>
<div class="drawing" tabindex="0" role="region" aria-label="${block.title}">${drawn(block.svg)}</div></figure>
`;
  }
}

function cellOf(cell: Cell): Content {
  if (typeof cell === 'string') return cell;
  return 'name' in cell ? code(cell.name) : originOf(cell.sources, cell.notes);
}
