export { REMOTE_STATE, type ResourceConfiguration, type StackConfiguration } from './configuration';
export { type Engine, type EngineRun, engineVersion, findEngine, privateEnvironment, runEngine } from './engine';
export { changesIn, createdIn, diagnosticsIn, type EngineDiagnostic } from './messages';
export { RunError } from './run-error';
export { runInOrder, type Task } from './schedule';
export { readSynthesized, type SynthesizedStack } from './synthesized';
