import { loadCatalog } from '../../catalog';
import { OutputFolderError, type SynthesisResult, synthesizeBlueprint } from '../../stacks';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { CommonOptions, Outcome, Page } from '../outcome';
import { canShowProgress, type Progress, startProgress } from '../progress';
import { type Reading, read } from '../reading';
import { counted, paragraph } from '../text';

/** Options of `synth`. */
export interface SynthOptions extends CommonOptions {
  /** The folder that is written. */
  readonly output: string;
}

/** Writes the Terraform of a blueprint. What stood in the folder stays whole until everything new is there. */
export function synth(file: string, options: SynthOptions, page: Page): Outcome {
  const reading = read(file);
  if (reading.document === undefined) return reading.refused();
  const progress = startProgress(!options.json && canShowProgress(process.stdout, process.stderr, process.env));
  const { basis, findings, files } = synthesize(reading, options.output, progress);
  const all = [...reading.findings, ...findings];
  if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
  const folders = basis.stacks.map((stack) => `${options.output}/stacks/${stack.name}`);
  return reading.outcome(all, {
    text: [
      `${counted(basis.stacks.length, 'stack')} in ${options.output}, in deploy order:`,
      ...basis.stacks.map((stack, index) =>
        paragraph(`stacks/${stack.name}`, page.width, `${String(index + 1).padStart(4)}  `),
      ),
      `the engineering behind them: wattform explain ${file}`,
      `next: terraform -chdir=${folders[0]} init`,
    ].join('\n'),
    document: {
      output: options.output,
      files,
      stacks: basis.stacks.map(({ name, dependsOn }, index) => ({ name, folder: folders[index], dependsOn })),
    },
  });
}

function synthesize(reading: Reading, outdir: string, progress: Progress): SynthesisResult {
  try {
    return synthesizeBlueprint(reading.document!, {
      outdir,
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
