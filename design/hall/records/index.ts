export { floorOf } from './floor';
export { kindsOf, type SiteToRecord } from './kinds';
export { RECORDS_OF_A_PART } from './links';
export * from './parts';
export { hallStacks, kindsStack, sized } from './stacks';
export * from './types';
