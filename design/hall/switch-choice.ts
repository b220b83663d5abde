import type { Catalog } from '../../catalog';
import { LinkTechnology, SonicSupport, type SwitchModel } from '../../catalog/switches';
import { FabricTechnology } from '../fabric';

/**
 * The leaf switch that a network gets when the blueprint names none: of those that offer the speed, one whose ports are at most
 * split in two (four ways is a large switch for a small task), then one whose power is known, then one that SONiC runs on, then by
 * name.
 */
export function chooseSwitch(technology: FabricTechnology, gbps: number, catalog: Catalog): SwitchModel | undefined {
  const wanted = technology === FabricTechnology.INFINIBAND ? LinkTechnology.INFINIBAND : LinkTechnology.ETHERNET;
  return catalog.switches
    .filter((model) => model.technology === wanted && offers(model, gbps))
    .sort(
      (one, other) =>
        Number(one.gbps > 2 * gbps) - Number(other.gbps > 2 * gbps) ||
        Number(powerKnown(other)) - Number(powerKnown(one)) ||
        Number(open(other)) - Number(open(one)) ||
        (one.id < other.id ? -1 : 1),
    )[0];
}

/** Whether ports run at the speed, whole or split. */
function offers(model: SwitchModel, gbps: number): boolean {
  // A jack of twisted pair carries its own speed only, and a port of a data centre is not split into such.
  if (gbps <= 10) return model.gbps === gbps;
  return model.breakout.some((parts) => model.gbps / parts === gbps);
}

function powerKnown(model: SwitchModel): boolean {
  return model.maximumW !== undefined;
}

function open(model: SwitchModel): boolean {
  return model.sonic !== SonicSupport.NO;
}
