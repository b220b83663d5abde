/** The blueprint language: reads a blueprint, says what is wrong with it and where, and renders that for people and machines. */

export { type CheckedDocument, checkDocument, type LanguageOptions } from './check';
export type * from './document';
export { fabricOf } from './fabric-of';
export { Caret, type Finding, type Path, Severity, type Span } from './finding';
export { type LoadedBlueprint, type LoadOptions, loadBlueprint, readBlueprint } from './load';
export {
  type ParsedMemory,
  type ParsedQuantity,
  parseCompute,
  parseDataRate,
  parseDataSize,
  parseMemory,
  parsePower,
  type QuantityProblem,
} from './quantities';
export { type RenderOptions, renderFindings, renderPlace } from './render';
export { findingsToJson, type JsonFinding } from './render-json';
export { blueprintSchema, type JsonSchema } from './schema';
export { BlueprintSource, type Place } from './source';
