import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { type Engine, RunError } from '../engine';
import { type CriticalPath, criticalPath } from './critical-path';
import type { Diagnosis } from './diagnosis';
import { FaultInjector } from './faults/injector';
import { parseFault } from './faults/parse';
import { refuseWhatCannotHappen } from './faults/targets';
import { Cloud } from './host/cloud';
import { type LedgerEntry, ledgerFor } from './ledger';
import { takeDown, takeUp } from './order';
import { copyPrivately, type PrivateStack } from './private-copy';
import { type Recovery, rehearseRecovery } from './recovery';
import { StackRehearsal, type Step, type StepResult } from './stack-rehearsal';
import { stacksOfFolder } from './stacks-of-folder';
import { openWorkplace } from './workplace';

export interface RehearsalOptions {
  /** `terraform`, `tofu`, or a path. @default - the first of the two that is on the PATH */
  readonly engine?: string;
  /** Values of variables, `name=value`; for a folder of one stack. @default - none */
  readonly variables?: string[];
  /** Files with values of variables; for a folder of one stack. @default - those that the engine reads by itself */
  readonly variableFiles?: string[];
  /** What is to happen to the deploy, in the words of `--fault`. @default - nothing */
  readonly faults?: string[];
  /** Where everything is built. @default - a cloud in which nothing stands */
  readonly cloud?: Cloud;
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
  /** Whether every stack went up, stayed as it was, and came down; under faults, whether that was so in the end. */
  readonly ok: boolean;
  readonly engine: Engine & { readonly version: string };
  /** In deploy order. */
  readonly stacks: StackReport[];
  /** Of a rehearsal under faults: those that were left when the faults were gone. */
  readonly faults: Diagnosis[];
  /** What the faults that were asked for did. @default - none were asked for */
  readonly recovery?: Recovery;
  /** What bounds the time of a deploy. @default - not all stacks went up */
  readonly criticalPath?: CriticalPath;
  /** What a reader would not expect: folders that were read beside the one that was named. */
  readonly notes: string[];
  readonly ledger: LedgerEntry[];
  /** Of the wall, from the first step to the last. */
  readonly seconds: number;
}

/**
 * Runs an unmodified engine over a synthesized folder or one with Terraform's own files, with the providers played: every stack
 * is validated, planned, applied and planned again in deploy order, and destroyed in reverse. All of it happens in a private
 * copy, which is removed at the end.
 * @throws RunError when it cannot begin
 */
export async function rehearse(folder: string, options: RehearsalOptions = {}): Promise<Rehearsal> {
  const asked = (options.faults ?? []).map(parseFault);
  const workplace = await openWorkplace(options.engine);
  const { engine, version, tofu, work, states } = workplace;
  try {
    const found = stacksOfFolder(folder, tofu);
    const variables = variablesFor(found.stacks.length, options);
    const stacks = await copyPrivately(folder, found, { work, tofu, states });
    const begun = performance.now();
    const progress = progressOf(stacks.length * (asked.length === 0 ? STEPS_OF_A_STACK : STEPS_UNDER_FAULTS), options);
    const cloud = options.cloud ?? new Cloud({ assumesImports: stacks.some((stack) => !stack.synthesized) });
    const faults = asked.length === 0 ? undefined : new FaultInjector(asked, cloud);
    refuseWhatCannotHappen(asked, [...new Set(stacks.flatMap((stack) => stack.resourceTypes))].sort());
    const stage = { engine, work, states, cloud, faults, variables, tofu, signal: options.signal };
    const lanes = options.lanes ?? Math.min(4, availableParallelism());
    const all = (): StackRehearsal[] => stacks.map((stack, index) => new StackRehearsal(stack, index, stage, progress));
    const rehearsals = all();
    const recovery =
      faults && (await rehearseRecovery(rehearsals, { injector: faults, cloud, states, lanes, again: all }));
    const ok = recovery?.recovered ?? (await upAndDown(rehearsals, lanes));
    const built = rehearsals.map(({ stack, chain }) => ({ ...stack, resources: chain }));
    return {
      ok,
      engine: { ...engine, version },
      stacks: rehearsals.map(({ stack: { name, site, cluster, dependsOn }, steps, created }) => {
        return { name, site, cluster, dependsOn, steps, created };
      }),
      faults: recovery?.troubles ?? rehearsals.flatMap(({ diagnoses }) => diagnoses),
      recovery,
      criticalPath: ok ? criticalPath(built) : undefined,
      notes: notesOn(stacks),
      ledger: ledgerFor(
        stacks.flatMap(({ schemas }) => schemas),
        `${engine.name} ${version}`,
        [...new Set(stacks.flatMap(({ rebuilt }) => rebuilt))].sort(),
      ),
      seconds: (performance.now() - begun) / 1000,
    };
  } finally {
    await workplace.close();
  }
}

function variablesFor(stacks: number, { variables = [], variableFiles = [] }: RehearsalOptions): string[] {
  if (stacks > 1 && variables.length + variableFiles.length > 0) {
    throw new RunError('variables are for a folder of one stack: they would be given to each of several');
  }
  return [
    ...variableFiles.map((file) => `-var-file=${resolve(file)}`),
    ...variables.map((variable) => `-var=${variable}`),
  ];
}

function notesOn(stacks: PrivateStack[]): string[] {
  const besides = [...new Set(stacks.flatMap((stack) => stack.besides))].sort();
  return besides.map((folder) => `${folder} was read too: a module of it is called`);
}

const STEPS_OF_A_STACK = 5;
/** Up twice, at most. */
const STEPS_UNDER_FAULTS = 9;

function progressOf(total: number, { onProgress }: RehearsalOptions): (stack: string, step: Step) => void {
  let done = 0;
  return (stack, step) => {
    onProgress?.({ done, total, what: `${step} ${stack}` });
    done += 1;
  };
}

async function upAndDown(rehearsals: StackRehearsal[], lanes: number): Promise<boolean> {
  const up = await takeUp(rehearsals, lanes);
  return up.size === rehearsals.length && takeDown(rehearsals, lanes);
}
