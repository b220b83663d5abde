export { designRacks, placeOf, type RacksResult } from './design';
export * from './types';
