import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { CatalogCode, loadCatalog } from '../../catalog';

const DATA = join(__dirname, '..', '..', 'catalog', 'data');

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'catalog-'));
  cpSync(DATA, folder, { recursive: true });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Rewrites one file of the copied catalog. */
function edit(file: string, change: (text: string) => string): void {
  const path = join(folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

/** Appends a row to instances.csv: a copy of the p5.48xlarge with other cells. */
function addInstance(cells: { [column: string]: string }): number {
  let line = 0;
  edit('instances.csv', (text) => {
    const [header = ''] = text.split(/\r?\n/);
    const row: { [column: string]: string } = {
      cloud: 'aws',
      instance_type: 'x9.large',
      class: 'gpu',
      accelerator_id: 'h100-sxm',
      accelerator_count: '8',
      source: 'https://example.org (2026-01-01)',
      ...cells,
    };
    const lines = text.trimEnd().split(/\r?\n/);
    line = lines.length + 1;
    return `${text.trimEnd()}\n${header
      .split(',')
      .map((column) => row[column] ?? '')
      .join(',')}\n`;
  });
  return line;
}

const messages = () => loadCatalog(folder).findings.map((finding) => `${finding.code} ${finding.message}`);

describe('a row that someone adds', () => {
  it('is read without any registration', () => {
    addInstance({ vcpus: '64' });
    const catalog = loadCatalog(folder);
    expect(catalog.findings).toEqual([]);
    expect(catalog.instance('aws', 'x9.large')).toMatchObject({ vcpus: 64, memoryGib: undefined, acceleratorCount: 8 });
  });

  it.each([
    [{ vcpus: 'many' }, CatalogCode.CELL_INVALID, 'column vcpus: got "many", expected a number from 1 to 4096'],
    [{ vcpus: '1.5' }, CatalogCode.CELL_INVALID, 'column vcpus: got "1.5", expected a whole number'],
    [{ vcpus: '0' }, CatalogCode.CELL_INVALID, 'column vcpus: got "0", expected a number from 1 to 4096'],
    [
      { memory_gib: '1e9' },
      CatalogCode.CELL_INVALID,
      'column memory_gib: got "1e9", expected a number from 1 to 65536',
    ],
    [{ est_node_power_kw: '10200' }, CatalogCode.CELL_INVALID, 'column est_node_power_kw: got "10200"'],
    [{ est_node_power_kw: '10.2' }, CatalogCode.CELL_EMPTY, 'column power_basis: empty'],
    [{ on_demand_usd_h: '6.88' }, CatalogCode.CELL_EMPTY, 'column price_source: empty'],
    [
      { capacity_block_usd_h: '5-4' },
      CatalogCode.CELL_INVALID,
      'column capacity_block_usd_h: got "5-4", expected the lower end first',
    ],
    [{ price_as_of: '20 July' }, CatalogCode.CELL_INVALID, 'column price_as_of: got "20 July", expected an ISO date'],
    [
      { price_as_of: '2026-02-30' },
      CatalogCode.CELL_INVALID,
      'column price_as_of: got "2026-02-30", expected an ISO date',
    ],
    [{ class: 'card' }, CatalogCode.CELL_INVALID, 'column class: got "card", expected gpu, accelerator or cpu'],
    [{ source: '' }, CatalogCode.CELL_EMPTY, 'column source: empty'],
    [{ accelerator_count: '' }, CatalogCode.CELL_EMPTY, 'column accelerator_count: empty'],
    [{ accelerator_id: 'h100' }, CatalogCode.UNRESOLVED, 'column accelerator_id: "h100" is no id of accelerators.csv'],
    [
      { instance_type: 'p5.48xlarge' },
      CatalogCode.DUPLICATE,
      'column instance_type: "aws p5.48xlarge" stands in line 5 already',
    ],
  ])('%j is refused with file, line and column', (cells, code, message) => {
    const line = addInstance(cells);
    expect(messages()).toContainEqual(expect.stringContaining(`${code} instances.csv:${line}: ${message}`));
  });
});

describe('a broken file', () => {
  it('names the line of an open quote, and the rest is still read', () => {
    edit('regions.csv', (text) => text.replace('\r\naws,us-east-2', '\r\n"aws,us-east-2'));
    const catalog = loadCatalog(folder);
    expect(catalog.findings).toHaveLength(1);
    expect(catalog.findings[0]).toMatchObject({ code: CatalogCode.FILE_UNREADABLE });
    expect(catalog.findings[0]?.message).toMatch(/^regions\.csv:\d+: not readable as CSV/);
    expect(catalog.instances).toHaveLength(143);
  });

  it('names the line with a missing cell', () => {
    edit('accelerators.csv', (text) => text.replace('NVIDIA,L4,l4,', 'NVIDIA,l4,'));
    expect(messages()).toContainEqual(
      expect.stringMatching(/^WF202 accelerators\.csv:12: 19 cells, the header has 20$/),
    );
  });

  it('names the missing column', () => {
    edit('instances.csv', (text) => text.replace('vcpus,', 'cpus,'));
    expect(messages()).toContainEqual('WF203 instances.csv:1: no column vcpus');
  });

  it('names the file that is not there', () => {
    rmSync(join(folder, 'regions.csv'));
    expect(messages()).toEqual([`WF201 regions.csv: not readable in ${folder}`]);
  });

  it('reports everything at once', () => {
    addInstance({ vcpus: 'many', memory_gib: 'much' });
    rmSync(join(folder, 'regions.csv'));
    expect(messages()).toHaveLength(3);
  });
});

describe('the fingerprint', () => {
  it('is the same for other line ends', () => {
    const before = loadCatalog(folder).sha256;
    edit('instances.csv', (text) => text.replace(/\r\n/g, '\n'));
    expect(loadCatalog(folder).sha256).toBe(before);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  it('changes with any cell', () => {
    const before = loadCatalog(folder).sha256;
    edit('accelerators.csv', (text) => text.replace(',1979,', ',1980,'));
    expect(loadCatalog(folder).sha256).not.toBe(before);
  });
});

it('finds its data from a bundle in dist/bin', () => {
  const bin = join(folder, 'dist', 'bin');
  mkdirSync(bin, { recursive: true });
  cpSync(DATA, join(folder, 'catalog', 'data'), { recursive: true });
  const outfile = join(bin, 'main.js');
  const entry = join(__dirname, '..', '..', 'catalog', 'index.ts');
  buildSync({ entryPoints: [entry], bundle: true, platform: 'node', format: 'cjs', outfile, logLevel: 'error' });
  const program = `const c = require(${JSON.stringify(outfile)}).loadCatalog(); console.log(c.instances.length, c.findings.length)`;
  expect(execFileSync(process.execPath, ['-e', program], { cwd: tmpdir(), encoding: 'utf8' }).trim()).toBe('143 0');
});
