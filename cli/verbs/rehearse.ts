import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { renderPlace } from '../../blueprints/language';
import { loadCatalog } from '../../catalog';
import { type Diagnosis, type Rehearsal, RunError, rehearse } from '../../rehearsal';
import { synthesizeBlueprint } from '../../stacks';
import { blueprintPathOf, blueprintPlaceOf } from '../blueprint-lines';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import { withInterrupts } from '../interrupts';
import type { CommonOptions, Outcome, Page } from '../outcome';
import { canShowProgress, startProgress } from '../progress';
import { read } from '../reading';
import { rehearsalText } from '../rehearsal-text';

/** Options of `rehearse`. */
export interface RehearseOptions extends CommonOptions {
  /** @default - the first of terraform and tofu that is on the PATH */
  readonly engine?: string;
  /** Values of variables, `name=value`; for a folder. @default - none */
  readonly var?: string[];
  /** Files with values of variables; for a folder. @default - none */
  readonly varFile?: string[];
  /** What is to happen to the deploy. @default - nothing */
  readonly fault?: string[];
}

/** Rehearses a blueprint, a synthesized folder, or a folder with Terraform's own files. */
export async function rehearsePath(path: string, options: RehearseOptions, page: Page): Promise<Outcome> {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return rehearseFolder(path, options, page);
  if (/\.(tf|tofu)(\.json)?$|(^|[\\/])manifest\.json$/.test(path)) {
    throw new CliFailure(ExitCode.USAGE, `${path} is part of a folder`, `rehearse the folder: ${dirname(path)}`);
  }
  return rehearseBlueprint(path, options, page);
}

async function rehearseFolder(folder: string, options: RehearseOptions, page: Page): Promise<Outcome> {
  const rehearsal = await withInterrupts((signal) => run(folder, options, signal));
  return {
    exitCode: rehearsal.ok ? ExitCode.OK : ExitCode.REFUSED,
    text: rehearsalText(rehearsal, page),
    document: { ok: rehearsal.ok, findings: [], rehearsal },
  };
}

/** Synthesizes a blueprint into a folder of its own, rehearses it there and leaves nothing behind. */
async function rehearseBlueprint(file: string, options: RehearseOptions, page: Page): Promise<Outcome> {
  if ((options.var ?? options.varFile) !== undefined) {
    throw new CliFailure(ExitCode.USAGE, 'a blueprint has no variables', '--var and --var-file are for folders');
  }
  const reading = read(file);
  const { document, source } = reading;
  if (document === undefined) return reading.refused();
  const folder = mkdtempSync(join(tmpdir(), 'wattform-'));
  try {
    const { basis, findings } = synthesizeBlueprint(document, {
      outdir: join(folder, 'out'),
      catalog: loadCatalog(),
      registry: reading.registry,
    });
    const all = [...reading.findings, ...findings];
    if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
    const played = await withInterrupts((signal) => run(join(folder, 'out'), options, signal));
    const placed = (fault: Diagnosis) => ({ ...fault, blueprint: blueprintPlaceOf(fault, document, source) });
    const { recovery } = played;
    const rehearsal = {
      ...played,
      faults: played.faults.map(placed),
      recovery: recovery && {
        ...recovery,
        failures: recovery.failures.map(placed),
        troubles: recovery.troubles.map(placed),
      },
    };
    const outcome = reading.outcome(all, {
      text: rehearsalText(rehearsal, page, (fault) => renderPlace(source, blueprintPathOf(fault, document))),
      document: { rehearsal },
    });
    if (rehearsal.ok) return outcome;
    return { ...outcome, exitCode: ExitCode.REFUSED, document: { ...outcome.document, ok: false } };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function run(folder: string, options: RehearseOptions, signal: AbortSignal): Promise<Rehearsal> {
  const progress = startProgress(!options.json && canShowProgress(process.stdout, process.stderr, process.env));
  try {
    return await rehearse(folder, {
      engine: options.engine,
      variables: options.var,
      variableFiles: options.varFile,
      faults: options.fault,
      signal,
      onProgress: (step) => progress.step(step),
    });
  } catch (error) {
    if (signal.aborted) throw new CliFailure(ExitCode.INTERRUPTED, 'interrupted; nothing is left behind');
    if (error instanceof RunError) throw new CliFailure(ExitCode.USAGE, error.message, error.hint);
    throw error;
  } finally {
    progress.end();
  }
}
