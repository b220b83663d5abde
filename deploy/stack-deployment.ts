import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  diagnosticsIn,
  type EngineMessage,
  messagesIn,
  RunError,
  type StackConfiguration,
  type SynthesizedStack,
} from '../engine';
import { doubtsIn } from './doubts';
import { guardAge, guardFiles } from './guards';
import type { Answers } from './history';
import { removeImports, writeImports } from './imports';
import { type Journal, PLAN, type RunRecord } from './journal';
import { countsOf, faultsFrom, type StackFault, StackOutcome, type StackPlan, type StackReport } from './outcome';
import { differenceOf, isSettled } from './reconcile';
import type { CommandEnd, StackEngine } from './stack-engine';
import { readState, type StateSnapshot } from './state';

export interface DeployedStack extends SynthesizedStack {
  /** Where the engine runs. */
  readonly home: string;
  readonly configuration: StackConfiguration;
}

/** What is wanted of every stack. */
export interface Aim {
  readonly verb: 'deploy' | 'destroy';
  readonly answers: Answers;
  /** Whether a state may lack what the journal holds. */
  readonly recover: boolean;
}

/** Tells what goes on: a step of a stack, or what became of one of its objects. */
export type Listener = (stack: string, what: string, about: 'step' | 'object') => void;

/** What came of a plan. */
export type Planning = { readonly plan: StackPlan } | { readonly plan?: undefined; readonly done: boolean };

/** One stack on its way. Its methods say no by an outcome and faults, and throw only what nobody foresaw. */
export class StackDeployment {
  outcome = StackOutcome.NOT_REACHED;
  faults: StackFault[] = [];
  private plan?: StackPlan;
  private objects?: number;
  private log?: string;

  constructor(
    readonly stack: DeployedStack,
    private readonly journal: Journal,
    private readonly engine: StackEngine,
    private readonly aim: Aim,
    private readonly tell: Listener,
    private readonly initOneByOne: <T>(work: () => Promise<T>) => Promise<T>,
  ) {}

  get report(): StackReport {
    const { name, dependsOn } = this.stack;
    const planned = this.plan && countsOf(this.plan.changes);
    return {
      name,
      dependsOn,
      outcome: this.outcome,
      planned,
      faults: this.faults,
      objects: this.objects,
      log: this.log,
    };
  }

  /** Waits for the engine of a deploy that was killed. @returns false when it was interrupted */
  async afterOthers(): Promise<boolean> {
    const mark = this.journal.engineAtWork();
    if (mark === undefined) return true;
    this.step(`waits for the ${mark.command} of an earlier run, process ${mark.pid}, which goes on by itself`);
    return this.engine.waitFor(mark, this.listener);
  }

  /** @throws RunError when the stack must not be touched */
  guard(): void {
    const held = this.journal.lastSettlement()?.objects ?? 0;
    const bare = held === 0 && this.journal.lastEngine()?.stateBefore === false;
    guardFiles(this.stack, this.journal.runs().length > 0, bare);
  }

  /** Plans what is still to be done, or says that nothing is. */
  async planNext(): Promise<Planning> {
    this.outcome = StackOutcome.FAILED;
    this.faults = [];
    try {
      this.guard();
      this.journal.removePlans();
      removeImports(this.stack.home);
      if (!(await this.init())) return { done: false };
      const state = await this.pull();
      if (!this.aim.recover) guardAge(this.stack.name, state, this.journal.lastSettlement(), this.journal.folder);
      const difference = this.difference(state);
      this.faults = doubtsIn(difference, this.lastPlanText());
      if (this.faults.length > 0) return { done: false };
      return await this.planned(state, difference.lost);
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      this.faults = [{ summary: error.message, hint: error.hint }];
      return { done: false };
    } finally {
      removeImports(this.stack.home);
    }
  }

  /** Applies exactly what was planned. @returns `stale` when the state is another one by now: nothing was applied */
  async apply(): Promise<boolean | 'stale'> {
    this.step(this.aim.verb === 'destroy' ? 'destroys' : 'applies');
    const record = this.journal.begin(this.aim.verb, this.aim.answers);
    this.log = this.journal.file(`${record.name}.jsonl`);
    renameSync(this.planText, this.journal.file(`${record.name}.plan.txt`));
    const end = await this.engine.run(['apply', '-json', '-input=false', this.planFile], this.log, this.listener);
    this.journal.removePlans();
    const stale = end.code !== 0 && diagnosticsIn(end.stdout).some(({ summary }) => STALE.test(summary));
    await this.settle(record, end);
    if (stale) return 'stale';
    if (end.code === 0) this.outcome = StackOutcome.APPLIED;
    else this.faults.push(...this.faultsOf(end));
    return end.code === 0;
  }

  /** Nothing is to be applied, and a plan that holds secrets does not stay. */
  drop(outcome: StackOutcome): void {
    this.outcome = outcome;
    this.journal.removePlans();
  }

  private readonly listener = (message: EngineMessage): void => {
    if (SHOWN.test(message.type ?? '')) this.tell(this.stack.name, message['@message'] ?? '', 'object');
  };

  private step(what: string): void {
    this.tell(this.stack.name, what, 'step');
  }

