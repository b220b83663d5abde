export { HALL_DEFAULTS, type HallAsk, hallAsk, hallKeys } from './ask';
export { designHall, type HallPool, type HallResult } from './hall';
export { type FailureSummary, type HallSummary, type NetworkSummary, type PowerSummary, summaryOf } from './summary';
export type { HallDesign } from './types';
