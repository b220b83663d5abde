import {
  designFabric,
  type FabricAsk,
  FabricProblemKind,
  FabricTechnology,
  networkRackLoads,
} from '../../../design/fabric';
import { NetworkRole } from '../../../design/hall/seams';
import { ALL_PORTS, allNetworks, ask, catalog, compute, hall, model } from './halls';

function refusal(of: FabricAsk): string {
  const { design, findings } = designFabric(of);
  expect(design).toBeUndefined();
  const [first] = findings;
  expect([first?.got, first?.limit]).not.toContain(undefined);
  return `${first?.kind}: ${first?.message}`;
}

const servers = hall({ servers: 64 });
const mixed = [
  ...servers.slice(0, 63),
  { ...servers[63]!, ports: [{ network: NetworkRole.COMPUTE, count: 4, gbps: 400 }] },
];

it.each<[string, FabricAsk, string]>([
  [
    'a fabric that blocks',
    ask(servers, [compute('qm9700', { serversPerUnit: 48 })]),
    'blocks: a leaf of 48 servers of c/w has 19200 Gbit/s down and room for 6400 up (3:1), and 1:1 is asked',
  ],
  [
    'a unit past the ports of a leaf',
    ask(servers, [compute('qm9700', { serversPerUnit: 65 })]),
    'blocks: 65 servers of c/w take 65 ports of a leaf, and QM9700 has 64',
  ],
  [
    'an address plan that overlaps',
    ask(servers, [compute('sn5600')], { addresses: { loopbacks: '10.32.0.0/12' } }),
    'address-overlap: 10.32.0.0/12 for loopbacks overlaps 10.0.0.0/10 for links',
  ],
  [
    'a block with host bits',
    ask(servers, [compute('sn5600')], { addresses: { links: '10.0.0.1/10' } }),
    'address-block: the block for links is 10.0.0.1/10, expected IPv4 such as 10.0.0.0/10, of /28 or more, without host bits',
  ],
  [
    'a block that is too small',
    ask(servers, [compute('sn5600')], { addresses: { links: '192.168.0.0/24' } }),
    'address-block: links compute take 130 addresses or more, and 192.168.0.0/26 has 64',
  ],
  [
    'an autonomous system number that is public',
    ask(servers, [compute('sn5600')], { asnBase: 65_000 }),
    'asn-range: the first autonomous system number is 65000, private ones are 4200000000 to 4294967294',
  ],
  [
    'an end of the private numbers',
    ask(servers, [compute('sn5600')], { asnBase: 4_294_960_000 }),
    'asn-range: the compute network would need the autonomous system number 4294970000, and the last private one is 4294967294',
  ],
  [
    'a speed that no port has',
    ask(servers, [compute('sn4600c')]),
    'speed: a port of SN4600C gives 100 Gbit/s, and links of 400 are asked',
  ],
  [
    'the other technology',
    ask(servers, [compute('sn5600', { technology: FabricTechnology.INFINIBAND })]),
    'technology: the compute network speaks infiniband, and SN5600 ethernet',
  ],
  [
    'servers of two kinds in one pool',
    ask(mixed, [compute('sn5600')]),
    "mixed-ports: pool c/w has servers with 8 x 400 and with 4 x 400 Gbit/s; a pool's servers are of one kind",
  ],
  [
    'fewer planned than there are',
    ask(servers, [compute('sn5600')], { pools: [{ name: 'c/w', servers: 32 }] }),
    'index-taken: pool c/w is planned for 32 servers, and has one with the index 63',
  ],
  [
    'units of two pools in one place',
    ask([...servers, ...hall({ servers: 64, pool: 'c/x', firstRack: 33 })], [compute('qm9700')], {
      pools: [{ name: 'c/x', firstUnit: 2 }],
    }),
    'index-taken: units 2 to 3 of c/x run into units 1 to 2 of c/w',
  ],
  [
    'network racks where compute racks stand',
    ask(servers, [compute('sn5600')], { networkRack: { firstIndex: 10 } }),
    'index-taken: network racks begin at index 10, and there is a compute rack 16',
  ],
  [
    'a rack that holds no switch',
    ask(servers, [compute('q3400-ra')], { networkRack: { envelopeKw: 5 } }),
    'rack-full: Q3400-RA takes 7 kW, and a network rack offers 5',
  ],
  [
    'a ratio that is none',
    ask(servers, [compute('sn5600', { leafOversubscription: 0 })]),
    'value: the oversubscription of a leaf is 0, expected a number above 0',
  ],
])('%s is refused, with the numbers that clash', (_, of, message) => {
  expect(refusal(of)).toBe(message);
});

