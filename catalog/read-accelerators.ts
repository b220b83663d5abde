import type { Finding } from '../blueprints/language/finding';
import type { Accelerator } from './accelerators';
import { checkUnique, type Row, readTable } from './table';

const COLUMNS =
  'vendor,model,id,architecture,memory_gib,memory_vendor_label_gb,memory_type,memory_bw_tbps,bf16_dense_tflops,fp8_dense_tflops,tdp_w,scale_up_interconnect,scale_up_gbs_bidir_per_accelerator,scale_up_domain_max,form_factor,max_per_node,k8s_resource,rentable_in,source,notes'.split(
    ',',
  );

/** Reads accelerators.csv. */
export function readAccelerators(file: string, text: string, findings: Finding[]): Accelerator[] {
  const rows = readTable(file, text, COLUMNS, findings);
  checkUnique(rows, ['id']);
  return rows.map(accelerator);
}

function accelerator(row: Row): Accelerator {
  return {
    vendor: row.required('vendor'),
    model: row.required('model'),
    id: row.required('id'),
    architecture: row.required('architecture'),
    memoryGib: row.number('memory_gib', { from: 1, to: 4096 }),
    memoryVendorLabelGb: row.number('memory_vendor_label_gb', { from: 1, to: 4096 }),
    memoryType: row.text('memory_type'),
    memoryBandwidthTbps: row.number('memory_bw_tbps', { from: 0.05, to: 100 }),
    bf16DenseTflops: row.number('bf16_dense_tflops', { from: 10, to: 100_000 }),
    fp8DenseTflops: row.number('fp8_dense_tflops', { from: 10, to: 100_000 }),
    tdpWatts: row.number('tdp_w', { from: 20, to: 10_000 }),
    scaleUpInterconnect: row.text('scale_up_interconnect'),
    scaleUpGbsBidirectional: row.number('scale_up_gbs_bidir_per_accelerator', { from: 1, to: 20_000 }),
    scaleUpDomainMax: row.integer('scale_up_domain_max', { from: 1, to: 100_000 }),
    formFactor: row.text('form_factor'),
    maxPerNode: row.integer('max_per_node', { from: 1, to: 64 }),
    kubernetesResources: kubernetesResources(row.text('k8s_resource')),
    rentableIn: row.text('rentable_in'),
    source: row.required('source'),
    notes: row.text('notes'),
  };
}

/** `example.com/device (devices) / example.com/core` names two; the remarks in brackets are for readers. */
function kubernetesResources(cell: string | undefined): string[] {
  return (cell ?? '')
    .replace(/\([^)]*\)/g, ' ')
    .split(/\s+/)
    .filter((word) => /^[a-z0-9.-]+\/[a-z0-9.-]+$/.test(word));
}
