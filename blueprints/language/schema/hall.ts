import { type JsonSchema, map, oneOf, text, whole } from './json-schema';
import { apparentPower, duration, power, powerRamp, weight } from './texts';

const LOAD_CLASSES = ['critical', 'checkpointable', 'deferrable'];
const REDUNDANCIES = ['N', 'N+1', 'block', '2N', '2(N+1)', '3N/2', '4N/3', '5N/4'];

function id(description: string, example: string): JsonSchema {
  return text({
    description,
    pattern: '^[a-z0-9][a-z0-9.-]{0,59}$',
    form: `the id of a row of the catalog, such as "${example}"`,
    examples: [example],
  });
}

function block(description: string, example: string): JsonSchema {
  return text({
    description,
    pattern: '^[0-9]{1,3}(\\.[0-9]{1,3}){3}/[0-9]{1,2}$',
    form: `an IPv4 block, such as "${example}"`,
    examples: [example],
  });
}

function byLoadClass(description: string, value: (loadClass: string) => JsonSchema): JsonSchema {
  const properties = Object.fromEntries(LOAD_CLASSES.map((loadClass) => [loadClass, value(loadClass)]));
  return map({ description, required: [], properties });
}

function share(description: string): JsonSchema {
  return { type: 'number', description, minimum: 0.01, maximum: 1 };
}

/** The building: where slots for racks are, and its climate. */
export function facility(): JsonSchema {
  return map({
    description: 'The floor of an owned hall, and the air outside. Default: as many halls as it takes.',
    required: [],
    properties: {
      halls: whole('Halls that there are. Default: as many as it takes.', 1, 1000),
      rowsPerHall: whole('Rows of racks in one hall. Default: 20.', 1, 1000),
      racksPerRow: whole('Slots for racks in one row. Default: 20.', 1, 1000),
      climate: id(
        'Outdoor temperatures: an id of climates.csv. Default: unknown, and with it PUE over the year.',
        'iad',
      ),
    },
  });
}

/** Racks, and what may stand in them. */
export function racks(): JsonSchema {
  return map({
    description: 'Racks of an owned hall. Defaults are printed by `wattform explain`.',
    required: [],
    properties: {
      type: id('Racks for servers: an id of racks.csv. Default: eia-48u.', 'eia-48u'),
      power: power('The most that one rack may draw. Default: what its servers need.'),
      airCooling: power('Heat that air carries out of one rack. Default: 50 kW.'),
      maximumLoad: weight('What may stand in one rack, at rest. Default: that of the rack type, where it is known.'),
      reservedUnits: whole('Units of each rack that are kept free. Default: 4.', 0, 40),
      retired: {
        type: 'array',
        description: 'Slots that stay empty, by index: racks that were taken out.',
        items: whole('Index of a slot.', 1, 1_000_000),
        minItems: 1,
        maxItems: 1000,
        uniqueItems: true,
      },
      firstRows: {
        type: 'object',
        title: 'pool',
        description:
          'Row that the racks of a pool begin in, by `cluster/pool`, counted over all halls from 1. Default: the row after the pool before it.',
        propertyNames: text({
          description: 'A pool.',
          pattern: '^[a-z][a-z0-9-]{0,29}/[a-z][a-z0-9-]{0,19}$',
          form: 'a cluster and a pool, such as "frontier/workers"',
        }),
        additionalProperties: whole('A row.', 1, 100_000),
      },
      servers: {
        type: 'object',
        title: 'server',
        description: 'Servers that the catalog does not have, by a name of yours. Pools take one by `instance`.',
        propertyNames: id('Name of a server.', 'our-box'),
        additionalProperties: server(),
      },
    },
  });
}

function server(): JsonSchema {
  return map({
    description: 'A server of your own.',
    required: ['accelerator', 'accelerators', 'height', 'power'],
    properties: {
      vendor: text({ description: 'Who makes it. Default: custom.', pattern: '^.{1,60}$', form: 'a name' }),
      accelerator: id('Its accelerator: an id of accelerators.csv.', 'mi355x'),
      accelerators: whole('Accelerators in one.', 1, 128),
      height: whole('Rack units.', 1, 60),
      power: power('The most that one draws.'),
      typicalPower: power('What one draws long-term. Default: the most.'),
      liquidShare: {
        type: 'number',
        description: 'Share of its heat that goes into liquid. Default: 0, cooled by air.',
        minimum: 0,
        maximum: 1,
      },
      weight: weight('Of one. Default: unknown.'),
      computePorts: whole('Ports towards other accelerators: rails. Default: one an accelerator.', 0, 128),
      computeGbps: whole('Gbit/s of one of them. Default: 400.', 1, 3200),
      frontendPorts: whole('Default: 2.', 0, 16),
      frontendGbps: whole('Gbit/s of one of them. Default: 100.', 1, 3200),
      storagePorts: whole('Default: 2.', 0, 16),
      storageGbps: whole('Gbit/s of one of them. Default: 200.', 1, 3200),
    },
  });
}

