import { type Catalog, loadCatalog } from '../../catalog';

let catalog: Catalog;

beforeAll(() => {
  catalog = loadCatalog();
});

describe('the shipped catalog', () => {
  it('has no findings', () => {
    expect(catalog.findings).toEqual([]);
  });

  it('holds all rows of the files, of every cloud and of owned halls', () => {
    expect(catalog.accelerators).toHaveLength(31);
    expect(catalog.instances).toHaveLength(143);
    expect(catalog.regions).toHaveLength(176);
    expect([...new Set(catalog.instances.map((row) => row.cloud))].sort()).toEqual([
      'aws',
      'azure',
      'gcp',
      'hall',
      'oci',
    ]);
    expect(catalog.instance('gcp', 'a3-megagpu-8g')?.acceleratorId).toBe('h100-sxm');
    expect(catalog.instance('oci', 'BM.GPU.MI300X.8')?.acceleratorCount).toBe(8);
  });

  it('names a source for every row and every figure', () => {
    for (const row of [...catalog.accelerators, ...catalog.instances]) {
      expect(row.source).toMatch(/https:\/\//);
      expect(row.source).not.toMatch(/^[ ;]|[ ;]$/);
    }
    for (const row of catalog.instances.filter((instance) => instance.onDemandUsdPerHour !== undefined)) {
      expect(row.priceSource).toMatch(/^https:\/\//);
      expect(row.priceAsOf).toMatch(/^\d{4}(-\d{2}-\d{2})?$/);
      expect(row.priceRegion).toBeTruthy();
    }
    for (const row of catalog.instances.filter((instance) => instance.nodePowerKw !== undefined)) {
      expect(row.powerBasis).toBeTruthy();
    }
  });

  it('resolves every accelerator of an instance type, with a whole or a sold fraction of devices', () => {
    const rows = catalog.instances.filter((row) => row.acceleratorId !== undefined);
    expect(rows.length).toBeGreaterThan(80);
    for (const row of rows) {
      expect(catalog.accelerator(row.acceleratorId ?? '')?.id).toBe(row.acceleratorId);
      expect(row.acceleratorCount).toBeGreaterThan(0);
    }
    expect(catalog.instance('azure', 'Standard_NV6ads_A10_v5')?.acceleratorCount).toBe(0.1667);
  });

  it('keeps figures of one row in proportion', () => {
    for (const row of catalog.accelerators) {
      expect(row.fp8DenseTflops ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(row.bf16DenseTflops ?? 0);
      expect(row.memoryVendorLabelGb ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(row.memoryGib ?? 0);
    }
    for (const row of catalog.instances.filter((instance) => instance.acceleratorCount !== undefined)) {
      const most = catalog.accelerator(row.acceleratorId ?? '')?.maxPerNode ?? Number.POSITIVE_INFINITY;
      expect(row.acceleratorCount).toBeLessThanOrEqual(most);
    }
    for (const row of catalog.instances.filter((instance) => instance.nodePowerKw !== undefined)) {
      const tdpKw =
        ((catalog.accelerator(row.acceleratorId ?? '')?.tdpWatts ?? Number.NaN) * row.acceleratorCount!) / 1000;
      expect(row.nodePowerKw).toBeGreaterThan(tdpKw);
      expect(row.nodePowerKw).toBeLessThan(tdpKw * 2.1);
    }
  });

  it('reads cells as they stand: empty is unknown, zero is zero, a range has two ends', () => {
    expect(catalog.instance('aws', 'inf2.xlarge')?.localNvmeGb).toBe(0);
    expect(catalog.instance('aws', 'p6e-gb200.36xlarge')?.vcpus).toBeUndefined();
    expect(catalog.instance('aws', 'p5.4xlarge')?.capacityBlockUsdPerHour).toEqual({ from: 4.72, to: 5.191 });
    expect(catalog.instance('aws', 'p4d.24xlarge')?.capacityBlockUsdPerHour).toEqual({ from: 11.8, to: 11.8 });
    expect(catalog.accelerator('gb200')?.memoryGib).toBeUndefined();
    expect(catalog.accelerator('gb200')?.memoryVendorLabelGb).toBe(186);
  });

  it('tells "no RDMA" from "unknown"', () => {
    expect(catalog.instance('aws', 'g6.xlarge')).toMatchObject({ rdmaKind: undefined, rdmaInterfaces: 0 });
    expect(catalog.instance('aws', 'trn2.3xlarge')?.rdmaInterfaces).toBeUndefined();
    expect(catalog.instance('aws', 'p5.48xlarge')).toMatchObject({ rdmaKind: 'EFA', rdmaInterfaces: 32 });
  });

  it('knows the resource that pods ask for', () => {
    expect(catalog.accelerator('mi300x')?.kubernetesResources).toEqual(['amd.com/gpu']);
    expect(catalog.accelerator('trainium2')?.kubernetesResources).toEqual([
      'aws.amazon.com/neuron',
      'aws.amazon.com/neuroncore',
    ]);
    expect(catalog.accelerator('maia100')?.kubernetesResources).toEqual([]);
  });

  it('places every region on the globe, with the energy figures that it has', () => {
    expect(catalog.regionsOf('aws').map((row) => row.region)).toContain('us-east-1');
    for (const row of catalog.regions) {
      expect(row.iso2).toMatch(/^[A-Z]{2}$/);
      expect(row.pue ?? 1).toBeGreaterThanOrEqual(1);
    }
    expect(catalog.regions.find((row) => row.region === 'us-east-1')).toMatchObject({ pue: 1.15, state: 'VA' });
  });

  it('looks up by id, and answers undefined for what it does not have', () => {
    expect(catalog.accelerator('h100')).toBeUndefined();
    expect(catalog.instance('azure', 'p5.48xlarge')).toBeUndefined();
    expect(catalog.instancesOf('nowhere')).toEqual([]);
    expect(catalog.instancesWith('mi300x').map((row) => row.cloud)).toEqual(['azure', 'oci', 'hall']);
  });
});
