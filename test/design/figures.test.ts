import { Catalog, type InstanceType, loadCatalog } from '../../catalog';
import {
  CapacityMode,
  DesignCode,
  designPool,
  FigureBasis,
  type PoolAsk,
  type PoolDesign,
  type SiteAsk,
} from '../../design';
import { sumFigures, timesFigure, unknownFigure } from '../../design/figures';
import { fakeProfile, poolAsk, SITE } from './fakes';

const catalog = loadCatalog();

function designed(ask: PoolAsk, cloud = 'aws', site: SiteAsk = SITE, from: Catalog = catalog): PoolDesign {
  const result = designPool(ask, site, { catalog: from, profile: fakeProfile({ cloud }) });
  expect(result.findings).toEqual([]);
  return result.design!;
}

/** The shipped catalog with cells of one instance type changed. */
function changed(instanceType: string, cells: Partial<InstanceType>): Catalog {
  return new Catalog({
    ...catalog,
    instances: catalog.instances.map((row) => (row.instanceType === instanceType ? { ...row, ...cells } : row)),
  });
}

describe('figures of a pool', () => {
  it('are the catalog cells times the nodes, each with the source of its row', () => {
    const pool = designed(poolAsk('h100-sxm', 1024));
    expect(pool.vcpus).toMatchObject({ value: 192 * 128, unit: '1', basis: FigureBasis.DERIVED });
    expect(pool.memoryGib).toMatchObject({ value: 2048 * 128, unit: 'GiB' });
    expect(pool.localNvmeGb).toMatchObject({ value: 30400 * 128, unit: 'GB' });
    expect(pool.bf16Tflops).toMatchObject({ value: 989 * 1024, unit: 'TFLOPS' });
    expect(pool.rdmaInterfacesPerNode).toMatchObject({ value: 32, basis: FigureBasis.CATALOG });
    expect(pool.itLoad).toMatchObject({ value: 1305.6, unit: 'kW' });
    expect(pool.priceUsdPerHour).toMatchObject({ value: 7045.12, unit: 'USD/h' });
    const figures = [pool.vcpus, pool.memoryGib, pool.bf16Tflops, pool.nodePowerKw, pool.itLoad, pool.priceUsdPerHour];
    for (const figure of figures) {
      expect(figure.sources.join(' ')).toMatch(/https:\/\//);
    }
    expect(pool.priceUsdPerHour.sources[0]).toMatch(/price of 2026-07-20$/);
  });

  it('are unknown, with a note and a notice, where a cell is empty', () => {
    const pool = designed(
      poolAsk('h100-sxm', 64),
      'aws',
      SITE,
      changed('p5.48xlarge', { vcpus: undefined, maxNetworkCards: undefined }),
    );
    expect(pool.vcpus).toEqual({
      value: undefined,
      unit: '1',
      basis: FigureBasis.UNKNOWN,
      sources: [],
      note: 'the catalog has no figure for p5.48xlarge',
    });
    expect(pool.networkCardsPerNode.value).toBeUndefined();
    expect(pool.notices).toContainEqual(
      expect.objectContaining({ code: DesignCode.FIGURE_UNKNOWN, message: expect.stringMatching(/^vCPUs unknown/) }),
    );
  });

  it('tell a real zero from an unknown', () => {
    expect(designed(poolAsk('inferentia2', 12)).localNvmeGb.value).toBe(0);
  });
});

describe('power of a node', () => {
  it('is the catalog cell', () => {
    const pool = designed(poolAsk('b200-sxm', 8));
    expect(pool.nodePowerKw).toMatchObject({ value: 14.3, basis: FigureBasis.CATALOG });
    expect(pool.nodePowerKw.sources[0]).toContain('dgxb200');
  });

  it('is what the user states, before the catalog', () => {
    const pool = designed(poolAsk('b200-sxm', 16, { nodePowerKw: 12.5 }));
    expect(pool.nodePowerKw).toMatchObject({ value: 12.5, basis: FigureBasis.STATED, sources: ['the blueprint'] });
    expect(pool.itLoad.value).toBe(25);
  });

  it('is an estimate from the TDP where the row has none: labelled, with the row and the ratio it rests on', () => {
    const pool = designed(poolAsk('mi300x', 16), 'azure');
    // 10.2 kW over 8 × 700 W is the highest ratio of the catalog; 8 × 750 W × 10.2 / 5.6, rounded up to a watt.
    expect(pool.nodePowerKw).toMatchObject({ value: 10.929, basis: FigureBasis.ESTIMATE });
    expect(pool.nodePowerKw.note).toBe(
      'estimate: 8 × 750 W TDP × 1.821; the highest ratio among the rows that have both, p5.48xlarge: 10.2 kW over 8 × 700 W',
    );
    expect(pool.nodePowerKw.sources).toHaveLength(2);
    expect(pool.itLoad).toMatchObject({ value: 21.858, basis: FigureBasis.ESTIMATE });
    expect(pool.notices.map((notice) => notice.code)).toContain(DesignCode.POWER_ESTIMATED);
  });

  it('is unknown without a TDP too, and says how to close the gap', () => {
    const pool = designed(poolAsk('trainium1', 16));
    expect(pool.nodePowerKw).toMatchObject({ value: undefined, basis: FigureBasis.UNKNOWN });
    expect(pool.itLoad.value).toBeUndefined();
    expect(pool.nodePowerKw.note).toContain('state nodePower');
  });

  it('is unknown rather than guessed where no row has both figures', () => {
    const bare = new Catalog({
      ...catalog,
      instances: catalog.instances.map((row) => ({ ...row, nodePowerKw: undefined })),
    });
    expect(designed(poolAsk('h100-sxm', 8), 'aws', SITE, bare).nodePowerKw.value).toBeUndefined();
  });
});

describe('list price', () => {
  const price = (mode: CapacityMode, model = 'h100-sxm', site = SITE) =>
    designed(poolAsk(model, 8, { capacity: { mode } }), 'aws', site).priceUsdPerHour;

  it('is the on-demand list price', () => {
    expect(price(CapacityMode.ON_DEMAND)).toMatchObject({ value: 55.04, basis: FigureBasis.DERIVED });
    expect(price(CapacityMode.ON_DEMAND).note).toBeUndefined();
  });

  it('says when it is the price of another region', () => {
    const note = price(CapacityMode.ON_DEMAND, 'h100-sxm', { ...SITE, region: 'eu-north-1' }).note;
    expect(note).toBe('list price of us-east-1; eu-north-1 may differ');
  });

  it('takes a price of all regions as it is', () => {
    const site = { ...SITE, region: 'eu-frankfurt-1' };
    const figure = designed(poolAsk('mi300x', 8), 'oci', site).priceUsdPerHour;
    expect(figure.value).toBe(48);
    expect(figure.note).toBeUndefined();
  });

  it('of a reservation is the on-demand one, and says so', () => {
    expect(price(CapacityMode.RESERVED)).toMatchObject({
      value: 55.04,
      note: expect.stringContaining('on-demand list price'),
    });
  });

  it('of spot is unknown, with the on-demand price as the ceiling', () => {
    expect(price(CapacityMode.SPOT)).toMatchObject({
      value: undefined,
      note: 'market price; on-demand list price 55.04 USD/h a node is the ceiling reference',
    });
  });

  it('of a block is the block price, the upper end of a range', () => {
    expect(price(CapacityMode.BLOCK).value).toBe(41.53);
    const small = designed(
      poolAsk('h100-sxm', 2, { capacity: { mode: CapacityMode.BLOCK }, instanceType: 'p5.4xlarge' }),
    );
    expect(small.priceUsdPerHour.value).toBe(10.382);
    expect(small.priceUsdPerHour.note).toContain('upper end of the capacity-block price 4.72 to 5.191 USD/h a node');
  });

  it('is unknown where the catalog has none, never zero', () => {
    expect(price(CapacityMode.ON_DEMAND, 'trainium2')).toMatchObject({ value: undefined, basis: FigureBasis.UNKNOWN });
    expect(price(CapacityMode.BLOCK, 'l4').value).toBeUndefined();
  });
});

describe('sums', () => {
  const known = { value: 1.1, unit: 'kW', basis: FigureBasis.CATALOG, sources: ['a'] };

  it('carry no noise of binary fractions', () => {
    expect(timesFigure(known, 3).value).toBe(3.3);
    expect(
      sumFigures('kW', [
        { name: 'x', figure: known },
        { name: 'y', figure: { ...known, value: 2.2 } },
      ]).value,
    ).toBe(3.3);
  });

  it('are unknown with one unknown part, and say which and what the rest is', () => {
    const parts = [
      { name: 'x', figure: known },
      { name: 'y', figure: unknownFigure('kW', 'nobody knows') },
    ];
    expect(sumFigures('kW', parts)).toEqual({
      value: undefined,
      unit: 'kW',
      basis: FigureBasis.UNKNOWN,
      sources: ['a'],
      note: 'unknown for y; the other parts come to 1.1 kW',
    });
  });

  it('stay estimates when one part is', () => {
    const estimate = { ...known, basis: FigureBasis.ESTIMATE };
    const parts = [
      { name: 'x', figure: known },
      { name: 'y', figure: estimate },
    ];
    expect(sumFigures('kW', parts)).toMatchObject({
      value: 2.2,
      basis: FigureBasis.ESTIMATE,
      note: 'rests on estimates for y',
    });
  });

  it('of nothing are zero, which is known', () => {
    expect(sumFigures('kW', [])).toMatchObject({ value: 0, basis: FigureBasis.DERIVED });
  });
});
