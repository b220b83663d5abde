import { type Finding, Severity } from '../../../blueprints/language/finding';
import type { ParallelFileSystemAsk } from '../../../design/asks';
import type { ParallelFileSystemResult } from '../../../design/target-profile';
import { AzureCode } from './codes';

const SOURCE =
  'https://github.com/MicrosoftDocs/azure-stack-docs/blob/main/azure-managed-lustre/create-file-system-portal.md (2024-11-11)';

const GIB_PER_TIB = 1024;

/** What can be had on request: 2.5 PB, in TiB. */
const ON_REQUEST_TIB = Math.floor(2.5e15 / 2 ** 40);

/** One Managed Lustre SKU. Sizes are steps of `stepTib`, up to `maximumTib` without asking. */
interface LustreSku {
  readonly sku: string;
  /** MB/s of each TiB bought. */
  readonly mbpsPerTib: number;
  readonly stepTib: number;
  readonly maximumTib: number;
}

const SKUS: LustreSku[] = [
  { sku: 'AMLFS-Durable-Premium-40', mbpsPerTib: 40, stepTib: 48, maximumTib: 768 },
  { sku: 'AMLFS-Durable-Premium-125', mbpsPerTib: 125, stepTib: 16, maximumTib: 128 },
  { sku: 'AMLFS-Durable-Premium-250', mbpsPerTib: 250, stepTib: 8, maximumTib: 128 },
  { sku: 'AMLFS-Durable-Premium-500', mbpsPerTib: 500, stepTib: 4, maximumTib: 128 },
];

interface Offer extends LustreSku {
  readonly capacityTib: number;
  readonly mbps: number;
}

/** A slow tier's large steps are taken while they buy at most this many times what was asked. */
const STEP_WASTE_AT_MOST = 2;

/**
 * The Managed Lustre file system that gives at least the capacity and throughput asked: the slowest tier that is fast enough
 * for its size and whose steps do not buy more than twice the capacity, else the tier that buys the least. Sizes that are sold
 * without asking go before larger ones. The rule stands in for prices, which the catalog does not hold.
 */
export function planParallelFileSystem(ask: ParallelFileSystemAsk): ParallelFileSystemResult {
  if (ask.zone === undefined) {
    return {
      findings: [
        {
          code: AzureCode.FILE_SYSTEM_ZONE,
          path: ask.path,
          message: 'a parallel file system stands in one zone, and the site names none',
          expected: 'a site with a zone',
          hint: 'set the zone of the site to "1", "2" or "3"',
        },
      ],
    };
  }
  const offers = SKUS.map((sku) => offerOf(sku, ask));
  const offer = best(ask, offers.filter(withinMaximum)) ?? best(ask, offers.filter(withinRequest));
  if (!offer) {
    return { findings: [tooLarge(ask)] };
  }
  return {
    design: {
      name: ask.name,
      capacityGib: offer.capacityTib * GIB_PER_TIB,
      throughputGbps: offer.mbps / 1000,
      tier: offer.sku,
      // Managed Lustre serves its clients over TCP, whatever fabric the nodes have.
      rdma: false,
      zone: ask.zone,
      why: [
        `${offer.sku} gives ${offer.mbpsPerTib} MB/s a TiB in steps of ${offer.stepTib} TiB`,
        `${offer.capacityTib} TiB of it is the smallest size that reaches ${describe(ask)}`,
      ],
      sources: [SOURCE],
    },
    findings: withinMaximum(offer) ? [] : [onRequest(ask, offer)],
  };
}

function offerOf(sku: LustreSku, ask: ParallelFileSystemAsk): Offer {
  const forThroughput = ((ask.throughputGbps ?? 0) * 1000) / sku.mbpsPerTib;
  const needed = Math.max(ask.capacityGib / GIB_PER_TIB, forThroughput, sku.stepTib);
  const capacityTib = Math.ceil(needed / sku.stepTib) * sku.stepTib;
  return { ...sku, capacityTib, mbps: capacityTib * sku.mbpsPerTib };
}

function withinMaximum(offer: Offer): boolean {
  return offer.capacityTib <= offer.maximumTib;
}

function withinRequest(offer: Offer): boolean {
  return offer.capacityTib <= ON_REQUEST_TIB;
}

/** @param offers from the slowest tier to the fastest */
function best(ask: ParallelFileSystemAsk, offers: Offer[]): Offer | undefined {
  const askedTib = ask.capacityGib / GIB_PER_TIB;
  const askedMbpsPerTib = ((ask.throughputGbps ?? 0) * 1000) / askedTib;
  const fast = offers.filter(({ mbpsPerTib }) => mbpsPerTib >= askedMbpsPerTib);
  const candidates = fast.length > 0 ? fast : offers;
  return (
    candidates.find(({ capacityTib }) => capacityTib <= askedTib * STEP_WASTE_AT_MOST) ??
    [...candidates].sort((a, b) => a.capacityTib - b.capacityTib)[0]
  );
}

function describe(ask: ParallelFileSystemAsk): string {
  const capacity = `${ask.capacityGib / GIB_PER_TIB} TiB`;
  return ask.throughputGbps === undefined ? capacity : `${capacity} and ${ask.throughputGbps} GB/s`;
}

function onRequest(ask: ParallelFileSystemAsk, offer: Offer): Finding {
  return {
    code: AzureCode.FILE_SYSTEM_ON_REQUEST,
    severity: Severity.WARNING,
    path: ask.path,
    message: `${offer.capacityTib} TiB of ${offer.sku} is past the ${offer.maximumTib} TiB that are sold without asking`,
    hint: 'open a support ticket for the larger size before the deploy',
  };
}

function tooLarge(ask: ParallelFileSystemAsk): Finding {
  return {
    code: AzureCode.FILE_SYSTEM_SIZE,
    path: ask.path,
    message: `no managed lustre file system reaches ${describe(ask)}`,
    expected: `at most ${ON_REQUEST_TIB} TiB and ${(ON_REQUEST_TIB * 500) / 1000} GB/s, on request past 128 TiB (768 TiB of the 40 MB/s tier)`,
    hint: 'divide it into several file systems',
  };
}
