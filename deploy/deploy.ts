import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { type Engine, findEngine, RunError, readSynthesized, runInOrder, type StackConfiguration } from '../engine';
import { checkEngine } from './engine-check';
import { hasState } from './guards';
import { type Answers, NO_ANSWERS } from './history';
import type { Interruption } from './interruption';
import { Journal } from './journal';
import { type StackFault, StackOutcome, type StackPlan, type StackReport } from './outcome';
import type { Place } from './place';
import { type DeployedStack, type Listener, StackDeployment } from './stack-deployment';
import { environmentOf, StackEngine } from './stack-engine';
import { inWaves } from './waves';

export interface DeployOptions {
  /** `deploy` builds what the design says, `destroy` removes all of it. */
  readonly verb: 'deploy' | 'destroy';
  /** `terraform`, `tofu`, or a path. @default - the first of the two that is on the PATH */
  readonly engine?: string;
  /**
   * Asked about the plans of all stacks that can go on, side by side. @default - every plan is applied as soon as it is there,
   * and no stack waits for another one that it does not depend on
   */
  readonly approve?: (plans: StackPlan[]) => Promise<boolean>;
  /** Told about every plan that is applied without asking. @default - nobody */
  readonly onPlan?: (plan: StackPlan) => void;
  /** Plans, and applies nothing. @default false */
  readonly planOnly?: boolean;
  /** About objects in doubt. @default - nothing */
  readonly answers?: Answers;
  /** Whether a state may be older than the journal; what it lacks is imported. @default false */
  readonly recover?: boolean;
  /** Told what goes on. @default - nobody */
  readonly onProgress?: Listener;
  readonly interruption: Interruption;
  /** Stacks at a time. @default - as many as there are processors, at most 4 */
  readonly lanes?: number;
}

export interface Deployment {
  /** Whether every stack is as it was asked for. */
  readonly ok: boolean;
  readonly design: string;
  readonly engine: Engine & { readonly version: string };
  /** In deploy order. */
  readonly stacks: StackReport[];
  /** Stacks that stand, and that the design has no longer: nothing was done to them. */
  readonly left: { readonly name: string; readonly objects: number }[];
  /** What refused all of it, before anything ran. */
  readonly refusals: StackFault[];
  /** Of the wall. */
  readonly seconds: number;
}

/**
 * Deploys or destroys the stacks of a synthesized folder with the user's engine, environment and accounts. The place must be
 * locked.
 * @throws RunError when it cannot begin
 */
export async function deploy(place: Place, options: DeployOptions): Promise<Deployment> {
  const begun = performance.now();
  const engine = findEngine(options.engine);
  const stacks = readStacks(place.folder);
  refuseWorkspaces(stacks);
  const configurations = stacks.map(({ configuration }) => configuration);
  const version = await checkEngine(engine, configurations, process.env);
  const deployments = begin(place, stacks, engine, options);
  const refusals = await refusalsOf(deployments);
  if (refusals.length === 0 && !options.interruption.raised) await run(deployments, options);
  for (const each of deployments)
    if (each.outcome === StackOutcome.FAILED && options.interruption.raised) each.outcome = StackOutcome.INTERRUPTED;
  const reports = deployments.map(({ report }) => report);
  return {
    ok: refusals.length === 0 && reports.every(({ outcome }) => (options.planOnly ? PLANNED : DONE).includes(outcome)),
    design: place.design,
    engine: { ...engine, version },
    stacks: reports,
    left: leftBehind(place, stacks),
    refusals,
    seconds: (performance.now() - begun) / 1000,
  };
}

const DONE = [StackOutcome.APPLIED, StackOutcome.UNCHANGED];
/** A stack that waits for one that is only planned cannot be planned yet. */
const PLANNED = [StackOutcome.UNCHANGED, StackOutcome.PLANNED, StackOutcome.NOT_REACHED];

function readStacks(folder: string): DeployedStack[] {
  return readSynthesized(folder).map((stack) => ({
    ...stack,
    home: resolve(folder, stack.directory),
    configuration: JSON.parse(readFileSync(join(folder, stack.file), 'utf8')) as StackConfiguration,
  }));
}

