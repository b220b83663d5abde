export { designName, RunError } from '../engine';
export { type Deployment, type DeployOptions, deploy } from './deploy';
export { requireEngine } from './engine-check';
export { type Answers, NO_ANSWERS } from './history';
export { type EndSignal, Interruption } from './interruption';
export { acquireLock } from './lock';
export { type Counts, countsOf, type StackFault, StackOutcome, type StackPlan, type StackReport } from './outcome';
export { Place } from './place';
