import type { BlueprintDocument } from '../blueprints/language/document';
import type { Catalog } from '../catalog';
import type { HallDesign } from '../design/hall/types';
import { addressPlan, subnetPlan } from './address-plan';
import { billOfMaterials } from './bill';
import { cableSchedule } from './cable-schedule';
import { deviceSpecifications } from './dps/models';
import { dpsTopology } from './dps/topology';
import { HallFacts } from './facts';
import { type ExportFile, LazyFile } from './file';
import { redfishFiles } from './redfish/tree';
import { slurmFiles } from './slurm/topology';
import { sonicFiles } from './sonic';

export type { ExportFile } from './file';

export interface HallFilesOptions {
  readonly catalog: Catalog;
  /** Whether configurations of open switches are written for halls with very many of them too. @default false */
  readonly switchConfigs?: boolean;
}

/**
 * The files that operators' tools start from, of every owned hall of a blueprint, by paths below the output folder. Contents are made
 * when they are asked for.
 */
export function hallFiles(
  document: BlueprintDocument,
  halls: Map<string, HallDesign>,
  { catalog, switchConfigs }: HallFilesOptions,
): ExportFile[] {
  return [...halls].flatMap(([site, hall]) => {
    const stated = Object.keys(document.sites[site]?.racks?.servers ?? {});
    return siteFiles(site, hall, new HallFacts(catalog, stated), switchConfigs).map(
      (file) => new LazyFile(`halls/${site}/${file.path}`, () => file.content),
    );
  });
}

/** The files of one hall, by paths below its own folder. */
export function siteFiles(site: string, hall: HallDesign, facts: HallFacts, switchConfigs = false): ExportFile[] {
  return [
    new LazyFile('bill-of-materials.csv', () => billOfMaterials(hall, facts)),
    new LazyFile('cable-schedule.csv', () => cableSchedule(hall.fabric)),
    new LazyFile('addresses.csv', () => addressPlan(hall.fabric)),
    new LazyFile('subnets.csv', () => subnetPlan(hall.fabric)),
    new LazyFile('dps/devices.yaml', () => deviceSpecifications(hall.power.equipment)),
    new LazyFile('dps/topology.json', () => dpsTopology(site, hall)),
    ...redfishFiles(site, hall),
    ...slurmFiles(hall),
    ...sonicFiles(hall, switchConfigs),
  ];
}
