/** Signals that ask a deploy to end. */
export type EndSignal = 'SIGINT' | 'SIGTERM' | 'SIGHUP';

/** Two within this time are one: a shell, npx and a terminal may each pass on the same Ctrl-C. */
const SAME_MS = 1000;

/**
 * Ends a deploy gracefully. Engines run in sessions of their own and hear no Ctrl-C but ours, which they take once for "finish
 * what is under way and save the state"; a second one makes them stop at once.
 */
export class Interruption {
  /** The first that came. @default - none */
  signal?: EndSignal;
  private last = 0;
  private readonly engines = new Set<number>();
  private readonly listeners = new Set<() => void>();

  raise(signal: EndSignal, now = Date.now()): void {
    if (now - this.last < SAME_MS) return;
    this.last = now;
    this.signal ??= signal;
    for (const pid of this.engines) interrupt(pid);
    for (const listener of this.listeners) listener();
  }

  /** Whether nothing new may begin. */
  get raised(): boolean {
    return this.signal !== undefined;
  }

  /** Passes signals on to an engine until it has ended. */
  async passTo<T>(pid: number, ended: Promise<T>): Promise<T> {
    this.engines.add(pid);
    // It may have come between the decision to start and the start.
    if (this.raised) interrupt(pid);
    try {
      return await ended;
    } finally {
      this.engines.delete(pid);
    }
  }

  /** Calls once it is raised, until the returned function is called. */
  onRaise(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}

function interrupt(pid: number): void {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    // It has just ended.
  }
}
