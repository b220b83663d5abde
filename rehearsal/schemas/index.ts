import type { ProviderSchema, TypeSchema } from '../host/schema';
import { providerAddress, providerType } from './address';
import type { Bindings, TypeKind } from './bindings/bindings';
import { findBindings } from './bindings/find';

/** Read when a stack needs them: they are large. */
const SHIPPED: { readonly [address: string]: () => ProviderSchema } = {
  'hashicorp/aws': () => require('./aws.json') as ProviderSchema,
  'hashicorp/azurerm': () => require('./azurerm.json') as ProviderSchema,
  'e-breuninger/netbox': () => require('./netbox.json') as ProviderSchema,
};

/** Types of one provider. */
export interface UsedTypes {
  readonly resources: string[];
  readonly dataSources: string[];
}

export interface SchemaLookup {
  /** Holds the types in use that are known, and the provider's own arguments. Undefined when nothing knows the provider. */
  readonly schema: ProviderSchema | undefined;
  /** Types that nothing knows. */
  readonly unknown: string[];
  /** Types whose schema was rebuilt from bindings. */
  readonly rebuilt: string[];
}

/**
 * The schema of a provider for the types in use: shipped where it ships, else rebuilt from the bindings that the program was
 * written with.
 * @param source as in `required_providers`
 * @param lookIn folders from which bindings are looked for, as Node looks for a package; `.gen/providers` counts too
 */
export function schemaFor(source: string, used: UsedTypes, lookIn: string[]): SchemaLookup {
  const shipped = shippedSchema(source);
  let found: Bindings | undefined | null = null;
  const bindings = (): Bindings | undefined => {
    if (found === null) found = findBindings(source, lookIn);
    return found;
  };
  const rebuilt: string[] = [];
  const unknown: string[] = [];
  const pick = (
    kind: TypeKind,
    types: string[],
    known: { readonly [type: string]: TypeSchema } = {},
  ): { [type: string]: TypeSchema } => {
    const picked: { [type: string]: TypeSchema } = {};
    for (const type of new Set(types)) {
      const schema = known[type] ?? bindings()?.type(kind, type);
      if (schema === undefined) unknown.push(type);
      else picked[type] = schema;
      if (schema !== undefined && known[type] === undefined) rebuilt.push(type);
    }
    return picked;
  };
  const resources = pick('resource', used.resources, shipped?.resources);
  const dataSources = pick('data source', used.dataSources, shipped?.dataSources);
  const provider = shipped ?? describe(bindings());
  return { schema: provider && { ...provider, resources, dataSources }, unknown, rebuilt };
}

function describe(bindings: Bindings | undefined): Omit<ProviderSchema, 'resources' | 'dataSources'> | undefined {
  if (bindings === undefined) return undefined;
  const { source, version } = bindings;
  return { provider: providerType(source), source, version, configuration: bindings.configuration() };
}

/**
 * The pruned schema of a provider.
 * @param source as in `required_providers`: `aws`, `hashicorp/aws`, or with the host of a public registry
 * @returns undefined when none ships
 */
export function shippedSchema(source: string): ProviderSchema | undefined {
  return SHIPPED[providerAddress(source)]?.();
}
