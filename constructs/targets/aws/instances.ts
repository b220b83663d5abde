import type { InstanceType } from '../../../catalog/instances';
import { CapacityMode, type PoolAsk, Rdma } from '../../../design/asks';
import type { Refusal } from '../../../design/target-profile';
import { nicLayout } from './nic-layout';
import { ReservationKind, reservationKind } from './reservations';

/** Sold in UltraServers alone, as a capacity block of whole UltraServers, which EKS managed node groups cannot target. */
const ULTRASERVER_ONLY: { readonly [instanceType: string]: string } = {
  'p6e-gb200.36xlarge': 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/capacity-blocks-launch.html',
  'trn2u.48xlarge':
    'https://awsdocs-neuron.readthedocs-hosted.com/en/latest/about-neuron/arch/neuron-hardware/trn2-arch.html',
};

/** Why nodes of this type cannot be built for this ask; undefined when they can. */
export function refuseInstanceType(instance: InstanceType, ask: PoolAsk): Refusal | undefined {
  const name = instance.instanceType;
  const ultraServer = ULTRASERVER_ONLY[name];
  if (ultraServer !== undefined) {
    return {
      reason: `${name} is sold as whole UltraServers, which EKS managed node groups cannot hold (${ultraServer})`,
      hint: 'ask for an accelerator that is sold by the instance',
    };
  }
  if (instance.cpuArchitecture === undefined) {
    return {
      reason: `the catalog does not know the CPU architecture of ${name}, so its machine image cannot be chosen`,
      hint: 'complete the row of the catalog',
    };
  }
  return refuseZones(ask) ?? refuseCapacity(instance, ask) ?? refuseLayout(instance, ask);
}

// A resource group of reservations, and open ones, may lie in several zones.
function refuseZones(ask: PoolAsk): Refusal | undefined {
  const { mode, reservation } = ask.capacity;
  const bought =
    mode === CapacityMode.BLOCK ||
    (mode === CapacityMode.RESERVED && reservationKind(reservation ?? '') === ReservationKind.ID);
  return bought && ask.zones.length > 1
    ? {
        reason: `capacity of mode ${mode} lies in one zone, the pool names ${ask.zones.join(', ')}`,
        hint: 'name the zone of what was bought, or make a pool for each reservation',
      }
    : undefined;
}

function refuseCapacity(instance: InstanceType, ask: PoolAsk): Refusal | undefined {
  const name = instance.instanceType;
  const { mode } = ask.capacity;
  const inBlocks = instance.capacityBlockUsdPerHour !== undefined || mentionsBlocks(instance);
  if (mode === CapacityMode.BLOCK && !inBlocks) {
    return {
      reason: `the catalog knows no capacity blocks of ${name}`,
      hint: 'use on-demand or reserved capacity, or name a type that is sold in blocks',
    };
  }
  const bought = mode === CapacityMode.ON_DEMAND || mode === CapacityMode.SPOT;
  if (bought && inBlocks && instance.onDemandUsdPerHour === undefined) {
    return {
      reason: `${name} is not sold ${mode}: capacity blocks and reservations only`,
      hint: 'set capacity to { mode: block, reservation: cr-… } or { mode: reserved, reservation: cr-… }',
    };
  }
  return undefined;
}

function mentionsBlocks(instance: InstanceType): boolean {
  return /capacity block/i.test(instance.placementConstraints ?? '');
}

function refuseLayout(instance: InstanceType, ask: PoolAsk): Refusal | undefined {
  const wanted = ask.fabric.rdma !== Rdma.NONE && (instance.rdmaInterfaces ?? 0) > 0;
  if (!wanted) {
    return undefined;
  }
  const { refusal } = nicLayout({
    instanceType: instance.instanceType,
    rdmaInterfaces: instance.rdmaInterfaces,
    networkCards: instance.maxNetworkCards,
  });
  return refusal === undefined
    ? undefined
    : { reason: refusal, hint: 'set fabric to { rdma: none }, or complete the row of the catalog' };
}
