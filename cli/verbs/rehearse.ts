import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalog } from '../../catalog';
import { type Rehearsal, RunError, rehearse } from '../../rehearsal';
import { synthesizeBlueprint } from '../../stacks';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { CommonOptions, Outcome, Page } from '../outcome';
import { canShowProgress, startProgress } from '../progress';
import { read } from '../reading';
import { rehearsalText } from '../rehearsal-text';

/** Options of `rehearse`. */
export interface RehearseOptions extends CommonOptions {
  /** @default - the first of terraform and tofu that is on the PATH */
  readonly engine?: string;
}

/** Synthesizes a blueprint into a folder of its own, rehearses it there and leaves nothing behind. */
export async function rehearseBlueprint(file: string, options: RehearseOptions, page: Page): Promise<Outcome> {
  const reading = read(file);
  if (reading.document === undefined) return reading.refused();
  const folder = mkdtempSync(join(tmpdir(), 'wattform-'));
  try {
    const { basis, findings } = synthesizeBlueprint(reading.document, {
      outdir: join(folder, 'out'),
      catalog: loadCatalog(),
      registry: reading.registry,
    });
    const all = [...reading.findings, ...findings];
    if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
    const rehearsal = await withInterrupts((signal) => run(join(folder, 'out'), options, signal));
    const outcome = reading.outcome(all, {
      text: rehearsalText(rehearsal, page),
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
    return await rehearse(folder, { engine: options.engine, signal, onProgress: (step) => progress.step(step) });
  } catch (error) {
    if (signal.aborted) throw new CliFailure(ExitCode.INTERRUPTED, 'interrupted; nothing is left behind');
    if (error instanceof RunError) throw new CliFailure(ExitCode.USAGE, error.message, error.hint);
    throw error;
  } finally {
    progress.end();
  }
}

/** An interrupt ends the engines and lets the private folders be removed; a second one ends the process. */
async function withInterrupts<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interrupted = new AbortController();
  const interrupt = (): void => interrupted.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    return await work(interrupted.signal);
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}
