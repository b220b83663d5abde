import { Severity } from '../../blueprints/language/finding';
import { CapacityMode, DesignCode, designPool, Feature, Purpose, Rdma } from '../../design';
import { designed, onAws, onAzure, refused } from './choosing';
import { fakeProfile, poolAsk, SITE } from './fakes';

const {
  catalog,
  profiles: [aws, azure],
} = onAws;

describe('a named accelerator', () => {
  it('stands in the largest nodes that leave nothing spare', () => {
    const pool = designed(poolAsk('h100-sxm', 1024), SITE, onAws);
    expect(pool).toMatchObject({ instanceType: 'p5.48xlarge', nodes: 128, accelerators: 1024, acceleratorsPerNode: 8 });
    expect(pool.why[0]).toBe('accelerator h100-sxm: named by the blueprint');
    expect(pool.why[1]).toContain('p5.48xlarge: 128 nodes of 8, none spare, RDMA');
    expect(pool.why[1]).toContain('compared with p5.4xlarge: 1024 nodes of 1');
  });

  it('stands in smaller nodes when those leave fewer spare', () => {
    expect(designed(poolAsk('h100-sxm', 12), SITE, onAws)).toMatchObject({ instanceType: 'p5.4xlarge', nodes: 12 });
    expect(designed(poolAsk('l4', 12), SITE, onAws)).toMatchObject({ instanceType: 'g6.12xlarge', nodes: 3 });
  });

  it('takes the cheaper of two types that carry as many', () => {
    expect(designed(poolAsk('trainium1', 32), SITE, onAws).instanceType).toBe('trn1.32xlarge');
    expect(designed(poolAsk('l4', 4, { purpose: Purpose.TRAINING }), SITE, onAws).instanceType).toBe('g6.12xlarge');
  });

  it('is many small nodes for inference, where those are cheaper, and says by which rule', () => {
    const pool = designed(poolAsk('l4', 4, { purpose: Purpose.INFERENCE }), SITE, onAws);
    expect(pool.instanceType).toBe('g6.xlarge');
    expect(pool.why.join(' ')).toContain('then price, then most in one node');
  });

  it('takes RDMA for training before price, and price before RDMA for inference', () => {
    const one = (purpose: Purpose) => designed(poolAsk('l4', 1, { purpose }), SITE, onAws);
    expect(one(Purpose.TRAINING)).toMatchObject({ instanceType: 'g6.8xlarge', rdma: true, rdmaKind: 'EFA' });
    expect(one(Purpose.INFERENCE)).toMatchObject({ instanceType: 'g6.xlarge', rdma: false, rdmaKind: 'none' });
  });

  it('places a type of unknown price behind one with a price', () => {
    expect(designed(poolAsk('h200-sxm', 64), SITE, onAws).instanceType).toBe('p5en.48xlarge');
    const block = { mode: CapacityMode.BLOCK };
    expect(designed(poolAsk('h200-sxm', 64, { capacity: block }), SITE, onAws).instanceType).toBe('p5e.48xlarge');
  });

  it('says how many spare accelerators whole nodes bring', () => {
    const pool = designed(poolAsk('mi300x', 20), { ...SITE, region: 'eastus2' }, onAzure);
    expect(pool).toMatchObject({ nodes: 3, acceleratorsAsked: 20, accelerators: 24 });
    expect(pool.notices).toContainEqual(expect.objectContaining({ code: DesignCode.SPARE_ACCELERATORS }));
  });

  it('never takes a slice, unless it is prescribed', () => {
    expect(designed(poolAsk('a10', 1), SITE, onAzure).instanceType).toBe('Standard_NV36ads_A10_v5');
    const slices = designed(poolAsk('a10', 1, { instanceType: 'Standard_NV6ads_A10_v5' }), SITE, onAzure);
    expect(slices).toMatchObject({ nodes: 6, acceleratorsPerNode: 0.1667 });
  });

  it('is refused with a suggestion and the list when no catalog row has it', () => {
    const finding = refused(poolAsk('h100-sxn', 8), SITE, onAws);
    expect(finding).toMatchObject({
      code: DesignCode.UNKNOWN_MODEL,
      path: ['clusters', 'frontier', 'accelerators', 'model'],
      message: 'the catalog has no accelerator "h100-sxn"',
      hint: 'did you mean "h100-sxm"?',
    });
    expect(finding.expected).toContain('h200-sxm');
    expect(finding.expected).not.toContain('mi300x');
  });

  it('is refused with the targets and clouds that have it when this cloud has not', () => {
    const finding = refused(poolAsk('mi300x', 8), SITE, onAws);
    expect(finding).toMatchObject({
      code: DesignCode.MODEL_NOT_ON_CLOUD,
      message: 'target aws has no instance type with mi300x',
    });
    expect(finding.hint).toBe('to be had: mi300x on target azure, oci (no target yet), hall (no target yet)');
    expect(refused(poolAsk('gaudi2', 8), SITE, onAws).hint).toBe('no cloud of the catalog rents it');
  });

  it('is suggested by how its name begins', () => {
    expect(refused(poolAsk('h100', 8), SITE, onAws).hint).toBe('did you mean "h100-sxm"?');
  });

  it('says why a target that has it would refuse it too', () => {
    const strict = fakeProfile({ cloud: 'azure', refuses: { Standard_ND96isr_MI300X_v5: 'not here' } });
    const finding = refused(poolAsk('mi300x', 8), SITE, { ...onAws, profiles: [aws, strict] });
    expect(finding.hint).toBe(
      'to be had: mi300x on target azure, but not as asked (not here), oci (no target yet), hall (no target yet)',
    );
  });
});