it('more pods than a core has ports are refused', () => {
  const core = { ...model('qm9700'), ports: 2, cages: 1 };
  expect(refusal(ask(hall({ servers: 600 }), [compute('qm9700', { core })]))).toBe(
    'too-large: 19 units make 5 pods, and a core joins 2 at most',
  );
});

it('a link that no optic reaches is a warning with both lengths', () => {
  const optics = catalog.optics.filter((optic) => optic.reachM < 60);
  const far = hall({ servers: 32, firstRack: 1 }).map((server) => ({
    ...server,
    rack: server.index > 15 ? { ...server.rack, hall: 3 } : server.rack,
  }));
  const { design, findings } = designFabric(ask(far, [compute('qm9700')], { optics }));
  expect(design?.networks[0]?.links.some((link) => link.medium === 'unknown')).toBe(true);
  expect(findings).toEqual([
    expect.objectContaining({ kind: FabricProblemKind.REACH, warning: true, got: 150, limit: 50 }),
  ]);
});

it('a link without a pair of modules says which cages have none, and no reach that would be long enough', () => {
  const optics = catalog.optics.filter((optic) => optic.linkGbps !== 400 || optic.links !== 2);
  const { findings } = designFabric(ask(hall({ servers: 32 }), [compute('sn5600')], { optics }));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toMatch(
    /has no optic: the catalog has no modules of one family for cages of 1 link at one end and 2 links at the other that reach as far$/,
  );
  expect(findings[0]?.limit).toBeUndefined();
  const none = designFabric(ask(hall({ servers: 32 }), [compute('sn5600')], { optics: [] }));
  expect(none.findings[0]?.message).toMatch(/has no optic: the catalog has no optic of 400 Gbit\/s for ethernet$/);
});

it('an address plan of which nothing is stated is a default', () => {
  const assumed = (addresses: object) =>
    designFabric(ask(hall({ servers: 8 }), [compute('sn5600')], { addresses })).design!.assumptions.find((line) =>
      line.startsWith('addresses'),
    );
  expect(assumed({})).toMatch(/^addresses: engineering default/);
  expect(assumed({ links: '10.0.0.0/11' })).toMatch(/^addresses: stated in part or whole/);
});

it('copper within its reach, modules beyond; a twin-port module lights two links', () => {
  const { design } = designFabric(ask(hall({ servers: 32, ports: ALL_PORTS }), allNetworks()));
  const [network] = design!.networks;
  const lit = (optic: string) => network?.optics.find((each) => each.optic === optic)?.count ?? 0;
  expect(network?.links.filter((link) => link.tier === 'server-leaf')).toHaveLength(256);
  // A module for every server port, and one for every two links on each side of a switch.
  expect(lit('osfp-400g-sr4') + lit('osfp-400g-dr4')).toBe(256);
  const fabric = network!.links.filter((link) => link.tier === 'leaf-spine').length;
  expect(lit('osfp-2x400g-sr4') + lit('osfp-2x400g-dr4')).toBe(128 + fabric);
  for (const link of network!.links) expect(link.lengthM).toBeLessThanOrEqual(100);
  const direct = compute('m2-w6940-128qc');
  const near = designFabric(
    ask(hall({ servers: 8 }), [direct], { cables: { riseM: 0.2, rackPitchM: 0.01, rowPitchM: 0.01 } }),
  );
  expect(near.design?.networks[0]?.optics.map((each) => each.optic)).toEqual(['dac-400g-2m']);
});

it('network racks are loads of the power chain', () => {
  const { design } = designFabric(ask(hall({ servers: 64, ports: ALL_PORTS }), allNetworks()));
  const loads = networkRackLoads(design!);
  expect(loads.length).toBe(design!.networkRacks.length);
  for (const load of loads) {
    expect(load.rack.index).toBeGreaterThanOrEqual(20_001);
    expect(load).toMatchObject({ loadClass: 'critical', accelerators: 0 });
    expect(load.peakKw).toBeGreaterThan(0);
  }
  expect(JSON.parse(JSON.stringify(design))).toEqual(design);
});
