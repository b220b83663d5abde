import type { Finding } from '../blueprints/language/finding';
import type { Accelerator } from './accelerators';
import type { InstanceType } from './instances';
import { CatalogCode, checkUnique, type Row, readTable } from './table';

const COLUMNS =
  'cloud,instance_type,class,accelerator_model,accelerator_id,accelerator_count,vcpus,memory_gib,local_nvme_gb,network_gbps,rdma_kind,rdma_interfaces,max_network_cards,nic_layout,cpu_arch,on_demand_usd_h,price_region,price_as_of,price_source,capacity_block_usd_h,placement_constraints,est_node_power_kw,power_basis,source,notes'.split(
    ',',
  );

const PRICE = { from: 0.01, to: 10_000 };

/** Reads instances.csv; an accelerator id must be one of `accelerators`. */
export function readInstances(
  file: string,
  text: string,
  accelerators: Accelerator[],
  findings: Finding[],
): InstanceType[] {
  const rows = readTable(file, text, COLUMNS, findings);
  checkUnique(rows, ['cloud', 'instance_type']);
  const ids = new Set(accelerators.map((accelerator) => accelerator.id));
  return rows.map((row) => {
    const read = instanceType(row);
    if (read.acceleratorId !== undefined && !ids.has(read.acceleratorId)) {
      row.report(CatalogCode.UNRESOLVED, 'accelerator_id', `"${read.acceleratorId}" is no id of accelerators.csv`);
    }
    return read;
  });
}

function instanceType(row: Row): InstanceType {
  const read: InstanceType = {
    cloud: row.required('cloud'),
    instanceType: row.required('instance_type'),
    class: row.required('class'),
    acceleratorId: row.text('accelerator_id'),
    acceleratorModel: row.text('accelerator_model'),
    acceleratorCount: row.number('accelerator_count', { from: 0.01, to: 128 }),
    vcpus: row.integer('vcpus', { from: 1, to: 4096 }),
    memoryGib: row.number('memory_gib', { from: 1, to: 65_536 }),
    localNvmeGb: row.number('local_nvme_gb', { from: 0, to: 1_000_000 }),
    networkGbps: row.number('network_gbps', { from: 0.1, to: 100_000 }),
    rdmaKind: row.text('rdma_kind') === 'none' ? undefined : row.text('rdma_kind'),
    rdmaInterfaces: row.integer('rdma_interfaces', { from: 0, to: 128 }),
    maxNetworkCards: row.integer('max_network_cards', { from: 1, to: 128 }),
    nicLayout: row.text('nic_layout'),
    cpuArchitecture: row.text('cpu_arch'),
    onDemandUsdPerHour: row.range('on_demand_usd_h', PRICE),
    priceRegion: row.text('price_region'),
    priceAsOf: row.date('price_as_of'),
    priceSource: row.text('price_source'),
    capacityBlockUsdPerHour: row.range('capacity_block_usd_h', PRICE),
    placementConstraints: row.text('placement_constraints'),
    nodePowerKw: row.number('est_node_power_kw', { from: 0.05, to: 200 }),
    powerBasis: row.text('power_basis'),
    source: row.required('source'),
    notes: row.text('notes'),
  };
  checkTogether(row, read);
  return read;
}

/** A figure without its source, or a count without its device, is no fact. */
function checkTogether(row: Row, read: InstanceType): void {
  if (!['gpu', 'accelerator', 'cpu'].includes(read.class)) {
    row.report(CatalogCode.CELL_INVALID, 'class', `got "${read.class}", expected gpu, accelerator or cpu`);
  }
  if (read.onDemandUsdPerHour !== undefined) {
    for (const column of ['price_region', 'price_as_of', 'price_source']) {
      row.required(column);
    }
  }
  if (read.nodePowerKw !== undefined) {
    row.required('power_basis');
  }
  if (read.acceleratorId !== undefined) {
    row.required('accelerator_count');
  }
}
