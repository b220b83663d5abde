/** Dated facts about accelerators, instance types and regions, and the readers that make them typed. */
export type { Accelerator } from './accelerators';
export { Catalog, type CatalogProps } from './catalog';
export {
  type BreakerRating,
  type Climate,
  type ConversionLosses,
  type TemperatureHours,
  type TransformerType,
  TransformerUse,
} from './electrical';
export type { InstanceType, PriceRange } from './instances';
export { loadCatalog } from './load';
export { type Optic, OpticKind } from './optics';
export type { Region } from './regions';
export { HALL } from './server-instances';
export { Cooling, type RackType, ServerForm, type ServerPorts, type ServerType } from './servers';
export { LinkTechnology, SonicSupport, type SwitchModel } from './switches';
export { CatalogCode } from './table';
