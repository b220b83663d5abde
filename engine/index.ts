export { REMOTE_STATE, type ResourceConfiguration, type StackConfiguration } from './configuration';
export { designName } from './design-name';
export { type DetachedRun, type EngineEnd, startDetached } from './detached';
export { type Engine, type EngineRun, engineVersion, findEngine, privateEnvironment, runEngine } from './engine';
export { LineFollower } from './follow';
export {
  type ChangedResource,
  changesIn,
  createdIn,
  diagnosticsIn,
  type EngineDiagnostic,
  type EngineMessage,
  messagesIn,
  type PlannedChange,
} from './messages';
export type {
  ConfiguredResource,
  Expression,
  ModuleConfiguration,
  PlanDocument,
  ResourceChange,
  StateModule,
  ValueChange,
} from './plan-document';
export { isRunning, markOf, type ProcessMark } from './processes';
export { RunError } from './run-error';
export { runInOrder, type Task } from './schedule';
export { readSynthesized, type SynthesizedStack } from './synthesized';
