import type { ElectricalDesign } from '../electrical';
import type { FabricDesign } from '../fabric';
import type { RacksDesign } from '../racks';
import type { RackLoad } from './seams';

/** An owned hall, engineered: every rack, port, cable, feed and failure. */
export interface HallDesign {
  readonly racks: RacksDesign;
  readonly fabric: FabricDesign;
  readonly power: ElectricalDesign;
  /** Racks of servers and of switches, as the power chain feeds them. */
  readonly loads: RackLoad[];
}