/** The states that are guarded are those of the default workspace. */
function refuseWorkspaces(stacks: DeployedStack[]): void {
  const workspace = process.env['TF_WORKSPACE'] ?? 'default';
  const named = stacks.some(({ configuration: { terraform } }) => terraform?.cloud || terraform?.backend?.['remote']);
  if (workspace === 'default' || workspace === '' || named) return;
  throw new RunError(
    `TF_WORKSPACE is ${workspace}, and a design has one state a stack, in the default workspace`,
    'unset it; for a second deployment of a blueprint give it another name',
  );
}

function begin(place: Place, stacks: DeployedStack[], engine: Engine, options: DeployOptions): StackDeployment[] {
  const oneByOne = initsShareACache() ? queue() : <T>(work: () => Promise<T>): Promise<T> => work();
  const { verb, answers = NO_ANSWERS, recover = false, interruption, onProgress = () => undefined } = options;
  return stacks.map((stack) => {
    const journal = new Journal(place.stack(stack.name));
    const driver = new StackEngine(engine, stack.home, environmentOf(stack.name), journal, interruption, () =>
      hasState(stack),
    );
    return new StackDeployment(stack, journal, driver, { verb, answers, recover }, onProgress, oneByOne);
  });
}

/** Every stack is looked at before the first is touched. */
async function refusalsOf(deployments: StackDeployment[]): Promise<StackFault[]> {
  await Promise.all(deployments.map((each) => each.afterOthers()));
  return deployments.flatMap((each) => {
    try {
      each.guard();
      return [];
    } catch (error) {
      if (error instanceof RunError) return [{ summary: error.message, hint: error.hint }];
      throw error;
    }
  });
}

async function run(deployments: StackDeployment[], options: DeployOptions): Promise<void> {
  const lanes = options.lanes ?? Math.min(4, availableParallelism());
  const tasks = deployments.map((each) => ({
    deployment: each,
    name: each.stack.name,
    after: options.verb === 'deploy' ? each.stack.dependsOn : readersOf(each, deployments),
  }));
  if (options.approve !== undefined || options.planOnly) {
    await inWaves(tasks, lanes, options);
    return;
  }
  await runInOrder(
    tasks.map((task) => ({ ...task, run: () => withoutAsking(task.deployment, options) })),
    lanes,
  );
}

function readersOf({ stack }: StackDeployment, deployments: StackDeployment[]): string[] {
  return deployments.filter((each) => each.stack.dependsOn.includes(stack.name)).map((each) => each.stack.name);
}

async function withoutAsking(deployment: StackDeployment, { interruption, onPlan }: DeployOptions): Promise<boolean> {
  for (let plans = 0; plans < MOST_PLANS; plans += 1) {
    if (interruption.raised) return false;
    const planning = await deployment.planNext();
    if (planning.plan === undefined) return planning.done;
    onPlan?.(planning.plan);
    if (interruption.raised) {
      deployment.drop(StackOutcome.INTERRUPTED);
      return false;
    }
    const applied = await deployment.apply();
    if (applied !== 'stale' && (!applied || planning.plan.note === undefined)) return applied;
  }
  deployment.faults = [{ summary: 'the state changed between each plan and its apply: somebody else is at work' }];
  return false;
}

/** A state that changes faster than this is not ours alone. */
const MOST_PLANS = 4;

function leftBehind(place: Place, stacks: DeployedStack[]): { readonly name: string; readonly objects: number }[] {
  const gone = place.known().filter((name) => !stacks.some((stack) => stack.name === name));
  return gone
    .map((name) => ({ name, objects: new Journal(place.stack(name)).lastSettlement()?.objects ?? 0 }))
    .filter(({ objects }) => objects > 0);
}

/** Engines that install providers into one cache at the same time spoil it. */
function initsShareACache(): boolean {
  if (process.env['TF_PLUGIN_CACHE_DIR']) return true;
  const home = process.env['HOME'] ?? '';
  const named = process.env['TF_CLI_CONFIG_FILE'];
  const files = named ? [named] : ['.terraformrc', '.tofurc'].map((name) => join(home, name));
  return files.some((file) => {
    try {
      return readFileSync(file, 'utf8').includes('plugin_cache_dir');
    } catch {
      return false;
    }
  });
}

function queue(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const next = last.then(work, work);
    last = next.catch(() => undefined);
    return next;
  };
}
