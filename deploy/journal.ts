import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { isRunning, type ProcessMark } from '../engine';
import { type Answers, History, NO_ANSWERS } from './history';

/** One apply of a stack. What the engine wrote of it stands in `<name>.jsonl`. */
export interface RunRecord {
  /** When it was begun; sorts by time. */
  readonly name: string;
  readonly verb: string;
  /** What a person said before it. @default - nothing */
  readonly answers?: Answers;
  /** The state, once it was seen to hold whatever the run created. @default - not seen yet */
  readonly settled?: Settlement;
}

/** A state as a run left it. */
export interface Settlement {
  readonly lineage?: string;
  readonly serial: number;
  readonly objects: number;
}

/** A command of the engine, as long as it may run. */
export interface EngineMark extends ProcessMark {
  readonly command: string;
  /** The file of its output. */
  readonly output: string;
  /** Whether there was a state in a file when it began. @default - the state is elsewhere */
  readonly stateBefore?: boolean;
}

/** What is known of the deploys of one stack, on the disk. */
export class Journal {
  constructor(
    /** The stack's folder. */
    readonly folder: string,
  ) {}

  /** A file of a run, or of the stack. */
  file(name: string): string {
    return join(this.folder, name);
  }

  /** By age. A record that cannot be read is one that was never whole: nothing had been started for it. */
  runs(): RunRecord[] {
    const names = existsSync(this.folder) ? readdirSync(this.folder).filter((name) => RECORD.test(name)) : [];
    return names.sort().flatMap((name) => readJson<RunRecord>(this.file(name)) ?? []);
  }

  /** The state at the last time when it was seen to hold everything. */
  lastSettlement(): Settlement | undefined {
    return this.runs()
      .reverse()
      .find(({ settled }) => settled !== undefined)?.settled;
  }

  /** The runs that did not end before our eyes, or left something open. */
  unsettled(): RunRecord[] {
    return this.runs().filter(({ settled }) => settled === undefined);
  }

  /** Makes the record of a run that is about to begin. */
  begin(verb: string, answers: Answers): RunRecord {
    const record = { name: this.newName(), verb, answers };
    this.write(record);
    return record;
  }

  write(record: RunRecord): void {
    writeWhole(this.file(`${record.name}.run.json`), record);
  }

  /** Marks every run as one whose objects the state holds. */
  settle(settled: Settlement): void {
    for (const record of this.unsettled()) this.write({ ...record, settled });
  }

  /** What the runs say of the objects that they created. */
  history(runs: RunRecord[]): History {
    const history = new History();
    for (const { name, answers = NO_ANSWERS } of runs) {
      history.answer(answers);
      const stream = this.file(`${name}.jsonl`);
      if (existsSync(stream)) history.read(readFileSync(stream, 'utf8'));
    }
    return history;
  }

  /** The engine that is at work on the stack, perhaps for somebody who is gone. */
  engineAtWork(): EngineMark | undefined {
    const mark = this.lastEngine();
    return mark !== undefined && isRunning(mark) ? mark : undefined;
  }

  /** The last that was started, or was about to be. */
  lastEngine(): EngineMark | undefined {
    return readJson<EngineMark>(this.file(ENGINE));
  }

  engineStarted(mark: EngineMark): void {
    writeWhole(this.file(ENGINE), mark);
  }

  /** Plans hold secrets: none stays longer than it is needed. */
  removePlans(): void {
    for (const name of readdirSync(this.folder).filter((each) => each.endsWith(PLAN))) {
      rmSync(this.file(name), { force: true });
    }
  }

  private newName(): string {
    const last = Number(this.runs().at(-1)?.name ?? 0);
    return String(last + 1).padStart(6, '0');
  }
}

/** The ending of saved plans. */
export const PLAN = '.tfplan';

const ENGINE = 'engine.json';
const RECORD = /^\d+\.run\.json$/;

function readJson<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** The file is there with its whole content or as it was, also when the machine stops. */
function writeWhole(file: string, content: object): void {
  const handle = openSync(`${file}.new`, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify(content)}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(`${file}.new`, file);
}
