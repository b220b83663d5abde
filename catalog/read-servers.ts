import type { Finding } from '../blueprints/language/finding';
import type { Accelerator } from './accelerators';
import { Cooling, type RackType, ServerForm, type ServerType } from './servers';
import { CatalogCode, checkUnique, type Row, readTable } from './table';

const SERVER_COLUMNS =
  'id,vendor,model,accelerator_id,form,nodes,accelerators_per_node,scale_up_domain,height_u,width_in,typical_kw,maximum_kw,power_basis,cooling,liquid_share,weight_kg,power_supplies,compute_ports,compute_gbps,frontend_ports,frontend_gbps,storage_ports,storage_gbps,oob_ports,vcpus_per_node,memory_gib_per_node,local_nvme_gb_per_node,cpu_arch,source,notes'.split(
    ',',
  );
const RACK_COLUMNS = 'id,model,width_in,height_u,maximum_load_kg,source,notes'.split(',');

const WIDTHS = [19, 21];
const PORTS = { from: 0, to: 128 };
const GBPS = { from: 0, to: 3200 };

/** Reads servers.csv; an accelerator id must be one of `accelerators`. */
export function readServers(
  file: string,
  text: string,
  accelerators: Accelerator[],
  findings: Finding[],
): ServerType[] {
  const rows = readTable(file, text, SERVER_COLUMNS, findings);
  checkUnique(rows, ['id']);
  const ids = new Set(accelerators.map((accelerator) => accelerator.id));
  return rows.map((row) => {
    const read = serverType(row);
    if (!ids.has(read.acceleratorId)) {
      row.report(CatalogCode.UNRESOLVED, 'accelerator_id', `"${read.acceleratorId}" is no id of accelerators.csv`);
    }
    return read;
  });
}

/** Reads racks.csv. */
export function readRacks(file: string, text: string, findings: Finding[]): RackType[] {
  const rows = readTable(file, text, RACK_COLUMNS, findings);
  checkUnique(rows, ['id']);
  return rows.map((row) => ({
    id: row.required('id'),
    model: row.required('model'),
    widthInch: width(row),
    heightU: row.integer('height_u', { from: 1, to: 100 }) ?? 0,
    maximumLoadKg: row.number('maximum_load_kg', { from: 100, to: 10_000 }),
    source: row.required('source'),
    notes: row.text('notes'),
  }));
}

function serverType(row: Row): ServerType {
  const read: ServerType = {
    id: row.required('id'),
    vendor: row.required('vendor'),
    model: row.required('model'),
    acceleratorId: row.required('accelerator_id'),
    form: word(row, 'form', ServerForm) ?? ServerForm.SERVER,
    nodes: count(row, 'nodes', 1, 128),
    acceleratorsPerNode: count(row, 'accelerators_per_node', 1, 128),
    scaleUpDomain: count(row, 'scale_up_domain', 1, 10_000),
    heightU: count(row, 'height_u', 1, 100),
    widthInch: width(row),
    typicalKw: row.number('typical_kw', { from: 0.1, to: 2000 }),
    maximumKw: row.number('maximum_kw', { from: 0.1, to: 2000 }),
    powerBasis: row.text('power_basis'),
    cooling: word(row, 'cooling', Cooling) ?? Cooling.AIR,
    liquidShare: row.number('liquid_share', { from: 0, to: 1 }),
    weightKg: row.number('weight_kg', { from: 1, to: 10_000 }),
    powerSupplies: row.text('power_supplies'),
    ports: {
      compute: count(row, 'compute_ports', PORTS.from, PORTS.to),
      computeGbps: count(row, 'compute_gbps', GBPS.from, GBPS.to),
      frontend: count(row, 'frontend_ports', PORTS.from, PORTS.to),
      frontendGbps: count(row, 'frontend_gbps', GBPS.from, GBPS.to),
      storage: count(row, 'storage_ports', PORTS.from, PORTS.to),
      storageGbps: count(row, 'storage_gbps', GBPS.from, GBPS.to),
      outOfBand: count(row, 'oob_ports', PORTS.from, PORTS.to),
    },
    vcpusPerNode: row.integer('vcpus_per_node', { from: 1, to: 4096 }),
    memoryGibPerNode: row.number('memory_gib_per_node', { from: 1, to: 65_536 }),
    localNvmeGbPerNode: row.number('local_nvme_gb_per_node', { from: 0, to: 1_000_000 }),
    cpuArchitecture: row.required('cpu_arch'),
    source: row.required('source'),
    notes: row.text('notes'),
  };
  if (read.typicalKw !== undefined || read.maximumKw !== undefined) row.required('power_basis');
  if (read.cooling === Cooling.AIR && (read.liquidShare ?? 0) > 0) {
    row.report(CatalogCode.CELL_INVALID, 'liquid_share', `got ${read.liquidShare} of an air-cooled server, expected 0`);
  }
  return read;
}

function count(row: Row, column: string, from: number, to: number): number {
  row.required(column);
  return row.integer(column, { from, to }) ?? 0;
}

function width(row: Row): number {
  const inches = count(row, 'width_in', 1, 100);
  if (!WIDTHS.includes(inches)) {
    row.report(CatalogCode.CELL_INVALID, 'width_in', `got "${inches}", expected ${WIDTHS.join(' or ')}`);
  }
  return inches;
}

function word<T extends string>(row: Row, column: string, words: { readonly [name: string]: T }): T | undefined {
  const cell = row.required(column);
  const known = Object.values(words).find((each) => each === cell);
  if (known === undefined && cell !== '') {
    row.report(CatalogCode.CELL_INVALID, column, `got "${cell}", expected ${Object.values(words).join(' or ')}`);
  }
  return known;
}
