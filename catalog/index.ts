/** Dated facts about accelerators, instance types and regions, and the readers that make them typed. */
export type { Accelerator } from './accelerators';
export { Catalog, type CatalogProps } from './catalog';
export type { InstanceType, PriceRange } from './instances';
export { loadCatalog } from './load';
export type { Region } from './regions';
export { CatalogCode } from './table';
