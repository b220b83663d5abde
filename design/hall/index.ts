export { checkAcrossSites } from './across-sites';
export { HALL_DEFAULTS, type HallAsk, hallAsk, hallKeys } from './ask';
export { designHall, type HallPool, type HallResult } from './hall';
export { type HallParts, hallParts } from './records';
export { summaryOf } from './summary';
export type { FailureSummary, HallSummary, NetworkSummary, PowerSummary } from './summary-types';
export type { HallDesign } from './types';
