import { distance } from 'fastest-levenshtein';
import Qty from 'js-quantities';
import { RunError } from '../../engine';
import { FAULT_FORMS, type Fault, FaultKind } from './fault';

/** A latency is waited for in real time: nobody means hours. */
const LONGEST_WAIT = 60_000;
const USUAL_THROTTLING = 3;

/**
 * Reads what was written after `--fault`: `kind`, `kind@type`, `kind@number`, each with or without `=value`.
 * @throws RunError when it is not a fault
 */
export function parseFault(asked: string): Fault {
  const [, word = '', target, value] = /^([^@=]*)(?:@([^=]*))?(?:=(.*))?$/s.exec(asked) ?? [];
  const kind = Object.values(FaultKind).find((each) => each === word);
  if (kind === undefined) throw unknownKind(asked, word);
  const common = { kind, asked, ...targetOf(kind, asked, target) };
  switch (kind) {
    case FaultKind.LATENCY:
      return { ...common, wait: waitOf(asked, value ?? '') };
    case FaultKind.THROTTLE:
      return { ...common, times: value === undefined ? USUAL_THROTTLING : countOf(asked, value) };
    case FaultKind.DRIFT:
      return { ...common, deleted: flagOf(asked, value, 'deleted') };
    case FaultKind.CRASH:
      return { ...common, late: flagOf(asked, value, 'late') };
    default:
      if (value !== undefined) throw wrong(asked, `${kind} takes no =value`);
      return common;
  }
}

const OF_MACHINES = [FaultKind.CAPACITY, FaultKind.QUOTA];
const COUNTED = [FaultKind.ERROR, FaultKind.TIMEOUT, FaultKind.CRASH];

function targetOf(kind: FaultKind, asked: string, target: string | undefined): Pick<Fault, 'machine' | 'nth' | 'type'> {
  if (target === undefined) return {};
  if (/^\d+$/.test(target)) {
    if (COUNTED.includes(kind)) return { nth: countOf(asked, target) };
    throw wrong(asked, `${kind} cannot be counted; error@3 and crash@5 can`);
  }
  if (kind === FaultKind.CRASH) throw wrong(asked, 'a crash is counted: crash@5');
  if (/^[a-z0-9]+(_[a-z0-9]+)+$/.test(target)) return { type: target };
  if (OF_MACHINES.includes(kind) && /^[\w.-]+$/.test(target)) return { machine: target };
  throw wrong(asked, `${JSON.stringify(target)} is not a type; a provider is told types, not addresses`);
}

function countOf(asked: string, text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0 && Number.isSafeInteger(count)) return count;
  throw wrong(asked, `${JSON.stringify(text)} is not a number of times`);
}

function flagOf(asked: string, value: string | undefined, flag: string): boolean {
  if (value === undefined || value === flag) return value === flag;
  throw wrong(asked, `${JSON.stringify(value)} is not ${flag}`);
}

function waitOf(asked: string, value: string): { least: number; most: number } {
  const [least = NaN, most = least, ...more] = value.split('..').map((each) => milliseconds(asked, each));
  if (more.length > 0 || least > most) throw wrong(asked, `${JSON.stringify(value)} is not a time, or least..most`);
  if (most > LONGEST_WAIT) throw wrong(asked, 'a latency is waited for in real time, at most 60 s');
  return { least, most };
}

function milliseconds(asked: string, text: string): number {
  const time = Qty.parse(text);
  if (time === null || time.kind() !== 'time' || time.scalar < 0) {
    throw wrong(asked, `${JSON.stringify(text)} is not a time, such as 200ms, 2s or 1min`);
  }
  return time.to('ms').scalar;
}

function wrong(asked: string, why: string): RunError {
  return new RunError(`--fault ${asked}: ${why}`, formsHint());
}

function unknownKind(asked: string, word: string): RunError {
  const near = nearest(word, Object.values(FaultKind));
  const suggestion = near === undefined ? '' : `; did you mean ${near}?`;
  return new RunError(`--fault ${asked}: there is no fault ${JSON.stringify(word)}${suggestion}`, formsHint());
}

function formsHint(): string {
  return `faults are ${FAULT_FORMS.map(([form]) => form).join('; ')}`;
}

/** The word that was probably meant. */
export function nearest(word: string, words: string[]): string | undefined {
  const near = words
    .map((each) => ({ each, away: distance(word, each) }))
    .sort((one, other) => one.away - other.away)[0];
  return near !== undefined && near.away <= Math.max(2, near.each.length / 4) ? near.each : undefined;
}