describe('a prescribed instance type', () => {
  it('is taken even where another would leave fewer spare', () => {
    const pool = designed(poolAsk('h100-sxm', 4, { instanceType: 'p5.48xlarge' }), SITE, onAws);
    expect(pool).toMatchObject({ instanceType: 'p5.48xlarge', nodes: 1, accelerators: 8 });
    expect(pool.why[1]).toContain('prescribed by the blueprint');
  });

  it('names its accelerator when none is named', () => {
    expect(designed(poolAsk(undefined, 16, { instanceType: 'trn1.32xlarge' }), SITE, onAws).acceleratorId).toBe(
      'trainium1',
    );
  });

  it.each([
    [
      'p5.48xlage',
      'h100-sxm',
      'the catalog has no instance type "p5.48xlage" of target aws',
      'did you mean "p5.48xlarge"?',
    ],
    ['m7i.large', 'h100-sxm', 'instance type m7i.large has no accelerator', undefined],
    ['g5.48xlarge', undefined, 'instance type g5.48xlarge has A10G, which the catalog has no row for', undefined],
    [
      'p5en.48xlarge',
      'h100-sxm',
      'instance type p5en.48xlarge has h200-sxm, and h100-sxm is asked for',
      'remove instance, or ask for h200-sxm',
    ],
  ])('%s for %s is refused', (instanceType, model, message, hint) => {
    const finding = refused(poolAsk(model, 8, { instanceType }), SITE, onAws);
    expect(finding).toMatchObject({ code: DesignCode.INSTANCE_PRESCRIBED, message });
    expect(finding.hint).toBe(hint);
    expect(finding.path).toEqual(['clusters', 'frontier', 'accelerators', 'instance']);
  });

  it('is refused for the reason that the target gives', () => {
    const strict = fakeProfile({ refuses: { 'p5.48xlarge': 'sold out for good' } });
    const ask = poolAsk('h100-sxm', 8, { instanceType: 'p5.48xlarge' });
    expect(refused(ask, SITE, { catalog, profile: strict })).toMatchObject({
      code: DesignCode.NO_INSTANCE_FITS,
      message: expect.stringContaining('p5.48xlarge: sold out for good'),
    });
  });

  it('is refused when the catalog does not know what an image needs', () => {
    const finding = refused(poolAsk('trainium2', 1, { instanceType: 'trn2.3xlarge' }), SITE, onAws);
    expect(finding.message).toContain('trn2.3xlarge: the catalog does not know its CPU architecture');
  });
});

