import type { RackType, ServerType } from '../../catalog/servers';
import type { ElectricalDesign } from '../electrical';
import type { FabricDesign } from '../fabric';
import type { RacksDesign } from '../racks';
import type { RackLoad } from './seams';

/** An owned hall, engineered: every rack, port, cable, feed and failure. */
export interface HallDesign {
  readonly racks: RacksDesign;
  readonly fabric: FabricDesign;
  readonly power: ElectricalDesign;
  /** Rows of the catalog, or of the blueprint, that its pools are built of. */
  readonly servers: ServerType[];
  /** What servers stand in that are no rack themselves. */
  readonly rackType: RackType;
  /** Racks of servers and of switches, as the power chain feeds them. */
  readonly loads: RackLoad[];
}
