import { statSync, writeFileSync } from 'node:fs';
import { type Review, Verdict } from '../../review';
import { reviewHtml } from '../../review/html/diff-page';
import { reviewJson } from '../../review/render/json';
import { LONGEST_COMMENT, reviewMarkdown } from '../../review/render/markdown';
import { reviewSarif } from '../../review/render/sarif';
import { type Comparison, compare } from '../diff/compare';
import { RefusedSide } from '../diff/design-side';
import { paletteFor } from '../diff/palette';
import { reviewText } from '../diff/text';
import { writeMoved } from '../diff/write-moved';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { CommonOptions, Outcome, Page } from '../outcome';
import { usesEscapes } from '../page';
import { canShowProgress, startProgress } from '../progress';

/** Options of `diff`. */
export interface DiffOptions extends CommonOptions {
  /** What stdout holds. @default terminal */
  readonly format?: string;
  /** Files to write, each in the form that its ending names. @default - none */
  readonly out?: string[];
  /** Losses that the reviewer accepts. @default - none */
  readonly allow?: string[];
  /** Plans that `show -json` printed. @default - plans are made */
  readonly plan?: string[];
  readonly engine?: string;
  /** A command that synthesizes the base with the code of its revision. */
  readonly baseCode?: string;
  /** Writes moved blocks: into this folder, or with true into the head. */
  readonly write?: string | true;
  readonly unfold?: boolean;
}

const FORMATS = ['terminal', 'markdown', 'json', 'sarif', 'html'] as const;

const { version } = require('../../package.json') as { readonly version: string };

type Format = (typeof FORMATS)[number];

/** Tells what makes the second design of the first, and what it means. */
export async function diff(
  base: string | undefined,
  head: string | undefined,
  options: DiffOptions,
  page: Page,
): Promise<Outcome> {
  const format = formatOf(options);
  const files = (options.out ?? []).map((file) => ({ file, format: formatOfFile(file, options) }));
  const asked = askedOf(base, head, options);
  const folder = folderToWrite(head, options);
  const progress = startProgress(!options.json && canShowProgress(process.stdout, process.stderr, process.env));
  try {
    const compared = await compare(asked, progress);
    const review = folder === undefined ? compared : writeMoved(compared, folder);
    for (const { file, format: form } of files) writeReview(review, file, form);
    return outcomeOf(
      review,
      files.length > 0 && options.format !== undefined ? 'terminal' : format,
      files,
      options,
      page,
    );
  } catch (error) {
    if (error instanceof RefusedSide) return error.outcome;
    throw error;
  } finally {
    progress.end();
  }
}

function askedOf(base: string | undefined, head: string | undefined, options: DiffOptions): Comparison {
  const { plan, allow, engine, baseCode } = options;
  if ((base === undefined) !== (head === undefined) || (plan === undefined && base === undefined)) {
    throw new CliFailure(
      ExitCode.USAGE,
      'a diff has two sides',
      'wattform diff <base> <head>, or wattform diff --plan plan.json',
    );
  }
  return {
    ...(base !== undefined && { base }),
    ...(head !== undefined && { head }),
    ...(plan !== undefined && { plans: plan }),
    ...(allow !== undefined && { allow }),
    ...(engine !== undefined && { engine }),
    ...(baseCode !== undefined && { baseCode }),
  };
}

/** Known before anything is compared, so that a wrong word costs no time. */
function folderToWrite(head: string | undefined, { write }: DiffOptions): string | undefined {
  if (write === undefined) return undefined;
  const folder = write === true ? head : write;
  if (folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder;
  throw new CliFailure(
    ExitCode.USAGE,
    `${folder ?? '--write'} is no folder: moved blocks stand beside the configuration that is deployed`,
    'name the folder that the blueprint is synthesized to: --write cdktf.out',
  );
}

function outcomeOf(
  review: Review,
  format: Format,
  files: { readonly file: string }[],
  { unfold }: DiffOptions,
  page: Page,
): Outcome {
  const palette = paletteFor(usesEscapes(process.stdout, process.env));
  const texts: { readonly [form in Format]: () => string } = {
    terminal: () =>
      [reviewText(review, { page, palette, unfold }), ...files.map(({ file }) => `written: ${file}`)].join('\n'),
    markdown: () => reviewMarkdown(review).text,
    json: () => reviewJson(review),
    sarif: () => reviewSarif(review, { version }),
    html: () => reviewHtml(review),
  };
  const exitCode = EXIT_CODES[review.verdict];
  return {
    exitCode,
    text: texts[format](),
    document: {
      ok: exitCode === ExitCode.OK,
      findings: [],
      review,
      ...(files.length > 0 && { files: files.map(({ file }) => file) }),
    },
  };
}

const EXIT_CODES: { readonly [verdict in Verdict]: ExitCode } = {
  [Verdict.NO_CHANGE]: ExitCode.OK,
  [Verdict.CHANGES]: ExitCode.OK,
  [Verdict.GUARDED]: ExitCode.GUARDED,
  [Verdict.INCOMPLETE]: ExitCode.REFUSED,
};

/** Forms that have no bound. */
const WHOLE: { readonly [form in Format]?: (review: Review) => string } = {
  json: reviewJson,
  sarif: (review) => reviewSarif(review, { version }),
  html: reviewHtml,
};

function writeReview(review: Review, file: string, format: Format): void {
  const whole = WHOLE[format];
  if (whole !== undefined) {
    writeFileSync(file, whole(review));
    return;
  }
  const overflowFile = file.replace(/(\.\w+)?$/, '.full$1');
  const { text, overflow } = reviewMarkdown(review, { limit: LONGEST_COMMENT, overflowFile });
  writeFileSync(file, text);
  if (overflow !== undefined) writeFileSync(overflowFile, overflow);
}

function formatOf({ format = 'terminal' }: DiffOptions): Format {
  const found = FORMATS.find((each) => each === format);
  if (found === undefined)
    throw new CliFailure(ExitCode.USAGE, `there is no format ${format}`, `formats: ${FORMATS.join(', ')}`);
  return found;
}

/** By `--format` when there is one, or else by the ending. */
function formatOfFile(file: string, { format, out = [] }: DiffOptions): Format {
  if (format !== undefined && out.length === 1 && format !== 'terminal') return formatOf({ format });
  if (/\.(md|markdown)$/.test(file)) return 'markdown';
  if (/\.sarif(\.json)?$/.test(file)) return 'sarif';
  if (/\.json$/.test(file)) return 'json';
  if (/\.html?$/.test(file)) return 'html';
  throw new CliFailure(
    ExitCode.USAGE,
    `in which form is ${file} written?`,
    'a name ends in .md, .json, .sarif or .html, or --format says it',
  );
}
