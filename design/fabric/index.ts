export * from './ask';
export { designFabric, type FabricResult } from './design';
export { networkRackLoads } from './network-racks';
export * from './problems';
export { proveFabric } from './proof';
export {
  openSwitches,
  type SonicConfig,
  type SonicOptions,
  type SonicRenderer,
  sonicConfigs,
  sonicRenderer,
} from './sonic';
export type { SonicQos } from './sonic-qos';
export type { SonicRow, SonicTables } from './sonic-tables';
export * from './types';
