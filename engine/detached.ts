import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import type { Engine } from './engine';

/** An engine that goes on when whoever started it is killed. */
export interface DetachedRun {
  readonly pid: number;
  readonly ended: Promise<EngineEnd>;
}

export interface EngineEnd {
  /** @default - it was ended by a signal */
  readonly code?: number;
  readonly signal?: NodeJS.Signals;
}

/**
 * Starts a command of the engine in a session of its own, with its output in files: a pipe would end it as soon as its reader is
 * killed, in the middle of its work, and a terminal would interrupt it a second time beside us.
 * @param output of its standard output; `<output>.err` gets its errors
 */
export async function startDetached(
  engine: Engine,
  words: string[],
  home: string,
  environment: NodeJS.ProcessEnv,
  output: string,
): Promise<DetachedRun> {
  const files = [openSync(output, 'w', 0o600), openSync(`${output}.err`, 'w', 0o600)] as const;
  try {
    const child = spawn(engine.path, words, {
      cwd: home,
      env: environment,
      detached: true,
      stdio: ['ignore', ...files],
    });
    const ended = new Promise<EngineEnd>((resolve) => {
      child.once('exit', (code, signal) => resolve({ code: code ?? undefined, signal: signal ?? undefined }));
    });
    await new Promise<void>((started, failed) => child.once('spawn', started).once('error', failed));
    return { pid: child.pid!, ended };
  } finally {
    for (const file of files) closeSync(file);
  }
}
