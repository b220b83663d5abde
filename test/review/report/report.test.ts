import type { Block, Report } from '../../../review/report/document';
import { reportHtml } from '../../../review/report/html';
import { reportMarkdown } from '../../../review/report/markdown';
import { accessibilityFaults, overhang, withBrowser } from '../../support/browser';
import { HOSTILE, poisoned } from '../html/fixtures';
import { foreign } from '../html/inert';
import { BLUEPRINT, reportOf } from './reports';

const report = reportOf(BLUEPRINT);
const page = reportHtml(report);

const inside = (blocks: Block[]): Block[] =>
  blocks.flatMap((block) => [block, ...(block.kind === 'fold' ? inside(block.blocks) : [])]);
const blocksOf = (id: string): Block[] => inside(report.sections.find((section) => section.id === id)!.blocks);

/** Everything but numbers, and what drawings hold: they are made inert where they are drawn. */
function hostile(of: Report): Report {
  const drawings = new Map(
    of.sections.flatMap(({ blocks }) =>
      blocks.flatMap((each) => (each.kind === 'drawing' ? [[each.name, each.svg]] : [])),
    ) as [string, string][],
  );
  const { sections, ...rest } = of;
  const changed = sections.map(({ id, title, blocks }) => ({
    id,
    title,
    blocks: blocks.map((block) => {
      const { kind } = block;
      if (kind === 'drawing') return { ...poisoned(block), name: block.name, svg: drawings.get(block.name)! };
      if (kind === 'table') {
        const rows = block.rows.map((row) =>
          row.map((cell, at) => (block.columns[at]!.isNumber ? cell : poisoned(cell))),
        );
        return { ...poisoned(block), rows };
      }
      return kind === 'heading' ? { ...poisoned(block), id: block.id } : poisoned(block);
    }),
  }));
  return { ...poisoned(rest), sections: changed };
}

