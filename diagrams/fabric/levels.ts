import { FabricTier } from '../../design/fabric';
import type { FoldLevel } from '../drawing/folding';
import type { EndItem, NetworkItem, SwitchItem } from './items';

/** Ways to fold a network, the finest first. */
export const NETWORK_LEVELS: FoldLevel<NetworkItem>[] = [
  level(
    undefined,
    ({ id }) => [id],
    ({ id }) => [id],
  ),
  level('what hangs on the leafs of a unit is one box.', ({ id }) => [id], ofUnit),
  level(
    'the leafs of a unit are one box.',
    (item) => (item.its.tier === FabricTier.LEAF ? leafsOfUnit(item) : [item.id]),
    ofUnit,
  ),
  level('the leafs of a unit, and the spines of a pod, are one box.', unitsAndPods, ofUnit),
  level('the leafs and the spines of a pod are one box each.', ({ its, pod }) => [its.tier, pod, its.plane], ofPod),
  level(
    'the switches of a tier are one box.',
    ({ its }) => [its.tier],
    ({ group }) => [group],
  ),
  level(
    'the switches of a tier are one box, and so are servers of all pools.',
    ({ its }) => [its.tier],
    ({ endpoint }) => [endpoint !== undefined],
  ),
];

function level(
  says: string | undefined,
  keyOfSwitch: (item: SwitchItem) => unknown[],
  keyOfEnd: (item: EndItem) => unknown[],
): FoldLevel<NetworkItem> {
  return {
    ...(says === undefined ? {} : { says }),
    keyOf: (item) => JSON.stringify([item.what, ...(item.what === 'switch' ? keyOfSwitch(item) : keyOfEnd(item))]),
  };
}

function unitsAndPods(item: SwitchItem): unknown[] {
  return item.its.tier === FabricTier.LEAF ? leafsOfUnit(item) : [item.its.tier, item.pod, item.its.plane];
}

function leafsOfUnit({ its, unit }: SwitchItem): unknown[] {
  return [its.tier, unit, its.plane];
}

function ofUnit({ group, unit }: EndItem): unknown[] {
  return [group, unit];
}

function ofPod({ group, pod }: EndItem): unknown[] {
  return [group, pod];
}
