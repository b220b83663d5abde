export type { Origin, ReviewAsk, StackAsk } from './ask';
export * from './model';
export { type MovedBlock, movedBlocks, movedFile } from './renames/moved-blocks';
export { FORMAT_VERSION, makeReview, type ReviewKnowledge } from './review';
