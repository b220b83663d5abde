import { statSync } from 'node:fs';
import { inert } from '../blueprints/language/show';
import { loadCatalog } from '../catalog';
import {
  acquireLock,
  type Deployment,
  type DeployOptions,
  deploy,
  designName,
  type EndSignal,
  Interruption,
  Place,
  RunError,
  requireEngine,
  type StackPlan,
} from '../deploy';
import { OutputFolderError, synthesizeBlueprint } from '../stacks';
import { approved } from './approval';
import { deploymentText } from './deployment-text';
import { ExitCode } from './exit-code';
import { CliFailure } from './failure';
import type { CommonOptions, Outcome, Page } from './outcome';
import { planText } from './plan-text';
import { canShowProgress, type Progress, startProgress } from './progress';
import { type Reading, read } from './reading';

/** Options of `deploy` and `destroy`. */
export interface DeployVerbOptions extends CommonOptions {
  /** The folder of a blueprint's synthesis. */
  readonly output: string;
  /** @default - the first of terraform and tofu that is on the PATH */
  readonly engine?: string;
  readonly autoApprove?: boolean;
  readonly planOnly?: boolean;
  readonly recover?: boolean;
  /** `ADDRESS=ID`. */
  readonly adopt?: string[];
  readonly absent?: string[];
  /** Stacks at a time. */
  readonly parallel?: string;
}

/** What a verb does with every stack, and what a person types to approve it. */
export interface DeployVerb {
  readonly name: 'deploy' | 'destroy';
  yes(design: string): string;
}

/** Runs a verb over a blueprint or a synthesized folder. */
export async function deploying(
  verb: DeployVerb,
  source: string,
  options: DeployVerbOptions,
  page: Page,
): Promise<Outcome> {
  const given = understood(options);
  refuseWithoutApproval(verb, options);
  const interruption = new Interruption();
  return withSignals(interruption, async () => {
    const goOn = commandLine(verb, source, options);
    await usage(() => requireEngine(options.engine));
    if (isFolder(source)) {
      const place = new Place(source, await usage(() => designName(source)));
      const deployment = await locked(place, verb, () => run(place, verb, options, given, interruption, page));
      return outcomeOf(verb, deployment, goOn, interruption, page);
    }
    const reading = read(source);
    if (reading.document === undefined) return reading.refused();
    const place = new Place(options.output, reading.document.name);
    return locked(place, verb, async () => {
      const { basis, findings } = synthesized(reading, options.output);
      const all = [...reading.findings, ...findings];
      if (basis === undefined) return reading.outcome(all, { text: '', document: {} });
      const deployment = await run(place, verb, options, given, interruption, page);
      const { text, document, exitCode } = outcomeOf(verb, deployment, goOn, interruption, page);
      const outcome = reading.outcome(all, { text, document });
      return { ...outcome, exitCode, document: { ...outcome.document, ok: document.ok } };
    });
  });
}

type Given = Pick<DeployOptions, 'answers' | 'lanes'>;