/** The networks between servers. */
export function siteFabric(): JsonSchema {
  const network = (description: string) =>
    map({
      description,
      required: [],
      properties: {
        leaf: id('Leaf switch: an id of switches.csv. Default: chosen by speed and ports.', 'as9817-64o'),
        oversubscription: {
          type: 'number',
          description: 'Gbit/s down over Gbit/s up that a leaf may have.',
          minimum: 1,
          maximum: 100,
        },
      },
    });
  return map({
    description: 'The networks of an owned hall.',
    required: [],
    properties: {
      technology: oneOf('What the links between accelerators speak.', ['roce', 'ultra-ethernet', 'infiniband'], 'roce'),
      layout: oneOf(
        'Which leaf a port leads to: rail-optimized takes port n of every server to leaf n.',
        ['rail-optimized', 'shared-leaf'],
        'rail-optimized',
      ),
      oversubscription: {
        type: 'number',
        description: 'Gbit/s down over Gbit/s up of the compute network; 1 does not block. Default: 1.',
        minimum: 1,
        maximum: 100,
      },
      leaf: id('Leaf switch: an id of switches.csv. Default: chosen by speed and ports.', 'as9817-64o'),
      spine: id("Spine switch. Default: the leaf's.", 'as9817-64o'),
      core: id("Core switch. Default: the spine's.", 'as9817-64o'),
      serversPerUnit: whole("Servers of one scalable unit. Default: what the leaf's ports give.", 1, 10_000),
      frontend: network('The front-end network.'),
      storage: network('The storage network.'),
      outOfBand: network('The management network.'),
      addresses: map({
        description: 'IPv4 blocks of the fabric. Defaults are printed by `wattform fabric`.',
        required: [],
        properties: {
          links: block('Links between servers and leafs, two addresses each.', '10.0.0.0/10'),
          loopbacks: block('One a switch.', '10.64.0.0/12'),
          outOfBand: block('Management ports.', '10.80.0.0/12'),
        },
      }),
      asnBase: whole('First autonomous system number. Default: 4200000000.', 64_512, 4_294_967_294),
    },
  });
}

/** Beside the allotment: the power chain of an owned hall. */
export function powerChain(): { readonly [name: string]: JsonSchema } {
  return {
    code: oneOf('The electrical code.', ['NEC', 'IEC'], 'NEC'),
    redundancy: byLoadClass(
      'How equipment is doubled, by load class. Training is checkpointable, inference critical, batch deferrable.',
      (loadClass) => oneOf(`Of ${loadClass} loads.`, REDUNDANCIES),
    ),
    autonomy: byLoadClass(
      'How long batteries carry a load class; a class that is not named keeps its default.',
      (loadClass) => duration(`Of ${loadClass} loads.`),
    ),
    generators: {
      type: 'array',
      description: 'Load classes that generators stand behind. Default: critical.',
      items: oneOf('A load class.', LOAD_CLASSES),
      maxItems: 3,
      uniqueItems: true,
    },
    distribution: oneOf(
      'Voltage between switchgear and racks. Default: 415/240 VAC under NEC, 400/230 VAC under IEC.',
      ['415/240 VAC', '480/277 VAC', '400/230 VAC', '800 VDC'],
    ),
    row: oneOf('What brings power along a row.', ['busway', 'panel'], 'busway'),
    powerFactor: share('Of the racks. Default: 0.95.'),
    transformer: apparentPower('Rating of a distribution transformer. Default: 2500 kVA.'),
    ups: power('Rating of a UPS module. Default: 500 kW.'),
    generator: power('Rating of a generator. Default: 2500 kW.'),
    peakFactor: {
      type: 'number',
      description: 'Excursion above nameplate that failures are checked at; nothing is sized by it. Default: 1.4.',
      minimum: 1,
      maximum: 3,
    },
    singleCorded: {
      type: 'array',
      description: 'Racks that take power from one side only, by index.',
      items: whole('Index of a slot.', 1, 1_000_000),
      minItems: 1,
      maxItems: 1000,
      uniqueItems: true,
    },
    interconnect: map({
      description: 'The connection to the grid. Default: no limit is known.',
      required: [],
      properties: {
        limit: power('The most that the grid gives.'),
        services: whole('Independent services from the grid. Default: 1.', 1, 8),
        rampLimit: powerRamp('How fast the load may change.'),
        minimumPowerFactor: share('The least power factor that the grid accepts.'),
      },
    }),
    cooling: oneOf('How heat leaves the site.', ['dry', 'evaporative'], 'dry'),
  };
}
