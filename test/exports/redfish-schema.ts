import Ajv, { type ValidateFunction } from 'ajv';

/**
 * Properties, words and required members of the Redfish schemas that the exports use, written down anew from DMTF DSP8010:
 * PowerDistribution.v1_4_0 and Circuit.v1_8_1 (read in openbmc/bmcweb), PowerEquipment.v1_2_3, PowerDomain.v1_2_2, Facility.v1_4_2 and
 * Chassis (read in stmcginnis/gofish and 9506hqwy/redfish-service-py), all 2026-11-25. A property that is not here is an error, as
 * the schemas allow no others.
 */
const link = {
  type: 'object',
  additionalProperties: false,
  required: ['@odata.id'],
  properties: { '@odata.id': path() },
};
const links = { type: 'array', items: link };
const watts = { type: 'integer', minimum: 0 };
const names = { type: 'array', items: { type: 'string', minLength: 1 } };
const oem = { type: 'object', additionalProperties: false, properties: { Wattform: { type: 'object' } } };

function path() {
  return { type: 'string', pattern: '^/redfish/v1(/[A-Za-z0-9._%-]+)*$' };
}

function resource(type: string, properties: object, required: string[] = []) {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['@odata.id', '@odata.type', 'Id', 'Name', ...required],
    properties: {
      '@odata.id': path(),
      '@odata.type': { const: type },
      Id: { type: 'string', minLength: 1 },
      Name: { type: 'string', minLength: 1 },
      Oem: oem,
      ...properties,
    },
  };
}

function collection(type: string, members: object) {
  return {
    type: 'object',
    additionalProperties: false,
    required: ['@odata.id', '@odata.type', 'Name', 'Members', 'Members@odata.count'],
    properties: {
      '@odata.id': path(),
      '@odata.type': { const: `#${type}Collection.${type}Collection` },
      Name: { type: 'string', minLength: 1 },
      'Members@odata.count': { type: 'integer', minimum: 0 },
      Members: { type: 'array', items: members },
    },
  };
}

const linksOf = (properties: object) => ({ type: 'object', additionalProperties: false, properties });

const circuit = resource('#Circuit.v1_8_1.Circuit', {
  CircuitType: { enum: ['Mains', 'Branch', 'Subfeed', 'Feeder', 'Bus'] },
  VoltageType: { enum: ['AC', 'DC'] },
  NominalVoltage: {
    enum: ['AC120V', 'AC208V', 'AC230V', 'AC240V', 'AC277V', 'AC400V', 'AC480V', 'DC48V', 'DC240V', 'DC380V'],
  },
  RatedCurrentAmps: { type: 'number', minimum: 0 },
  ElectricalSourceName: { type: 'string' },
  ElectricalConsumerNames: names,
  Links: linksOf({ SourceCircuit: link, DistributionCircuits: links }),
});
const circuits = collection('Circuit', circuit);

const distribution = resource(
  '#PowerDistribution.v1_4_0.PowerDistribution',
  {
    EquipmentType: {
      enum: [
        'RackPDU',
        'FloorPDU',
        'ManualTransferSwitch',
        'AutomaticTransferSwitch',
        'Switchgear',
        'PowerShelf',
        'Bus',
        'BatteryShelf',
      ],
    },
    PowerCapacityVA: watts,
    Mains: circuits,
    Feeders: circuits,
    Branches: circuits,
    TransferConfiguration: linksOf({ PreferredMainsId: { type: 'string' }, AutoTransferEnabled: { type: 'boolean' } }),
    Links: linksOf({ Chassis: links, Facility: link }),
  },
  ['EquipmentType'],
);

const SHELVES = ['ElectricalBuses', 'FloorPDUs', 'RackPDUs', 'Switchgear', 'TransferSwitches'];
const domain = resource('#PowerDomain.v1_2_2.PowerDomain', {
  Links: linksOf(Object.fromEntries(SHELVES.map((shelf) => [shelf, links]))),
});

const SCHEMAS: { readonly [type: string]: object } = {
  '#ServiceRoot.v1_13_0.ServiceRoot': resource(
    '#ServiceRoot.v1_13_0.ServiceRoot',
    {
      RedfishVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+$' },
      PowerEquipment: link,
      Facilities: link,
      Chassis: link,
      Links: { ...linksOf({ Sessions: link }), required: ['Sessions'] },
    },
    ['Links'],
  ),
  '#SessionCollection.SessionCollection': collection('Session', {}),
  '#PowerEquipment.v1_2_3.PowerEquipment': resource(
    '#PowerEquipment.v1_2_3.PowerEquipment',
    Object.fromEntries(SHELVES.map((shelf) => [shelf, link])),
  ),
  '#PowerDistributionCollection.PowerDistributionCollection': collection('PowerDistribution', distribution),
  '#FacilityCollection.FacilityCollection': collection(
    'Facility',
    resource(
      '#Facility.v1_4_2.Facility',
      {
        FacilityType: { enum: ['Room', 'Floor', 'Building', 'Site'] },
        PowerDomains: collection('PowerDomain', domain),
      },
      ['FacilityType'],
    ),
  ),
  '#ChassisCollection.ChassisCollection': collection(
    'Chassis',
    resource(
      '#Chassis.v1_22_0.Chassis',
      {
        ChassisType: { const: 'Rack' },
        MaxPowerWatts: { type: 'number', minimum: 0 },
        WeightKg: { type: 'number', minimum: 0 },
        ElectricalSourceNames: names,
        Links: linksOf({ Facility: link }),
      },
      ['ChassisType'],
    ),
  ),
};

const ajv = new Ajv();
const compiled = new Map<string, ValidateFunction>();

/** What the schema of its type says against a resource. */
export function errorsOf(resource: { readonly '@odata.type': string }): unknown[] {
  const type = resource['@odata.type'];
  const schema = SCHEMAS[type];
  if (schema === undefined) return [`no schema for ${type}`];
  const validate = compiled.get(type) ?? ajv.compile(schema);
  compiled.set(type, validate);
  validate(resource);
  return validate.errors ?? [];
}
