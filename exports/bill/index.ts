import type { HallDesign } from '../../design/hall/types';
import { csvText } from '../csv';
import type { HallFacts } from '../facts';
import { BILL_HEADER, billCells } from './line';
import { networkLines } from './network';
import { powerLines } from './power';
import { rackLines } from './racks';

/** The bill of materials: racks, servers, switches, optics, cables, electrical equipment and feeds, each line with its basis and source. */
export function billOfMaterials(hall: HallDesign, facts: HallFacts): string {
  const lines = [...rackLines(hall, facts), ...networkLines(hall, facts), ...powerLines(hall)];
  return csvText(BILL_HEADER, lines.map(billCells));
}
