import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The project's root. */
export const ROOT = join(__dirname, '..', '..');
/** The command as it is published; `npm test` builds it first. Another bundle may be named. */
export const WATTFORM = process.env['WATTFORM_BUNDLE'] ?? join(ROOT, 'dist', 'bin', 'wattform.js');

export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs `wattform` as a user would, without a terminal and with an environment of its own. */
export function wattform(args: string[], options: { cwd?: string; env?: NodeJS.ProcessEnv } = {}): Ended {
  const { status, stdout, stderr } = spawnSync(process.execPath, [WATTFORM, ...args], {
    cwd: options.cwd ?? ROOT,
    env: { PATH: process.env['PATH'], ...options.env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

/** The one JSON document that `--json` prints. Throws when stdout holds anything else. */
export function document(ended: Ended): { ok: boolean; findings: { code: string }[]; [key: string]: unknown } {
  return JSON.parse(ended.stdout);
}

/** An empty folder for each test, gone afterwards. */
export function scratch(): { readonly path: string } {
  const folder = { path: '' };
  beforeEach(() => {
    folder.path = mkdtempSync(join(tmpdir(), 'wattform-'));
  });
  afterEach(() => rmSync(folder.path, { recursive: true, force: true }));
  return folder;
}
