import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Engine, engineVersion, findEngine, privateEnvironment, runEngine } from '../engine';
import { StateServer } from './state-server';

/** Where an engine works in private. */
export interface Workplace {
  readonly engine: Engine;
  readonly version: string;
  /** Whether the engine is OpenTofu. */
  readonly tofu: boolean;
  /** A folder that is gone once the workplace is closed. */
  readonly work: string;
  readonly states: StateServer;
  close(): Promise<void>;
}

/**
 * Makes a private folder for an engine, and a place for its states.
 * @param asked `terraform`, `tofu`, or a path. @default - the first of the two that is on the PATH
 * @throws RunError when there is no such engine
 */
export async function openWorkplace(asked?: string): Promise<Workplace> {
  const engine = findEngine(asked);
  const work = mkdtempSync(join(tmpdir(), 'wattform-'));
  const states = new StateServer();
  const close = async (): Promise<void> => {
    if (states.isListening()) await states.close();
    rmSync(work, { recursive: true, force: true });
  };
  try {
    prepareHome(work);
    const version = await engineVersion(engine, work);
    const tofu = await isTofu(engine, work);
    await states.start();
    return { engine, version, tofu, work, states, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The engine's home. Its settings leave it no place to get a provider from: whatever happens, it asks no registry. */
function prepareHome(work: string): void {
  const none = join(work, 'no-providers');
  mkdirSync(none);
  mkdirSync(join(work, 'home'));
  writeFileSync(
    join(work, 'home', '.terraformrc'),
    `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(none)}\n  }\n}\n`,
  );
}

/** Its machine-readable version is the same as Terraform's. */
async function isTofu(engine: Engine, work: string): Promise<boolean> {
  const { stdout } = await runEngine(engine, ['version'], work, privateEnvironment(work));
  return stdout.startsWith('OpenTofu');
}
