import type { InstanceType } from '../../../catalog/instances';
import { type CapacityAsk, CapacityMode } from '../../../design/asks';
import type { QuotaUse } from '../../../design/target-profile';

const UNIT = 'vCPU';
const TWO_TIERS = 'https://learn.microsoft.com/azure/virtual-machines/quotas (read 2026-11)';
const NAMES = 'https://github.com/dstackai/dstack/blob/master/docs/docs/guides/protips.md (read 2026-11)';
const CPU_NAMES = 'as az vm list-usage prints it (read 2026-11)';

/** Share of the system pool that an upgrade adds for its time: `max_surge` of 33 % is one node of three. */
export const SYSTEM_SURGE = 1 / 3;

interface Family {
  readonly sizes: RegExp;
  readonly quota: string;
  readonly source: string;
}

/** Families whose quota's display name is known from a source. The rest are named by their size and marked unverified. */
const FAMILIES: Family[] = [
  { sizes: /^Standard_NC\d+ads_A100_v4$/, quota: 'Standard NCADS_A100_v4 Family vCPUs', source: NAMES },
  { sizes: /^Standard_ND96asr_(A100_)?v4$/, quota: 'Standard NDASv4_A100 Family vCPUs', source: NAMES },
  { sizes: /^Standard_ND96amsr_A100_v4$/, quota: 'Standard NDAMSv4_A100Family vCPUs', source: NAMES },
  { sizes: /^Standard_NC\d+adi?s_H100_v5$/, quota: 'Standard NCadsH100v5 Family vCPUs', source: NAMES },
  { sizes: /^Standard_ND96isr_H100_v5$/, quota: 'Standard NDSH100v5 Family vCPUs', source: NAMES },
  { sizes: /^Standard_NV\d+ads_A10_v5$/, quota: 'Standard NVADSA10v5 Family vCPUs', source: NAMES },
  { sizes: /^Standard_D\d+s_v5$/, quota: 'Standard DSv5 Family vCPUs', source: CPU_NAMES },
  { sizes: /^Standard_D\d+ds_v5$/, quota: 'Standard DDSv5 Family vCPUs', source: CPU_NAMES },
];

/**
 * Quotas that one node counts against: its family's vCPUs and the region's total; spot has one regional quota of its own.
 * Accelerator pools are upgraded with `max_unavailable`, so they never ask for more than their nodes; the system pool is
 * upgraded by surge, and its extra node is counted here, or a cluster is created and its first upgrade fails.
 */
export function quotasPerNode(instance: InstanceType, capacity: CapacityAsk): QuotaUse[] {
  if (capacity.mode === CapacityMode.SPOT) {
    return [
      {
        quota: 'Total Regional Spot vCPUs',
        unit: UNIT,
        perNode: instance.vcpus,
        source: NAMES,
        note: 'the command line calls it "Total Regional Low-priority vCPUs"',
      },
    ];
  }
  const surges = instance.class === 'cpu';
  const perNode = instance.vcpus === undefined ? undefined : instance.vcpus * (surges ? 1 + SYSTEM_SURGE : 1);
  const surgeNote = surges ? 'counts the surge node of an upgrade: one in three' : undefined;
  return [
    { ...familyOf(instance), unit: UNIT, perNode, note: joined(familyOf(instance).note, surgeNote) },
    { quota: 'Total Regional vCPUs', unit: UNIT, perNode, source: TWO_TIERS, note: surgeNote },
  ];
}

function familyOf(instance: InstanceType): { readonly quota: string; readonly source: string; readonly note?: string } {
  const family = FAMILIES.find(({ sizes }) => sizes.test(instance.instanceType));
  if (family) {
    return { quota: family.quota, source: family.source };
  }
  return {
    quota: `vCPUs of the family of ${instance.instanceType}`,
    source: TWO_TIERS,
    note: `the family's name is unverified; az vm list-skus --size ${instance.instanceType.replace(/^Standard_/, '')} prints it`,
  };
}

function joined(...notes: (string | undefined)[]): string | undefined {
  const said = notes.filter((note) => note !== undefined);
  return said.length > 0 ? said.join('; ') : undefined;
}
