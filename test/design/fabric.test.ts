import { CapacityMode, DesignCode, Feature, Purpose, Rdma } from '../../design';
import { designed, onAws, refused } from './choosing';
import { fakeProfile, poolAsk, SITE } from './fakes';

const {
  catalog,
  profiles: [_aws, azure],
} = onAws;

describe('the fabric', () => {
  const rdma = { rdma: Rdma.REQUIRED };

  it('refuses types without it when it is required, with each reason', () => {
    const finding = refused(poolAsk('inferentia2', 12, { fabric: rdma }), SITE, onAws);
    expect(finding.code).toBe(DesignCode.NO_INSTANCE_FITS);
    expect(finding.message).toContain('inf2.48xlarge: it has no RDMA, and RDMA is required');
    expect(designed(poolAsk('l4', 1, { fabric: rdma, purpose: Purpose.INFERENCE }), SITE, onAws).instanceType).toBe(
      'g6.8xlarge',
    );
  });

  it('is said to be missing where a training pool of several nodes goes without', () => {
    const pool = designed(poolAsk('inferentia2', 24), SITE, onAws);
    expect(pool.notices.map((notice) => notice.code)).toContain(DesignCode.WITHOUT_RDMA);
  });

  it('ends at the zone', () => {
    const zones = ['us-east-1a', 'us-east-1b'];
    expect(refused(poolAsk('h100-sxm', 64, { zones }), SITE, onAws)).toMatchObject({
      code: DesignCode.ZONES,
      path: ['clusters', 'frontier', 'accelerators', 'zones'],
    });
    expect(designed(poolAsk('h100-sxm', 64, { zones, fabric: { rdma: Rdma.NONE } }), SITE, onAws).zones).toEqual(zones);
  });

  it('takes oversubscription as the vendor states it, and only with RDMA', () => {
    const asked = designed(poolAsk('h100-sxm', 64, { fabric: { ...rdma, oversubscription: 2 } }), SITE, onAws);
    expect(asked.notices).toContainEqual(expect.objectContaining({ code: DesignCode.OVERSUBSCRIPTION_STATED }));
    const path = ['clusters', 'frontier', 'fabric', 'oversubscription'];
    const without = { rdma: Rdma.NONE, oversubscription: 1 };
    expect(refused(poolAsk('h100-sxm', 64, { fabric: without }), SITE, onAws)).toMatchObject({
      code: DesignCode.OVERSUBSCRIPTION,
      path,
    });
    const below = { ...rdma, oversubscription: 0.5 };
    expect(refused(poolAsk('h100-sxm', 64, { fabric: below }), SITE, onAws)).toMatchObject({
      code: DesignCode.OVERSUBSCRIPTION,
      path,
    });
  });

  it('places nodes together unless their place was bought ahead', () => {
    const placement = (mode: CapacityMode) =>
      designed(poolAsk('h100-sxm', 64, { capacity: { mode } }), SITE, onAws).placement;
    expect(placement(CapacityMode.ON_DEMAND)).toBe('cluster');
    expect(placement(CapacityMode.SPOT)).toBe('cluster');
    expect(placement(CapacityMode.RESERVED)).toBe('none');
    expect(placement(CapacityMode.BLOCK)).toBe('none');
    expect(designed(poolAsk('inferentia2', 12), SITE, onAws).placement).toBe('none');
  });

  it('falls away with a notice where the target has none, and is refused there when required', () => {
    const plain = fakeProfile({ lacks: [Feature.FABRIC_RDMA] });
    const context = { catalog, profile: plain, profiles: [plain, azure] };
    const pool = designed(poolAsk('h100-sxm', 64), SITE, context);
    expect(pool).toMatchObject({ rdma: false, placement: 'none' });
    expect(pool.notices.map((notice) => notice.code)).toContain(DesignCode.WITHOUT_RDMA);
    expect(refused(poolAsk('h100-sxm', 64, { fabric: rdma }), SITE, context)).toMatchObject({
      code: DesignCode.FEATURE_LACKING,
      hint: 'targets that have it: azure',
      path: ['clusters', 'frontier', 'fabric', 'rdma'],
    });
  });
});
