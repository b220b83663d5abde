import fc from 'fast-check';
import { designFabric, type FabricDesign, FabricTechnology } from '../../../design/fabric';
import { NetworkRole } from '../../../design/hall/seams';
import { ALL_PORTS, allNetworks, ask, compute, hall, model } from './halls';

const leafs = fc.constantFrom('sn5600', 'qm9700', 'm2-w6940-128qc', 'as9817-64o');
const someServers = fc.integer({ min: 1, max: 300 });

it('no port is used twice and no address twice, on any mix of sizes, networks and ratios', () => {
  fc.assert(
    fc.property(someServers, fc.integer({ min: 1, max: 8 }), fc.constantFrom(1, 2, 3), (servers, perRack, ratio) => {
      const networks = allNetworks().map((network) => ({ ...network, leafOversubscription: ratio }));
      const { design, findings } = designFabric(ask(hall({ servers, perRack, ports: ALL_PORTS }), networks));
      expect(findings.filter((finding) => finding.warning !== true)).toEqual([]);
      const ports = new Set<string>();
      const addresses = new Set<string>();
      let [ends, given] = [0, 0];
      for (const { links, switches } of design!.networks) {
        for (const end of links.flatMap(({ a, b }) => [a, b])) {
          ports.add(`${end.device} ${end.port}`);
          ends += 1;
          if (end.address === undefined) continue;
          addresses.add(end.address.split('/')[0]!);
          given += 1;
        }
        for (const { loopback } of switches) {
          if (loopback === undefined) continue;
          addresses.add(loopback);
          given += 1;
        }
      }
      expect([ports.size, addresses.size]).toEqual([ends, given]);
    }),
    { numRuns: 25 },
  );
});

it('no two switches stand in one place, and each has its management port', () => {
  const { design } = designFabric(ask(hall({ servers: 200, ports: ALL_PORTS }), allNetworks()));
  const units = new Set<string>();
  let taken = 0;
  for (const { role, switches, models } of design!.networks) {
    for (const sw of switches) {
      for (let unit = 0; unit < models[sw.tier]!.heightU; unit += 1) units.add(`${sw.rack.name} ${sw.rackUnit + unit}`);
      taken += models[sw.tier]!.heightU;
      if (role !== NetworkRole.OUT_OF_BAND) expect(sw.outOfBand).toMatch(/^10\.8\d\.\d+\.\d+\/26$/);
    }
  }
  expect(units.size).toBe(taken);
  expect(design!.networkRacks.reduce((sum, rack) => sum + rack.usedU, 0)).toBe(taken);
  for (const rack of design!.networkRacks) {
    expect(rack.peakKw.value).toBeLessThanOrEqual(40);
    expect(rack.typicalKw.value).toBeLessThanOrEqual(rack.peakKw.value!);
  }
});

it('doubling accelerators doubles servers, links and leafs exactly, at whole units', () => {
  const count = (servers: number, leaf: string): FabricDesign['networks'][number]['bill'] =>
    designFabric(ask(hall({ servers }), [compute(leaf)])).design!.networks[0]!.bill;
  fc.assert(
    fc.property(leafs, fc.integer({ min: 1, max: 4 }), (leaf, units) => {
      const unit = designFabric(ask(hall({ servers: 1 }), [compute(leaf)])).design!.networks[0]!.pools[0]!
        .serversPerUnit;
      const [one, two] = [count(units * unit, leaf), count(units * unit * 2, leaf)];
      expect(two.serverLinks).toBe(one.serverLinks * 2);
      expect(two.switches['leaf']).toBe(one.switches['leaf']! * 2);
      expect(two.cables['leaf-spine']).toBe(one.cables['leaf-spine']! * 2);
    }),
    { numRuns: 16 },
  );
});

it('the proof holds at the asked ratio, or the design is refused with both numbers', () => {
  fc.assert(
    fc.property(
      leafs,
      someServers,
      fc.integer({ min: 1, max: 80 }),
      fc.constantFrom(1, 1.5, 2, 4, 7),
      fc.constantFrom(1, 2),
      (leaf, servers, serversPerUnit, leafOversubscription, spineOversubscription) => {
        const network = compute(leaf, { serversPerUnit, leafOversubscription, spineOversubscription });
        const { design, findings } = designFabric(ask(hall({ servers }), [network]));
        if (design === undefined) {
          for (const finding of findings) {
            expect(finding.message).toContain(String(finding.got));
            expect(finding.limit).toBeDefined();
          }
          return;
        }
        const [{ proof } = { proof: undefined }] = design.networks;
        expect(proof?.holds).toBe(true);
        for (const tier of proof?.tiers ?? []) expect(tier.worst.ratio).toBeLessThanOrEqual(tier.asked + 1e-9);
      },
    ),
    { numRuns: 60 },
  );
});

it('a higher ratio never needs more spines', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 200 }), (servers) => {
      const spines = [1, 2, 4].map((leafOversubscription) => {
        const network = compute('sn5600', { serversPerUnit: 32, leafOversubscription });
        return designFabric(ask(hall({ servers }), [network])).design!.networks[0]!.bill.switches['spine']!;
      });
      expect([...spines].sort((one, other) => other - one)).toEqual(spines);
    }),
    { numRuns: 10 },
  );
});

it('joins pools of different servers, and says what the scale-up domains are', () => {
  const trays = [{ network: NetworkRole.COMPUTE, count: 4, gbps: 400 }];
  const endpoints = [
    ...hall({ servers: 64 }),
    ...hall({ servers: 72, perRack: 18, accelerators: 4, ports: trays, pool: 'c/nvl72', firstRack: 33 }),
  ];
  const pools = [{ name: 'c/nvl72', scaleUpServers: 18, scaleUpLink: 'NVLink 5' }];
  const { design } = designFabric(ask(endpoints, [compute('sn5600')], { pools }));
  expect(design?.scaleUp).toEqual([
    { pool: 'c/w', serversPerDomain: 1, acceleratorsPerDomain: 8, domains: 64 },
    { pool: 'c/nvl72', serversPerDomain: 18, acceleratorsPerDomain: 72, domains: 4, link: 'NVLink 5' },
  ]);
  const [network] = design!.networks;
  expect(network?.pools.map((pool) => [pool.name, pool.firstUnit, pool.units, pool.serversPerUnit])).toEqual([
    ['c/w', 1, 1, 64],
    ['c/nvl72', 2, 2, 54],
  ]);
  expect(network?.proof.holds).toBe(true);
  expect(model('sn5600').technology).toBe(FabricTechnology.ETHERNET);
});
