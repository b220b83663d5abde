export * from './ask';
export { designFabric, type FabricResult } from './design';
export { networkRackLoads } from './network-racks';
export * from './problems';
export { proveFabric } from './proof';
export * from './types';
