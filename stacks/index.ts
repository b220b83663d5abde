export { OutputFolderError } from './output-folder';
export { type SynthesisOptions, type SynthesisResult, type SynthesisStep, synthesizeBlueprint } from './synthesize';
