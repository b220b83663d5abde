import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Engine,
  type EngineEnd,
  type EngineMessage,
  LineFollower,
  markOf,
  messagesIn,
  runEngine,
  startDetached,
} from '../engine';
import type { Interruption } from './interruption';
import type { EngineMark, Journal } from './journal';

const LOOK_EVERY_MS = 100;

/** How a command ended, with the files of what it said. */
export interface CommandEnd extends EngineEnd {
  readonly stdout: string;
  readonly stderr: string;
}

/** The user's engine in the folder of one stack. */
export class StackEngine {
  constructor(
    private readonly engine: Engine,
    private readonly home: string,
    private readonly environment: NodeJS.ProcessEnv,
    private readonly journal: Journal,
    private readonly interruption: Interruption,
    private readonly hasState: () => boolean | undefined,
  ) {}

  get name(): string {
    return this.engine.name;
  }

  /**
   * Runs a command to its end, which it also comes to when we do not live to see it. Its output is kept in the journal.
   * @param listen told of every line as it is written
   */
  async run(words: string[], output: string, listen?: (message: EngineMessage) => void): Promise<CommandEnd> {
    const about = { command: words[0]!, output, stateBefore: this.hasState() };
    // We may be killed before the engine's own mark is written.
    this.journal.engineStarted({ ...markOf(process.pid), ...about });
    const { pid, ended } = await startDetached(this.engine, words, this.home, this.environment, output);
    this.journal.engineStarted({ ...markOf(pid), ...about });
    const end = await this.interruption.passTo(pid, follow(output, ended, listen));
    return { ...end, stdout: readFileSync(output, 'utf8'), stderr: readFileSync(`${output}.err`, 'utf8') };
  }

  /** Runs a command that only reads. Its output stays in memory: it may hold secrets. */
  read(words: string[]): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
    return runEngine(this.engine, words, this.home, this.environment);
  }

  /**
   * Waits for an engine that somebody else started and did not live to see end.
   * @returns false when we were interrupted first; the engine goes on
   */
  async waitFor(mark: EngineMark, listen: (message: EngineMessage) => void): Promise<boolean> {
    const over = async (): Promise<void> => {
      while (this.journal.engineAtWork()?.pid === mark.pid && !this.interruption.raised) await sleep(LOOK_EVERY_MS);
    };
    await follow(mark.output, over(), listen);
    return !this.interruption.raised;
  }
}

async function follow<T>(file: string, ended: Promise<T>, listen?: (message: EngineMessage) => void): Promise<T> {
  const follower = existsSync(file) ? new LineFollower(file) : undefined;
  const look = (): void => {
    for (const message of messagesIn(follower?.lines().join('\n') ?? '')) listen?.(message);
  };
  let over = false;
  const whole = ended.finally(() => {
    over = true;
  });
  while (!over) {
    look();
    await Promise.race([whole, sleep(LOOK_EVERY_MS)]);
  }
  look();
  return whole;
}

/**
 * The user's environment, whole. A data folder that is named in it would be one for all stacks: each gets its own below it.
 */
export function environmentOf(stack: string): NodeJS.ProcessEnv {
  const data = process.env['TF_DATA_DIR'];
  return {
    ...process.env,
    TF_IN_AUTOMATION: '1',
    ...(data && { TF_DATA_DIR: resolve(join(data, encodeURIComponent(stack))) }),
  };
}
