import { changesIn, createdIn, diagnosticsIn, type EngineRun } from '../engine';
import { longestChain } from './critical-path';
import { type Diagnosis, diagnose } from './diagnosis';
import type { PrivateStack } from './private-copy';
import { type Run, runInCopy, type Stage, settleState } from './stack-run';

/** What is done with a stack, in this order. */
export enum Step {
  VALIDATE = 'validate',
  PLAN = 'plan',
  APPLY = 'apply',
  /** A plan after the apply, which must be empty. */
  PLAN_AGAIN = 'plan again',
  DESTROY = 'destroy',
}

export interface StepResult {
  readonly step: Step;
  readonly ok: boolean;
  /** Of the wall. */
  readonly seconds: number;
}

const PLAN_FILE = 'rehearsal.tfplan';
const UP = [Step.VALIDATE, Step.PLAN, Step.APPLY, Step.PLAN_AGAIN];

const COMMANDS: { readonly [step in Step]: string[] } = {
  [Step.VALIDATE]: ['validate', '-json'],
  [Step.PLAN]: ['plan', '-json', '-input=false', `-out=${PLAN_FILE}`],
  [Step.APPLY]: ['apply', '-json', '-input=false', PLAN_FILE],
  [Step.PLAN_AGAIN]: ['plan', '-json', '-input=false', '-detailed-exitcode'],
  // Nothing has changed since the plan before, which read every object again.
  [Step.DESTROY]: ['apply', '-json', '-input=false', '-auto-approve', '-destroy', '-refresh=false'],
};

/** Terraform takes no variables beside a plan, which holds them; OpenTofu compares them with those of the plan. */
const takesVariables = (step: Step, tofu: boolean): boolean => step !== Step.VALIDATE && (tofu || step !== Step.APPLY);

const HAS_CHANGES = 2;

/** One stack on its way up and down again. */
export class StackRehearsal {
  readonly steps: StepResult[] = [];
  readonly diagnoses: Diagnosis[] = [];
  /** Objects by type. */
  created: { readonly [type: string]: number } = {};
  /** Addresses that the plan would create. */
  planned: string[] = [];
  /** Resources that were made one after the other, from the first to the last. */
  chain: string[] = [];

  constructor(
    readonly stack: PrivateStack,
    /** Tells the stack apart in the names of its sockets, which must be short. */
    private readonly index: number,
    private readonly stage: Stage,
    private readonly onStep: (stack: string, step: Step) => void,
  ) {}

  async up(): Promise<boolean> {
    if (this.stack.unknown.length + this.stack.versionProblems.length === 0)
      return this.withProviders(async (run) => (await this.prepare(run)) && this.all(UP, run));
    this.onStep(this.stack.name, Step.VALIDATE);
    this.steps.push({ step: Step.VALIDATE, ok: false, seconds: 0 });
    for (const { summary, detail: said, place } of this.stack.versionProblems) {
      const detail = this.stack.synthesized ? said : `${place}: ${said}`;
      this.diagnoses.push(diagnose(this.stack, Step.VALIDATE, { severity: 'error', summary, detail }));
    }
    for (const { type, address, place, hint } of this.stack.unknown) {
      const detail = this.stack.synthesized ? hint : `${place}: ${hint}`;
      this.diagnoses.push(
        diagnose(this.stack, Step.VALIDATE, {
          severity: 'error',
          summary: `no schema is known of ${type}`,
          detail,
          address,
        }),
      );
    }
    return false;
  }

  /** Whether a plan is still empty. */
  look(): Promise<boolean> {
    return this.withProviders((run) => this.all([Step.PLAN_AGAIN], run));
  }

  down(): Promise<boolean> {
    return this.withProviders((run) => this.all([Step.DESTROY], run));
  }

  private withProviders(work: (run: Run) => Promise<boolean>): Promise<boolean> {
    return runInCopy(this.stack, this.index, this.stage, work);
  }

  /** Settles where the state is kept, and links the modules. What keeps it from that, `validate` says better. */
  private async prepare(run: Run): Promise<boolean> {
    const said = await settleState(this.stack, run);
    if (said === undefined) return true;
    if (await this.step(Step.VALIDATE, run)) {
      this.diagnoses.push(
        diagnose(this.stack, Step.VALIDATE, {
          severity: 'error',
          summary: 'the engine cannot prepare the folder',
          detail: said,
        }),
      );
    }
    return false;
  }

  private async all(steps: Step[], run: Run): Promise<boolean> {
    for (const step of steps) {
      if (!(await this.step(step, run))) return false;
    }
    return true;
  }

  private async step(step: Step, run: Run): Promise<boolean> {
    this.onStep(this.stack.name, step);
    const begun = performance.now();
    const words = takesVariables(step, this.stage.tofu) ? this.stage.variables : [];
    const [verb = '', ...options] = COMMANDS[step];
    const ended = await run([verb, ...words, ...options]);
    const faults = this.faultsOf(step, ended);
    this.diagnoses.push(...faults);
    this.steps.push({ step, ok: faults.length === 0, seconds: (performance.now() - begun) / 1000 });
    if (step === Step.PLAN) this.planned = createsIn(ended.stdout);
    if (step === Step.APPLY) {
      this.created = createdIn(ended.stdout);
      this.chain = longestChain(this.stage.states.stateOf(this.stack.name));
    }
    return faults.length === 0;
  }

  private faultsOf(step: Step, { code, stdout, stderr }: EngineRun): Diagnosis[] {
    if (code === 0) return [];
    if (step === Step.PLAN_AGAIN && code === HAS_CHANGES) {
      const changes = changesIn(stdout).map((change) => change.split(' '));
      return changes.map(([action = '', ...address]) =>
        diagnose(this.stack, step, {
          severity: 'error',
          summary: 'the plan after the apply is not empty',
          detail: `it wants to ${action} ${address.join(' ')}`,
          address: address.join(' '),
        }),
      );
    }
    const errors = diagnosticsIn(stdout).filter(({ severity }) => severity === 'error');
    const said = { severity: 'error', summary: `the engine ended with code ${code}`, detail: stderr.trim() };
    return (errors.length > 0 ? errors : [said]).map((error) => diagnose(this.stack, step, error));
  }
}

function createsIn(stdout: string): string[] {
  return changesIn(stdout).flatMap((change) => /^create (?!output )(.*)$/.exec(change)?.[1] ?? []);
}
