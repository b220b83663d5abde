import { profile } from '../../../../constructs/targets/aws/profile';

function plan(capacityGib: number, throughputGbps?: number, rdma = false) {
  return profile.planParallelFileSystem({
    name: 'scratch',
    path: ['clusters', 'c', 'storage', 'scratch'],
    capacityGib,
    throughputGbps,
    rdma,
  });
}

test.each([
  // asked GiB, asked GB/s, RDMA → bought GiB, tier, over EFA
  [1, undefined, false, 1_200, '125', false],
  [1_200, undefined, false, 1_200, '125', false],
  [1_201, undefined, false, 2_400, '125', false],
  [614_400, 150, false, 614_400, '250', false],
  [614_400, 150, true, 614_400, '250', true],
  [614_400, 151, true, 614_400, '500', true],
  [9_600, 100, false, 103_200, '1000', false],
  [9_600, undefined, true, 9_600, '125', false],
  [38_400, undefined, true, 38_400, '125', true],
  [38_401, undefined, true, 76_800, '125', true],
  [4_800, 4.6, true, 4_800, '1000', true],
])('%d GiB at %p GB/s, RDMA %p: %d GiB of tier %s, EFA %p', (asked, throughput, rdma, gib, tier, efa) => {
  const { design, findings } = plan(asked, throughput, rdma);
  expect(findings).toEqual([]);
  expect(design).toMatchObject({ capacityGib: gib, tier, rdma: efa });
  expect(design!.capacityGib).toBeGreaterThanOrEqual(asked);
  expect(design!.throughputGbps).toBeGreaterThanOrEqual(throughput ?? 0);
  expect(design!.throughputGbps).toBeCloseTo(((gib / 1024) * Number(tier)) / 1000, 9);
  expect(design!.why.length).toBeGreaterThan(0);
});

test('says why RDMA is not used', () => {
  expect(plan(9_600, undefined, true).design!.why.join('\n')).toContain('EFA needs 38400 GiB');
});

test.each([
  [0, undefined],
  [-5, undefined],
  [Number.NaN, undefined],
  [1_200, 0],
])('%p GiB at %p GB/s cannot be bought', (gib, throughput) => {
  const result = plan(gib, throughput);
  expect(result.design).toBeUndefined();
  expect(result.findings.map((finding) => finding.code)).toEqual(['WF420']);
});
