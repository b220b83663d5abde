import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Engine, type EngineRun, privateEnvironment, RunError, runEngine } from '../engine';
import type { FaultInjector } from './faults/injector';
import type { Cloud } from './host/cloud';
import { hostProviders } from './host/host';
import type { PrivateStack } from './private-copy';
import type { States } from './state-server';

/** Where and with what stacks are rehearsed. */
export interface Stage {
  readonly engine: Engine;
  /** The private folder of this rehearsal. */
  readonly work: string;
  readonly states: States;
  /** All stacks build in the same one. */
  readonly cloud: Cloud;
  /** @default - nothing happens to it */
  readonly faults?: FaultInjector;
  /** Words that give a stack its variables. */
  readonly variables: string[];
  /** Whether the engine is OpenTofu. */
  readonly tofu: boolean;
  readonly signal?: AbortSignal;
  /** Spares stacks of the same run their own `init`. @default - each has its own */
  readonly settled?: SettledBackend;
}

/** What an `init` wrote down of where the state is kept: all stacks of a run keep it in the same way. */
export class SettledBackend {
  private text?: string;

  /** Whether the stack could be settled by what another one wrote. Modules are linked by an `init` of their own. */
  settle(stack: PrivateStack): boolean {
    if (this.text === undefined || stack.callsModules) return false;
    mkdirSync(join(stack.home, '.terraform'), { recursive: true, mode: 0o700 });
    writeFileSync(backendFile(stack), this.text);
    return true;
  }

  remember(stack: PrivateStack): void {
    this.text = readFileSync(backendFile(stack), 'utf8');
  }
}

function backendFile({ home }: PrivateStack): string {
  return join(home, '.terraform', 'terraform.tfstate');
}

/** Runs a command of the engine in the copy of a stack. */
export type Run = (words: string[]) => Promise<EngineRun>;

/**
 * Plays the providers of a stack while commands of the engine run in its copy.
 * @param index tells the stack apart in the names of its sockets, which must be short
 */
export async function runInCopy<T>(
  stack: PrivateStack,
  index: number | string,
  stage: Stage,
  work: (run: Run) => Promise<T>,
): Promise<T> {
  const sockets = join(stage.work, String(index));
  mkdirSync(sockets, { recursive: true, mode: 0o700 });
  const host = await hostProviders(stack.schemas, sockets, {
    cloud: stage.cloud,
    worker: stack.name,
    faults: stage.faults,
  });
  const state = stage.states.addressOf(stack.name);
  const environment = {
    ...privateEnvironment(stage.work),
    TF_DATA_DIR: join(stack.home, '.terraform'),
    TF_REATTACH_PROVIDERS: host.reattach,
    TF_HTTP_ADDRESS: state,
    TF_HTTP_LOCK_ADDRESS: state,
    TF_HTTP_UNLOCK_ADDRESS: state,
    // Commands are short and small: collecting garbage less often saves a sixth of their time.
    GOGC: '400',
  };
  try {
    const { engine, signal } = stage;
    return await work((words) => runEngine(engine, words, stack.home, environment, signal));
  } finally {
    host.close();
  }
}

/**
 * Settles where the state is kept, and links the modules.
 * @returns what keeps the engine from it; undefined when nothing does
 * @throws RunError when the engine would keep the state elsewhere than with the rehearsal
 */
export async function settleState(
  stack: PrivateStack,
  run: Run,
  settled?: SettledBackend,
): Promise<string | undefined> {
  if (settled?.settle(stack)) return undefined;
  const { code, stdout, stderr } = await run(['init', '-input=false', '-no-color']);
  if (code !== 0) return (stderr || stdout).trim();
  assertPrivateState(stack);
  settled?.remember(stack);
  return undefined;
}

/** Nothing is planned or applied unless the engine itself has written down that it keeps the state with us. */
function assertPrivateState(stack: PrivateStack): void {
  const { backend } = JSON.parse(readFileSync(backendFile(stack), 'utf8')) as {
    readonly backend?: { readonly type?: string; readonly config?: { readonly address?: unknown } };
  };
  if (backend?.type === 'http' && backend.config?.address === null) return;
  throw new RunError(`stack ${stack.name} keeps its state elsewhere, whatever the rehearsal does; nothing was run`);
}