  private async init(): Promise<boolean> {
    this.step('init');
    this.log = this.journal.file('init.log');
    const words = ['init', '-input=false', '-no-color'];
    const end = await this.initOneByOne(() => this.engine.run(words, this.log!));
    if (end.code !== 0) this.faults = this.faultsOf(end);
    return end.code === 0;
  }

  private async pull(): Promise<StateSnapshot> {
    const { code, stdout, stderr } = await this.engine.read(['state', 'pull']);
    const state = code === 0 ? readState(stdout) : undefined;
    if (state === undefined) throw new RunError(`the state cannot be read: ${stderr.trim() || 'it is not one'}`);
    this.objects = state.objects;
    return state;
  }

  private difference(state: StateSnapshot) {
    const runs = this.journal.runs();
    const behind = ({ settled }: RunRecord): boolean =>
      settled === undefined ||
      (this.aim.recover && (settled.lineage !== state.lineage || settled.serial > state.serial));
    // What came after a run that counts may have destroyed what that one created.
    const first = runs.findIndex(behind);
    const history = this.journal.history(first < 0 ? [] : runs.slice(first)).answer(this.aim.answers);
    return differenceOf(history.all(), state);
  }

  private async planned(state: StateSnapshot, lost: Parameters<typeof writeImports>[1]): Promise<Planning> {
    const { verb } = this.aim;
    if (verb === 'destroy' && state.objects === 0 && lost.length === 0) return this.nothingToDo(state);
    const imported = writeImports(this.stack.home, lost, this.stack.configuration);
    // An engine imports nothing while it plans a destroy: what was lost is brought in first, and it alone.
    const bringIn = verb === 'destroy' && imported.length > 0;
    const kind = bringIn ? imported.map((address) => `-target=${address}`) : verb === 'destroy' ? ['-destroy'] : [];
    this.step('plans');
    this.log = this.journal.file('plan.jsonl');
    const words = ['plan', '-json', '-input=false', '-detailed-exitcode', `-out=${this.planFile}`, ...kind];
    const end = await this.engine.run(words, this.log, this.listener);
    if (existsSync(this.planFile)) chmodSync(this.planFile, 0o600);
    if (end.code === 0) return this.nothingToDo(state);
    if (end.code !== HAS_CHANGES) {
      this.faults = this.faultsOf(end);
      return { done: false };
    }
    const shown = await this.engine.read(['show', '-no-color', this.planFile]);
    writeFileSync(this.planText, shown.stdout, { mode: 0o600 });
    const changes = messagesIn(end.stdout).flatMap(({ type, change }) =>
      type === 'planned_change' && change ? [change] : [],
    );
    const outputs = messagesIn(end.stdout).flatMap(({ outputs: each = {} }) =>
      Object.keys(each).filter((name) => (each[name]?.action ?? 'noop') !== 'noop'),
    );
    const note = bringIn
      ? 'brings in what a killed deploy created; what is to be destroyed is planned and asked after that'
      : undefined;
    this.plan = { stack: this.stack.name, changes, outputs, textFile: this.planText, note };
    return { plan: this.plan };
  }

  private nothingToDo({ lineage, serial, objects }: StateSnapshot): Planning {
    this.drop(StackOutcome.UNCHANGED);
    // A state that was put back and lacks nothing is the right one from now on.
    if (this.aim.recover) this.journal.begin(this.aim.verb, this.aim.answers);
    this.journal.settle({ lineage, serial, objects });
    return { done: true };
  }

  /** Sees to it that the state holds what was created, as soon as it can be seen. */
  private async settle(record: RunRecord, end: CommandEnd): Promise<void> {
    try {
      const state = await this.pull();
      if (isSettled(this.difference(state))) {
        const { lineage, serial, objects } = state;
        this.journal.settle({ lineage, serial, objects });
        return;
      }
    } catch (error) {
      if (!(error instanceof RunError)) throw error;
      if (end.code === 0) this.faults.push({ summary: error.message });
    }
    if (end.code === 0) this.faults.push({ summary: `the state does not hold all that run ${record.name} created` });
  }

  private faultsOf(end: CommandEnd): StackFault[] {
    if (end.signal !== undefined) {
      return [
        {
          summary: `the engine was killed (${end.signal})`,
          hint: 'run the same command again: the journal knows what it created',
        },
      ];
    }
    const unlock = `${this.engine.name} -chdir=${this.stack.home} force-unlock`;
    return faultsFrom(diagnosticsIn(end.stdout), end.stderr || lastLines(end.stdout), unlock);
  }

  private lastPlanText(): string {
    const last = this.journal.runs().at(-1);
    const file = last && this.journal.file(`${last.name}.plan.txt`);
    return file !== undefined && existsSync(file) ? readFileSync(file, 'utf8') : '';
  }

  private get planFile(): string {
    return join(this.journal.folder, `next${PLAN}`);
  }

  private get planText(): string {
    return this.journal.file('next.plan.txt');
  }
}

const HAS_CHANGES = 2;
const STALE = /saved plan is stale/i;
/** Lines of an engine that tell a person how far it is. */
const SHOWN = /^apply_(complete|errored)$/;

function lastLines(text: string): string {
  return text.split('\n').slice(-20).join('\n');
}
