import { diagnosticsIn } from '../engine';
import { type Diagnosis, diagnose } from './diagnosis';
import { liftProtection } from './lift-protection';
import type { PrivateStack } from './private-copy';
import { type Run, runInCopy, type Stage, settleState } from './stack-run';

/** The design that stands before a change. A stack is built when somebody needs it, once. */
export class Base {
  /** Why stacks could not be built. */
  readonly diagnoses: Diagnosis[] = [];
  private readonly building = new Map<string, Promise<boolean>>();
  /** Addresses with `prevent_destroy`, by stack. */
  private readonly lifted = new Map<string, string[]>();

  constructor(
    readonly stacks: PrivateStack[],
    readonly stage: Stage,
    private readonly onStep: (what: string) => void,
  ) {}

  find(name: string): PrivateStack | undefined {
    return this.stacks.find((stack) => stack.name === name);
  }

  protectedIn(name: string): string[] {
    return this.lifted.get(name) ?? [];
  }

  /** Stacks that must stand before those that differ can be planned, and what they read from. */
  neededFor(differing: string[], besides: string[]): PrivateStack[] {
    const needed = new Set<string>();
    const need = (name: string): void => {
      const stack = this.find(name);
      if (stack === undefined || needed.has(name)) return;
      needed.add(name);
      stack.dependsOn.forEach(need);
    };
    [...differing, ...besides].forEach(need);
    return this.stacks.filter(({ name }) => needed.has(name));
  }

  /** Whether the stack stands; builds it, and what it reads from, if it does not yet. */
  built(name: string): Promise<boolean> {
    const stack = this.find(name);
    if (stack === undefined) return Promise.resolve(false);
    const begun = this.building.get(name) ?? this.build(stack);
    this.building.set(name, begun);
    return begun;
  }

  /** Why a stack does not stand: its own faults, or those of what it reads from. */
  whyNot(name: string): Diagnosis[] {
    const wanted = new Set(this.neededFor([name], []).map((stack) => stack.name));
    return this.diagnoses.filter(({ stack }) => wanted.has(stack));
  }

  /** Runs commands in the copy of a stack. */
  run<T>(stack: PrivateStack, work: (run: Run) => Promise<T>): Promise<T> {
    return runInCopy(stack, `b${this.stacks.indexOf(stack)}`, this.stage, work);
  }

  private async build(stack: PrivateStack): Promise<boolean> {
    for (const name of stack.dependsOn) {
      if (this.find(name) !== undefined && !(await this.built(name))) return false;
    }
    this.onStep(`build ${stack.name} as it was`);
    this.lifted.set(stack.name, liftProtection(stack, this.stage.tofu));
    return this.run(stack, async (run) => {
      const said = await settleState(stack, run, this.stage.settled);
      if (said !== undefined) return this.fail(stack, 'the engine cannot prepare the folder', said);
      // In two commands, as the rules of simulated networks are asked anew by each.
      const planned = await run(['plan', ...this.stage.variables, '-json', '-input=false', `-out=${PLAN_FILE}`]);
      const words = this.stage.tofu ? this.stage.variables : [];
      const ended = planned.code === 0 ? await run(['apply', ...words, '-json', '-input=false', PLAN_FILE]) : planned;
      const { code, stdout, stderr } = ended;
      if (code === 0) return true;
      const errors = diagnosticsIn(stdout).filter(({ severity }) => severity === 'error');
      for (const error of errors) this.diagnoses.push(diagnose(stack, BASE_STEP, error));
      return errors.length > 0 ? false : this.fail(stack, `the engine ended with code ${code}`, stderr.trim());
    });
  }

  private fail(stack: PrivateStack, summary: string, detail: string): false {
    this.diagnoses.push(diagnose(stack, BASE_STEP, { severity: 'error', summary, detail }));
    return false;
  }
}

const PLAN_FILE = 'base.tfplan';

/** What a fault is said to have happened in. */
const BASE_STEP = 'build the base';
