import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';

/** A process that can be told apart from a later one with the same number. */
export interface ProcessMark {
  readonly pid: number;
  readonly host: string;
  /** When it started, as this system counts. @default - the system does not say */
  readonly started?: string;
}

/** The mark of a process of this machine that runs now. */
export function markOf(pid: number): ProcessMark {
  return { pid, host: hostname(), started: startOf(pid) };
}

/**
 * Whether the process still runs here. A number that was given to another process, before or after a restart of the machine, is
 * not taken for it.
 */
export function isRunning(mark: ProcessMark): boolean {
  if (mark.host !== hostname()) return false;
  try {
    process.kill(mark.pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const started = startOf(mark.pid);
  return started !== undefined && (mark.started === undefined || started === mark.started);
}

/** Undefined when there is no such process, or when it has ended and nobody has taken notice yet. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name before it stands in parentheses and may hold anything; state and start are its 1st and 20th successors.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z') return undefined;
    return `${fields[19]} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}`;
  } catch {
    return startByPs(pid);
  }
}

/** Systems without /proc. */
function startByPs(pid: number): string | undefined {
  try {
    const said = execFileSync('ps', ['-o', 'state=,lstart=', '-p', String(pid)], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const [state = '', ...start] = said.toString().trim().split(/\s+/);
    return state === '' || state.startsWith('Z') ? undefined : start.join(' ');
  } catch {
    return undefined;
  }
}