describe('a report', () => {
  test('has each part that a basis of design has something to say of', () => {
    expect(report.sections.map(({ id }) => id)).toEqual([
      'sites',
      'power',
      'hall-gavle',
      'clusters',
      'figures',
      'quotas',
      'stacks',
      'notices',
      'unknown',
      'sources',
    ]);
  });

  test('draws halls, and only these', () => {
    const drawings = (of: Report) =>
      of.sections.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === 'drawing'));
    expect(drawings(report)).toMatchObject([{ name: 'gavle-power' }, { name: 'gavle-fabric' }]);
    expect(drawings(reportOf(BLUEPRINT.replace(/ {2}frontier:.*/s, '').replace(/ {2}gavle:.*/, '')))).toEqual([]);
    const ids = [...page.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('holds loads against limits', () => {
    expect(blocksOf('power')).toMatchObject([
      {
        bars: [
          { name: 'gavle', limit: 1000 },
          { name: 'ohio', limit: 300, now: expect.any(Number) },
        ],
      },
    ]);
  });

  test('says what is unknown, and why, and never a zero for it', () => {
    const [table] = blocksOf('unknown').filter((block) => block.kind === 'table');
    expect(table!.rows).toEqual(
      expect.arrayContaining([
        ['carbon of the energy', 'gavle', expect.stringContaining('grid intensity')],
        ['price', 'frontier/workers', expect.stringContaining('no list price')],
      ]),
    );
    expect(report.cards).toEqual(
      expect.arrayContaining([
        { label: 'price, USD/h', value: 'unknown', note: expect.stringContaining('the other parts come to') },
      ]),
    );
  });

  test('names every source of a figure, and the dates of prices', () => {
    const [text, ...tables] = blocksOf('sources');
    expect(text).toMatchObject({ text: expect.stringMatching(/^Catalog [0-9a-f]{12} .*prices as of \d{4}-\d\d-\d\d/) });
    const sources = tables
      .flatMap((block) => (block.kind === 'table' ? block.rows : []))
      .map(([source]) => source as { name: string });
    const told = report.sections.flatMap(({ blocks }) =>
      inside(blocks).flatMap((block) => (block.kind === 'table' ? block.rows.flat() : [])),
    );
    for (const cell of told) {
      if (typeof cell === 'string' || 'name' in cell) continue;
      expect(sources.map(({ name }) => name)).toEqual(expect.arrayContaining(cell.sources));
    }
  });

  test('is the same bytes for the same blueprint', () => {
    const again = reportOf(BLUEPRINT);
    expect(reportHtml(again)).toBe(page);
    expect(reportMarkdown(again)).toBe(reportMarkdown(report));
  });
});

describe('a report as Markdown', () => {
  test('has the same sections and rows', () => {
    const text = reportMarkdown(report);
    for (const { title, blocks } of report.sections) {
      expect(text).toContain(`## ${title}`);
      for (const block of inside(blocks))
        if (block.kind === 'table') expect(text).toContain(`| ${block.columns.map(({ head }) => head).join(' | ')} |`);
    }
    expect(text).toContain('`wattform power --svg` draws it');
    expect(reportMarkdown(report, { drawingAt: ({ name }) => `a (${name}).svg` })).toContain(
      '](a%20%28gavle-power%29.svg)',
    );
  });

  test('every row has as many cells as its head, also with hostile names, which make nothing of their own', () => {
    for (const each of [report, hostile(report)]) {
      const text = reportMarkdown(each, { drawingAt: ({ name }) => name });
      let cells = 0;
      for (const line of text.split('\n')) {
        if (!line.startsWith('|')) cells = 0;
        else if (cells === 0) cells = line.split('|').length;
        else expect([line, line.split('|').length]).toEqual([line, cells]);
      }
      const outside = text
        .replace(/`[^`\n]*`/g, 'CODE')
        .replace(/<code>[^<]*<\/code>/g, 'CODE')
        .replace(/^!\[.*\]\([\w-]+\)$/gm, '');
      expect(outside.replaceAll(/<\/?(details|summary|sub|br)>/g, '').match(/[<@]|https?:|www\.|!\[|\]\(/g)).toBeNull();
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/.exec(text)).toBeNull();
    }
  });
});

withBrowser('a report in Chromium', (open) => {
  const all = 'document.querySelectorAll("details").forEach((each) => { each.open = true; })';

  test('opens with no complaint, asks for nothing but itself, and runs nothing', async () => {
    const { page: opened, complaints, requests, address } = await open(page);
    expect(complaints).toEqual([]);
    expect(requests).toEqual([address]);
    expect(await opened.locator('script').count()).toBe(0);
    await opened.close();
  });

  test.each([360, 760, 1000, 1600])(
    'needs no scrolling to the side at %i pixels, also with hostile names',
    async (width) => {
      const { page: opened } = await open(page, { viewport: { width, height: 900 } });
      for (const text of [page, reportHtml(hostile(report))]) {
        await opened.setContent(text);
        await opened.evaluate(all);
        expect(await overhang(opened)).toBe(0);
      }
      await opened.close();
    },
  );

  describe.each([360, 1600])('at %i pixels', (width) => {
    const viewport = { width, height: 900 };

    test.each(['light', 'dark'] as const)('passes axe-core in %s', async (colorScheme) => {
      const { page: opened } = await open(page, { viewport, colorScheme });
      await opened.evaluate(all);
      expect(await accessibilityFaults(opened)).toEqual([]);
      await opened.close();
    });
  });

  test('a drawing is shown at its size, or fitted to the page', async () => {
    const { page: opened } = await open(page, { viewport: { width: 700, height: 900 } });
    const width = () =>
      opened
        .locator('.drawing svg')
        .first()
        .evaluate((svg) => svg.getBoundingClientRect().width);
    expect(await width()).toBeGreaterThan(700);
    await opened.locator('.fit input').first().check();
    expect(await width()).toBeLessThan(700);
    await opened.close();
  });

  test('hostile names are shown and do nothing', async () => {
    const { page: opened, complaints, requests } = await open(reportHtml(hostile(report)));
    await opened.evaluate(all);
    expect(await foreign(opened)).toEqual([]);
    expect(complaints).toEqual([]);
    expect(requests).toHaveLength(1);
    expect(await opened.locator('h1').textContent()).toContain(HOSTILE[0]);
    await opened.close();
  });
});
