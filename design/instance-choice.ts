import type { Accelerator, InstanceType } from '../catalog';
import { type PoolAsk, Purpose, Rdma } from './asks';
import { tidy } from './figures';
import type { PoolContext } from './pool-context';
import { pricePerAccelerator } from './price';

/** An instance type that could carry the pool. */
export interface InstanceCandidate {
  readonly instance: InstanceType;
  readonly accelerator: Accelerator;
  readonly perNode: number;
  readonly nodes: number;
  /** Accelerators beyond what is asked. */
  readonly spare: number;
  /** Whether the pool would use RDMA on it. */
  readonly rdma: boolean;
  readonly usdPerAcceleratorHour?: number;
}

export interface RefusedInstance {
  readonly instance: InstanceType;
  readonly reason: string;
  readonly hint?: string;
}

export interface InstanceChoices {
  /** Best first. */
  readonly fits: InstanceCandidate[];
  readonly refused: RefusedInstance[];
}

/** Sorts the cloud's instance types with this accelerator into those that fit, best first, and those that do not, with the reason. */
export function instanceChoices(accelerator: Accelerator, ask: PoolAsk, context: PoolContext): InstanceChoices {
  const rows = context.catalog
    .instancesWith(accelerator.id)
    .filter((row) => row.cloud === context.profile.cloud)
    .filter((row) => ask.instanceType === undefined || row.instanceType === ask.instanceType);
  const fits: InstanceCandidate[] = [];
  const refused: RefusedInstance[] = [];
  for (const instance of rows) {
    const refusal = refuse(instance, ask, context);
    if (refusal === undefined) {
      fits.push(candidate(instance, accelerator, ask));
    } else {
      refused.push({ instance, ...refusal });
    }
  }
  return { fits: fits.sort((a, b) => compare(a, b, ask)), refused };
}

function candidate(instance: InstanceType, accelerator: Accelerator, ask: PoolAsk): InstanceCandidate {
  const perNode = instance.acceleratorCount ?? 1;
  // A slice's share is rounded in the catalog (a sixth is 0.1667), so a hair's breadth is no further node.
  const nodes = Math.ceil(tidy(ask.count / perNode - (Number.isInteger(perNode) ? 0 : 1e-3)));
  return {
    instance,
    accelerator,
    perNode,
    nodes,
    spare: Math.max(0, tidy(nodes * perNode - ask.count)),
    rdma: ask.fabric.rdma !== Rdma.NONE && (instance.rdmaInterfaces ?? 0) > 0,
    usdPerAcceleratorHour: pricePerAccelerator(instance, ask.capacity.mode),
  };
}

function refuse(
  instance: InstanceType,
  ask: PoolAsk,
  context: PoolContext,
): { reason: string; hint?: string } | undefined {
  if (instance.acceleratorCount === undefined) {
    return { reason: 'the catalog does not know how many accelerators it has' };
  }
  if (!Number.isInteger(instance.acceleratorCount) && ask.instanceType === undefined) {
    return {
      reason: `it has a slice of an accelerator (${instance.acceleratorCount}), which is taken only when it is prescribed`,
    };
  }
  if (ask.fabric.rdma === Rdma.REQUIRED && (instance.rdmaInterfaces ?? 0) === 0) {
    return {
      reason:
        instance.rdmaInterfaces === undefined
          ? 'whether it has RDMA is unknown, and RDMA is required'
          : 'it has no RDMA, and RDMA is required',
    };
  }
  if (instance.cpuArchitecture === undefined) {
    return { reason: 'the catalog does not know its CPU architecture, on which the image of the node depends' };
  }
  return context.profile.refuseInstance(instance, ask);
}

function compare(a: InstanceCandidate, b: InstanceCandidate, ask: PoolAsk): number {
  const training = ask.purpose === Purpose.TRAINING;
  const wantsRdma = training && ask.fabric.rdma === Rdma.PREFERRED;
  const size = b.perNode - a.perNode;
  const price = unknownLast(a.usdPerAcceleratorHour, b.usdPerAcceleratorHour);
  // Training wants accelerators in one node, where they talk fastest. Serving and batch work scale by replicas: they want them cheap.
  return (
    a.spare - b.spare ||
    (training ? size : price) ||
    (wantsRdma ? Number(b.rdma) - Number(a.rdma) : 0) ||
    (training ? price : size) ||
    (b.instance.rdmaInterfaces ?? 0) - (a.instance.rdmaInterfaces ?? 0) ||
    (a.instance.instanceType < b.instance.instanceType ? -1 : 1)
  );
}

/** Orders ascending; what is unknown comes last, and two unknowns are equal. */
export function unknownLast(a: number | undefined, b: number | undefined): number {
  if (a === undefined || b === undefined) {
    return Number(a === undefined) - Number(b === undefined);
  }
  return a - b;
}
