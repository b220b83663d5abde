import { designFabric, type NetworkAsk } from '../../../design/fabric';
import { NetworkRole } from '../../../design/hall/seams';
import { ask, compute, hall } from './halls';

/** Leafs, spines, cores; server links, leaf-spine links, spine-core links. */
type Counts = [leafs: number, spines: number, cores: number, access: number, fabric: number, core: number];

function counts(servers: number, network: NetworkAsk, ports: { count: number; gbps: number }, perRack = 4): Counts {
  const endpoints = hall({ servers, perRack, ports: [{ network: NetworkRole.COMPUTE, ...ports }] });
  const { design, findings } = designFabric(ask(endpoints, [network]));
  expect(findings.filter((finding) => finding.warning !== true)).toEqual([]);
  const [{ bill, proof } = { bill: undefined, proof: undefined }] = design?.networks ?? [];
  expect(proof).toMatchObject({ holds: true, breaks: [] });
  const { switches = {}, cables = {} } = bill ?? {};
  return [
    switches['leaf'] ?? 0,
    switches['spine'] ?? 0,
    switches['core'] ?? 0,
    cables['server-leaf'] ?? 0,
    cables['leaf-spine'] ?? 0,
    cables['spine-core'] ?? 0,
  ];
}

/**
 * NVIDIA DGX SuperPOD B200 reference architecture, table of larger component counts, read 2026-11-25:
 * docs.nvidia.com/dgx-superpod/reference-architecture-scalable-infrastructure-b200/latest/dgx-superpod-architecture.html.
 * 32 nodes a unit, eight rails of 400 Gbit/s, QM9700. The H100 edition (RA-11333-001 V11) has the same fabric: its
 * four units of 127 nodes are the last row, one node less than 128.
 */
describe('DGX SuperPOD B200 and H100: InfiniBand NDR, two and three tiers', () => {
  it.each<[nodes: number, counts: Counts]>([
    [64, [16, 8, 0, 512, 512, 0]],
    [128, [32, 16, 0, 1024, 1024, 0]],
    [256, [64, 32, 0, 2048, 2048, 0]],
    [512, [128, 128, 64, 4096, 4096, 4096]],
    [1024, [256, 256, 128, 8192, 8192, 8192]],
    [2048, [512, 512, 256, 16384, 16384, 16384]],
    [127, [32, 16, 0, 1016, 1024, 0]],
  ])('%i nodes: %j', (nodes, published) => {
    expect(counts(nodes, compute('qm9700'), { count: 8, gbps: 400 })).toEqual(published);
  });
});

/**
 * NVIDIA DGX SuperPOD B300 with XDR, table 3, read 2026-11-25:
 * docs.nvidia.com/dgx-superpod/reference-architecture/scalable-infrastructure-b300-xdr/latest/dgx-superpod-architecture.html.
 * 72 nodes a unit, eight rails of 800 Gbit/s, Q3400-RA. Where 16 and 32 spines would have ports enough, the table has 18 and 36: as
 * many as spread 72 uplinks evenly.
 */
describe('DGX SuperPOD B300 XDR: InfiniBand, radix 144', () => {
  it.each<[nodes: number, counts: Counts]>([
    [72, [8, 4, 0, 576, 576, 0]],
    [144, [16, 8, 0, 1152, 1152, 0]],
    [288, [32, 18, 0, 2304, 2304, 0]],
    [576, [64, 36, 0, 4608, 4608, 0]],
    [1296, [144, 72, 0, 10368, 10368, 0]],
  ])('%i nodes: %j', (nodes, published) => {
    expect(counts(nodes, compute('q3400-ra'), { count: 8, gbps: 800 })).toEqual(published);
  });
});

/**
 * NVIDIA DGX SuperPOD B300 with Spectrum-4 Ethernet, table 3, read 2026-11-25:
 * docs.nvidia.com/dgx-superpod/reference-architecture/scalable-infrastructure-b300/latest/dgx-superpod-architecture.html.
 * 64 nodes a unit, two planes of 400 Gbit/s a rail, 64 ports of 800 as 128 of 400. The table counts a twin-port cable, which carries
 * a link of 400 to each plane, as one: two links here.
 */
describe('DGX SuperPOD B300: RoCE in two planes', () => {
  it.each<[nodes: number, leafs: number, spines: number, cables: number]>([
    [64, 16, 8, 512],
    [128, 32, 16, 1024],
    [256, 64, 32, 2048],
    [512, 128, 64, 4096],
    [1024, 256, 128, 8192],
  ])('%i nodes: %i leafs, %i spines, %i twin cables a tier', (nodes, leafs, spines, cables) => {
    const found = counts(nodes, compute('sn5610', { planes: 2 }), { count: 8, gbps: 800 });
    expect(found).toEqual([leafs, spines, 0, cables * 2, cables * 2, 0]);
  });
});

/**
 * Juniper validated design "AI data center, GPU back-end fabric", read 2026-11-25:
 * juniper.net/documentation/us/en/software/jvd/jvd-ai-dc-qpp-bgp-dpf/ip_fabric_gpu_backend_fabric_architecture.html.
 * An open RoCE design: two stripes of eight leafs, one a rail, and four spines, all QFX5240-64OD; eight servers of 8 x 400 Gbit/s,
 * 4 x 400 Gbit/s up a leaf: 25.6 Tbit/s on both sides, 1:1. Two spines would have ports enough; four are asked.
 */
it('Juniper validated design: 16 leafs, 4 spines, 64 uplinks, 25.6 Tbit/s, 1:1', () => {
  const network = compute('qfx5240-64od', { serversPerUnit: 4, spinesAtLeast: 4 });
  const { design } = designFabric(ask(hall({ servers: 8 }), [network]));
  const [{ bill, proof, links } = { bill: undefined, proof: undefined, links: [] }] = design?.networks ?? [];
  expect(bill?.switches).toEqual({ leaf: 16, spine: 4 });
  expect(bill?.cables).toEqual({ 'server-leaf': 64, 'leaf-spine': 64 });
  expect(proof?.tiers[0]?.worst).toMatchObject({ downGbps: 1600, upGbps: 1600, ratio: 1 });
  const gbps = (tier: string) => links.filter((link) => link.tier === tier).reduce((sum, link) => sum + link.gbps, 0);
  expect([gbps('server-leaf'), gbps('leaf-spine')]).toEqual([25_600, 25_600]);
});

it('64 ports of 800 Gbit/s join 8,192 links of 400 in two tiers, as their vendors say', () => {
  const network = compute('z9864f-on');
  const endpoints = hall({ servers: 1024 });
  const { design } = designFabric(ask(endpoints, [network], { networkRack: { envelopeKw: 60 } }));
  expect(design?.networks[0]).toMatchObject({
    tiers: 2,
    bill: { switches: { leaf: 128, spine: 64 }, serverLinks: 8192 },
  });
});
