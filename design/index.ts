/** The basis of design: pure functions from what is asked to what is decided. */
export * from './asks';
export * from './basis';
export { type BlueprintContext, type BlueprintDesign, designBlueprint } from './blueprint';
export { type AsksResult, asksFromBlueprint } from './from-blueprint';
export { designPool, type PoolContext, type PoolResult } from './pool';
export * from './target-profile';
