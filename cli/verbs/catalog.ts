import { suggest } from '../../blueprints/language/suggest';
import { type Accelerator, type Catalog, type InstanceType, loadCatalog, type Region } from '../../catalog';
import { ExitCode } from '../exit-code';
import { CliFailure } from '../failure';
import type { Outcome, Page } from '../outcome';
import { type Column, table } from '../table';
import { counted, number, paragraph, rounded } from '../text';

/** What narrows a table down. Values are compared without regard to case. */
export interface CatalogFilters {
  readonly cloud?: string;
  readonly vendor?: string;
  readonly accelerator?: string;
}

/** How one table is narrowed down and shown. `rows` are given to `--json` as they are, sources and all. */
interface Listing {
  readonly rows: unknown[];
  readonly columns: Column[];
  readonly cells: string[][];
}

const TABLES: { readonly [name: string]: (catalog: Catalog, filters: CatalogFilters) => Listing } = {
  accelerators: listAccelerators,
  instances: listInstances,
  regions: listRegions,
};
const UNKNOWN = '?';

/** Prints one table of the catalog, or how much there is of each. */
export function catalog(name: string | undefined, filters: CatalogFilters, page: Page): Outcome {
  const facts = loadCatalog();
  checkFilters(facts, name, filters);
  if (name === undefined) return summary(facts);
  const list = Object.hasOwn(TABLES, name) ? TABLES[name] : undefined;
  if (list === undefined) throw unknown('table', name, Object.keys(TABLES));
  const { rows, columns, cells } = list(facts, filters);
  const note = `${counted(rows.length, 'row')}; ${UNKNOWN} is unknown; --json gives every column, with the source and date of each row`;
  return {
    exitCode: ExitCode.OK,
    text: rows.length === 0 ? note : `${table(page, columns, cells)}\n\n${paragraph(note, page.width)}`,
    document: { ok: true, findings: [], catalog: { sha256: facts.sha256 }, [name]: rows },
  };
}

function summary(facts: Catalog): Outcome {
  const counts = {
    accelerators: facts.accelerators.length,
    instances: facts.instances.length,
    regions: facts.regions.length,
  };
  return {
    exitCode: ExitCode.OK,
    text: [
      ...Object.entries(counts).map(
        ([name, count]) => `${name.padEnd(13)}${String(count).padStart(4)}   wattform catalog ${name}`,
      ),
      `sha256 ${facts.sha256}`,
    ].join('\n'),
    document: { ok: true, findings: [], catalog: { sha256: facts.sha256 }, tables: counts },
  };
}

function checkFilters(facts: Catalog, name: string | undefined, filters: CatalogFilters): void {
  const known: { readonly [filter in keyof CatalogFilters]-?: string[] } = {
    cloud: [...new Set([...facts.instances, ...facts.regions].map((row) => row.cloud))].sort(),
    vendor: [...new Set(facts.accelerators.map((row) => row.vendor.toLowerCase()))].sort(),
    accelerator: facts.accelerators.map((row) => row.id),
  };
  for (const filter of ['cloud', 'vendor', 'accelerator'] as const) {
    const value = filters[filter];
    if (value === undefined) continue;
    if (!known[filter].includes(value.toLowerCase())) throw unknown(filter, value, known[filter]);
    if (name === undefined || (name === 'regions' && filter !== 'cloud')) {
      throw new CliFailure(
        ExitCode.USAGE,
        `--${filter} narrows down nothing here`,
        `name a table that has it: wattform catalog instances --${filter} ${value}`,
      );
    }
  }
}

function unknown(what: string, value: string, allowed: string[]): CliFailure {
  const suggestion = suggest(value, allowed);
  const hint =
    suggestion === undefined
      ? `known: ${allowed.join(', ')}`
      : `did you mean ${suggestion}? known: ${allowed.join(', ')}`;
  return new CliFailure(ExitCode.USAGE, `unknown ${what} "${value}"`, hint);
}

function same(filter: string | undefined, value: string | undefined): boolean {
  return filter === undefined || filter.toLowerCase() === value?.toLowerCase();
}

function listAccelerators(facts: Catalog, filters: CatalogFilters): Listing {
  const offered = (row: Accelerator): boolean =>
    filters.cloud === undefined || facts.instancesWith(row.id).some((instance) => same(filters.cloud, instance.cloud));
  const rows = facts.accelerators.filter(
    (row) => same(filters.vendor, row.vendor) && same(filters.accelerator, row.id) && offered(row),
  );
  return {
    rows,
    columns: [
      { head: 'id', whole: true },
      { head: 'vendor' },
      { head: 'model' },
      { head: 'GiB', right: true },
      { head: 'bf16', right: true },
      { head: 'fp8', right: true },
      { head: 'W', right: true },
      { head: 'clouds' },
    ],
    cells: rows.map((row) => [
      row.id,
      row.vendor,
      row.model,
      figure(row.memoryGib),
      figure(row.bf16DenseTflops),
      figure(row.fp8DenseTflops),
      figure(row.tdpWatts),
      [...new Set(facts.instancesWith(row.id).map((instance) => instance.cloud))].sort().join(', '),
    ]),
  };
}

function listInstances(facts: Catalog, filters: CatalogFilters): Listing {
  const rows = facts.instances.filter(
    (row) =>
      same(filters.cloud, row.cloud) &&
      same(filters.accelerator, row.acceleratorId) &&
      (filters.vendor === undefined || same(filters.vendor, facts.accelerator(row.acceleratorId ?? '')?.vendor)),
  );
  return {
    rows,
    columns: [
      { head: 'cloud' },
      { head: 'instance', whole: true },
      { head: 'accelerator' },
      { head: 'vcpu', right: true },
      { head: 'GiB', right: true },
      { head: 'rdma', right: true },
      { head: 'kW', right: true },
      { head: 'USD/h', right: true },
    ],
    cells: rows.map((row) => [
      row.cloud,
      row.instanceType,
      acceleratorsOf(row),
      figure(row.vcpus),
      figure(row.memoryGib),
      figure(row.rdmaInterfaces),
      figure(row.nodePowerKw),
      priceOf(row),
    ]),
  };
}

function listRegions(facts: Catalog, filters: CatalogFilters): Listing {
  const rows: Region[] = facts.regions.filter((row) => same(filters.cloud, row.cloud));
  return {
    rows,
    columns: [
      { head: 'cloud' },
      { head: 'region', whole: true },
      { head: 'location' },
      { head: 'country' },
      { head: 'pue', right: true },
      { head: 'gCO2/kWh', right: true },
      { head: 'USD/MWh', right: true },
    ],
    cells: rows.map((row) => [
      row.cloud,
      row.region,
      row.location,
      row.iso2,
      figure(row.pue),
      figure(row.carbonIntensityGramsPerKwh),
      figure(row.industrialPriceUsdPerMwh),
    ]),
  };
}

function figure(value: number | undefined): string {
  return value === undefined ? UNKNOWN : rounded(value);
}

function acceleratorsOf(row: InstanceType): string {
  return row.class === 'cpu'
    ? ''
    : `${figure(row.acceleratorCount)} ${row.acceleratorId ?? row.acceleratorModel ?? UNKNOWN}`;
}

function priceOf(row: InstanceType): string {
  const price = row.onDemandUsdPerHour;
  if (price === undefined) return UNKNOWN;
  return price.from === price.to ? number(price.from) : `${number(price.from)}-${number(price.to)}`;
}
