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
      note: 'against objects that keep what they are given',
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
      note: 'region and tags of the AWS provider are filled in; every other default shows as unset',
    },
    {
      check: 'values: address ranges, names, sizes, regions, conflicts between arguments',
      fidelity: Fidelity.NOT_SIMULATED,
      note: "the provider's own validators do not run",
    },
    {
      check: 'permissions, quotas, capacity, prices, time that the cloud takes',
      fidelity: Fidelity.NOT_SIMULATED,
      note: 'no cloud is asked',
    },
  ];
}
