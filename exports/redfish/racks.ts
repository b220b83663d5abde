import type { HallDesign } from '../../design/hall/types';
import { drawWatts } from '../watts';
import { collection, link, type Resource, ROOT, segment } from './resource';

const CHASSIS = `${ROOT}/Chassis`;

/** Racks of servers and of switches, each with the names of its feeds. */
export function rackChassis(site: string, { loads, racks, fabric, power }: HallDesign): Resource {
  const feeds = new Map<string, string[]>();
  for (const { id, rack } of power.feeds) {
    const known = feeds.get(rack);
    if (known === undefined) feeds.set(rack, [id]);
    else known.push(id);
  }
  const weights = new Map([
    ...racks.racks.map(({ place, weightKg }) => [place.name, weightKg] as const),
    ...fabric.networkRacks.map(({ rack, weightKg }) => [rack.name, weightKg.value] as const),
  ]);
  const members = loads.map(({ rack, peakKw, typicalKw, loadClass, accelerators }): Resource => {
    const weight = weights.get(rack.name);
    return {
      '@odata.id': `${CHASSIS}/${segment(rack.name)}`,
      '@odata.type': '#Chassis.v1_22_0.Chassis',
      Id: rack.name,
      Name: rack.name,
      ChassisType: 'Rack',
      MaxPowerWatts: drawWatts(peakKw),
      ...(weight === undefined ? {} : { WeightKg: weight }),
      ElectricalSourceNames: feeds.get(rack.name) ?? [],
      Links: { Facility: link(`${ROOT}/Facilities/${segment(site)}`) },
      Oem: {
        Wattform: {
          Hall: rack.hall,
          Row: rack.row,
          Position: rack.position,
          LoadClass: loadClass,
          TypicalWatts: drawWatts(typicalKw),
          Accelerators: accelerators,
        },
      },
    };
  });
  return collection(CHASSIS, 'Chassis', 'racks', members);
}
