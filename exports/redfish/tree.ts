import type { HallDesign } from '../../design/hall/types';
import { type ExportFile, LazyFile } from '../file';
import { jsonText } from '../json';
import { POWER_EQUIPMENT } from './circuits';
import { distribution } from './equipment';
import { facilities } from './facility';
import { PowerGraph } from './graph';
import { Shelf, shelfOf } from './kinds';
import { rackChassis } from './racks';
import { collection, link, type Resource, ROOT } from './resource';

const SESSIONS = `${ROOT}/SessionService/Sessions`;

const SHELF_NAMES: { readonly [shelf in Shelf]: string } = {
  [Shelf.FLOOR_PDUS]: 'panels',
  [Shelf.RACK_PDUS]: 'rack feeds',
  [Shelf.SWITCHGEAR]: 'switchgear, services, transformers and conversion',
  [Shelf.TRANSFER_SWITCHES]: 'transfer switches',
  [Shelf.ELECTRICAL_BUSES]: 'busways',
};

/**
 * The power chain as a Redfish service would show it, in the form of a mockup: a folder a path with `index.json` in it. Members stand
 * in their collections, as an answer to `$expand` has them: a file for every circuit of a campus would be tens of thousands.
 * Schemas: DMTF DSP8010, PowerEquipment, PowerDistribution 1.4.0, Circuit 1.8.1, PowerDomain 1.2.2, Facility, Chassis (read 2026-11-25
 * in openbmc/bmcweb and stmcginnis/gofish).
 */
export function redfishFiles(site: string, hall: HallDesign): ExportFile[] {
  const shelves = shelvesOf(hall);
  return [
    file(ROOT, serviceRoot),
    file(SESSIONS, () => collection(SESSIONS, 'Session', 'sessions', [])),
    file(POWER_EQUIPMENT, () => powerEquipment(shelves)),
    ...shelves.map((shelf) => {
      const path = `${POWER_EQUIPMENT}/${shelf}`;
      return file(path, () => {
        const graph = new PowerGraph(site, hall);
        const here = hall.power.equipment.filter((piece) => shelfOf(piece).shelf === shelf);
        const members = here.map((piece) => distribution(piece, graph));
        return collection(path, 'PowerDistribution', SHELF_NAMES[shelf], members);
      });
    }),
    file(`${ROOT}/Facilities`, () => facilities(site, hall)),
    file(`${ROOT}/Chassis`, () => rackChassis(site, hall)),
  ];
}

function file(path: string, resource: () => Resource): ExportFile {
  return new LazyFile(`${path.slice(1)}/index.json`, () => jsonText(resource()));
}

/** Those that something stands on, in the order of their words. */
function shelvesOf({ power }: HallDesign): Shelf[] {
  const used = new Set(power.equipment.map((piece) => shelfOf(piece).shelf));
  return Object.values(Shelf).filter((shelf) => used.has(shelf));
}

function serviceRoot(): Resource {
  return {
    '@odata.id': ROOT,
    '@odata.type': '#ServiceRoot.v1_13_0.ServiceRoot',
    Id: 'RootService',
    Name: 'design',
    RedfishVersion: '1.15.0',
    PowerEquipment: link(POWER_EQUIPMENT),
    Facilities: link(`${ROOT}/Facilities`),
    Chassis: link(`${ROOT}/Chassis`),
    Links: { Sessions: link(SESSIONS) },
  };
}

function powerEquipment(shelves: Shelf[]): Resource {
  return {
    '@odata.id': POWER_EQUIPMENT,
    '@odata.type': '#PowerEquipment.v1_2_3.PowerEquipment',
    Id: 'PowerEquipment',
    Name: 'power equipment',
    ...Object.fromEntries(shelves.map((shelf) => [shelf, link(`${POWER_EQUIPMENT}/${shelf}`)])),
  };
}
