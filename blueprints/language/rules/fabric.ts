import { LanguageCode } from '../codes';
import type { Finding } from '../finding';
import { poolsOf, type Rule } from './rule';

/** A fabric, and nodes that are placed close together, stand in one zone. */
export const fabricInOneZone: Rule = (document) =>
  poolsOf(document).flatMap(({ path, accelerators, fabric }): Finding[] => {
    const zones = accelerators?.zones ?? [];
    const asks =
      fabric.rdma === 'required' ? 'rdma: required' : fabric.placement === 'cluster' ? 'placement: cluster' : undefined;
    if (asks === undefined || zones.length < 2) return [];
    return [
      {
        code: LanguageCode.FABRIC_ZONES,
        path: [...path, 'accelerators', 'zones'],
        message: `${zones.length} zones with ${asks}: a fabric does not cross zones`,
        expected: 'one zone',
        hint: 'make a pool for each zone, or ask for "rdma: none" and "placement: none"',
      },
    ];
  });

/** The cloud has placed a capacity block before it is sold; a placement of our own is refused there. */
export const noPlacementOfBlocks: Rule = (document) =>
  poolsOf(document).flatMap(({ capacity, fabric, fabricPath }): Finding[] => {
    if (capacity?.mode !== 'block' || fabric.placement !== 'cluster') return [];
    return [
      {
        code: LanguageCode.PLACEMENT_BLOCK,
        path: fabricPath('placement'),
        message: 'a capacity block cannot be put into a placement group',
        expected: 'placement: none, or no placement',
        hint: 'the nodes of a block stand close together already',
      },
    ];
  });

/** Oversubscription is a property of the RDMA fabric. */
export const oversubscriptionOfRdma: Rule = (document) =>
  poolsOf(document).flatMap(({ fabric, fabricPath }): Finding[] => {
    if (fabric.rdma !== 'none' || fabric.oversubscription === undefined) return [];
    return [
      {
        code: LanguageCode.OVERSUBSCRIPTION,
        path: fabricPath('oversubscription'),
        message: `oversubscription ${fabric.oversubscription} is asked of a fabric that "rdma: none" leaves out`,
        expected: 'oversubscription with rdma required or preferred',
        hint: 'remove one of the two',
      },
    ];
  });
