export { RunError } from '../engine';
export type { Chain, CriticalPath } from './critical-path';
export type { Diagnosis } from './diagnosis';
export { FAULT_FORMS } from './faults/fault';
export { Fidelity, type LedgerEntry } from './ledger';
export type { FaultReport, Recovery, StackLeft, StackRetried } from './recovery';
export { type Rehearsal, type RehearsalOptions, type RehearsalProgress, rehearse, type StackReport } from './rehearse';
export { Step, type StepResult } from './stack-rehearsal';
