import type { EngineDiagnostic, PlannedChange } from '../engine';

/** How far a stack came. */
export enum StackOutcome {
  /** It is as the design says; something was changed for that. */
  APPLIED = 'applied',
  /** It was as the design says before. */
  UNCHANGED = 'unchanged',
  /** Planned, and nobody wanted more. */
  PLANNED = 'planned',
  NOT_APPROVED = 'not approved',
  FAILED = 'failed',
  INTERRUPTED = 'interrupted',
  /** A stack that it waits for did not come so far. */
  NOT_REACHED = 'not reached',
}

/** Why a stack did not go on. */
export interface StackFault {
  readonly summary: string;
  readonly detail?: string;
  readonly address?: string;
  /** The way out. */
  readonly hint?: string;
}

/** A plan that was saved, and is applied exactly as it is. */
export interface StackPlan {
  readonly stack: string;
  readonly changes: PlannedChange[];
  /** Outputs that change. */
  readonly outputs: string[];
  /** The engine's own text of it, without secrets. */
  readonly textFile: string;
  /** What it does. @default - the design's next state */
  readonly note?: string;
}

export interface StackReport {
  readonly name: string;
  readonly dependsOn: string[];
  readonly outcome: StackOutcome;
  /** What was to change. @default - not planned */
  readonly planned?: Counts;
  readonly faults: StackFault[];
  /** Objects in the state at the end. @default - not known */
  readonly objects?: number;
  /** Of what the engine said last. */
  readonly log?: string;
}

/** Objects by what is to happen to them. */
export interface Counts {
  readonly destroy: number;
  readonly replace: number;
  readonly update: number;
  readonly create: number;
  readonly import: number;
}

export function countsOf(changes: PlannedChange[]): Counts {
  const count = (...actions: string[]): number => changes.filter(({ action }) => actions.includes(action)).length;
  return {
    destroy: count('delete'),
    replace: count('replace'),
    update: count('update'),
    create: count('create'),
    import: changes.filter(({ importing }) => importing !== undefined).length,
  };
}

/**
 * The errors among what an engine said; its plain words when it gave none.
 * @param unlock the command that gives a state free, without the id of the lock
 */
export function faultsFrom(diagnostics: EngineDiagnostic[], plain: string, unlock: string): StackFault[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length === 0) return [{ summary: plain.trim() === '' ? 'the engine said nothing' : plain.trim() }];
  return errors.map(({ summary, detail, address }) => ({
    summary,
    detail: detail || undefined,
    address,
    hint: hintFor(summary, detail ?? '', unlock),
  }));
}

function hintFor(summary: string, detail: string, unlock: string): string | undefined {
  if (/state lock/i.test(summary)) {
    const id = /^\s*ID:\s+(\S+)/m.exec(detail)?.[1];
    const free = id === undefined ? 'give it free' : `give it free: ${unlock} ${id}`;
    return `somebody else is at work on this state, or was killed in it (the engine says who). Wait; only if you know that nobody is, ${free}`;
  }
  if (/non-existent remote object/i.test(summary)) {
    return "the journal says that it was created; if somebody removed it since, say so: --absent 'ADDRESS'";
  }
  return undefined;
}
