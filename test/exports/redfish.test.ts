import { EquipmentKind } from '../../design/electrical';
import { type Designed, HALLS } from './halls';
import { errorsOf } from './redfish-schema';

interface Json {
  readonly [key: string]: unknown;
}

/** Every resource of the tree by its path, as a client finds it: files, and members within them. */
function resourcesOf(files: Designed['files']): Map<string, Json> {
  const found = new Map<string, Json>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const json = value as Json;
      if (typeof json['@odata.type'] === 'string') {
        const path = String(json['@odata.id']);
        expect([path, found.has(path)]).toEqual([path, false]);
        found.set(path, json);
      }
      Object.values(json).forEach(visit);
    }
  };
  for (const [path, content] of Object.entries(files)) {
    if (!path.startsWith('redfish/')) continue;
    const json = JSON.parse(content) as Json;
    expect(`${String(json['@odata.id']).slice(1)}/index.json`).toBe(path);
    visit(json);
  }
  return found;
}

/** Paths that are linked to anywhere. */
function targetsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(targetsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = (value as Json)['@odata.id'];
  return [...(typeof own === 'string' ? [own] : []), ...Object.values(value).flatMap(targetsOf)];
}

const dig = (value: unknown, ...keys: string[]): unknown =>
  keys.reduce<unknown>((at, key) => (at as Json | undefined)?.[key], value);

describe.each(Object.keys(HALLS))('%s', (name) => {
  const { hall, files } = HALLS[name]!();
  const resources = resourcesOf(files);
  const pieces = [...resources.values()].filter((each) =>
    String(each['@odata.type']).startsWith('#PowerDistribution.'),
  );
  const byId = new Map(pieces.map((piece) => [String(piece['Id']), piece]));

  test('every file keeps the schema of its type', () => {
    for (const [path, content] of Object.entries(files)) {
      if (path.startsWith('redfish/')) expect([path, errorsOf(JSON.parse(content))]).toEqual([path, []]);
    }
  });

  test('every link leads to a resource, every collection counts its members', () => {
    const missing = [...resources.values()].flatMap(targetsOf).filter((path) => !resources.has(path));
    expect(missing).toEqual([]);
    for (const each of resources.values()) {
      if (Array.isArray(each['Members'])) expect(each['Members@odata.count']).toBe(each['Members'].length);
    }
  });

  test('a circuit is the other end of the one that it names', () => {
    const circuits = [...resources.values()].filter((each) => String(each['@odata.type']).startsWith('#Circuit.'));
    const mains = circuits.filter((each) => each['CircuitType'] === 'Mains');
    expect(circuits).toHaveLength(2 * mains.length);
    expect(mains).toHaveLength(hall.power.equipment.reduce((sum, { upstream }) => sum + upstream.length, 0));
    for (const each of mains) {
      const source = resources.get(String(dig(each, 'Links', 'SourceCircuit', '@odata.id')))!;
      expect(dig(source, 'Links', 'DistributionCircuits', '0', '@odata.id')).toBe(each['@odata.id']);
      expect(source['RatedCurrentAmps']).toBe(each['RatedCurrentAmps']);
      expect(source['NominalVoltage']).toBe(each['NominalVoltage']);
    }
  });

  test('from any rack, and from any server, one walks to a service of the grid', () => {
    const owner = (circuit: string): Json => resources.get(circuit.replace(/\/(Feeders|Branches|Mains)\/[^/]+$/, ''))!;
    const origins = (piece: Json): string[] => {
      const mains = (dig(piece, 'Mains', 'Members') ?? []) as Json[];
      if (mains.length === 0) return [String(dig(piece, 'Oem', 'Wattform', 'Kind'))];
      return mains.flatMap((each) => origins(owner(String(dig(each, 'Links', 'SourceCircuit', '@odata.id')))));
    };
    const consumers = new Map<string, number>();
    for (const { rack } of hall.loads) {
      const chassis = resources.get(`/redfish/v1/Chassis/${rack.name}`)!;
      const feeds = chassis['ElectricalSourceNames'] as string[];
      expect(feeds).toEqual(hall.power.feeds.filter((feed) => feed.rack === rack.name).map(({ id }) => id));
      for (const feed of feeds) {
        const found = new Set(origins(byId.get(feed)!));
        expect(found).toContain(EquipmentKind.UTILITY);
        found.delete(EquipmentKind.UTILITY);
        found.delete(EquipmentKind.GENERATOR);
        expect([...found]).toEqual([]);
        const named = dig(byId.get(feed), 'Mains', 'Members', '0', 'ElectricalConsumerNames') as string[];
        for (const consumer of named) consumers.set(consumer, (consumers.get(consumer) ?? 0) + 1);
      }
    }
    for (const { name: server, rack } of hall.racks.endpoints) {
      expect(consumers.get(server)).toBe(hall.power.feeds.filter((feed) => feed.rack === rack.name).length);
    }
  });

  test('has every piece of the design with its rating; draws are rounded up, capacities down', () => {
    expect([...byId.keys()].sort()).toEqual(hall.power.equipment.map(({ id }) => id).sort());
    for (const { id, limitKw, peakKw, ratedKva } of hall.power.equipment) {
      const oem = dig(byId.get(id), 'Oem', 'Wattform') as { LimitWatts?: number; PeakWatts: number };
      expect(oem.PeakWatts).toBeGreaterThanOrEqual(peakKw * 1000 - 1e-3);
      expect(oem.PeakWatts).toBeLessThan(peakKw * 1000 + 1);
      if (limitKw === undefined) expect(oem.LimitWatts).toBeUndefined();
      else expect(oem.LimitWatts).toBe(Math.floor(limitKw * 1000 + 1e-6));
      if (ratedKva !== undefined) expect(byId.get(id)!['PowerCapacityVA']).toBe(Math.floor(ratedKva * 1000));
    }
    const racks = hall.power.feeds.reduce(
      (sum, { id }) => sum + Number(dig(byId.get(id), 'Oem', 'Wattform', 'TypicalWatts')),
      0,
    );
    const asked = hall.loads.reduce((sum, { typicalKw }) => sum + typicalKw * 1000, 0);
    expect(racks).toBeGreaterThanOrEqual(asked - 1e-3);
    expect(racks).toBeLessThan(asked + hall.power.feeds.length);
  });
});

test('a transfer switch prefers what the design prefers', () => {
  const { files } = HALLS['a block in reserve']!();
  const shelf = JSON.parse(files['redfish/v1/PowerEquipment/TransferSwitches/index.json']!) as { Members: Json[] };
  const sts = shelf.Members.find(({ Id }) => String(Id).startsWith('sts-'))!;
  expect(sts['EquipmentType']).toBe('AutomaticTransferSwitch');
  const mains = dig(sts, 'Mains', 'Members') as Json[];
  expect(dig(sts, 'TransferConfiguration')).toEqual({ PreferredMainsId: mains[0]!['Id'], AutoTransferEnabled: true });
  expect(mains.map(({ Id }) => String(Id).includes('reserve'))).toEqual([false, true]);
});

test('a voltage that Redfish has no word for is left out, and stands beside', () => {
  const { files } = HALLS['direct current']!();
  const shelf = JSON.parse(files['redfish/v1/PowerEquipment/RackPDUs/index.json']!) as { Members: Json[] };
  const [main] = dig(shelf.Members[0], 'Mains', 'Members') as Json[];
  expect(main).toMatchObject({ VoltageType: 'DC' });
  expect(main).not.toHaveProperty('NominalVoltage');
  expect(dig(shelf.Members[0], 'Oem', 'Wattform', 'Volts')).toBe(800);
});