function understood({ adopt = [], absent = [], parallel }: DeployVerbOptions): Given {
  const pairs = adopt.map((pair): [string, string] => {
    // An address may hold an equals sign in quotes, and an id one anywhere.
    const [, address, id] = /^((?:[^="]|"(?:[^"\\]|\\.)*")+)=(.+)$/.exec(pair) ?? [];
    if (address === undefined || id === undefined) {
      throw new CliFailure(
        ExitCode.USAGE,
        `--adopt ${pair} is not ADDRESS=ID`,
        "for example --adopt 'aws_vpc.main=vpc-0123'",
      );
    }
    return [address.trim(), id.trim()];
  });
  const lanes = parallel === undefined ? undefined : Number(parallel);
  if (lanes !== undefined && (!Number.isInteger(lanes) || lanes < 1)) {
    throw new CliFailure(ExitCode.USAGE, `--parallel ${parallel} is not a number of stacks`, 'it is 1 or more');
  }
  return { answers: { adopt: Object.fromEntries(pairs), absent }, lanes };
}

function refuseWithoutApproval({ name }: DeployVerb, { autoApprove, planOnly, json }: DeployVerbOptions): void {
  if (autoApprove || planOnly) return;
  if (process.stdin.isTTY && process.stderr.isTTY && process.stdout.isTTY && !json) return;
  const why = json ? 'with --json nobody is asked' : 'there is no terminal to ask on';
  throw new CliFailure(
    ExitCode.USAGE,
    `${name} applies only plans that are approved, and ${why}`,
    'give --auto-approve to apply every plan as it is, or --plan-only to see the plans; nothing was done',
  );
}

async function run(
  place: Place,
  verb: DeployVerb,
  options: DeployVerbOptions,
  given: Given,
  interruption: Interruption,
  page: Page,
): Promise<Deployment> {
  const progress = startProgress(!options.json && canShowProgress(process.stdout, process.stderr, process.env));
  const show = (plan: StackPlan): void => {
    progress.end();
    if (!options.json) process.stdout.write(`${planText(plan, page)}\n`);
  };
  const approve = (plans: StackPlan[]): Promise<boolean> => {
    for (const plan of plans) show(plan);
    return approved(plans, verb.yes(place.design), interruption);
  };
  try {
    return await usage(() =>
      deploy(place, {
        ...given,
        verb: verb.name,
        engine: options.engine,
        recover: options.recover,
        planOnly: options.planOnly,
        approve: options.autoApprove || options.planOnly ? undefined : approve,
        onPlan: show,
        onProgress: teller(progress, options.json === true),
        interruption,
      }),
    );
  } finally {
    progress.end();
  }
}

/** On a terminal the last line replaces the one before; in a pipe each is kept, with its stack before it. */
function teller(progress: Progress, silent: boolean): DeployOptions['onProgress'] {
  const lines = !silent && !(process.stdout.isTTY && process.stderr.isTTY);
  let objects = 0;
  return (stack, what, about) => {
    if (about === 'object') objects += 1;
    if (lines) process.stdout.write(`${stack}: ${inert(what)}\n`);
    else progress.step({ done: objects, what: `${stack}: ${inert(what)}` });
  };
}

function outcomeOf(
  verb: DeployVerb,
  deployment: Deployment,
  goOn: string,
  { signal }: Interruption,
  page: Page,
): Outcome {
  const exitCode = deployment.ok ? ExitCode.OK : signal === undefined ? ExitCode.REFUSED : EXIT_BY[signal];
  return {
    exitCode,
    text: deploymentText(verb.name, deployment, goOn, page),
    document: { ok: exitCode === ExitCode.OK, findings: [], [verb.name]: deployment, ...(!deployment.ok && { goOn }) },
  };
}

const EXIT_BY: { readonly [signal in EndSignal]: ExitCode } = {
  SIGINT: ExitCode.INTERRUPTED,
  SIGTERM: ExitCode.TERMINATED,
  SIGHUP: ExitCode.HUNG_UP,
};

async function withSignals<T>(interruption: Interruption, work: () => Promise<T>): Promise<T> {
  const signals = Object.keys(EXIT_BY) as EndSignal[];
  const raise = (signal: NodeJS.Signals): void => interruption.raise(signal as EndSignal);
  for (const signal of signals) process.on(signal, raise);
  try {
    return await work();
  } finally {
    for (const signal of signals) process.off(signal, raise);
  }
}

async function locked<T>(place: Place, verb: DeployVerb, work: () => Promise<T>): Promise<T> {
  place.make();
  const release = await usage(() => acquireLock(place.lock, verb.name), ExitCode.REFUSED);
  try {
    return await work();
  } finally {
    release();
  }
}

async function usage<T>(work: () => T | Promise<T>, code = ExitCode.USAGE): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof RunError) throw new CliFailure(code, error.message, error.hint);
    throw error;
  }
}

function synthesized(reading: Reading, outdir: string): ReturnType<typeof synthesizeBlueprint> {
  try {
    return synthesizeBlueprint(reading.document!, { outdir, catalog: loadCatalog(), registry: reading.registry });
  } catch (error) {
    if (error instanceof OutputFolderError) throw new CliFailure(ExitCode.OUTPUT, error.message);
    throw error;
  }
}

/** The same command, without what was said for one time only. */
function commandLine({ name }: DeployVerb, source: string, options: DeployVerbOptions): string {
  const words = ['wattform', name, source];
  if (!isFolder(source) && options.output !== 'cdktf.out') words.push('-o', options.output);
  if (options.engine !== undefined) words.push('--engine', options.engine);
  if (options.autoApprove) words.push('--auto-approve');
  return words.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}
