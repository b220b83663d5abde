/** The basis of design: pure functions from what is asked to what is decided. */
export * from './asks';
export * from './basis';
export { basisJson } from './basis-json';
export { type BlueprintContext, type BlueprintDesign, designBlueprint } from './blueprint';
export { DesignCode } from './codes';
export { type AsksResult, asksFromBlueprint } from './from-blueprint';
export { designPool } from './pool';
export type { PoolContext, PoolResult } from './pool-context';
export type { HallToStack } from './stacks';
export * from './target-profile';
