import { code, prose } from '../render/markdown-text';
import { amount, number } from '../render/words';
import type { Block, Cell, Report, ReportColumn, ReportDrawing } from './document';

export interface ReportMarkdownOptions {
  /** Name of the file that a drawing lies in, beside the one that holds the text. @default - drawings are not there; the verb that draws one is named */
  readonly drawingAt?: (drawing: ReportDrawing) => string;
}

/** A report for a repository or a ticket. */
export function reportMarkdown(report: Report, { drawingAt }: ReportMarkdownOptions = {}): string {
  const blockOf = (block: Block, title: string): string[] => {
    switch (block.kind) {
      case 'text':
        return [prose(block.text)];
      case 'heading':
        return [`### ${code(block.name)}: ${prose(block.text)}`];
      case 'list':
        return [block.items.map((item) => `- ${cellOf(item)}`).join('\n')];
      case 'table':
        return [
          ...(block.caption === title ? [] : [`**${prose(block.caption)}**`]),
          tableOf(block.columns, block.rows),
        ];
      case 'bars':
        return [prose(block.caption), tableOf(BARS, block.bars.map(barRow))];
      case 'fold':
        return [
          `<details><summary>${prose(block.title)}</summary>`,
          ...block.blocks.flatMap((each) => blockOf(each, title)),
          '</details>',
        ];
      case 'drawing':
        return drawingAt === undefined
          ? [`${prose(block.title)}: ${code(`wattform ${block.verb} --svg`)} draws it.`]
          : [`![${prose(block.title)}](${linked(drawingAt(block))})`];
    }
  };
  const { name, description, cards, sections, foot } = report;
  return [
    `# Basis of design: ${code(name)}`,
    ...(description === undefined ? [] : [prose(description)]),
    tableOf(
      [{ head: 'in total' }, { head: 'value', isNumber: true }, { head: 'note' }],
      cards.map(({ label, value, note = '' }) => [label, value, note]),
    ),
    ...sections.flatMap(({ title, blocks }) => [
      `## ${prose(title)}`,
      ...blocks.flatMap((block) => blockOf(block, title)),
    ]),
    ...foot.map(prose),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A file's name as the target of a link. */
function linked(file: string): string {
  return encodeURIComponent(file).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
}

const BARS: ReportColumn[] = [
  { head: 'site' },
  { head: 'load', isNumber: true },
  { head: 'limit', isNumber: true },
  { head: 'used', isNumber: true },
  { head: 'unit' },
  { head: 'note' },
];

function barRow({ name, now, limit, unit, note = '' }: (Block & { readonly kind: 'bars' })['bars'][number]): Cell[] {
  const used = now === null || !limit ? '' : `${number(Math.round((now / limit) * 1000) / 10)} %`;
  return [{ name }, amount(now), limit === undefined ? 'none is set' : number(limit), used, unit, note];
}

function tableOf(columns: ReportColumn[], rows: Cell[][]): string {
  return [
    columns.map(({ head }) => prose(head)),
    columns.map(({ isNumber }) => (isNumber ? '---:' : '---')),
    ...rows.map((row) => row.map(cellOf)),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function cellOf(cell: Cell): string {
  if (typeof cell === 'string') return prose(cell);
  if ('name' in cell) return code(cell.name);
  const sources = cell.sources.length === 0 ? [] : [`<sub>${cell.sources.map(code).join('<br>')}</sub>`];
  return [...cell.notes.map(prose), ...sources].join('<br>');
}