describe('a required accelerator', () => {
  const require = (accelerator: object, changes = {}) => poolAsk(undefined, 64, { accelerator, ...changes });

  it('is the cheapest for an hour that meets everything, and the others are named', () => {
    const pool = designed(require({ memoryGbAtLeast: 141, vendors: ['amd', 'nvidia'] }), SITE, onAzure);
    expect(pool.acceleratorId).toBe('mi300x');
    expect(pool.why[0]).toContain('at least 141 GB of memory as labelled, vendor amd or nvidia');
    expect(pool.why[0]).toContain('compared with h200-sxm');
  });

  it('may be required by compute', () => {
    expect(designed(require({ bf16TflopsAtLeast: 2000 }), SITE, onAws).acceleratorId).toBe('b200-sxm');
    expect(designed(require({ fp8TflopsAtLeast: 1500, vendors: ['AMD'] }), SITE, onAzure).acceleratorId).toBe('mi300x');
  });

  it('is never one whose figure is unknown', () => {
    // The measured memory of GB200 and GB300 is unknown, their label is not.
    const refusedByGib = refused(require({ memoryGibAtLeast: 200 }), SITE, onAzure);
    expect(refusedByGib.code).toBe(DesignCode.REQUIREMENTS_UNMET);
    expect(refusedByGib.message).toContain('gb300 (unknown against at least 200 GiB of memory as measured)');
    expect(designed(require({ memoryGbAtLeast: 200 }), SITE, onAzure).acceleratorId).toBe('gb300');
  });

  it('tells the label from the measure', () => {
    expect(designed(require({ memoryGbAtLeast: 280 }), SITE, onAws).acceleratorId).toBe('b300-sxm');
    expect(refused(require({ memoryGibAtLeast: 280 }), SITE, onAws).code).toBe(DesignCode.REQUIREMENTS_UNMET);
  });

  it('comes with a price before one without', () => {
    // H100 NVL is dearer for an hour than the A100 in a PCIe card, and both have 80 GB.
    const pool = designed(
      require({ memoryGbAtLeast: 80, vendors: ['nvidia'] }, { fabric: { rdma: Rdma.NONE } }),
      SITE,
      onAzure,
    );
    expect(pool.acceleratorId).toBe('a100-80gb-pcie');
  });

  it('leaves out what the target refuses', () => {
    const strict = fakeProfile({ cloud: 'azure', refuses: { Standard_ND96isr_MI300X_v5: 'no' } });
    const pool = designed(require({ memoryGbAtLeast: 141 }), SITE, { catalog, profile: strict });
    expect(pool.acceleratorId).toBe('h200-sxm');
  });

  it('is refused with what there is and where it could be met', () => {
    const finding = refused(require({ vendors: ['amd'] }), SITE, onAws);
    expect(finding).toMatchObject({
      code: DesignCode.REQUIREMENTS_UNMET,
      path: ['clusters', 'frontier', 'accelerators'],
    });
    expect(finding.hint).toContain('mi300x on target azure');
    expect(refused(require({ vendors: ['nvidia', 'amdd'] }), SITE, onAws)).toMatchObject({
      path: ['clusters', 'frontier', 'accelerators', 'vendor', '1'],
      hint: 'did you mean "amd"?',
    });
    expect(refused(require({}), SITE, onAws).message).toBe('names neither a model nor what an accelerator must do');
  });
});

describe('an ask', () => {
  it.each([
    [{ count: 0, minimum: 0 }, 'count is 0'],
    [{ count: 1.5, minimum: 1 }, 'count is 1.5'],
    [{ count: Number.NaN }, 'count is NaN'],
    [{ count: 2 ** 53, minimum: 1 }, 'count is 9007199254740992'],
    [{ count: 8, minimum: 9 }, 'minimum is 9'],
    [{ count: 8, minimum: -1 }, 'minimum is -1'],
  ])('of %j is refused', (changes, message) => {
    expect(refused(poolAsk('h100-sxm', 8, changes), SITE, onAws)).toMatchObject({ code: DesignCode.COUNT, message });
  });

  it('for more groups than memory holds is refused', () => {
    const finding = refused(poolAsk('h100-sxm', Number.MAX_SAFE_INTEGER), SITE, onAws);
    expect(finding).toMatchObject({ code: DesignCode.TOO_MANY_GROUPS, expected: 'at most 10000 groups in one pool' });
  });

  it('hears everything that is wrong at once', () => {
    const strict = fakeProfile({
      lacks: [Feature.CAPACITY_BLOCK],
      capacityFindings: [{ code: 'WF999', path: ['x'], message: 'the target says no' }],
    });
    const ask = poolAsk('h100', 8, {
      capacity: { mode: CapacityMode.BLOCK },
      fabric: { rdma: Rdma.REQUIRED, oversubscription: 0 },
    });
    const { findings } = designPool(ask, SITE, { catalog, profile: strict, profiles: [strict, azure] });
    expect(findings.map((finding) => finding.code)).toEqual([
      DesignCode.OVERSUBSCRIPTION,
      DesignCode.FEATURE_LACKING,
      'WF999',
      DesignCode.UNKNOWN_MODEL,
    ]);
    expect(findings.every((finding) => finding.severity !== Severity.WARNING)).toBe(true);
  });
});
