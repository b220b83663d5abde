import { paletteFor } from '../../cli/diff/palette';
import { reviewText } from '../../cli/diff/text';
import { pageFor } from '../../cli/page';
import type { Review } from '../../review';
import { reviewJson } from '../../review/render/json';
import { LONGEST_COMMENT, reviewMarkdown } from '../../review/render/markdown';
import { code, prose } from '../../review/render/markdown-text';
import { reviewSarif } from '../../review/render/sarif';
import { reviewOf, stackOf, update } from './plans';

const page = pageFor({}, {});
const palette = paletteFor(false);
const terminal = (review: Review): string => reviewText(review, { page, palette });
const all = (review: Review): { readonly [form: string]: string } => ({
  terminal: terminal(review),
  unfolded: reviewText(review, { page, palette, unfold: true }),
  markdown: reviewMarkdown(review).text,
  json: reviewJson(review),
  sarif: reviewSarif(review, { version: '1.0.0' }),
});

const HOSTILE = [
  '</script><script>alert(1)</script>',
  '| a | b |',
  '\u001b[31mred\u001b[0m\u0007',
  '@everyone #1 GH-1',
  'line\n# heading\n- [x] done',
  '\u202egpj.exe',
  '` `` ``` ` code',
  '![x](https://example.org/x.png) www.example.org https://example.org',
  '<img src=x onerror=alert(1)> <!-- -->',
  '**bold** __bold__ ~~gone~~ $x$',
  '\ud800',
];

const hostile = reviewOf([
  stackOf(
    HOSTILE.flatMap((text, index) => [
      {
        address: `aws_s3_bucket.b${index}["${text}"]`,
        type: 'aws_s3_bucket',
        change: { actions: ['delete'], before: { name: text } },
      },
      { ...update({ [text]: 1, note: 'old' }, { [text]: 2, note: text }), address: `aws_vpc.v${index}["${text}"]` },
    ]),
    {
      name: HOSTILE.join(' '),
      troubles: HOSTILE.map((text) => ({ stack: text, step: 'plan', summary: text, detail: text, address: text })),
      origin: () => ({
        constructPath: HOSTILE[0]!,
        place: { side: 'head', file: HOSTILE[0]!, line: 1, column: 1, endColumn: 2, path: HOSTILE },
      }),
    },
  ),
]);

describe('hostile names', () => {
  test.each(['terminal', 'unfolded', 'markdown', 'json', 'sarif'])('obey nothing in %s', (form) => {
    const text = all(hostile)[form]!;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
  });

  test('make no HTML, links, mentions, headings or cells in Markdown', () => {
    const text = reviewMarkdown(hostile).text;
    const outside = text.replace(/`[^`\n]*`/g, 'CODE').replace(/<code>[^<]*<\/code>/g, 'CODE');
    expect(outside.replaceAll(/<\/?(details|summary|sub|br)>/g, '')).not.toMatch(
      /[<@]|https?:|www\.|!\[|\]\(|\*\*b|~~/,
    );
    for (const [, inner] of text.matchAll(/<code>([^<]*)<\/code>/g)) expect(inner).not.toMatch(/[|`@<>]/);
    for (const line of text.split('\n')) expect(line).not.toMatch(/^(# |- \[)/);
  });

  test('a cell is one cell', () => {
    for (const text of HOSTILE) {
      expect(code(text)).not.toMatch(/[|\n]/);
      expect(prose(text)).not.toMatch(/[|\n]/);
    }
  });

  test('lines of a terminal are no wider than the page', () => {
    for (const line of terminal(hostile).split('\n')) expect([...line].length).toBeLessThanOrEqual(page.width);
  });
});

describe('large reviews', () => {
  const many = reviewOf([
    stackOf([
      ...Array.from({ length: 1200 }, (_, index) => ({
        ...update({ size: 1 }, { size: index + 2 }),
        address: `aws_vpc.vpc_with_a_long_name[${index}]`,
      })),
      ...Array.from({ length: 500 }, (_, index) => ({
        address: `aws_iam_role.role_${index}`,
        change: { actions: ['create'], after: {} },
      })),
      ...Array.from({ length: 300 }, (_, index) => ({
        address: `aws_s3_bucket.bucket_${index}`,
        change: { actions: ['delete'], before: {} },
      })),
    ]),
  ]);

  test('fit into a comment, with every loss before anything else', () => {
    const { text, overflow } = reviewMarkdown(many, { overflowFile: 'review.full.md' });
    expect(text.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    expect(text).toContain('`review.full.md`');
    for (let index = 0; index < 300; index += 1) expect(text).toContain(`net/aws_s3_bucket.bucket_${index}\``);
    expect(text.indexOf('bucket_299')).toBeLessThan(text.indexOf('#### Changed'));
    expect(overflow).toContain('vpc_with_a_long_name[1199]');
    expect(overflow!.length).toBeGreaterThan(LONGEST_COMMENT);
  });

  test('are a few lines at a terminal, and unfold', () => {
    expect(terminal(many).split('\n').length).toBeLessThan(60);
    expect(terminal(many)).toContain('1,197 more');
    expect(all(many)['unfolded']).toContain('vpc_with_a_long_name[1199]');
  });

  test('a limit that nothing fits into still holds', () => {
    expect(reviewMarkdown(many, { limit: 500 }).text.length).toBeLessThanOrEqual(500);
  });
});

test('the same review gives the same bytes, whatever the order of the stacks of types', () => {
  const make = () =>
    reviewOf([
      stackOf([
        update({ a: 1, b: 1 }, { b: 2, a: 2 }),
        { address: 'aws_vpc.z', change: { actions: ['create'], after: {} } },
      ]),
    ]);
  expect(all(make())).toEqual(all(make()));
});

describe('SARIF', () => {
  test('has file and line, and a rule for each result', () => {
    const place = {
      side: 'head' as const,
      file: 'main:blue print.yaml',
      line: 12,
      column: 3,
      endColumn: 9,
      path: ['clusters'],
    };
    const review = reviewOf([
      stackOf([{ address: 'aws_s3_bucket.b', change: { actions: ['delete'], before: {} } }], {
        origin: () => ({ place }),
      }),
    ]);
    const [run] = JSON.parse(reviewSarif(review, { version: '1.0.0' })).runs;
    expect(run.results).toHaveLength(1);
    expect(run.results[0]).toMatchObject({ ruleId: 'diff/unnamed-loss', level: 'error' });
    expect(run.results[0].locations[0].physicalLocation).toEqual({
      artifactLocation: { uri: 'blue%20print.yaml' },
      region: { startLine: 12, startColumn: 3, endColumn: 9 },
    });
    const rules = run.tool.driver.rules.map(({ id }: { id: string }) => id);
    for (const { ruleId } of JSON.parse(reviewSarif(hostile, { version: '1.0.0' })).runs[0].results)
      expect(rules).toContain(ruleId);
  });
});
