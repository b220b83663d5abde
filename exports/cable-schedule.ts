import type { FabricDesign } from '../design/fabric';
import { type Cell, csvText } from './csv';

const HEADER = [
  'network',
  'tier',
  'from_device',
  'from_port',
  'from_rack',
  'from_cage',
  'to_device',
  'to_port',
  'to_rack',
  'to_cage',
  'gbps',
  'medium',
  'cable_type',
  'length_m',
];

/** Every cable of every network, from the lower end to the upper one, in the order of the networks and of their ports. */
export function cableSchedule(fabric: FabricDesign): string {
  return csvText(HEADER, rows(fabric));
}

function* rows({ networks }: FabricDesign): Iterable<Cell[]> {
  for (const { role, links } of networks) {
    for (const { a, b, tier, gbps, medium, cableType, lengthM } of links) {
      yield [
        role,
        tier,
        a.device,
        a.port,
        a.rack,
        a.cage,
        b.device,
        b.port,
        b.rack,
        b.cage,
        gbps,
        medium,
        cableType,
        lengthM,
      ];
    }
  }
}
