import type { InstanceType } from '../../../catalog/instances';
import { type CapacityAsk, CapacityMode } from '../../../design/asks';
import type { QuotaUse } from '../../../design/target-profile';
import { PRIMARY_ADDRESS_UNITS } from './addresses';

const ON_DEMAND_SOURCE =
  'https://docs.aws.amazon.com/ec2/latest/instancetypes/ec2-instance-quotas.html, read 2026-11-23';
const SPOT_SOURCE = 'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-spot-limits.html, read 2026-11-23';
const BLOCK_SOURCE = 'classmethod 2026-02, a secondary source';
const NAU_SOURCE = 'https://docs.aws.amazon.com/vpc/latest/userguide/network-address-usage.html, read 2026-11-23';

interface Family {
  /** The start of an instance type's name. */
  readonly prefix: RegExp;
  readonly onDemand: string;
  readonly spot?: string;
  /** What is not certain. */
  readonly note?: string;
}

// First match wins: p5 has a spot quota of its own, the rest of P another.
const FAMILIES: Family[] = [
  {
    prefix: /^p5/,
    onDemand: 'Running On-Demand P instances (L-417A185B)',
    spot: 'All P5 Spot Instance Requests (L-C4BD4855)',
  },
  {
    prefix: /^p6/,
    onDemand: 'Running On-Demand P instances (L-417A185B)',
    spot: 'All P4, P3 and P2 Spot Instance Requests (L-7212CCBC)',
    note: 'which spot quota P6 counts against is unverified',
  },
  {
    prefix: /^p\d/,
    onDemand: 'Running On-Demand P instances (L-417A185B)',
    spot: 'All P4, P3 and P2 Spot Instance Requests (L-7212CCBC)',
  },
  {
    prefix: /^(gr?|vt)\d/,
    onDemand: 'Running On-Demand G and VT instances (L-DB2E81BA)',
    spot: 'All G and VT Spot Instance Requests (L-3819A6DF)',
  },
  {
    prefix: /^trn\d/,
    onDemand: 'Running On-Demand Trn instances (L-2C3B7624)',
    spot: 'All Trn Spot Instance Requests (L-6B0D517C)',
  },
  {
    prefix: /^inf\d/,
    onDemand: 'Running On-Demand Inf instances (L-1945791B)',
    spot: 'All Inf Spot Instance Requests (L-B5D1601B)',
  },
  {
    prefix: /^dl\d/,
    onDemand: 'Running On-Demand DL instances (L-6E869C2A)',
    spot: 'All DL Spot Instance Requests (L-85EED4F7)',
  },
  { prefix: /^hpc\d/, onDemand: 'Running On-Demand HPC instances (L-F7808C92)' },
  {
    prefix: /^[acdhimrtz]/,
    onDemand: 'Running On-Demand Standard (A, C, D, H, I, M, R, T, Z) instances (L-1216C47A)',
    spot: 'All Standard (A, C, D, H, I, M, R, T, Z) Spot Instance Requests (L-34B43A08)',
  },
];

/** Quotas that one node counts against: vCPUs of its family (or places in a capacity block), and the VPC's address units. */
export function quotasOfNode(instance: InstanceType, capacity: CapacityAsk): QuotaUse[] {
  return [computeQuota(instance, capacity), addressUnits(instance)];
}

function computeQuota(instance: InstanceType, capacity: CapacityAsk): QuotaUse {
  if (capacity.mode === CapacityMode.BLOCK) {
    return {
      quota: 'Instances in one Capacity Block',
      unit: 'node',
      perNode: 1,
      source: BLOCK_SOURCE,
      note: 'bought beforehand, at most 64 in a block and 256 in an organization by that source; unverified default',
    };
  }
  const family = FAMILIES.find((each) => each.prefix.test(instance.instanceType));
  const spot = capacity.mode === CapacityMode.SPOT;
  const quota = spot ? family?.spot : family?.onDemand;
  return {
    quota:
      quota ??
      `${spot ? 'Spot' : 'On-Demand'} quota of ${instance.instanceType.split('.')[0]} (unknown to this target)`,
    unit: 'vCPU',
    perNode: instance.vcpus,
    source: spot ? SPOT_SOURCE : ON_DEMAND_SOURCE,
    note: spot ? family?.note : undefined,
  };
}

// On request; 64,000 by default.
const MAXIMUM_ADDRESS_UNITS = 256_000;

function addressUnits(instance: InstanceType): QuotaUse {
  return {
    quota: 'Network Address Usage of one VPC (L-BB24F6E5)',
    unit: 'address unit',
    perNode: PRIMARY_ADDRESS_UNITS + (instance.rdmaInterfaces ?? 0),
    maximum: MAXIMUM_ADDRESS_UNITS,
    source: NAU_SOURCE,
    note: '64,000 by default, at most 256,000 on request; each EFA interface counts, so this and not the address space ends a large fabric',
  };
}
