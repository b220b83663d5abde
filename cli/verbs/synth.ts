import { loadCatalog } from '../../catalog';
import type { StackDesign } from '../../design/basis';
import { OutputFolderError, type SynthesisResult, synthesizeBlueprint } from '../../stacks';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { CommonOptions, Outcome, Page } from '../outcome';
import { canShowProgress, type Progress, startProgress } from '../progress';
import { type Reading, read } from '../reading';
import { counted, number, paragraph } from '../text';

/** Options of `synth`. */
export interface SynthOptions extends CommonOptions {
  /** The folder that is written. */
  readonly output: string;
  /** Configurations of very many switches too. */
  readonly switchConfigs?: boolean;
}

/** Writes the Terraform of a blueprint. What stood in the folder stays whole until everything new is there. */
export function synth(file: string, options: SynthOptions, page: Page): Outcome {
  const reading = read(file);
  if (reading.document === undefined) return reading.refused();
  const progress = startProgress(!options.json && canShowProgress(process.stdout, process.stderr, process.env));
  const { basis, findings, files } = synthesize(reading, options, progress);
  const all = [...reading.findings, ...findings];
  if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
  const halls = basis.sites.filter(({ hall }) => hall !== undefined).map(({ name }) => name);
  const folders = basis.stacks.map((stack) => `${options.output}/stacks/${stack.name}`);
  return reading.outcome(all, {
    text: [
      `${counted(basis.stacks.length, 'stack')} in ${options.output}, in deploy order:`,
      ...basis.stacks.map((stack, index) =>
        paragraph(`stacks/${stack.name}${sizeOf(stack)}`, page.width, `${String(index + 1).padStart(4)}  `),
      ),
      ...wholeSize(basis.stacks),
      ...halls.map((site) => `files for other tools: ${options.output}/halls/${site}`),
      `the engineering behind them: wattform explain ${file}`,
      `next: terraform -chdir=${folders[0]} init`,
    ].join('\n'),
    document: {
      output: options.output,
      files,
      stacks: basis.stacks.map(({ name, dependsOn, records, applySeconds }, index) => ({
        name,
        folder: folders[index],
        dependsOn,
        ...(records === undefined ? {} : { records }),
        ...(applySeconds === undefined ? {} : { applySeconds }),
      })),
    },
  });
}

/** Of a stack of an owned hall: how much it is, and how long a live inventory takes for it. */
function sizeOf({ records, applySeconds }: StackDesign): string {
  if (records === undefined) return '';
  const time = applySeconds === undefined ? '' : `, ${duration(applySeconds)}`;
  return `  (${counted(records, 'record')}${time})`;
}

function wholeSize(stacks: StackDesign[]): string[] {
  const sum = (of: (stack: StackDesign) => number | undefined): number =>
    stacks.reduce((total, stack) => total + (of(stack) ?? 0), 0);
  const [records, seconds] = [sum((stack) => stack.records), sum((stack) => stack.applySeconds)];
  if (records === 0) return [];
  const time = seconds === 0 ? '' : `; an apply of all, one stack after another, takes about ${duration(seconds)}`;
  return [`${counted(records, 'record')} of owned halls${time}`];
}

/** "40 s", "9 min", "3.2 h": rounded up, for it is a wait. */
function duration(seconds: number): string {
  if (seconds < 90) return `${seconds} s`;
  return seconds < 5400 ? `${Math.ceil(seconds / 60)} min` : `${number(Math.ceil(seconds / 360) / 10)} h`;
}

function synthesize(reading: Reading, options: SynthOptions, progress: Progress): SynthesisResult {
  try {
    return synthesizeBlueprint(reading.document!, {
      outdir: options.output,
      switchConfigs: options.switchConfigs,
      catalog: loadCatalog(),
      registry: reading.registry,
      onProgress: (step) => progress.step(step),
    });
  } catch (error) {
    if (error instanceof OutputFolderError) throw new CliFailure(ExitCode.OUTPUT, error.message);
    throw error;
  } finally {
    progress.end();
  }
}
