import type { Catalog, Region } from '../../catalog';
import { type Amount, amountOf, known, product, sum, unknown } from './amount';
import type { WrittenSite } from './read-basis';

/** A figure of a site. */
export interface SiteFigure extends Amount {
  /** Stable id. */
  readonly figure: string;
  readonly label: string;
  readonly unit: string;
  readonly limit?: number;
}

const HOURS_OF_A_YEAR = 8760;
/** A twelfth of a year. */
const HOURS_OF_A_MONTH = 730;

/**
 * What a design says of a site, and what follows from it with the catalog. In the order in which people read it.
 * @param region of the cloud that the site stands in; undefined in an owned hall, and where the catalog does not know it
 */
export function siteFigures(site: WrittenSite, region: Region | undefined, catalog: Catalog): SiteFigure[] {
  const pools = site.clusters.flatMap((cluster) => cluster.pools);
  const itLoad = amountOf(site.power.itLoad);
  const facility = facilityKw(site, itLoad, region);
  const price = amountOf(site.priceUsdPerHour);
  const models = [...new Set(pools.map(({ acceleratorId }) => acceleratorId))].sort();
  const row = (figure: string, label: string, unit: string, amount: Amount, limit?: number | null): SiteFigure => ({
    figure,
    label,
    unit,
    ...amount,
    ...(typeof limit === 'number' && { limit }),
  });
  return [
    ...models.map((id) => {
      const same = pools.filter(({ acceleratorId }) => acceleratorId === id);
      const count = same.reduce((total, { accelerators }) => total + accelerators, 0);
      return row(`accelerators/${id}`, `accelerators ${id}`, '1', known(count));
    }),
    row('bf16', 'dense BF16', 'TFLOPS', sum(pools.map(({ bf16Tflops }) => amountOf(bf16Tflops)))),
    row('nodes', 'accelerator nodes', '1', known(pools.reduce((total, { nodes }) => total + nodes, 0))),
    row(
      'rdma-ports',
      'RDMA ports of nodes',
      '1',
      sum(
        pools
          .filter(({ rdma }) => rdma)
          .map((pool) => product(amountOf(pool.rdmaInterfacesPerNode), known(pool.nodes))),
      ),
    ),
    ...(site.hall === undefined ? [] : hallFigures(site, catalog, row)),
    row('it-load', 'IT load', 'kW', itLoad, site.power.allotmentKw),
    row('facility', 'facility load', 'kW', facility),
    row('price-hour', 'price', 'USD/h', price),
    row('price-month', 'price', 'USD/month', product(price, known(HOURS_OF_A_MONTH), '730 h a month')),
    row('carbon', 'carbon of the energy', 't CO2e/year', carbon(site, facility, region)),
  ];
}

function hallFigures(
  { hall }: WrittenSite,
  catalog: Catalog,
  row: (figure: string, label: string, unit: string, amount: Amount) => SiteFigure,
): SiteFigure[] {
  const { networks, racks, networkRacks, power } = hall!;
  const switches = networks.flatMap(({ switches: counts, models }) =>
    Object.entries(counts).map(([tier, count]) => ({ count, id: models[tier] ?? '' })),
  );
  const ports = switches.map(({ count, id }) => {
    const model = catalog.switches.find((each) => each.id === id);
    if (model === undefined) return unknown(`the catalog has no ports of switch ${id}`);
    return { value: count * model.ports, sources: [model.source], notes: [] };
  });
  return [
    row('switches', 'switches', '1', known(switches.reduce((total, { count }) => total + count, 0))),
    row('switch-ports', 'switch ports', '1', sum(ports)),
    row('racks', 'racks', '1', known(racks)),
    row('network-racks', 'of these, network racks', '1', known(networkRacks)),
    row('feeds', 'power feeds', '1', known(power.feeds)),
  ];
}

/** Of a hall by its own design; of a cloud by what the provider publishes of its region. */
function facilityKw(site: WrittenSite, itLoad: Amount, region: Region | undefined): Amount {
  if (site.hall !== undefined) {
    const pue = amountOf(site.hall.power.figures['puePeak']);
    return product(known(site.hall.power.racksPeakKw), pue, 'racks at their peak');
  }
  if (region?.pue === undefined) return unknown(`the catalog has no PUE of ${site.region}`);
  const pue = { value: region.pue, sources: [`${region.pueSource} (PUE ${region.pue}, ${region.pueYear})`], notes: [] };
  return product(itLoad, pue, `PUE ${region.pue} of the provider's ${site.region}, the mean of ${region.pueYear}`);
}

/** All year at the design load, on the grid's mean: what the reader compares, not what a meter will say. */
function carbon(site: WrittenSite, facility: Amount, region: Region | undefined): Amount {
  const grams = region?.carbonIntensityGramsPerKwh;
  if (grams === undefined) return unknown(`the catalog has no grid intensity of ${site.region || site.name}`);
  const source = `${region?.carbonIntensitySource} (${grams} g/kWh, ${region?.carbonIntensityYear})`;
  const tonnes = { value: (grams * HOURS_OF_A_YEAR) / 1e6, sources: [source], notes: [] };
  return product(
    facility,
    tonnes,
    `all year at the design load, ${grams} g/kWh, ${region?.carbonIntensityBasis ?? 'grid mean'}`,
  );
}
