import { diagnosticsIn, type EngineRun, type PlanDocument, runInOrder } from '../engine';
import type { Base } from './base-design';
import { type Diagnosis, diagnose } from './diagnosis';
import { liftProtection } from './lift-protection';
import type { PrivateStack } from './private-copy';
import { schemasOfBoth } from './schemas-of-both';
import { type Run, runInCopy, type Stage, settleState } from './stack-run';
import type { StateServer } from './state-server';

/** What happens to a stack as a whole. */
export enum StackFate {
  BUILT = 'built',
  CHANGED = 'changed',
  REMOVED = 'removed',
}

/** A stack that was planned. */
export interface PlannedStack {
  readonly name: string;
  readonly fate: StackFate;
  readonly site?: string;
  readonly cluster?: string;
  /** Stacks that it reads from, before and after. */
  readonly dependsOn: string[];
  /** Stacks by the address of the data source that reads their outputs. */
  readonly readStates: Map<string, string>;
  /** @default - it could not be planned */
  readonly plan?: PlanDocument;
  /** Why it could not be planned, or what failed when it was built for its readers. */
  readonly diagnoses: Diagnosis[];
  /** Addresses of blocks with `prevent_destroy`, before or after. */
  readonly protectedAddresses: string[];
  /** Paths of constructs by address, before and after. */
  readonly constructPaths: { readonly base: Map<string, string>; readonly head: Map<string, string> };
}

/** What a head is planned against. */
export interface HeadRules {
  readonly base: Base;
  readonly states: StateServer;
  /** Names of stacks that differ; the readers of what changes are planned too. */
  readonly differing: string[];
  progress(what: string): void;
}

const PLAN_FILE = 'review.tfplan';

/** The design that shall stand. */
export class Head {
  private readonly planned = new Map<string, PlannedStack>();
  /** Stacks whose outputs are new. */
  private readonly moved = new Set<string>();

  constructor(
    private readonly stacks: PrivateStack[],
    private readonly stage: Stage,
    private readonly rules: HeadRules,
  ) {}

  /** Names of what these stacks read from, after the change. */
  readBy(names: string[]): string[] {
    return this.stacks.filter(({ name }) => names.includes(name)).flatMap(({ dependsOn }) => dependsOn);
  }

  /** Plans all that differs, in deploy order, and then what goes. */
  async all(lanes: number): Promise<PlannedStack[]> {
    const { differing, base } = this.rules;
    const concerned = this.withReaders(differing);
    await runInOrder(
      concerned.map((stack) => ({
        name: stack.name,
        after: stack.dependsOn.filter((name) => concerned.some((each) => each.name === name)),
        run: () => this.look(stack),
      })),
      lanes,
    );
    for (const stack of concerned.filter(({ name }) => differing.includes(name) && !this.planned.has(name))) {
      const summary = 'not planned: what it reads from could not be planned';
      this.note(stack, undefined, [diagnose(stack, 'plan', { severity: 'error', summary })]);
    }
    const going = base.stacks.filter(({ name }) => !this.stacks.some((stack) => stack.name === name));
    const removed = new Map<string, PlannedStack>();
    await runInOrder(
      going.map((stack) => ({
        name: stack.name,
        after: [],
        run: async () => {
          removed.set(stack.name, await this.removal(stack));
          return true;
        },
      })),
      lanes,
    );
    return [
      ...this.stacks.flatMap(({ name }) => this.planned.get(name) ?? []),
      ...[...going].reverse().flatMap(({ name }) => removed.get(name) ?? []),
    ];
  }

  private withReaders(names: string[]): PrivateStack[] {
    const concerned = new Set(names);
    for (const stack of this.stacks) {
      if (stack.dependsOn.some((name) => concerned.has(name))) concerned.add(stack.name);
    }
    return this.stacks.filter(({ name }) => concerned.has(name));
  }

  /** A reader that is configured as before changes only with what it reads. */
  private async look(stack: PrivateStack): Promise<boolean> {
    const { differing, base, states } = this.rules;
    const reads = stack.dependsOn.filter((name) => !this.moved.has(name) && base.find(name) !== undefined);
    if (!differing.includes(stack.name) && reads.length === stack.dependsOn.length) return true;
    const stood = base.find(stack.name) !== undefined;
    if (stood && !(await base.built(stack.name))) {
      this.note(stack, undefined, base.whyNot(stack.name));
      return false;
    }
    for (const name of reads) {
      if (await base.built(name)) this.carry(name);
    }
    if (stood) states.copy(`b/${stack.name}`, `h/${stack.name}`);
    const schemas = schemasOfBoth(stack.schemas, base.find(stack.name)?.schemas ?? []);
    return runInCopy({ ...stack, schemas }, `h${this.stacks.indexOf(stack)}`, this.stage, (run) =>
      this.plan(stack, run),
    );
  }

