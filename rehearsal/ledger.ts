import type { ProviderSchema } from './host/schema';

/** How far a rehearsal may be trusted on one point. */
export enum Fidelity {
  SCHEMA = 'verified by the schema',
  ENGINE = 'verified by the engine',
  APPROXIMATE = 'approximate',
  NOT_SIMULATED = 'not simulated',
}

/** One point of the ledger. */
export interface LedgerEntry {
  readonly check: string;
  readonly fidelity: Fidelity;
  readonly note: string;
}

/** Where most of what is approximate comes from. */
const TABLES =
  'tables from the documentation of AWS and AzureRM and the source of the provider of NetBox, for the types that wattform uses';

/** Of a service that is played by its own rules. */
const NETBOX: LedgerEntry = {
  check:
    'NetBox: ids, ports from templates, data sources, names, places, units, cables, what it keeps otherwise than given',
  fidelity: Fidelity.APPROXIMATE,
  note: 'rules of 4.4.10, empty at first: what a live one refused or changed after a plan had passed, and its models; what no rule knows passes',
};

/**
 * What a rehearsal with these schemas shows, and what it does not: nobody may take it for more.
 * @param rebuilt types whose schema comes from installed bindings
 */
export function ledgerFor(schemas: ProviderSchema[], engine: string, rebuilt: string[]): LedgerEntry[] {
  const read = [...new Set(schemas.map(({ provider, version }) => `${provider} ${version}`))].join(', ');
  return [
    {
      check: 'names, types, required and decided arguments, number of blocks',
      fidelity: Fidelity.SCHEMA,
      note: `of the provider, for every resource and data source: ${read || 'no provider is used'}`,
    },
    ...(rebuilt.length === 0
      ? []
      : [
          {
            check: `the same of ${rebuilt.join(', ')}`,
            fidelity: Fidelity.APPROXIMATE,
            note: 'rebuilt from installed bindings: secrets are guessed by name, counts above one are not known',
          },
        ]),
    {
      check: 'references, expressions, conditions, outputs between stacks, order',
      fidelity: Fidelity.ENGINE,
      note: engine,
    },
    {
      check: 'create, a second plan that is empty, destroy',
      fidelity: Fidelity.ENGINE,
      note: 'in a cloud that keeps what it is given and refuses a name that is taken',
    },
    {
      check: 'arguments of the provider itself',
      fidelity: Fidelity.APPROXIMATE,
      note: 'names, types and which are required, from the bindings',
    },
    {
      check: 'ids, ARNs, endpoints, other decided values',
      fidelity: Fidelity.APPROXIMATE,
      note: 'of the right shape for known types, otherwise by the name of the attribute; sets and lists that may be given are empty',
    },
    {
      check: 'data sources',
      fidelity: Fidelity.APPROXIMATE,
      note: 'fixtures of an account in which everything that a design asks for is there',
    },
    {
      check: 'defaults of arguments that are left out',
      fidelity: Fidelity.APPROXIMATE,
      note: `${TABLES}; every other default shows as unset`,
    },
    {
      check: 'changes that make a new object',
      fidelity: Fidelity.APPROXIMATE,
      note: `${TABLES}; of others every change is made in place`,
    },
    {
      check: 'versions of providers that a configuration asks for',
      fidelity: Fidelity.SCHEMA,
      note: 'against the version that is played',
    },
    {
      check: 'values: words, numbers, names, address ranges, JSON, arguments that exclude or need each other',
      fidelity: Fidelity.APPROXIMATE,
      note: `${TABLES}; what no table knows passes`,
    },
    {
      check: 'machines, regions, availability zones',
      fidelity: Fidelity.APPROXIMATE,
      note: 'the catalog and dated lists; of VM sizes of Azure the form, and the sizes of the series of accelerators in the catalog; a zone by the name of its region',
    },
    {
      check: 'address ranges of the subnets of one network',
      fidelity: Fidelity.APPROXIMATE,
      note: 'exactly when a subnet is created; in the plan an overlap, where the network is known by name or is the only one of its stack, and in Azure also what lies outside of it',
    },
    ...(schemas.some(({ provider }) => provider === 'netbox') ? [NETBOX] : []),
    {
      check:
        'values of other types, what policies and templates say, and whether what is named outside of the stacks exists',
      fidelity: Fidelity.NOT_SIMULATED,
      note: "the providers' own validators do not run",
    },
    {
      check: 'permissions, quotas, capacity, prices, time that the cloud takes',
      fidelity: Fidelity.NOT_SIMULATED,
      note: 'no cloud is asked; --fault plays what happens when it says no, or is slow',
    },
  ];
}
