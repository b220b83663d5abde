import { FabricTier } from '../../fabric/types';
import type { HallDesign } from '../types';
import type { AsnRecord, FloorRecords } from './types';

const MANAGEMENT = 'out-of-band';

/** The management switch that a subnet belongs to, which is written down where that switch stands. */
export function switchOf(purpose: string): string | undefined {
  return purpose.startsWith(`${MANAGEMENT} `) ? purpose.slice(MANAGEMENT.length + 1) : undefined;
}

/** Halls with the rows that something stands in, and the blocks of addresses of the networks. */
export function floorOf({ loads, fabric }: HallDesign): FloorRecords {
  const halls = new Map<number, Set<number>>();
  for (const { rack } of loads) {
    const rows = halls.get(rack.hall) ?? new Set<number>();
    halls.set(rack.hall, rows.add(rack.row));
  }
  return {
    halls: [...halls]
      .sort(([one], [other]) => one - other)
      .map(([hall, rows]) => ({ hall, rows: [...rows].sort((one, other) => one - other) })),
    prefixes: [
      ...fabric.addresses.subnets.map(({ prefix, purpose }) => ({ cidr: prefix, purpose })),
      { cidr: fabric.addresses.blocks.outOfBand, purpose: MANAGEMENT },
    ].filter(({ purpose }) => switchOf(purpose) === undefined),
    asns: sharedNumbers(fabric),
  };
}

/** A leaf has a number of its own; spines and cores share theirs by pod and tier (RFC 7938, 5.2.1). */
function sharedNumbers({ networks }: HallDesign['fabric']): AsnRecord[] {
  const owners = new Map<number, string>();
  for (const { role, switches } of networks) {
    for (const { tier, asn, pod } of switches) {
      if (asn === undefined || tier === FabricTier.LEAF) continue;
      owners.set(asn, `${role} ${tier}${pod === undefined ? '' : `, pod ${pod}`}`);
    }
  }
  return [...owners].sort(([one], [other]) => one - other).map(([asn, owner]) => ({ asn, owner }));
}
