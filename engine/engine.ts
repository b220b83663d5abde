import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join, resolve, sep } from 'node:path';
import { RunError } from './run-error';

/** An engine on this machine. */
export interface Engine {
  /** `terraform`, `tofu`, or the path that was asked for. */
  readonly name: string;
  readonly path: string;
}

/** What a command of the engine did. */
export interface EngineRun {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const ENGINES = ['terraform', 'tofu'];

/**
 * The engine that was asked for, or the first that is on the PATH.
 * @throws RunError when there is none
 */
export function findEngine(asked?: string): Engine {
  for (const name of asked === undefined ? ENGINES : [asked]) {
    const path = executable(name);
    if (path !== undefined) return { name, path };
  }
  throw new RunError(
    asked === undefined ? 'neither terraform nor tofu is on the PATH' : `there is no engine ${asked} on the PATH`,
    'install Terraform or OpenTofu, or name one with --engine',
  );
}

function executable(name: string): string | undefined {
  const places = name.includes(sep)
    ? [resolve(name)]
    : (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, name));
  return places.find((place) => {
    try {
      accessSync(place, constants.X_OK);
      return statSync(place).isFile();
    } catch {
      return false;
    }
  });
}

/**
 * The environment of an engine in a private copy: of the user's only the PATH. No account, no credentials, no Terraform variables,
 * no command line configuration.
 */
export function privateEnvironment(work: string): { readonly [name: string]: string } {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: join(work, 'home'),
    TMPDIR: work,
    CHECKPOINT_DISABLE: '1',
    TF_IN_AUTOMATION: '1',
    TF_INPUT: '0',
  };
}

/** Runs a command of the engine to its end. The signal ends it early. */
export function runEngine(
  engine: Engine,
  words: string[],
  home: string,
  environment: NodeJS.ProcessEnv,
  signal?: AbortSignal,
): Promise<EngineRun> {
  return new Promise((ended, failed) => {
    const child = spawn(engine.path, words, { cwd: home, env: environment, stdio: ['ignore', 'pipe', 'pipe'], signal });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr'] as const) {
      child[stream].setEncoding('utf8').on('data', (text: string) => {
        output[stream] += text;
      });
    }
    let ending: Error | undefined;
    child.on('error', (error) => {
      ending = error;
      // One that never started does not close either.
      if (child.pid === undefined) failed(error);
    });
    // An engine that is ended early may still write: its folder is in use until it is gone.
    child.on('close', (code) => (ending === undefined ? ended({ code: code ?? -1, ...output }) : failed(ending)));
  });
}

/**
 * The engine's version.
 * @throws RunError when the program is not an engine
 */
export async function engineVersion(
  engine: Engine,
  work: string,
  environment: NodeJS.ProcessEnv = privateEnvironment(work),
): Promise<string> {
  const { code, stdout, stderr } = await runEngine(engine, ['version', '-json'], work, environment);
  try {
    const { terraform_version: version } = JSON.parse(stdout) as { readonly terraform_version?: string };
    if (version !== undefined) return version;
  } catch {
    // Said below, with what it printed instead.
  }
  throw new RunError(`${engine.path} version -json (exit code ${code}) is not an engine's: ${stderr || stdout}`.trim());
}
