import type { ParallelFileSystemAsk } from '../../../design/asks';
import type { ParallelFileSystemResult } from '../../../design/target-profile';
import { AwsFinding } from './findings';

/**
 * FSx for Lustre, deployment PERSISTENT_2 on SSD: capacity and throughput are bought together, in MB/s a TiB.
 * Tiers: https://docs.aws.amazon.com/fsx/latest/LustreGuide/managing-throughput-capacity.html, read 2026-11-23.
 */
interface Tier {
  /** MB/s (10^6 bytes a second) for each TiB. */
  readonly mbpsPerTib: number;
  /** GiB, both the least and the step of a file system that speaks EFA. */
  readonly efaStepGib: number;
}

const TIERS: Tier[] = [
  { mbpsPerTib: 125, efaStepGib: 38_400 },
  { mbpsPerTib: 250, efaStepGib: 19_200 },
  { mbpsPerTib: 500, efaStepGib: 9_600 },
  { mbpsPerTib: 1000, efaStepGib: 4_800 },
];
const SMALLEST_GIB = 1_200;
const STEP_GIB = 2_400;
const GIB_PER_TIB = 1_024;
const MB_PER_GB = 1_000;

const SOURCES = [
  'https://docs.aws.amazon.com/fsx/latest/LustreGuide/managing-throughput-capacity.html, read 2026-11-23',
  'https://github.com/awslabs/awsome-distributed-ai/pull/1124 (EFA from 19,200 GiB at 250 MB/s per TiB; size times tier is the same at the other tiers: 38,400 at 125 to 4,800 at 1000, as public Terraform modules have it; unverified default)',
];

/**
 * The file system that gives at least what is asked: the lowest tier that reaches the throughput at the asked size, or the
 * highest tier and more size. EFA where the size reaches the tier's least; the size is then rounded to the tier's step.
 */
export function planLustre(ask: ParallelFileSystemAsk): ParallelFileSystemResult {
  if (!(ask.capacityGib > 0) || (ask.throughputGbps !== undefined && !(ask.throughputGbps > 0))) {
    return {
      findings: [
        {
          code: AwsFinding.FILE_SYSTEM,
          path: ask.path,
          message: `a parallel file system of ${ask.capacityGib} GiB and ${ask.throughputGbps} GB/s cannot be bought`,
          expected: 'a capacity above 0, and a throughput above 0 or none',
          hint: 'write, for example, capacity: 600 TiB and throughput: 150 GB/s',
        },
      ],
    };
  }
  const why: string[] = [];
  const wanted = (ask.throughputGbps ?? 0) * MB_PER_GB;
  const tier = TIERS.find((each) => throughput(roundUp(ask.capacityGib), each) >= wanted) ?? TIERS.at(-1)!;
  const least = Math.max(ask.capacityGib, (wanted / tier.mbpsPerTib) * GIB_PER_TIB);
  const rdma = ask.rdma && least >= tier.efaStepGib;
  const capacityGib = rdma ? Math.ceil(least / tier.efaStepGib) * tier.efaStepGib : roundUp(least);

  why.push(
    ask.throughputGbps === undefined
      ? `${tier.mbpsPerTib} MB/s per TiB: the smallest tier, as no throughput is asked`
      : `${tier.mbpsPerTib} MB/s per TiB: the lowest tier that gives ${ask.throughputGbps} GB/s`,
  );
  if (capacityGib !== ask.capacityGib) {
    why.push(`${capacityGib} GiB: ${ask.capacityGib} GiB rounded up to what is sold and what the throughput needs`);
  }
  if (ask.rdma) {
    why.push(
      rdma
        ? `over EFA: the size reaches ${tier.efaStepGib} GiB, the least for EFA at this tier`
        : `over TCP: EFA needs ${tier.efaStepGib} GiB at this tier`,
    );
  }
  return {
    design: {
      name: ask.name,
      capacityGib,
      throughputGbps: throughput(capacityGib, tier) / MB_PER_GB,
      tier: `${tier.mbpsPerTib}`,
      rdma,
      zone: ask.zone,
      why,
      sources: SOURCES,
    },
    findings: [],
  };
}

function roundUp(gib: number): number {
  return gib <= SMALLEST_GIB ? SMALLEST_GIB : Math.ceil(gib / STEP_GIB) * STEP_GIB;
}

function throughput(gib: number, tier: Tier): number {
  return (gib / GIB_PER_TIB) * tier.mbpsPerTib;
}