  /** What is not planned stands after as it stood before. */
  private carry(name: string): void {
    if (!this.planned.has(name)) this.rules.states.copy(`b/${name}`, `h/${name}`);
  }

  private async plan(stack: PrivateStack, run: Run): Promise<boolean> {
    const { progress, base } = this.rules;
    progress(`plan ${stack.name}`);
    const guarded = liftProtection(stack, this.stage.tofu);
    const said = await settleState(stack, run, this.stage.settled);
    const ended: EngineRun =
      said === undefined
        ? await run(['plan', ...this.stage.variables, ...PLAN_WORDS])
        : { code: 1, stdout: '', stderr: said };
    if (ended.code !== 0) {
      this.note(stack, undefined, faultsOf(stack, 'plan', ended), guarded);
      return false;
    }
    const plan = await shown(run);
    const readers = this.stacks.filter(({ dependsOn }) => dependsOn.includes(stack.name));
    const faults: Diagnosis[] = [];
    if (readers.length > 0 && changesOutputs(plan)) {
      // Readers must stand as they were before what they read is changed.
      for (const reader of readers) await base.built(reader.name);
      progress(`build ${stack.name} for those that read it`);
      const words = this.stage.tofu ? this.stage.variables : [];
      const applied = await run(['apply', ...words, '-json', '-input=false', PLAN_FILE]);
      if (applied.code !== 0) faults.push(...faultsOf(stack, 'apply', applied));
      // Also after a fault: what did change is there for its readers, and they shall be planned all the same.
      this.moved.add(stack.name);
    }
    this.note(stack, plan, faults, guarded);
    return true;
  }

  private note(
    stack: PrivateStack,
    plan: PlanDocument | undefined,
    diagnoses: Diagnosis[],
    guarded: string[] = [],
  ): void {
    const { base } = this.rules;
    const before = base.find(stack.name);
    this.planned.set(stack.name, {
      name: stack.name,
      fate: before === undefined ? StackFate.BUILT : StackFate.CHANGED,
      site: stack.site,
      cluster: stack.cluster,
      dependsOn: [...new Set([...stack.dependsOn, ...(before?.dependsOn ?? [])])].sort(),
      readStates: stack.readStates,
      plan,
      diagnoses,
      protectedAddresses: [...new Set([...guarded, ...base.protectedIn(stack.name)])].sort(),
      constructPaths: { base: before?.constructPaths ?? new Map(), head: stack.constructPaths },
    });
  }

  private async removal(stack: PrivateStack): Promise<PlannedStack> {
    const { base, progress } = this.rules;
    const { name, site, cluster, dependsOn } = stack;
    const result = (plan: PlanDocument | undefined, diagnoses: Diagnosis[]): PlannedStack => ({
      name,
      fate: StackFate.REMOVED,
      site,
      cluster,
      dependsOn,
      readStates: stack.readStates,
      plan,
      diagnoses,
      protectedAddresses: base.protectedIn(name),
      constructPaths: { base: stack.constructPaths, head: new Map() },
    });
    if (!(await base.built(name))) return result(undefined, base.whyNot(name));
    progress(`plan the removal of ${name}`);
    return base.run(stack, async (run) => {
      const ended = await run(['plan', '-destroy', ...this.stage.variables, ...PLAN_WORDS]);
      return ended.code === 0 ? result(await shown(run), []) : result(undefined, faultsOf(stack, 'plan', ended));
    });
  }
}

/** Nobody changed the simulated cloud since the base was built: what a refresh would say is not the change's. */
const PLAN_WORDS = ['-json', '-input=false', '-refresh=false', `-out=${PLAN_FILE}`];

async function shown(run: Run): Promise<PlanDocument> {
  const { stdout } = await run(['show', '-json', PLAN_FILE]);
  return JSON.parse(stdout) as PlanDocument;
}

function changesOutputs({ output_changes: outputs = {} }: PlanDocument): boolean {
  return Object.values(outputs).some(({ actions }) => actions.some((action) => action !== 'no-op'));
}

function faultsOf(stack: PrivateStack, step: string, { code, stdout, stderr }: EngineRun): Diagnosis[] {
  const errors = diagnosticsIn(stdout).filter(({ severity }) => severity === 'error');
  const said = { severity: 'error', summary: `the engine ended with code ${code}`, detail: stderr.trim() };
  return (errors.length > 0 ? errors : [said]).map((error) => diagnose(stack, step, error));
}
