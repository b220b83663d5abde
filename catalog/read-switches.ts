import type { Finding } from '../blueprints/language/finding';
import { type Optic, OpticKind } from './optics';
import { LinkTechnology, SonicSupport, type SwitchModel } from './switches';
import { CatalogCode, checkUnique, type Row, readTable } from './table';

const SWITCH_COLUMNS =
  'id,vendor,model,technology,asic,ports,gbps,cages,breakout,max_logical_ports,uplink_ports,uplink_gbps,sonic,sonic_platform,sonic_hwsku,sonic_first_lane,height_u,max_w,typical_w,power_basis,weight_kg,airflow,interface_type,source,notes'.split(
    ',',
  );
const OPTIC_COLUMNS =
  'id,vendor,kind,family,technology,link_gbps,links,reach_m,cable_type,form_factor,typical_w,max_w,source,notes'.split(
    ',',
  );
const WATTS = { from: 10, to: 20_000 };

/** Reads switches.csv. */
export function readSwitches(file: string, text: string, findings: Finding[]): SwitchModel[] {
  const rows = readTable(file, text, SWITCH_COLUMNS, findings);
  checkUnique(rows, ['id']);
  return rows.map(switchModel);
}

/** Reads optics.csv. */
export function readOptics(file: string, text: string, findings: Finding[]): Optic[] {
  const rows = readTable(file, text, OPTIC_COLUMNS, findings);
  checkUnique(rows, ['id']);
  return rows.map((row) => ({
    id: row.required('id'),
    vendor: row.text('vendor'),
    kind: word(row, 'kind', OpticKind) ?? OpticKind.TRANSCEIVER,
    family: row.required('family'),
    technologies: technologies(row),
    linkGbps: row.requiredNumber('link_gbps', { from: 1, to: 3200 }),
    links: whole(row, 'links', 1, 8),
    reachM: row.requiredNumber('reach_m', { from: 0.5, to: 100_000 }),
    cableType: row.required('cable_type'),
    formFactor: row.required('form_factor'),
    typicalW: row.number('typical_w', { from: 0, to: 100 }),
    maximumW: row.number('max_w', { from: 0, to: 100 }),
    source: row.required('source'),
    notes: row.text('notes'),
  }));
}

function switchModel(row: Row): SwitchModel {
  const read: SwitchModel = {
    id: row.required('id'),
    vendor: row.required('vendor'),
    model: row.required('model'),
    technology: word(row, 'technology', LinkTechnology) ?? LinkTechnology.ETHERNET,
    asic: row.text('asic'),
    ports: whole(row, 'ports', 1, 2048),
    gbps: row.requiredNumber('gbps', { from: 1, to: 3200 }),
    cages: whole(row, 'cages', 1, 2048),
    breakout: breakout(row),
    maximumLogicalPorts: row.integer('max_logical_ports', { from: 1, to: 4096 }),
    uplinkPorts: whole(row, 'uplink_ports', 0, 256),
    uplinkGbps: row.number('uplink_gbps', { from: 1, to: 3200 }),
    sonic: word(row, 'sonic', SonicSupport) ?? SonicSupport.NO,
    sonicPlatform: row.text('sonic_platform'),
    sonicHwsku: row.text('sonic_hwsku'),
    sonicFirstLane: row.integer('sonic_first_lane', { from: 0, to: 1024 }),
    heightU: whole(row, 'height_u', 1, 60),
    maximumW: row.number('max_w', WATTS),
    typicalW: row.number('typical_w', WATTS),
    powerBasis: row.text('power_basis'),
    weightKg: row.number('weight_kg', { from: 1, to: 1000 }),
    airflow: row.text('airflow'),
    interfaceType: row.required('interface_type'),
    source: row.required('source'),
    notes: row.text('notes'),
  };
  if (read.maximumW !== undefined || read.typicalW !== undefined) row.required('power_basis');
  if (read.uplinkPorts > 0) row.required('uplink_gbps');
  if (read.ports % Math.max(1, read.cages) !== 0) {
    row.report(CatalogCode.CELL_INVALID, 'cages', `got ${read.cages}, expected a divisor of the ${read.ports} ports`);
  }
  return read;
}

/** `1;2;4`: ascending from 1. */
function breakout(row: Row): number[] {
  const cell = row.required('breakout');
  const parts = cell.split(';').map(Number);
  const ascends = parts.every((part, at) => Number.isInteger(part) && part > (parts[at - 1] ?? 0));
  if (ascends && parts[0] === 1) return parts;
  row.report(CatalogCode.CELL_INVALID, 'breakout', `got "${cell}", expected whole numbers from 1 such as 1;2;4`);
  return [1];
}

function technologies(row: Row): LinkTechnology[] {
  const cell = row.required('technology');
  const known = Object.values(LinkTechnology);
  const read = cell.split(';').flatMap((part) => known.filter((each) => each === part));
  if (read.length === 0) {
    row.report(CatalogCode.CELL_INVALID, 'technology', `got "${cell}", expected ${known.join(' or ')}, joined by ;`);
  }
  return read;
}

function whole(row: Row, column: string, from: number, to: number): number {
  row.required(column);
  return row.integer(column, { from, to }) ?? from;
}

function word<T extends string>(row: Row, column: string, words: { readonly [name: string]: T }): T | undefined {
  const cell = row.required(column);
  const known = Object.values(words).find((each) => each === cell);
  if (known === undefined && cell !== '') {
    row.report(CatalogCode.CELL_INVALID, column, `got "${cell}", expected ${Object.values(words).join(' or ')}`);
  }
  return known;
}
