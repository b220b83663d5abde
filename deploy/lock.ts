import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { isRunning, markOf, type ProcessMark, RunError } from '../engine';

interface Holder extends ProcessMark {
  readonly user: string;
  readonly verb: string;
  readonly since: string;
}

/**
 * Lets one deploy of a design at a time run on this machine. Beyond it, the engine's own lock of each state decides.
 * Libraries for this tell a dead holder by the age of a file; ours is known at once by its process, and can be named.
 * @returns gives the lock back
 * @throws RunError when another process holds it
 */
export function acquireLock(file: string, verb: string): () => void {
  const mine = `${file}.${process.pid}`;
  const holder: Holder = { ...markOf(process.pid), user: userName(), verb, since: new Date().toISOString() };
  writeFileSync(mine, JSON.stringify(holder), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (linked(mine, file)) return () => rmSync(file, { force: true });
      const other = read(file);
      if (other !== undefined && (isRunning(other) || other.host !== holder.host)) throw heldBy(other, file);
      removeDead(file, other, `${mine}.dead`);
    }
    throw new RunError(`${file} could not be locked`, 'other processes keep taking it; try again');
  } finally {
    rmSync(mine, { force: true });
  }
}

const ATTEMPTS = 10;

/** A link is there with its content or not at all. */
function linked(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Two processes may find the same dead holder; the one that then takes away the other's new lock puts it back. */
function removeDead(file: string, dead: Holder | undefined, aside: string): void {
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const taken = read(aside);
  if (JSON.stringify(taken) !== JSON.stringify(dead)) linked(aside, file);
  rmSync(aside, { force: true });
}

function read(file: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}

function heldBy({ pid, host, user, verb, since }: Holder, file: string): RunError {
  const here = host === markOf(process.pid).host;
  return new RunError(
    `another ${verb} of this design is running: process ${pid} on ${host}, started by ${user} at ${since}`,
    here
      ? 'wait until it has ended; nothing was done'
      : `wait until it has ended; nothing was done. If you know that it runs no more, remove ${file}`,
  );
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run a number that has no name.
    return String(process.getuid?.() ?? 'unknown');
  }
}
