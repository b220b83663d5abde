import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  changesIn,
  createdIn,
  diagnosticsIn,
  type Engine,
  type EngineRun,
  privateEnvironment,
  runEngine,
} from '../engine';
import { type Diagnosis, diagnose } from './diagnosis';
import { hostProviders } from './host/host';
import type { PrivateStack } from './private-copy';

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

/** Where and with what stacks are rehearsed. */
export interface Stage {
  readonly engine: Engine;
  /** The private folder of this rehearsal. */
  readonly work: string;
  readonly signal?: AbortSignal;
}

const PLAN_FILE = 'rehearsal.tfplan';
const UP = [Step.VALIDATE, Step.PLAN, Step.APPLY, Step.PLAN_AGAIN];

const COMMANDS: { readonly [step in Step]: string[] } = {
  [Step.VALIDATE]: ['validate', '-json'],
  [Step.PLAN]: ['plan', '-json', '-input=false', `-out=${PLAN_FILE}`],
  [Step.APPLY]: ['apply', '-json', '-input=false', PLAN_FILE],
  [Step.PLAN_AGAIN]: ['plan', '-json', '-input=false', '-detailed-exitcode'],
  [Step.DESTROY]: ['apply', '-json', '-input=false', '-auto-approve', '-destroy'],
};

const HAS_CHANGES = 2;

/** One stack on its way up and down again. */
export class StackRehearsal {
  readonly steps: StepResult[] = [];
  readonly diagnoses: Diagnosis[] = [];
  /** Objects by type. */
  created: { readonly [type: string]: number } = {};

  constructor(
    readonly stack: PrivateStack,
    /** Tells the stack apart in the names of its sockets, which must be short. */
    private readonly index: number,
    private readonly stage: Stage,
    private readonly onStep: (stack: string, step: Step) => void,
  ) {}

  up(): Promise<boolean> {
    return this.withProviders(UP);
  }

  down(): Promise<boolean> {
    return this.withProviders([Step.DESTROY]);
  }

  private async withProviders(steps: Step[]): Promise<boolean> {
    const sockets = join(this.stage.work, String(this.index));
    mkdirSync(sockets, { recursive: true, mode: 0o700 });
    const host = await hostProviders(this.stack.schemas, sockets);
    try {
      for (const step of steps) {
        if (!(await this.step(step, host.reattach))) return false;
      }
      return true;
    } finally {
      host.close();
    }
  }

  private async step(step: Step, reattach: string): Promise<boolean> {
    this.onStep(this.stack.name, step);
    const { engine, work, signal } = this.stage;
    const environment = {
      ...privateEnvironment(work),
      TF_DATA_DIR: join(this.stack.home, '.terraform'),
      TF_REATTACH_PROVIDERS: reattach,
    };
    const begun = performance.now();
    const run = await runEngine(engine, COMMANDS[step], this.stack.home, environment, signal);
    const faults = this.faultsOf(step, run);
    this.diagnoses.push(...faults);
    this.steps.push({ step, ok: faults.length === 0, seconds: (performance.now() - begun) / 1000 });
    if (step === Step.APPLY) this.created = createdIn(run.stdout);
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
