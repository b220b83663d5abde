import { writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { loadCatalog } from '../../catalog';
import { basisJson, designBlueprint } from '../../design';
import { makeReport } from '../../review/report/content';
import type { Report, ReportDrawing } from '../../review/report/document';
import { reportHtml } from '../../review/report/html';
import { reportMarkdown } from '../../review/report/markdown';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import { saveSvg } from '../hall/drawing';
import type { CommonOptions, Outcome } from '../outcome';
import { read } from '../reading';

/** Options of `report`. */
export interface ReportOptions extends CommonOptions {
  /** @default as the ending of `out` says, or else markdown */
  readonly format?: string;
  /** The file to write. @default - the report is printed */
  readonly out?: string;
}

const FORMATS = ['html', 'markdown'] as const;

type Format = (typeof FORMATS)[number];

/** Tells the basis of design of a blueprint as a page or as Markdown. Nothing is built. */
export function report(file: string, options: ReportOptions): Outcome {
  const { out } = options;
  const format = formatOf(options);
  const reading = read(file);
  if (reading.document === undefined) return reading.refused();
  const catalog = loadCatalog();
  const { basis, halls, findings } = designBlueprint(reading.document, {
    catalog,
    profiles: reading.registry.profiles(),
  });
  const all = [...reading.findings, ...findings];
  if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
  const { description } = reading.document;
  const told = makeReport({ basis, halls, catalog, ...(description !== undefined && { description }) });
  const document = { format, basis: basisJson(basis) };
  if (out === undefined) {
    const text = format === 'html' ? reportHtml(told) : reportMarkdown(told);
    return reading.outcome(all, { text, document: { ...document, text } });
  }
  const files = write(told, out, format);
  return reading.outcome(all, {
    text: files.map((each) => `written: ${each}`).join('\n'),
    document: { ...document, files },
  });
}

/** Markdown holds no drawings: they lie beside it. */
function write(told: Report, file: string, format: Format): string[] {
  if (format === 'html') {
    writeFileSync(file, reportHtml(told));
    return [file];
  }
  const drawings: string[] = [];
  const drawingAt = ({ name, svg }: ReportDrawing): string => {
    const beside = `${basename(file).replace(/\.\w+$/, '')}.${name}.svg`;
    saveSvg(join(dirname(file), beside), svg);
    drawings.push(join(dirname(file), beside));
    return beside;
  };
  writeFileSync(file, reportMarkdown(told, { drawingAt }));
  return [file, ...drawings];
}

function formatOf({ format, out }: ReportOptions): Format {
  const found = format === undefined ? byEnding(out) : FORMATS.find((each) => each === format);
  if (found !== undefined) return found;
  if (format === undefined)
    throw new CliFailure(
      ExitCode.USAGE,
      `in which form is ${out} written?`,
      'a name ends in .html or .md, or --format says it',
    );
  throw new CliFailure(ExitCode.USAGE, `there is no format ${format}`, `formats: ${FORMATS.join(', ')}`);
}

function byEnding(out: string | undefined): Format | undefined {
  if (out === undefined || /\.(md|markdown)$/.test(out)) return 'markdown';
  return /\.html?$/.test(out) ? 'html' : undefined;
}
