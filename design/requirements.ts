import type { Accelerator } from '../catalog';
import type { AcceleratorAsk } from './asks';

/** One thing that an accelerator must do. */
interface Requirement {
  readonly text: string;
  /** Undefined when the catalog does not know: then it is not met. */
  measured(accelerator: Accelerator): number | string | undefined;
  met(accelerator: Accelerator): boolean;
}

/** Whether anything is required at all. */
export function hasRequirements(ask: AcceleratorAsk): boolean {
  return requirements(ask).length > 0;
}

/** The requirements in words: `at least 141 GB of memory, vendor a or b`. */
export function requirementsText(ask: AcceleratorAsk): string {
  return requirements(ask)
    .map((requirement) => requirement.text)
    .join(', ');
}

/** What of the ask the accelerator does not meet, in words; empty when it meets everything. An unknown figure meets nothing. */
export function shortfalls(accelerator: Accelerator, ask: AcceleratorAsk): string[] {
  return requirements(ask)
    .filter((requirement) => !requirement.met(accelerator))
    .map((requirement) => `${requirement.measured(accelerator) ?? 'unknown'} against ${requirement.text}`);
}

function requirements(ask: AcceleratorAsk): Requirement[] {
  const vendors = ask.vendors?.map((vendor) => vendor.toLowerCase());
  return [
    ...atLeast(ask.memoryGbAtLeast, 'GB of memory as labelled', (row) => row.memoryVendorLabelGb),
    ...atLeast(ask.memoryGibAtLeast, 'GiB of memory as measured', (row) => row.memoryGib),
    ...atLeast(ask.bf16TflopsAtLeast, 'TFLOPS of dense BF16', (row) => row.bf16DenseTflops),
    ...atLeast(ask.fp8TflopsAtLeast, 'TFLOPS of dense FP8', (row) => row.fp8DenseTflops),
    ...(vendors === undefined
      ? []
      : [
          {
            text: `vendor ${vendors.join(' or ')}`,
            measured: (row: Accelerator) => row.vendor,
            met: (row: Accelerator) => vendors.includes(row.vendor.toLowerCase()),
          },
        ]),
  ];
}

function atLeast(
  minimum: number | undefined,
  what: string,
  cell: (row: Accelerator) => number | undefined,
): Requirement[] {
  return minimum === undefined
    ? []
    : [{ text: `at least ${minimum} ${what}`, measured: cell, met: (row) => (cell(row) ?? Number.NaN) >= minimum }];
}
