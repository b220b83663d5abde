import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, engineVersion, findEngine, readSynthesized, runInOrder } from '../engine';
import type { Diagnosis } from './diagnosis';
import { type LedgerEntry, ledgerFor } from './ledger';
import { copyPrivately } from './private-copy';
import { StackRehearsal, type Step, type StepResult } from './stack-rehearsal';

export interface RehearsalOptions {
  /** `terraform`, `tofu`, or a path. @default - the first of the two that is on the PATH */
  readonly engine?: string;
  /** Told before each step. @default - nobody */
  readonly onProgress?: (progress: RehearsalProgress) => void;
  /** Ends the rehearsal early; `rehearse` then throws. @default - it runs to its end */
  readonly signal?: AbortSignal;
  /** Stacks at a time. @default - as many as there are processors, at most 4 */
  readonly lanes?: number;
}

export interface RehearsalProgress {
  readonly done: number;
  readonly total: number;
  readonly what: string;
}

/** What happened to a stack. */
export interface StackReport {
  readonly name: string;
  readonly site?: string;
  readonly cluster?: string;
  readonly dependsOn: string[];
  /** In the order in which they ran. Empty: the stack was not reached, because one before it failed. */
  readonly steps: StepResult[];
  /** Objects by type. */
  readonly created: { readonly [type: string]: number };
}

export interface Rehearsal {
  /** Whether every stack went up, stayed as it was, and came down. */
  readonly ok: boolean;
  readonly engine: Engine & { readonly version: string };
  /** In deploy order. */
  readonly stacks: StackReport[];
  readonly faults: Diagnosis[];
  readonly ledger: LedgerEntry[];
  /** Of the wall, from the first step to the last. */
  readonly seconds: number;
}

/**
 * Runs an unmodified engine over a synthesized folder, with its providers played: every stack is validated, planned, applied and
 * planned again in deploy order, and destroyed in reverse. All of it happens in a private copy, which is removed at the end.
 * @throws RunError when it cannot begin
 */
export async function rehearse(folder: string, options: RehearsalOptions = {}): Promise<Rehearsal> {
  const engine = findEngine(options.engine);
  const work = mkdtempSync(join(tmpdir(), 'wattform-'));
  try {
    mkdirSync(join(work, 'home'));
    const version = await engineVersion(engine, work);
    const stacks = copyPrivately(folder, readSynthesized(folder), work);
    const begun = performance.now();
    const progress = progressOf(stacks.length, options);
    const rehearsals = stacks.map(
      (stack, index) => new StackRehearsal(stack, index, { engine, work, signal: options.signal }, progress),
    );
    const ok = await upAndDown(rehearsals, options.lanes ?? Math.min(4, availableParallelism()));
    const schemas = [...new Set(stacks.flatMap((stack) => stack.schemas))];
    return {
      ok,
      engine: { ...engine, version },
      stacks: rehearsals.map(({ stack: { name, site, cluster, dependsOn }, steps, created }) => {
        return { name, site, cluster, dependsOn, steps, created };
      }),
      faults: rehearsals.flatMap(({ diagnoses }) => diagnoses),
      ledger: ledgerFor(schemas, `${engine.name} ${version}`),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

const STEPS_OF_A_STACK = 5;

function progressOf(stacks: number, { onProgress }: RehearsalOptions): (stack: string, step: Step) => void {
  let done = 0;
  return (stack, step) => {
    onProgress?.({ done, total: stacks * STEPS_OF_A_STACK, what: `${step} ${stack}` });
    done += 1;
  };
}

/** A failure leaves the others of its lane to end, so that all faults are told at once; then nothing is destroyed. */
async function upAndDown(rehearsals: StackRehearsal[], lanes: number): Promise<boolean> {
  const name = (rehearsal: StackRehearsal): string => rehearsal.stack.name;
  const up = await runInOrder(
    rehearsals.map((each) => ({ name: name(each), after: each.stack.dependsOn, run: () => each.up() })),
    lanes,
  );
  if (rehearsals.some((each) => up.get(name(each)) !== true)) return false;
  const down = await runInOrder(
    rehearsals.map((each) => ({
      name: name(each),
      after: rehearsals.filter((other) => other.stack.dependsOn.includes(name(each))).map(name),
      run: () => each.down(),
    })),
    lanes,
  );
  return rehearsals.every((each) => down.get(name(each)) === true);
}
