import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join, relative, sep } from 'node:path';
import { isMap, isNode, LineCounter, parseDocument } from 'yaml';
import { didYouMean } from '../../blueprints/language/suggest';
import { loadCatalog } from '../../catalog';
import {
  type PipelineDesign,
  PipelineEngine,
  PipelineRefusal,
  pipelineFor,
  Runner,
  readDesign,
  writeGenerated,
} from '../../deploy/pipeline';
import { RunError } from '../../engine';
import { synthesizeBlueprint } from '../../stacks';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { CommonOptions, Outcome } from '../outcome';
import { read } from '../reading';
import { counted } from '../text';

/** Options of `pipeline`. */
export interface PipelineVerbOptions extends CommonOptions {
  /** The runner's name. */
  readonly for: string;
  /** @default - standard output */
  readonly output?: string;
  readonly force?: boolean;
  readonly engine: string;
  readonly engineVersion?: string;
  readonly branch: string;
  readonly environment: string;
  /** Of the synthesized folder in the repository. @default - the folder that was named; cdktf.out for a blueprint */
  readonly folder?: string;
}

const USUAL_FOLDER = 'cdktf.out';

/** Writes the order of a design's stacks as the file of a runner. */
export function pipeline(source: string, options: PipelineVerbOptions): Outcome {
  const runner = choice('runner', options.for, Object.values(Runner));
  const engine = choice('engine', options.engine, Object.values(PipelineEngine));
  const write = (design: PipelineDesign): Outcome => {
    const text = pipelineFor(runner, design, { ...options, engine });
    if (options.output !== undefined) save(options.output, text, options.force === true);
    return outcomeOf(runner, design, text, options.output);
  };
  try {
    if (isFolder(source)) return write(readDesign(source, options.folder ?? placeOf(source)));
    return ofBlueprint(source, options.folder ?? USUAL_FOLDER, write);
  } catch (error) {
    if (error instanceof PipelineRefusal) {
      const where = isFolder(source) ? '' : `${lineOf(source, error.key)}: `;
      throw new CliFailure(ExitCode.REFUSED, `${where}${error.message}`, error.hint);
    }
    if (error instanceof RunError) throw new CliFailure(ExitCode.USAGE, error.message, error.hint);
    throw error;
  }
}

/** Synthesizes into a folder of its own, which leaves the user's as it is. */
function ofBlueprint(file: string, place: string, write: (design: PipelineDesign) => Outcome): Outcome {
  const reading = read(file);
  if (reading.document === undefined) return reading.refused();
  const temporary = mkdtempSync(join(tmpdir(), 'wattform-'));
  try {
    const outdir = join(temporary, 'out');
    const { basis, findings } = synthesizeBlueprint(reading.document, {
      outdir,
      catalog: loadCatalog(),
      registry: reading.registry,
    });
    const all = [...reading.findings, ...findings];
    if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
    const { text, document } = write(readDesign(outdir, place));
    return reading.outcome(all, { text, document });
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

function outcomeOf(runner: Runner, design: PipelineDesign, text: string, file?: string): Outcome {
  const stacks = design.stacks.map(({ name, dependsOn }) => ({ name, dependsOn }));
  const next = {
    [Runner.GITHUB]: `next: commit ${design.folder} and this file; set the variables, the secret and the reviewers that docs/pipeline.md lists`,
    [Runner.ATLANTIS]: `next: commit ${design.folder} and this file`,
    [Runner.HCP]: 'next: terraform init and apply beside this file; the output names the workspaces to start',
  }[runner];
  return {
    exitCode: ExitCode.OK,
    text: file === undefined ? text : `wrote ${file}: ${counted(stacks.length, 'stack')} in deploy order\n${next}`,
    document: {
      ok: true,
      findings: [],
      runner,
      folder: design.folder,
      stacks,
      ...(file === undefined ? { text } : { file }),
    },
  };
}

function save(file: string, text: string, force: boolean): void {
  try {
    writeGenerated(file, text, force);
  } catch (error) {
    if (error instanceof RunError) throw new CliFailure(ExitCode.OUTPUT, error.message, error.hint);
    throw error;
  }
}

function choice<T extends string>(what: string, got: string, known: T[]): T {
  const found = known.find((each) => each === got);
  if (found !== undefined) return found;
  const all = `one of ${known.join(', ')}`;
  throw new CliFailure(ExitCode.USAGE, `unknown ${what} "${got}"`, didYouMean(got, known) ?? all);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** A folder that is named from here is taken to be named from the root of the repository. */
function placeOf(folder: string): string {
  return (isAbsolute(folder) ? folder : relative(process.cwd(), folder)).split(sep).join('/');
}

/** `file:line` of a blueprint's key, or of the nearest one above it that is there. */
function lineOf(file: string, key: string[] = []): string {
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  for (let depth = key.length; depth > 0; depth -= 1) {
    const above = depth === 1 ? document.contents : document.getIn(key.slice(0, depth - 1), true);
    const pair = isMap(above) ? above.items.find((each) => String(each.key) === key[depth - 1]) : undefined;
    if (isNode(pair?.key) && pair.key.range) return `${file}:${lines.linePos(pair.key.range[0]).line}`;
  }
  return file;
}
