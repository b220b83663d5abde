import Ajv from 'ajv';
import { parse } from 'yaml';
import { EquipmentKind } from '../../design/electrical';
import { cluster, designed, HALLS } from './halls';

/**
 * Members of a topology file as the guides of DPS name them (docs.nvidia.com/datacenter/dps: schema `dcpower_0.1`, concepts/entities,
 * concepts/topologies, dpsctl topology list-entities; read 2026-11-25), written down anew: whatever else we write is an error.
 */
const POWER = {
  type: 'object',
  additionalProperties: false,
  required: ['Value', 'Type'],
  properties: { Value: { type: 'integer', minimum: 0 }, Type: { const: 'W' } },
};
const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['Entities', 'Topology'],
  properties: {
    Entities: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['Type', 'Name'],
        properties: {
          Type: { enum: ['PowerDomain', 'PowerDistribution', 'PowerSupply', 'ComputerSystem'] },
          Model: { type: 'string', minLength: 1 },
          Name: { type: 'string', minLength: 1 },
          OperatingLimit: {
            type: 'object',
            additionalProperties: false,
            required: ['PowerValue'],
            properties: { PowerValue: POWER, PowerFactor: { type: 'number' } },
          },
          StaticLoad: POWER,
          Redfish: {
            type: 'object',
            additionalProperties: false,
            required: ['URL', 'SecretName'],
            properties: { URL: { type: 'string', pattern: '^https://' }, SecretName: { type: 'string', minLength: 1 } },
          },
        },
      },
    },
    Topology: {
      type: 'object',
      additionalProperties: false,
      required: ['Name', 'Entities'],
      properties: {
        Name: { type: 'string', minLength: 1 },
        Entities: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['Name'],
            properties: {
              Name: { type: 'string', minLength: 1 },
              Children: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'string' } },
            },
          },
        },
      },
    },
  },
};
const valid = new Ajv().compile(SCHEMA);

interface Entity {
  readonly Type: string;
  readonly Name: string;
  readonly Model?: string;
  readonly OperatingLimit?: { readonly PowerValue: { readonly Value: number } };
  readonly StaticLoad?: { readonly Value: number };
  readonly Redfish?: { readonly URL: string };
}

interface File {
  readonly Entities: Entity[];
  readonly Topology: {
    readonly Name: string;
    readonly Entities: { readonly Name: string; readonly Children?: string[] }[];
  };
}

describe.each(Object.keys(HALLS))('%s', (name) => {
  const { hall, files } = HALLS[name]!();
  const file = JSON.parse(files['dps/topology.json']!) as File;
  const entities = new Map(file.Entities.map((entity) => [entity.Name, entity]));
  const parents = new Map<string, string[]>();
  for (const { Name, Children = [] } of file.Topology.Entities) {
    for (const child of Children) parents.set(child, [...(parents.get(child) ?? []), Name]);
  }

  test('has the form of a topology file, every name once, and every child is there', () => {
    valid(file);
    expect(valid.errors).toBeNull();
    expect(entities.size).toBe(file.Entities.length);
    expect(file.Topology.Entities.map((each) => each.Name)).toEqual([...entities.keys()]);
    expect([...parents.keys()].filter((child) => !entities.has(child))).toEqual([]);
    const roots = file.Entities.filter((entity) => !parents.has(entity.Name)).map((entity) => entity.Type);
    expect([...new Set(roots)]).toEqual(['PowerDomain']);
  });

  test('every server hangs on every feed of its rack, and each of these leads to a power domain', () => {
    const domains = (of: string): string[] => {
      const above = parents.get(of) ?? [];
      return above.length === 0 ? [of] : above.flatMap(domains);
    };
    for (const { name: server, rack } of hall.racks.endpoints) {
      const feeds = hall.power.feeds.filter((feed) => feed.rack === rack.name).map(({ id }) => id);
      expect([server, parents.get(server)]).toEqual([server, feeds]);
    }
    for (const { id } of hall.power.feeds) {
      expect([...new Set(domains(id).map((domain) => entities.get(domain)!.Type))]).toEqual(['PowerDomain']);
    }
  });

  test('limits are rounded down, unmanaged loads up, and all is there that draws', () => {
    for (const { id, limitKw } of hall.power.equipment) {
      const limit = entities.get(id)?.OperatingLimit?.PowerValue.Value;
      if (limitKw === undefined || limit === undefined) continue;
      expect(limit).toBeLessThanOrEqual(limitKw * 1000 + 1e-3);
      expect(limit).toBeGreaterThan(limitKw * 1000 - 1);
    }
    const servers = new Set(hall.racks.racks.map(({ place }) => place.name));
    const switches = hall.loads.filter(({ rack }) => !servers.has(rack.name));
    const cooling = hall.power.equipment.filter(({ kind }) => kind === EquipmentKind.MECHANICAL_TRANSFORMER);
    const watts = [...switches, ...cooling].reduce((sum, { peakKw }) => sum + peakKw * 1000, 0);
    const loads = file.Entities.flatMap(({ StaticLoad }) => StaticLoad?.Value ?? []);
    const written = loads.reduce((sum, value) => sum + value, 0);
    expect(written).toBeGreaterThanOrEqual(watts - 1e-3);
    expect(written).toBeLessThan(watts + loads.length);
    expect(file.Entities.filter(({ Type }) => Type === 'ComputerSystem')).toHaveLength(hall.racks.endpoints.length);
  });

  test('every model of what hands power on is specified once, with what one may carry', () => {
    const specifications = parse(files['dps/devices.yaml']!) as {
      readonly type: string;
      readonly model: string;
      readonly spec: { readonly maxLoadWatts?: number; readonly efficiencyFactor?: number };
    }[];
    const models = specifications.map(({ model }) => model);
    expect(new Set(models).size).toBe(models.length);
    const used = file.Entities.filter(({ Type }) => Type === 'PowerDistribution');
    expect([...new Set(used.map(({ Model }) => Model))].sort()).toEqual([...models].sort());
    const specs = new Map(specifications.map(({ model, spec }) => [model, spec]));
    for (const { id, limitKw, peakKw, lossPeakKw } of hall.power.equipment) {
      const spec = specs.get(entities.get(id)?.Model ?? '');
      if (spec === undefined) continue;
      expect(spec.maxLoadWatts).toBe(entities.get(id)?.OperatingLimit?.PowerValue.Value);
      expect(spec.maxLoadWatts === undefined).toBe(limitKw === undefined);
      // The efficiency of this piece at this load, and no flat one.
      if (peakKw === 0) expect(spec.efficiencyFactor).toBeUndefined();
      else expect(spec.efficiencyFactor).toBe(Math.floor((peakKw / (peakKw + lossPeakKw)) * 1000 + 1e-9) / 1000);
    }
  });
});

test('servers are reached by their management port, and nothing secret is written', () => {
  const { files } = designed('', cluster('frontier', 'h100-sxm', 16));
  const { Entities } = JSON.parse(files['dps/topology.json']!) as File;
  const server = Entities.find(({ Name }) => Name === 'r0001-s01');
  expect(server).toEqual({
    Type: 'ComputerSystem',
    Model: 'DGX_H100',
    Name: 'r0001-s01',
    Redfish: { URL: 'https://10.80.0.2', SecretName: 'r0001-s01' },
  });
});
